"""Pushes to the tests' servers without waiting, and what must hold of a library afterwards."""

from __future__ import annotations

from typing import Any

from citekit.bibliography import Bibliography
from citekit.zotero import local, web
from citekit.zotero.api import Library
from citekit.zotero.facts import facts
from citekit.zotero.http import Http
from citekit.zotero.match import citekey_of
from citekit.zotero.plan import Plan, plan
from citekit.zotero.push import Outcome, push
from tests.zotero.rules import Desk
from tests.zotero.server import ZoteroServer


def library(server: ZoteroServer, *, timeout: float = 5.0) -> Library:
    """The server's library, over the road that it offers."""
    if isinstance(server.rules, Desk):
        http = Http(server.url, timeout=timeout)
        http.sleep = lambda seconds: None
        return local.library(http, local.running(http), say=lambda words: None)
    found = web.library(base=server.url)
    found.http.timeout = timeout
    found.http.sleep = lambda seconds: None
    return found


def planned(bibliography: Bibliography, server: ZoteroServer) -> Plan:
    found = library(server)
    return plan(bibliography, found.facts(facts(), ["webpage", "podcast"]))


def pushed(
    bibliography: Bibliography, server: ZoteroServer, *, timeout: float = 5.0, **options: Any
) -> Outcome:
    """Push and return what came of it."""
    found = library(server, timeout=timeout)
    return push(planned(bibliography, server), found, facts(), **options)


def holds(server: ZoteroServer, bibliography: Bibliography) -> None:
    """Everything is there once, in its collection, with its notes, and related at both ends."""
    store, wanted = server.store, planned(bibliography, server)
    items = {citekey_of(item): item for item in store.top()}
    assert len(items) == len(store.top()), "an item is there twice"
    assert items.keys() == {entry.key for entry in wanted.entries}
    names = {key: each["name"] for key, each in store.collections.items()}
    assert len(set(names.values())) == len(names), "a collection is there twice"
    for entry in wanted.entries:
        item = items[entry.key]
        assert item.get("url", "") == entry.item.get("url", ""), "an address was changed"
        assert item["itemType"] == entry.item["itemType"]
        assert {names[key] for key in item["collections"]} == {
            (wanted.collections or {})[each] for each in entry.collections
        }
        children = store.children(item["key"])
        assert sorted(each["note"] for each in children if "note" in each) == sorted(
            each.html() for each in entry.notes
        )
        assert [each["url"] for each in children if "url" in each] == [
            each["url"] for each in entry.attachments
        ]
        related = {items_of(store.items, uri) for uri in item["relations"].get("dc:relation", ())}
        assert related == {
            other for pair in wanted.related if entry.key in pair for other in pair if other != entry.key
        }


def items_of(items: dict[str, Any], uri: str) -> str | None:
    """The citekey of the item that a relation leads to."""
    return citekey_of(items[uri.rpartition("/")[2]])
