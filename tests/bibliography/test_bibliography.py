"""Which works a bibliography lists, in what order and under which headings."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.bibliography import Bibliography, Order, bibliography, ordered
from citekit.model import (
    Article,
    Citation,
    Corpus,
    Document,
    Form,
    Outlet,
    PartialDate,
    Person,
    Place,
    Span,
    Work,
)


def corpus(*cited: tuple[str, Form, float], **works: Work) -> Corpus:
    """A corpus of one article that cites works by key, form and confidence."""
    citations = tuple(
        Citation(f"c{n}", form, Span(0, 1), work=key, confidence=confidence)
        for n, (key, form, confidence) in enumerate(cited)
    )
    places: dict[str, list[Place]] = {}
    for citation in citations:
        places.setdefault(citation.work or "", []).append(Place("a", citation.id))
    made = tuple(
        Work(key, works[key].type, date=works[key].date, places=tuple(places[key]))
        if key in works
        else Work(key, "webpage", places=tuple(places[key]))
        for key in sorted(places)
    )
    return Corpus((Document(Article("a", "a.html", "x", title="A"), citations),), made)


CITED = corpus(
    ("early", "link", 0.9),
    ("late", "attribution", 0.4),
    ("late", "link", 0.6),
    ("merely", "mention", 1.0),
    ("said", "attribution", 1.0),
    ("undated", "post", 0.5),
    early=Work("", "webpage", date=PartialDate(2018)),
    late=Work("", "webpage", date=PartialDate(2020, 6)),
    said=Work("", "statement"),
)


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ({}, ["early", "late", "undated"]),
        ({"statements": True}, ["early", "late", "said", "undated"]),
        ({"only": ("link",)}, ["early", "late"]),
        ({"only": ("post", "mention")}, ["merely", "undated"]),
        ({"since": PartialDate(2019)}, ["late"]),
        ({"until": PartialDate(2018, 5)}, ["early"]),
        ({"since": PartialDate(2018, 12, 31), "until": PartialDate(2020, 6, 1)}, ["early", "late"]),
        ({"min_confidence": 0.6}, ["early", "late"]),
        ({"min_confidence": 0.5, "only": ("attribution",)}, []),
        ({"sort": "date"}, ["early", "late", "undated"]),
        ({"sort": "cited"}, ["late", "early", "undated"]),
    ],
    ids=str,
)
def test_what_is_wanted_is_listed(options: dict[str, Any], keys: list[str]) -> None:
    assert [work.key for work in bibliography(CITED, **options)] == keys


def test_places_that_do_not_count_are_dropped() -> None:
    (late,) = bibliography(CITED, min_confidence=0.6, since=PartialDate(2020))
    assert [place.citation for place in late.places] == ["c2"]


@pytest.mark.parametrize(
    ("order", "keys"),
    [("key", "abc"), ("author", "bca"), ("title", "cab"), ("outlet", "acb"), ("date", "cba")],
)
def test_works_are_sorted_and_those_that_lack_it_come_last(order: Order, keys: str) -> None:
    works = [
        Work("a", "book", "M", outlet=Outlet("x", "alpha")),
        Work("b", "book", None, (Person("Ander"),), PartialDate(2001)),
        Work("c", "book", "B", (Person("Berg"),), PartialDate(2000), Outlet("y", "Beta")),
    ]
    assert "".join(work.key for work in ordered(works, order)) == keys


def test_groups_by_article_outlet_and_type() -> None:
    made = bibliography(CITED)
    assert list(made.groups("article")) == ["A"]
    assert list(made.groups("outlet")) == ["No outlet"]
    assert {name: len(works) for name, works in made.groups("type").items()} == {"webpage": 3}


def test_a_notebook_shows_it_escaped() -> None:
    shown = Bibliography((Work("k", "book", "<script>", url="javascript:x"),))._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "href" not in shown


def test_a_data_frame_has_a_row_a_work() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = bibliography(CITED).to_pandas()
    assert list(frame["key"]) == ["early", "late", "undated"]
    assert list(frame["cited"]) == [1, 2, 1]
