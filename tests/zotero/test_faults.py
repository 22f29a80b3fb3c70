"""Whatever goes wrong, nothing is lost, nothing is there twice, and both ends of every link are linked."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import ZoteroError
from citekit.zotero import errors
from citekit.zotero.facts import facts
from citekit.zotero.match import citekey_of
from citekit.zotero.push import push
from tests.zotero.pushing import holds, library, planned, pushed
from tests.zotero.rules import Desk
from tests.zotero.sample import BIBLIOGRAPHY, URL, many
from tests.zotero.server import ZoteroServer
from tests.zotero.store import Store
from tests.zotero.wire import Fault, Reply, Request, refusal

WRITES = {"collections": "/collections", "items": "/items"}

# Of these a push recovers by itself.
PASSING = {
    "cut before": Fault("before"),
    "cut after": Fault("after"),
    "answer broken off": Fault("middle"),
    "restarted before": Fault("before", restart=True),
    "restarted after": Fault("after", restart=True),
    "429 with Retry-After": Fault("instead", status=429, headers={"Retry-After": "30"}, text="Too many"),
    "503 with Retry-After": Fault("instead", status=503, headers={"Retry-After": "1"}),
    "503 without": Fault("instead", status=503),
    "no map": Fault("instead", status=200, text="{}"),
    "a map that says nothing": Fault(
        "instead", status=200, text='{"successful": {}, "success": {}, "unchanged": {}, "failed": {}}'
    ),
    "an empty list": Fault("instead", status=200, text="[]"),
}

# These stop it, each with an error of its own.
STOPPING = {
    "400": (Fault("instead", status=400, text="Invalid JSON"), errors.RejectedError),
    "403": (Fault("instead", status=403, text="Forbidden"), errors.DeniedError),
    "403 read-only": (Fault("instead", status=403, text="Write access denied"), errors.ReadOnlyError),
    "404": (Fault("instead", status=404, text="Not found"), errors.GoneError),
    "409": (Fault("instead", status=409, text="Collection 'A' not found"), errors.GoneError),
    "412": (Fault("instead", status=412, text="Library has been modified"), errors.ChangedError),
    "413": (Fault("instead", status=413, text="Cannot add more than 50"), errors.RejectedError),
    "428": (Fault("instead", status=428, text="Zotero-Server-ID not provided"), errors.RejectedError),
    "429 for an hour": (Fault("instead", status=429, headers={"Retry-After": "3600"}), errors.BusyError),
    "500": (Fault("instead", status=500), errors.BrokenError),
    "302": (Fault("instead", status=302, headers={"Location": "http://evil.example"}), errors.RejectedError),
}


@pytest.fixture(params=["desk", "site"])
def zotero(request: pytest.FixtureRequest) -> ZoteroServer:
    """A Zotero, over each of the two APIs."""
    found: ZoteroServer = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("skip", range(3))
@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize("name", PASSING)
def test_a_push_gets_over_it(name: str, path: str, skip: int, zotero: ZoteroServer) -> None:
    zotero.faults = [replace(PASSING[name], path=WRITES[path], skip=skip)]
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert not outcome.failed
    assert not zotero.faults or path == "collections"
    holds(zotero, BIBLIOGRAPHY)


@pytest.mark.parametrize("skip", range(3))
@pytest.mark.parametrize("name", STOPPING)
def test_a_push_that_is_stopped_goes_on_later(name: str, skip: int, zotero: ZoteroServer) -> None:
    fault, kind = STOPPING[name]
    zotero.faults = [replace(fault, path="/items", skip=skip)]
    with pytest.raises(ZoteroError) as caught:
        pushed(BIBLIOGRAPHY, zotero)
    assert type(caught.value) is kind
    assert not pushed(BIBLIOGRAPHY, zotero).failed
    holds(zotero, BIBLIOGRAPHY)


def test_each_error_has_an_exit_code_of_its_own() -> None:
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ZoteroError)
    ]
    assert len({kind.exit_code for kind in kinds}) == len(kinds) == 14


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("skip", range(4))
def test_a_push_that_is_killed_goes_on_later(
    moment: str, skip: int, zotero: ZoteroServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    zotero.faults = [Fault(moment, path="/", skip=skip, method="POST")]  # type: ignore[arg-type]
    monkeypatch.setattr("citekit.zotero.writing.settle", _killed)
    with pytest.raises((KeyboardInterrupt, ZoteroError)):
        pushed(many(60), zotero)
    monkeypatch.undo()
    monkeypatch.setenv("ZOTERO_API_KEY", "EXAMPLEWEBKEY0000000000")
    assert not pushed(many(60), zotero).failed
    holds(zotero, many(60))


def _killed(library: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/items", "/collections"])
def test_an_answer_that_comes_too_late_is_not_sent_twice(path: str, zotero: ZoteroServer) -> None:
    zotero.faults = [Fault("after", path=path, slow=0.6)]
    outcome = pushed(BIBLIOGRAPHY, zotero, timeout=0.2)
    assert not outcome.failed
    while zotero.busy:  # the late one arrives now
        time.sleep(0.05)
    holds(zotero, BIBLIOGRAPHY)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 5))
def test_a_zotero_that_is_restarted_in_the_middle(number: int, zotero: ZoteroServer) -> None:
    wanted, found = planned(BIBLIOGRAPHY, zotero), library(zotero)
    found.http.sleep = lambda seconds: time.sleep(0.1)
    usual, writes = zotero.rules, 0

    def rules(request: Request) -> Reply | None:
        nonlocal writes
        writes += request.method == "POST" and request.path.endswith(("/items", "/collections"))
        if writes == number:
            writes += 1
            zotero.reboot(0.3)
            usual(request)  # it is saved, and nobody hears of it
            return None
        return usual(request)

    zotero.rules = rules
    outcome = push(wanted, found, facts())
    zotero.rules = usual
    assert not outcome.failed
    holds(zotero, BIBLIOGRAPHY)


def test_notes_that_are_saved_one_by_one_without_an_answer(zotero: ZoteroServer) -> None:
    """So the recorded Zotero did with a note: it was there afterwards, and no answer had come."""
    wanted, found = planned(many(7), zotero), library(zotero)
    usual = zotero.rules

    def rules(request: Request) -> Reply | None:
        if request.method == "POST" and '"note"' in request.body:
            usual(replace(request, body=json.dumps(request.json()[:1])))
            return None
        return usual(request)

    zotero.rules = rules
    outcome = push(wanted, found, facts())
    zotero.rules = usual
    assert not outcome.failed
    assert len(outcome.notes) == 7
    holds(zotero, many(7))


def test_what_is_in_the_trash_is_not_wanted(zotero: ZoteroServer) -> None:
    zotero.store.add({"itemType": "webpage", "title": "M", "url": URL, "deleted": 1})
    assert "abcnews2019protests" in pushed(BIBLIOGRAPHY, zotero).created


def test_a_library_that_is_locked(site: ZoteroServer) -> None:
    site.faults = [Fault("instead", path="/items", status=409, text="The target library is locked")]
    with pytest.raises(errors.BusyError, match="locked"):
        pushed(BIBLIOGRAPHY, site)


def test_a_zotero_that_is_not_there(zotero: ZoteroServer) -> None:
    found = library(zotero)
    zotero.__exit__()
    with pytest.raises(errors.NotRunningError, match="nothing answers"):
        found.version()


def test_another_zotero_answers(desk: ZoteroServer) -> None:
    assert isinstance(desk.rules, Desk)
    found = library(desk)
    desk.rules.server_id = "another"
    with pytest.raises(errors.NotRunningError, match="another Zotero"):
        found.write("/items", [{"itemType": "webpage"}], "12345")
    assert not desk.store.items


def test_backoff_is_waited_for(site: ZoteroServer) -> None:
    found = library(site)
    waits: list[float] = []
    found.http.sleep = waits.append
    site.faults = [Fault("instead", method="GET", status=200, headers={"Backoff": "7"}, text="[]")]
    found.version()
    found.version()
    assert [round(seconds) for seconds in waits] == [7]


def test_retry_after_is_waited_for(desk: ZoteroServer) -> None:
    found = library(desk)
    waits: list[float] = []
    found.http.sleep = waits.append
    desk.faults = [Fault("instead", method="GET", status=429, headers={"Retry-After": "12"})]
    found.version()
    assert waits == [12]


def test_a_read_that_is_cut_is_read_again(zotero: ZoteroServer) -> None:
    pushed(BIBLIOGRAPHY, zotero)
    zotero.faults = [Fault("after", method="GET"), Fault("before", method="GET", path="/items/top")]
    assert pushed(BIBLIOGRAPHY, zotero).created == []


def test_a_read_that_breaks_off_is_no_empty_library(zotero: ZoteroServer) -> None:
    pushed(BIBLIOGRAPHY, zotero)
    zotero.faults = [Fault("middle", method="GET", path="/items/top")]
    with pytest.raises(errors.UnreadableError, match="broke off"):
        pushed(BIBLIOGRAPHY, zotero)
    holds(zotero, BIBLIOGRAPHY)


def test_items_that_zotero_refuses_do_not_stop_the_others(zotero: ZoteroServer) -> None:
    message = "Bad &lt;date&gt;" if not isinstance(zotero.rules, Desk) else "Bad <date>"
    zotero.faults = [Fault("instead", path="/items", status=200, text=refusal(400, message))]
    one = many(1)
    outcome = pushed(replace(one, documents=()), zotero)
    assert [(label, str(error)) for label, error in outcome.failed] == [("smith2000w0", "Bad <date> (400)")]
    assert not pushed(one, zotero).failed
    holds(zotero, one)


def test_a_collection_that_goes_meanwhile(zotero: ZoteroServer) -> None:
    wanted, found = planned(BIBLIOGRAPHY, zotero), library(zotero)
    usual = zotero.rules

    def rules(request: Request) -> Reply | None:
        if request.method == "POST" and request.path.endswith("/items"):
            zotero.store.collections.clear()
        return usual(request)

    zotero.rules = rules
    outcome = push(wanted, found, facts())
    zotero.rules = usual
    assert {type(error) for _, error in outcome.failed} == {errors.GoneError}
    assert not pushed(BIBLIOGRAPHY, zotero).failed
    holds(zotero, BIBLIOGRAPHY)


def test_someone_else_writes_at_the_same_time(zotero: ZoteroServer) -> None:
    pushed(BIBLIOGRAPHY, zotero)
    item = next(each for each in zotero.store.top() if each.get("url") == URL)
    item["tags"] = []
    zotero.faults = [Fault("instead", path="/items", status=200, text=refusal(412, "m"))]
    outcome = pushed(BIBLIOGRAPHY, zotero)
    assert outcome.changed == ["abcnews2019protests"]
    assert not outcome.failed


MOMENTS = st.builds(
    Fault,
    moment=st.sampled_from(["before", "after", "middle"]),
    path=st.sampled_from(["", "/items", "/collections"]),
    skip=st.integers(0, 4),
    restart=st.booleans(),
)


@pytest.mark.slow
@given(st.lists(MOMENTS, max_size=8), st.integers(1, 4))
def test_any_run_of_faults_ends_well(faults: list[Fault], pushes: int) -> None:
    """However many pushes are cut off wherever, one that is not makes all of it whole."""
    with ZoteroServer(Store(), Desk) as zotero:
        for _ in range(pushes):
            zotero.faults = [replace(each) for each in faults]
            try:
                pushed(BIBLIOGRAPHY, zotero)
            except ZoteroError:
                keys = [citekey_of(item) for item in zotero.store.top()]
                assert len(keys) == len(set(keys))
        zotero.faults = []
        assert not pushed(BIBLIOGRAPHY, zotero).failed
        holds(zotero, BIBLIOGRAPHY)
