"""Citations of several articles to works: each once, with every place, whatever the order of the articles."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Corpus, Document, Place, Work
from citekit.resolve import resolve
from tests.detect.rows import document

FERRY = "https://www.washingtonpost.com/world/2024/05/13/ferry-pumps-sold/"
TWEET = "https://twitter.com/adamoor/status/1193950838362390528"
OWN = "https://www.larkhavengazette.com/2024/05/ferry-fire"
WORDS = (
    "The pumps were sold in the spring to a man who has since left the country, and no one at the board "
    "asked where the money had gone."
)

SOLD = "<html><head><title>Pumps Sold</title></head><body><article><h1>Pumps Sold</h1><p>{}</p></article>"

TEXTS = {
    "link": f"The pumps were sold ({FERRY}), and nobody asked.",
    "same link": f"It is known ({FERRY}?utm_source=mail) that the owner had debts.",
    "archived": f"It was here: https://web.archive.org/web/20240514000000/{FERRY}",
    "tweet": f"She said so at the time: {TWEET}",
    "tweet at x": "She said so at the time: https://x.com/adamoor/status/1193950838362390528?s=20",
    "agency": "According to Reuters, it burned. The agency said nothing more.",
    "agency again": "It burned, Reuters reported on Monday.",
    "author": "Ines Carrow writes at WSWS: “The vote was never counted in full.”\n\nCarrow adds that it was.",
    "dated": "It was over (CBS News, 11/10/19). It was long over (CBS News, 11/10/19; CNN, 11/12/19).",
    "nested": f"As Ines Carrow writes at WSWS:\n\n{WORDS} It was known, CNN reported.\n\nNobody asked.",
    "reprint": "This article originally appeared in Mother Jones.\n\nIt burned, according to Reuters.",
    "statement": "“It was never mine to sell, not one plank,” Tomas Veld said.",
    "mention": "Examples include The Grayzone on China, Consortium News on Syria, and The Nation on Chile.",
    "nothing": "The ferry burned on Sunday, and the mayor went home.",
}


@cache
def made(name: str) -> Document:
    return document(TEXTS[name])


def works(*names: str) -> list[Work]:
    return list(resolve([made(name) for name in names]).works)


def outlets(corpus: Corpus) -> list[str | None]:
    return [work.outlet.id if work.outlet else None for work in corpus.works]


@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_the_articles_changes_nothing(names: list[str]) -> None:
    corpus = resolve([made(name) for name in names])
    assert set(corpus.works) == set(resolve([made(name) for name in sorted(TEXTS)]).works)
    assert [work.key for work in corpus.works] == sorted(work.key for work in corpus.works)


@given(st.lists(st.sampled_from(sorted(TEXTS)), unique=True))
def test_every_citation_but_a_mention_has_its_work_and_every_work_its_places(names: list[str]) -> None:
    corpus = resolve([made(name) for name in names])
    keys = [work.key for work in corpus.works]
    assert len(keys) == len(set(keys))
    places = {work.key: set(work.places) for work in corpus.works}
    for found in corpus.documents:
        for citation in found.citations:
            if citation.form == "mention":
                assert citation.work is None
            else:
                assert citation.work is not None
                assert Place(found.article.id, citation.id) in places[citation.work]
    cited = sum(c.form != "mention" for d in corpus.documents for c in d.citations)
    assert sum(map(len, places.values())) == cited


# Articles, and how many works they cite together.
TOGETHER = [
    (("link", "same link", "archived"), 1),
    (("tweet", "tweet at x"), 1),
    (("agency",), 1),
    # two articles that both say "Reuters" need not mean the same report
    (("agency", "agency again"), 2),
    (("author",), 1),
    (("dated",), 2),
    (("nested",), 2),
    (("mention",), 0),
    (("nothing",), 0),
    ((), 0),
]


@pytest.mark.parametrize(("names", "count"), TOGETHER, ids=str)
def test_each_work_is_there_once(names: tuple[str, ...], count: int) -> None:
    assert len(works(*names)) == count


def test_a_work_cited_through_another_says_so() -> None:
    corpus = resolve([made("nested")])
    by_outlet = {work.outlet.id: work for work in corpus.works if work.outlet}
    assert by_outlet["cnn"].quoted_in == (by_outlet["wsws"].key,)
    assert by_outlet["wsws"].quoted_in == ()


def test_a_work_cited_directly_as_well_is_not_only_quoted() -> None:
    nested = f"As Ines Carrow writes at WSWS:\n\n{WORDS} It was known ({FERRY}).\n\nNobody asked."
    found = {w.url: w.quoted_in for w in resolve([document(nested)]).works if w.url}
    assert [len(quoted_in) for quoted_in in found.values()] == [1]
    found = {w.url: w.quoted_in for w in resolve([document(nested), made("link")]).works if w.url}
    assert list(found.values()) == [()]


def test_a_reprint_knows_where_it_was_reprinted() -> None:
    corpus = resolve([made("reprint")])
    assert [w.reprinted_in for w in corpus.works if w.reprinted_in] == [(made("reprint").article.id,)]


def test_a_statement_is_a_work_of_its_own_type() -> None:
    assert [(w.type, w.outlet, [a.name for a in w.authors]) for w in works("statement")] == [
        ("statement", None, ["Tomas Veld"])
    ]


def test_the_longest_words_quoted_stand_first() -> None:
    text = "“It burned,” Reuters reported.\n\n“It burned all night at its berth,” Reuters reported."
    (work,) = resolve([document(text)]).works
    assert work.quotes == ("It burned all night at its berth,", "It burned,")


def test_quoted_words_lead_to_the_article_that_says_them() -> None:
    source = document(SOLD.format(WORDS), url=OWN)
    quoting = document(f"As was written long ago:\n\n{WORDS}\n\nNobody asked.")
    (work,) = resolve([quoting, source]).works
    assert (work.title, work.url) == ("Pumps Sold", OWN)


def test_a_link_to_an_article_that_was_read_has_its_title() -> None:
    source = document(SOLD.format("They were sold."), url=OWN)
    (work,) = resolve([document(f"It is known, and was known before ({OWN}), that it was so."), source]).works
    assert (work.title, [p.document for p in work.places].count(source.article.id)) == ("Pumps Sold", 0)


def test_no_documents_are_no_works() -> None:
    assert resolve([]) == Corpus()
