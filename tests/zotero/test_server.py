"""The tests' server answers what a real Zotero answered: the recorded requests, in their order."""

from __future__ import annotations

import http.client
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.zotero.rules import Desk
from tests.zotero.server import ZoteroServer
from tests.zotero.store import Store

# What these tests' server leaves out: it has no translators, so imports create nothing. Its ping tells fewer
# preferences; and a note's answer, which the recorded Zotero never gave, comes at once.
LEFT_OUT = {
    "ping_post": "preferences",
    "import_bib": "translators",
    "import_no_session_1": "translators",
    "import_rdf": "translators",
    "import_ris": "translators",
    "api_items": "counts what imports made",
    "api_items_top_format_versions": "counts what imports made",
    "api_q_everything": "finds what imports made",
    "note_child": "no answer was recorded",
}
_KEY = re.compile(r"EXAMPLELOCALKEY\d+|\b[A-Z2-9]{8}\b")


def replay(server: ZoteroServer, request: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    """The server's answer, in the form of the recorded ones, to a request with its keys replaced by ours."""

    def ours(text: str) -> str:
        return _KEY.sub(lambda found: keys.get(found.group(), found.group()), text)

    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.putrequest(request["method"], ours(request["path"]), skip_host=True, skip_accept_encoding=True)
    for name, value in request["headers"].items():
        connection.putheader(name, ours(value))
    body = ours(request["body"] or "").encode()
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    try:
        answer = connection.getresponse()
        headers = [[name, value] for name, value in answer.getheaders()]
        return {"status": answer.status, "headers": headers, "body": answer.read().decode()}
    except http.client.RemoteDisconnected:
        return {"exception": "RemoteDisconnected"}
    finally:
        connection.close()


def learn(theirs: Any, ours: Any, keys: dict[str, str]) -> None:
    """Pair the keys that were made then with those made now, by their place in the two answers."""
    for then, now in zip(_KEY.findall(json.dumps(theirs)), _KEY.findall(json.dumps(ours)), strict=False):
        keys.setdefault(then, now)


def plain(body: str) -> Any:
    """The answer without what differs each time: keys, versions, times; and how JSON is laid out."""
    text = _KEY.sub("KEY", body)
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "TIME", text)
    text = re.sub(r"(\"version\":\s*|expected |found )\d+", r"\g<1>0", text)
    try:
        return json.loads(text)
    except ValueError:
        return text


def test_it_answers_as_the_recorded_zotero(shared: Path) -> None:
    keys: dict[str, str] = {}
    compared = 0
    with ZoteroServer(Store(), Desk) as server:
        for line in (shared / "zotero" / "captures.jsonl").read_text("utf-8").splitlines():
            if not line.strip():
                continue
            recorded = json.loads(line)
            if recorded["name"] == "api_root":
                server.store.version = 20  # where the recorded library stood after its imports
            theirs, ours = recorded["response"], replay(server, recorded["request"], keys)
            name = recorded["name"]
            if name in LEFT_OUT:
                continue
            compared += 1
            if "exception" in theirs:
                assert ours.get("exception") == theirs["exception"], name
                continue
            assert ours.get("status") == theirs["status"], (name, ours)
            learn(theirs["body"], ours["body"], keys)
            assert plain(ours["body"]) == plain(theirs["body"]), name
            names = {header.lower() for header, _ in theirs["headers"]} - {"date", "server", "connection"}
            assert names <= {header.lower() for header, _ in ours["headers"]}, name
    assert compared == 69


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_what_is_left_out_was_recorded(name: str, shared: Path) -> None:
    assert f'"name": "{name}"' in (shared / "zotero" / "captures.jsonl").read_text("utf-8")
