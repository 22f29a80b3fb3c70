"""The connector: items go in once, though nobody can look, and what is not sure is said to be so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from citekit.bibliography import Bibliography
from citekit.errors import ZoteroError
from citekit.zotero import connector, errors, local
from citekit.zotero.facts import facts
from citekit.zotero.http import Http
from citekit.zotero.journal import Journal
from citekit.zotero.match import citekey_of
from citekit.zotero.plan import plan
from citekit.zotero.push import Outcome
from tests.zotero.rules import Desk
from tests.zotero.sample import BIBLIOGRAPHY, FIRST_ONLY, URL, many
from tests.zotero.server import ZoteroServer
from tests.zotero.store import JSON
from tests.zotero.wire import Fault, Reply, Request


@pytest.fixture(params=["off", "read"])
def zotero(desk: ZoteroServer, request: pytest.FixtureRequest) -> ZoteroServer:
    """A Zotero that cannot be written to but over the connector, and may or may not be read."""
    rules(desk).api = request.param
    return desk


def rules(server: ZoteroServer) -> Desk:
    assert isinstance(server.rules, Desk)
    return server.rules


def pushed(
    bibliography: Bibliography,
    server: ZoteroServer,
    *,
    target: str | None = None,
    again: bool = False,
    said: list[str] | None = None,
) -> Outcome:
    http = Http(server.url, timeout=5.0, sleep=lambda seconds: None)
    found = local.running(http)
    reading = local.library(http, found, say=print) if found.api == "read" else None
    wanted = plan(bibliography, facts(), major=found.major)
    say = (said if said is not None else []).append
    return connector.push(wanted, http, reading=reading, target=target, again=again, say=say)


def keys(server: ZoteroServer) -> list[str | None]:
    return sorted(map(citekey_of, server.store.top()), key=str)


def test_items_go_in_with_notes_and_a_tag(zotero: ZoteroServer) -> None:
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert not outcome.failed
    assert len(outcome.created) == len(zotero.store.top()) == 6
    item = next(each for each in zotero.store.top() if each.get("url") == URL)
    assert (item["itemType"], item["publicationTitle"]) == ("newspaperArticle", "ABC News")
    assert {"creatorType": "author", "name": "ABC News staff"} in item["creators"]
    assert {"tag": "citekit"} in item["tags"]  # of updateSession, so no automatic one
    assert any("Bolivian president" in each["note"] for each in zotero.store.children(item["key"]))


def test_a_second_push_sends_nothing(zotero: ZoteroServer) -> None:
    pushed(BIBLIOGRAPHY, zotero)
    before, zotero.requests[:] = zotero.store.version, []
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert (outcome.created, outcome.failed, len(outcome.found)) == ([], [], 6)
    assert zotero.store.version == before
    assert not zotero.wrote("saveItems")


def test_requests_are_small(zotero: ZoteroServer) -> None:
    pushed(many(60), zotero)
    sizes = [len(each.json()["items"]) for each in zotero.wrote("saveItems")]
    assert sizes == [25, 25, 11]
    assert len({each.json()["sessionID"] for each in zotero.wrote("saveItems")}) == 3


def test_what_a_person_has_is_found_where_it_can_be(zotero: ZoteroServer) -> None:
    zotero.store.add({"itemType": "webpage", "title": "Mine", "url": URL})
    outcome = pushed(FIRST_ONLY, zotero)
    assert outcome.found == (["abcnews2019protests"] if rules(zotero).api == "read" else [])


@pytest.mark.parametrize("name", ["C5", "Bolivia", "L1"])
def test_a_target(name: str, zotero: ZoteroServer) -> None:
    rules(zotero).targets = [{"id": "C5", "name": "Bolivia", "level": 1}]
    pushed(FIRST_ONLY, zotero, target=name)
    assert {tuple(each["collections"]) for each in zotero.store.top()} == {() if name == "L1" else ("C5",)}


def test_a_target_that_is_not_there(zotero: ZoteroServer) -> None:
    with pytest.raises(errors.GoneError, match="no collection 'C9'"):
        pushed(FIRST_ONLY, zotero, target="C9")
    assert not zotero.store.items


def test_a_target_that_goes_meanwhile(zotero: ZoteroServer) -> None:
    gone = Fault("instead", path="updateSession", status=400, text='{"error":"COLLECTION_NOT_FOUND"}')
    zotero.faults = [gone]
    with pytest.raises(errors.GoneError, match="collection is gone"):
        pushed(FIRST_ONLY, zotero)
    assert pushed(FIRST_ONLY, zotero).created == []
    assert len(zotero.store.top()) == 3


def test_a_library_that_cannot_be_written_to(zotero: ZoteroServer) -> None:
    rules(zotero).editable = False
    with pytest.raises(errors.ReadOnlyError):
        pushed(FIRST_ONLY, zotero)
    assert not zotero.wrote("saveItems")


# What happens to the second of three requests, and what is then said of its items where nobody can look.
FAULTS = {
    "cut before": (Fault("before"), "unsure"),
    "cut after": (Fault("after"), "saved"),
    "restarted before": (Fault("before", restart=True), "unsure"),
    "restarted after": (Fault("after", restart=True), "saved"),
    "read-only now": (Fault("instead", status=500, text='{"libraryEditable": false}'), errors.ReadOnlyError),
    "400": (
        Fault("instead", status=400, text='{"error":"CONNECTOR_VERSION_OUTDATED"}'),
        errors.RejectedError,
    ),
    "403": (Fault("instead", status=403), errors.DeniedError),
    "409": (Fault("instead", status=409, text='{"error":"SESSION_EXISTS"}'), errors.RejectedError),
    "201 []": (Fault("instead", status=201, text="[]"), errors.NothingSavedError),
    "201 no items": (Fault("instead", status=201, text='{"items": []}'), errors.NothingSavedError),
    "500": (Fault("instead", status=500), "saved"),
    "429": (Fault("instead", status=429, headers={"Retry-After": "9"}), "saved"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_there_twice_and_nothing_is_said_that_is_not_so(name: str, zotero: ZoteroServer) -> None:
    fault, expected = FAULTS[name]
    zotero.faults = [replace(fault, path="saveItems", skip=1)]
    if isinstance(expected, type):
        with pytest.raises(ZoteroError) as caught:
            pushed(many(60), zotero)
        assert type(caught.value) is expected
    else:
        outcome = pushed(many(60), zotero)
        assert set(outcome.created) <= set(keys(zotero))
        unsure = {label for label, error in outcome.failed if isinstance(error, errors.UnconfirmedError)}
        assert len(unsure) == (25 if expected == "unsure" and rules(zotero).api == "off" else 0)
    pushed(many(60), zotero)
    assert len(keys(zotero)) == len(set(keys(zotero)))
    left = pushed(many(60), zotero, again=True) if rules(zotero).api == "read" else None
    assert left is None or left.created == []
    if expected != "unsure" or rules(zotero).api == "read":
        assert len(keys(zotero)) == 61


def test_restarted_with_no_answer_and_no_looking_is_never_sent_twice(desk: ZoteroServer) -> None:
    """It was saved, the program went down, and forgot: only a person can tell, and is asked."""
    rules(desk).api = "off"
    real = desk.rules

    def saves_and_dies(request: Request) -> Reply | None:
        reply = real(request)
        if request.path.endswith("saveItems"):
            desk.restart()
            return None
        return reply

    desk.rules = saves_and_dies
    http = Http(desk.url, sleep=lambda seconds: None)
    outcome = connector.push(plan(FIRST_ONLY, facts()), http)
    desk.rules = real
    assert {type(error) for _, error in outcome.failed} == {errors.UnconfirmedError}
    assert len(desk.store.top()) == 3
    second = pushed(FIRST_ONLY, desk)
    assert len(second.failed) == 3
    assert len(desk.store.top()) == 3
    assert "--again" in str(second.failed[0][1])


def test_one_bad_item_does_not_stop_its_batch(zotero: ZoteroServer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = zotero.store.add
    refused = "https://w.example/13"

    def add(value: JSON) -> JSON:
        return real({**value, "itemType": "tweet"} if value.get("url") == refused else value)

    monkeypatch.setattr(zotero.store, "add", add)
    outcome = pushed(many(30), zotero)
    assert [label for label, _ in outcome.failed] == ["smith2013w13"]
    assert isinstance(outcome.failed[0][1], errors.BrokenError)
    assert len(keys(zotero)) == 30


def test_what_zotero_says_is_saved_is_looked_for(desk: ZoteroServer) -> None:
    rules(desk).api = "read"
    desk.faults = [Fault("instead", path=path, status=201) for path in ("saveItems", "updateSession")]
    outcome = pushed(FIRST_ONLY, desk)
    assert outcome.created == []
    assert {type(error) for _, error in outcome.failed} == {errors.NothingSavedError}


def test_a_torn_journal_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    book = Journal("My Library", tmp_path / "j.jsonl")
    book.note("sent", "s1", ["a", "b"])
    book.note("saved", "s1", ["a"])
    book.note("undone", "s1", ["b"])
    with book.path.open("a") as stream:
        stream.write('{"library": "My Library", "state": "sent", "wor')
    assert book.states() == {"a": ("saved", "s1")}
    assert Journal("Another", book.path).states() == {}
    assert json.loads(book.path.read_text().splitlines()[0])["works"] == ["a", "b"]


def test_an_old_zotero_gets_types_that_it_knows(zotero: ZoteroServer) -> None:
    rules(zotero).version = "5.0.96.3"
    preprint = replace(FIRST_ONLY, works=(replace(FIRST_ONLY.works[0], type="article"), FIRST_ONLY.works[1]))
    pushed(preprint, zotero)
    assert "report" in {each["itemType"] for each in zotero.store.top()}
