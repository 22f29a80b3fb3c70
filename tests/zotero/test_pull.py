"""What is pushed comes back: the same works, and the addresses to extract from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from citekit.model import Organisation, PartialDate, Person, Work
from citekit.zotero.errors import GoneError
from citekit.zotero.facts import Item
from citekit.zotero.pull import addresses, as_work, pull, tree
from tests.zotero.pushing import library, pushed
from tests.zotero.sample import BIBLIOGRAPHY, URL, WORKS
from tests.zotero.server import ZoteroServer


@pytest.fixture(params=["desk", "site"])
def zotero(request: pytest.FixtureRequest) -> ZoteroServer:
    """A Zotero that the sample was pushed to, over each of the two APIs."""
    found: ZoteroServer = request.getfixturevalue(request.param)
    pushed(BIBLIOGRAPHY, found)
    return found


def known(work: Work) -> tuple[Any, ...]:
    return work.key, work.type, work.title, work.date, work.url, work.language, work.identifiers


def test_works_come_back_as_they_were(zotero: ZoteroServer) -> None:
    found = {work.key: work for work in pull(library(zotero), "citekit")}
    assert found.keys() == {*(work.key for work in WORKS), "sheandday"}
    for work in WORKS:
        doi = tuple((scheme, value.lower()) for scheme, value in work.identifiers)
        assert known(found[work.key]) == known(replace(work, identifiers=doi))
    newspaper = found["abcnews2019protests"]
    assert newspaper.authors == (Person("Lobo", "Andrea"), Organisation("ABC News staff"))
    assert newspaper.outlet is not None
    assert newspaper.outlet.name == "ABC News"
    assert found["morales2019denuncio"].authors == (Organisation("Evo Morales", handle="evoespueblo"),)
    assert found["badfaith2019episode"].date == PartialDate(2019, 10, qualifier="~")


def test_one_article_s_collection(zotero: ZoteroServer) -> None:
    found = pull(library(zotero), "The night ferry (Harbour & Co, 2019-11-13)")
    assert {work.key for work in found} == {"abcnews2019protests", "morales2019denuncio", "harbour2019ferry"}
    assert set(addresses(found)) == {
        URL,
        "https://twitter.com/evoespueblo/status/1193",
        "https://example.org/night-ferry",
    }


def test_a_collection_that_is_not_there(zotero: ZoteroServer) -> None:
    with pytest.raises(GoneError, match="no collection 'x'"):
        pull(library(zotero), "x")


def test_more_than_a_page(desk: ZoteroServer) -> None:
    key = desk.store.write("collections", [{"name": "Big"}])["success"]["0"]
    for number in range(230):
        desk.store.add({"itemType": "webpage", "title": str(number), "collections": [key]})
    assert len(pull(library(desk), "Big")) == 230


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"itemType": "webpage", "date": "November 12, 2019"}, {"date": PartialDate(2019, 11, 12)}),
        ({"itemType": "webpage", "date": "last week"}, {"date": None}),
        (
            {"itemType": "case", "caseName": "R v. A", "dateDecided": "2001"},
            {"title": "R v. A", "date": PartialDate(2001)},
        ),
        ({"itemType": "radioBroadcast", "title": "T"}, {"type": "document", "title": "T"}),
        (
            {"itemType": "webpage", "url": "https://doi.org/10.1000/AB"},
            {"identifiers": (("doi", "10.1000/ab"),)},
        ),
        ({"itemType": "webpage", "title": "[Article in ABC]"}, {"title": None}),
        (
            {"itemType": "webpage", "tags": [{"tag": "citekit:link"}, {"tag": "mine, too"}]},
            {"keywords": ("mine  too",)},
        ),
    ],
    ids=str,
)
def test_what_a_person_has_is_read_as_far_as_it_goes(item: Item, expected: dict[str, Any]) -> None:
    found = as_work({"key": "AAAA2222", **item})
    assert {name: getattr(found, name) for name in expected} == expected


def test_collections_inside_themselves_end() -> None:
    rows = [
        {"key": "A", "name": "a", "parentCollection": "B"},
        {"key": "B", "name": "b", "parentCollection": "A"},
    ]
    assert list(tree(rows)) == []
