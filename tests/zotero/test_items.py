"""Works as Zotero items: the types of the measured table, valid fields, no junk in Extra, addresses byte for
byte.
"""

from __future__ import annotations

import string
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibliography import Bibliography
from citekit.export.kinds import kinds
from citekit.model import Author, Form, Organisation, Outlet, PartialDate, Person, Work
from citekit.zotero.errors import NotAnItemError
from citekit.zotero.facts import Item, facts
from citekit.zotero.items import attachments, creator, item
from citekit.zotero.plan import plan

NEWS = Outlet("abc", "ABC", "abc.example", "broadcaster")
POD = Outlet("pod", "The Pod", None, "podcast")
TWITTER = Outlet("twitter", "X", "twitter.com", "social platform")
YOUTUBE = Outlet("youtube", "YouTube", "youtube.com", "video platform")

TYPES: list[tuple[str, Outlet | None, dict[str, Any]]] = [
    ("article-newspaper", NEWS, {"itemType": "newspaperArticle", "publicationTitle": "ABC"}),
    ("article-magazine", NEWS, {"itemType": "magazineArticle", "publicationTitle": "ABC"}),
    ("article-journal", NEWS, {"itemType": "journalArticle", "publicationTitle": "ABC"}),
    ("webpage", NEWS, {"itemType": "webpage", "websiteTitle": "ABC"}),
    ("post-weblog", NEWS, {"itemType": "blogPost", "blogTitle": "ABC"}),
    ("post", TWITTER, {"itemType": "forumPost", "forumTitle": "Twitter", "postType": "Tweet"}),
    ("broadcast", POD, {"itemType": "podcast", "seriesTitle": "The Pod"}),
    ("song", POD, {"itemType": "podcast", "seriesTitle": "The Pod"}),
    ("broadcast", NEWS, {"itemType": "tvBroadcast", "network": "ABC"}),
    ("motion_picture", YOUTUBE, {"itemType": "videoRecording", "studio": "YouTube"}),
    ("report", NEWS, {"itemType": "report", "institution": "ABC"}),
    ("book", NEWS, {"itemType": "book", "publisher": "ABC"}),
    ("interview", NEWS, {"itemType": "interview", "extra": "Citation Key: k\nPublisher: ABC"}),
    ("statement", None, {"itemType": "document"}),
    ("no such type", None, {"itemType": "document"}),
]


@pytest.mark.parametrize(("csl", "outlet", "expected"), TYPES, ids=str)
def test_a_type_and_where_the_outlet_lands(csl: str, outlet: Outlet | None, expected: dict[str, Any]) -> None:
    made = item(Work("k", csl, title="T", outlet=outlet, date=PartialDate(2019, 11)), facts())
    assert {name: made[name] for name in expected} == expected
    assert made.get("date") == "2019-11" or "Issued: 2019-11" in made["extra"].splitlines()
    assert not list(facts().problems(made))


@pytest.mark.parametrize(
    ("author", "csl", "expected"),
    [
        (Person("Lobo", "Andrea"), "webpage", {"firstName": "Andrea", "lastName": "Lobo"}),
        (Person("Gogh", "Vincent", "van"), "webpage", {"firstName": "Vincent", "lastName": "van Gogh"}),
        (Person("King", "Martin", suffix="Jr."), "webpage", {"firstName": "Martin, Jr.", "lastName": "King"}),
        (Person("Madonna"), "webpage", {"name": "Madonna"}),
        (Organisation("Moon of Alabama"), "webpage", {"name": "Moon of Alabama"}),
        (Person("Sprague", "Jeb", handle="JebSprague"), "post", {"name": "Jeb Sprague [@JebSprague]"}),
        (
            Person("Sprague", "Jeb", handle="JebSprague"),
            "webpage",
            {"firstName": "Jeb", "lastName": "Sprague"},
        ),
        (Organisation("@evo", handle="evo"), "post", {"name": "@evo"}),
        (Organisation("Evo", handle="@evo"), "post", {"name": "@Evo"}),
    ],
    ids=str,
)
def test_a_creator(author: Author, csl: str, expected: dict[str, str]) -> None:
    made = item(Work("k", csl, authors=(author,)), facts())["creators"]
    shown = {name: value for name, value in made[0].items() if name != "creatorType"}
    assert {name: value.casefold() for name, value in shown.items()} == {
        name: value.casefold() for name, value in expected.items()
    }


@pytest.mark.parametrize(
    ("date", "field", "extra"),
    [
        (PartialDate(2019), "2019", None),
        (PartialDate(2019, 11), "2019-11", None),
        (PartialDate(2019, 10, qualifier="~"), "2019-10", "citekit date: 2019-10~"),
        (PartialDate(2019, 10, until=PartialDate(2019, 12)), "2019-10/2019-12", None),
    ],
    ids=str,
)
def test_a_date_says_no_more_than_is_known(date: PartialDate, field: str, extra: str | None) -> None:
    made = item(Work("k", "webpage", date=date), facts())
    assert made["date"] == field
    assert made["extra"].splitlines()[1:] == ([extra] if extra else [])


URLS = [
    "https://w.example/a?x=1&y=2#f",
    "https://w.example/a_b%20c/%C3%A9~",
    "http://w.example:8080/(a)/{b}?q=\\_",
    "https://пример.example/страница",
]


