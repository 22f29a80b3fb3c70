"""Pushing to a library over either API: all is there once, and a second push does nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.zotero.errors import DeniedError, GoneError, KeyNeededError, ReadOnlyError
from citekit.zotero.match import citekey_of
from tests.zotero.pushing import holds, library, planned, pushed
from tests.zotero.rules import KEY, Desk
from tests.zotero.sample import BIBLIOGRAPHY, FIRST_ONLY, LINKED, URL, WORKS, many
from tests.zotero.server import ZoteroServer

ROADS = ["desk", "site"]


@pytest.fixture(params=ROADS)
def zotero(request: pytest.FixtureRequest) -> ZoteroServer:
    """A Zotero, over each of the two APIs."""
    found: ZoteroServer = request.getfixturevalue(request.param)
    return found


def test_everything_is_there_once(zotero: ZoteroServer) -> None:
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert not outcome.failed
    assert len(outcome.created) == 6
    assert set(outcome.related) == LINKED
    holds(zotero, BIBLIOGRAPHY)


def test_a_second_push_writes_nothing(zotero: ZoteroServer) -> None:
    pushed(BIBLIOGRAPHY, zotero)
    before, zotero.requests[:] = zotero.store.version, []
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert zotero.store.version == before
    assert not zotero.wrote()
    assert (outcome.created, outcome.changed, outcome.notes, outcome.related) == ([], [], [], [])
    assert len(outcome.found) == 6


def test_a_later_push_adds_only_what_is_new(zotero: ZoteroServer) -> None:
    pushed(FIRST_ONLY, zotero)
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert set(outcome.created) == {"gogh2018ferries", "badfaith2019episode", "sheandday"}
    # The blog's article, an article at first, is now a work that is cited too; it is the same item.
    holds_same = {citekey_of(item) for item in zotero.store.top()}
    assert len(holds_same) == len(zotero.store.top()) == 6


def test_batches_are_never_too_large(zotero: ZoteroServer) -> None:
    outcome = pushed(many(120), zotero)
    assert len(outcome.created) == 121
    assert all(len(each.json()) <= 50 for each in zotero.wrote("/items"))
    holds(zotero, many(120))


@pytest.mark.parametrize(
    "theirs",
    [
        {
            "itemType": "newspaperArticle",
            "title": "Mine",
            "url": URL.partition("#")[0].replace("https", "http"),
        },
        {"itemType": "webpage", "title": "Mine", "url": URL + "&utm_source=feed"},
        {
            "itemType": "document",
            "title": "Protests spread more",
            "extra": "x: y\nCitation Key: abcnews2019protests",
        },
        {"itemType": "webpage", "title": "[Article in ABC News]", "citationKey": "ABCnews2019protests"},
    ],
    ids=["http", "tracked", "extra", "field"],
)
def test_what_a_person_has_is_found_and_kept(theirs: dict[str, str], zotero: ZoteroServer) -> None:
    if "Protests" in theirs["title"]:
        theirs["title"] = "Protests <i>spread</i> & more"
    item = dict(zotero.store.add(dict(theirs)))
    outcome = pushed(FIRST_ONLY, zotero)
    assert outcome.found == ["abcnews2019protests"]
    now = zotero.store.items[item["key"]]
    assert all(now.get(name) == value for name, value in theirs.items())
    assert {"tag": "citekit"} in now["tags"]
    assert now["collections"]
    assert now["relations"]["dc:relation"]


@pytest.mark.parametrize(
    "theirs",
    [
        {"itemType": "webpage", "url": "https://other.example/", "citationKey": "abcnews2019protests"},
        {"itemType": "webpage", "title": "Another thing", "extra": "Citation Key: abcnews2019protests"},
    ],
    ids=["address", "title"],
)
def test_an_equal_citekey_alone_is_not_enough(theirs: dict[str, str], zotero: ZoteroServer) -> None:
    zotero.store.add(dict(theirs))
    assert "abcnews2019protests" in pushed(FIRST_ONLY, zotero).created


def test_a_doi_is_found_in_any_case_and_place(zotero: ZoteroServer) -> None:
    zotero.store.add({"itemType": "journalArticle", "title": "F", "DOI": "10.1234/FERRY.5"})
    assert "gogh2018ferries" in pushed(BIBLIOGRAPHY, zotero).found


def test_update_fills_what_is_empty_and_nothing_else(zotero: ZoteroServer) -> None:
    theirs = {
        "itemType": "webpage",
        "title": "My title",
        "url": URL,
        "extra": "my: line",
        "tags": [{"tag": "mine"}],
    }
    key = zotero.store.add(dict(theirs))["key"]
    pushed(FIRST_ONLY, zotero)
    assert "websiteTitle" not in zotero.store.items[key]
    outcome = pushed(FIRST_ONLY, zotero, update=True)
    now = zotero.store.items[key]
    assert outcome.changed == ["abcnews2019protests"]
    assert (now["title"], now["itemType"], now["url"]) == ("My title", "webpage", URL)
    assert (now["websiteTitle"], now["language"], now["date"]) == ("ABC News", "en", "2019-11-10")
    assert [creator.get("lastName") for creator in now["creators"]] == ["Lobo", None]
    assert now["extra"].startswith("my: line\n")
    assert {"tag": "mine"} in now["tags"]
    assert pushed(FIRST_ONLY, zotero, update=True).changed == []


def test_a_person_s_words_in_a_note_stay(zotero: ZoteroServer) -> None:
    pushed(FIRST_ONLY, zotero)
    note = next(each for each in zotero.store.items.values() if "Bolivian" in each.get("note", ""))
    note["note"] = "<p>My thoughts.</p>" + note["note"].replace("<h1>", "<h2>")
    assert pushed(FIRST_ONLY, zotero).notes == []
    assert note["note"].startswith("<p>My thoughts.</p>")


def test_a_person_s_relations_stay(zotero: ZoteroServer) -> None:
    mine = "http://zotero.org/users/1/items/AAAA2222"
    key = zotero.store.add(
        {"itemType": "webpage", "title": "M", "url": URL, "relations": {"dc:relation": mine}}
    )["key"]
    pushed(FIRST_ONLY, zotero)
    assert mine in zotero.store.items[key]["relations"]["dc:relation"]
    assert len(zotero.store.items[key]["relations"]["dc:relation"]) == 3


def test_two_works_that_are_one_item(zotero: ZoteroServer) -> None:
    zotero.store.add({"itemType": "webpage", "title": "Both", "url": URL, "DOI": "10.1234/ferry.5"})
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert not outcome.failed
    assert len(zotero.store.top()) == 5
    assert pushed(BIBLIOGRAPHY, zotero).changed == []


@pytest.mark.parametrize("name", ["Mine", "KEY"])
def test_a_collection_of_the_user_s(name: str, zotero: ZoteroServer) -> None:
    key = zotero.store.write("collections", [{"name": "Mine"}])["success"]["0"]
    pushed(FIRST_ONLY, zotero, above=key if name == "KEY" else name)
    assert [each["parentCollection"] for each in zotero.store.collections.values()] == [False, key]


def test_a_collection_that_is_not_there(zotero: ZoteroServer) -> None:
    with pytest.raises(GoneError, match="no collection 'Lost'") as caught:
        pushed(FIRST_ONLY, zotero, above="Lost")
    assert caught.value.exit_code == 25
    assert not zotero.store.items


def test_the_title_found_later_replaces_one_made_up(zotero: ZoteroServer) -> None:
    untitled = replace(FIRST_ONLY, works=(replace(WORKS[0], title=None, quotes=()), WORKS[1]))
    pushed(untitled, zotero)
    item = next(each for each in zotero.store.top() if each.get("url") == URL)
    assert item["title"] == "[Article in ABC News]"
    pushed(FIRST_ONLY, zotero, update=True)
    assert item["title"] == "Protests <i>spread</i> & more"


def test_fields_that_this_zotero_has_are_used(zotero: ZoteroServer) -> None:
    entries = {entry.key: entry.item for entry in planned(BIBLIOGRAPHY, zotero).entries}
    assert entries["badfaith2019episode"]["citationKey"] == "badfaith2019episode"
    assert entries["abcnews2019protests"]["extra"].startswith("Citation Key: abcnews2019protests")


def test_leave_for_one_write_is_asked_for_each_time(desk: ZoteroServer) -> None:
    assert isinstance(desk.rules, Desk)
    desk.rules.allow = "once"
    outcome = pushed(FIRST_ONLY, desk)
    assert not outcome.failed
    assert desk.rules.asked == len(desk.wrote("/api/users")) <= 5
    holds(desk, FIRST_ONLY)


def test_leave_that_is_remembered_is_asked_for_once(desk: ZoteroServer) -> None:
    assert isinstance(desk.rules, Desk)
    pushed(FIRST_ONLY, desk)
    pushed(BIBLIOGRAPHY, desk)
    assert desk.rules.asked == 1


def test_leave_that_was_taken_back_is_asked_for_again(desk: ZoteroServer) -> None:
    assert isinstance(desk.rules, Desk)
    pushed(FIRST_ONLY, desk)
    desk.rules.keys.clear()
    pushed(BIBLIOGRAPHY, desk)
    assert desk.rules.asked == 2
    assert desk.rules.keys == {KEY: True}


def test_leave_refused(desk: ZoteroServer) -> None:
    assert isinstance(desk.rules, Desk)
    desk.rules.allow = "no"
    with pytest.raises(DeniedError, match="answered with no"):
        pushed(FIRST_ONLY, desk)
    assert not desk.store.items


def test_a_key_without_the_right_to_write(site: ZoteroServer) -> None:
    site.rules.access = {"user": {"library": True, "write": False}}  # type: ignore[attr-defined]
    with pytest.raises(ReadOnlyError, match="may not write"):
        library(site)


def test_no_key_and_a_wrong_one(site: ZoteroServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOTERO_API_KEY", "wrong")
    with pytest.raises(KeyNeededError, match="does not know the key") as caught:
        library(site)
    assert "wrong" not in str(caught.value)
    monkeypatch.delenv("ZOTERO_API_KEY")
    with pytest.raises(KeyNeededError, match="ZOTERO_API_KEY"):
        library(site)