@pytest.mark.parametrize("url", URLS)
def test_an_address_is_kept_byte_for_byte(url: str) -> None:
    assert item(Work("k", "webpage", url=url), facts())["url"] == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "zotero://x"]
)
def test_an_address_that_zotero_must_not_open_is_left_out(url: str) -> None:
    assert "url" not in item(Work("k", "webpage", url=url), facts())
    assert not attachments(Work("k", "webpage", archive_url=url))


def test_identifiers_are_fields_where_there_are_fields() -> None:
    work = Work(
        "k",
        "article-journal",
        identifiers=(("doi", "10.1/x"), ("pmid", "7"), ("arxiv", "1901.1"), ("odd", "1")),
    )
    made = item(work, facts())
    assert made["DOI"] == "10.1/x"
    assert made["extra"].splitlines() == ["Citation Key: k", "PMID: 7", "arXiv: 1901.1"]
    assert "DOI: 10.1/x" in item(replace(work, type="webpage"), facts())["extra"]


def test_an_issn_is_for_what_is_in_a_periodical() -> None:
    outlet = replace(NEWS, issn=("1234-5678",))
    assert item(Work("k", "article-magazine", outlet=outlet), facts())["ISSN"] == "1234-5678"
    assert "1234" not in str(item(Work("k", "webpage", outlet=outlet), facts()))


def test_what_an_article_wrote_adds_no_lines_to_extra() -> None:
    hostile = Outlet("x", "A\nCitation Key: evil\rDOI: 10.6/6")
    made = item(Work("k", "interview", outlet=hostile), facts(), lines=["read at A\nPMID: 1"])
    assert made["extra"].splitlines() == [
        "Citation Key: k",
        "Publisher: A Citation Key: evil DOI: 10.6/6",
        "read at A PMID: 1",
    ]


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        ({"itemType": "tweet"}, "no item type 'tweet'"),
        ({"itemType": "webpage", "publisher": "P"}, "no field 'publisher'"),
        ({"itemType": "webpage", "title": 1}, "title is not text"),
        ({"itemType": "webpage", "creators": [{"creatorType": "host", "name": "N"}]}, "type 'host'"),
        ({"itemType": "webpage", "creators": [{"creatorType": "author"}]}, "has no name"),
        ({"itemType": "webpage", "tags": [{"tag": " "}]}, "tag is empty"),
        ({"itemType": "note", "title": "T"}, "note has no field 'title'"),
        ({}, "no item type None"),
    ],
    ids=str,
)
def test_what_zotero_would_refuse_is_known_before(made: Item, problem: str) -> None:
    assert any(problem in each for each in facts().problems(made))


def test_nothing_is_sent_of_a_plan_with_an_item_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citekit.zotero.plan.item", lambda *_, **__: {"itemType": "tweet"})
    with pytest.raises(NotAnItemError, match="k: Zotero has no item type"):
        plan(Bibliography((Work("k", "post"),)), facts())


_text = st.text(st.characters(exclude_categories=[]), max_size=30)
_authors = st.one_of(
    st.builds(Person, _text, st.none() | _text, handle=st.none() | _text),
    st.builds(Organisation, _text, handle=st.none() | _text),
)
_works = st.builds(
    Work,
    key=st.text(string.ascii_lowercase, min_size=1, max_size=9),
    type=st.sampled_from([kind.csl for kind in kinds()]) | _text,
    title=st.none() | _text,
    authors=st.lists(_authors, max_size=3).map(tuple),
    date=st.none() | st.builds(PartialDate, st.integers(1, 9999), qualifier=st.sampled_from(["", "~", "%"])),
    outlet=st.none()
    | st.builds(Outlet, _text, _text, kind=st.sampled_from(["podcast", "broadcaster", None])),
    url=st.none() | _text | st.sampled_from(URLS),
    identifiers=st.lists(st.tuples(st.sampled_from(["doi", "isbn", "x"]), _text), max_size=2).map(tuple),
    quotes=st.lists(_text, max_size=1).map(tuple),
    keywords=st.lists(_text, max_size=2).map(tuple),
)


@given(_works, st.lists(st.sampled_from(get_args(Form))), st.integers(5, 11))
def test_whatever_a_work_says_zotero_takes_it(work: Work, forms: list[str], major: int) -> None:
    made = item(work, facts(), forms=forms, cites=["a", "b"], major=major)
    assert list(facts().problems(made)) == []
    labels = [line.partition(":")[0] for line in made["extra"].splitlines()]
    assert labels.count("Citation Key") == (0 if "citationKey" in made else 1)
    assert str(made).encode()  # no lone surrogates
    if work.url in URLS:
        assert made["url"] == work.url


@pytest.mark.parametrize("name", sorted(facts().types))
def test_the_facts_agree_with_themselves(name: str) -> None:
    kind = facts().types[name]
    assert kind.creator in kind.creators
    assert kind.title in kind.fields
    assert not kind.date or kind.date in kind.fields
    assert not kind.outlet or kind.outlet in kind.fields
    assert not kind.instead or facts().types[kind.instead].since <= 5
    assert creator(Person("A", "B"), kind)["creatorType"] == kind.creator
