"""What a Zotero library holds, and how it answers writes: the rules that the recorded requests show."""

from __future__ import annotations

import html
import itertools
import random
from collections.abc import Iterable
from typing import Any

from citekit.zotero.facts import facts

JSON = dict[str, Any]

NOW = "2026-11-22T04:24:40Z"
_LETTERS = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
_NEW_FIELDS = {"DOI", "citationKey"}  # schema 41 has them on every type


class Store:
    """One library: items and collections by key, and the version that every change raises.

    `web` makes it follow the rules of zotero.org, where they differ from those of the program on a desk.
    """

    def __init__(self, *, web: bool = False, seed: int = 1) -> None:
        self.web = web
        self.version = 0
        self.items: dict[str, JSON] = {}
        self.collections: dict[str, JSON] = {}
        self._random = random.Random(seed)
        self._order = itertools.count()
        self.user = 475425 if web else 0

    def top(self) -> list[JSON]:
        """Top-level items, oldest first."""
        return [item for item in self.items.values() if not item.get("parentItem")]

    def children(self, key: str) -> list[JSON]:
        return [item for item in self.items.values() if item.get("parentItem") == key]

    def inside(self, collection: str) -> list[JSON]:
        return [item for item in self.top() if collection in item.get("collections", ())]

    def row(self, value: JSON, kind: str = "items") -> JSON:
        """An object as the API wraps it."""
        meta = (
            {"numChildren": len(self.children(value["key"]))}
            if kind == "items"
            else {"numCollections": 0, "numItems": len(self.inside(value["key"]))}
        )
        base = "http://localhost:23119/api"
        owner = f"{base}/users/{self.user}"
        return {
            "key": value["key"],
            "version": value["version"],
            "library": {
                "type": "user",
                "id": self.user,
                "name": "My Library",
                "links": {"self": {"href": owner, "type": "application/json"}},
            },
            "links": {"self": {"href": f"{owner}/{kind}/{value['key']}", "type": "application/json"}},
            "meta": meta,
            "data": value,
        }

    def write(self, kind: str, objects: Iterable[Any]) -> JSON:
        """The answer to a write of several objects."""
        answer: JSON = {"successful": {}, "success": {}, "unchanged": {}, "failed": {}}
        for place, value in enumerate(objects):
            try:
                found, changed = self._one(kind, dict(value))
            except Refused as refusal:
                message = html.escape(refusal.message) if self.web else refusal.message
                failed = {"key": value.get("key", ""), "code": refusal.code, "message": message}
                answer["failed"][str(place)] = failed
                continue
            if changed:
                answer["successful"][str(place)] = self.row(found, kind)
                answer["success"][str(place)] = found["key"]
            else:
                answer["unchanged"][str(place)] = found["key"]
        return answer

    def add(self, value: JSON) -> JSON:
        """Put an object in, as a person does in the program."""
        return self._one("items", value)[0]

    def _one(self, kind: str, value: JSON) -> tuple[JSON, bool]:
        there = self.items if kind == "items" else self.collections
        key = value.pop("key", None)
        version = value.pop("version", None)
        if key is None or key not in there:
            if key is not None and not self.web:
                raise Refused(400, f"'primaryData' not loaded for item (null/1/{key})")
            return self._create(kind, value, key), True
        if version is None:
            raise Refused(
                428,
                "Either If-Unmodified-Since-Version or 'version' property must be provided "
                "for 'key'-based writes",
            )
        present = there[key]
        if version != present["version"]:
            raise Refused(412, f"item version mismatch: expected {version}, found {present['version']}")
        self._check(kind, {"itemType": present.get("itemType"), **value})
        if all(present.get(name) == new for name, new in value.items()):
            return present, False
        self.version += 1
        present.update(value, version=self.version)
        return present, True

    def _create(self, kind: str, value: JSON, key: str | None) -> JSON:
        self._check(kind, value)
        self.version += 1
        made: JSON = {"key": key or self._key(), "version": self.version}
        if kind == "items":
            made |= value | {
                "tags": value.get("tags", []),
                "relations": value.get("relations", {}),
                "dateAdded": NOW,
                "dateModified": NOW,
            }
            if value["itemType"] not in ("note", "attachment"):
                made["creators"] = value.get("creators", [])
            if not value.get("parentItem"):
                made["collections"] = value.get("collections", [])
        else:
            made |= {"name": value["name"], "parentCollection": value.get("parentCollection", False)}
            made["relations"] = {}
        (self.items if kind == "items" else self.collections)[made["key"]] = made
        return made

    def _check(self, kind: str, value: JSON) -> None:
        missing = 409 if self.web else 400
        if kind == "collections":
            parent = value.get("parentCollection")
            if parent and parent not in self.collections:
                raise Refused(missing, f"Parent collection {parent} not found")
            return
        name = value.get("itemType")
        known = facts().types.get(str(name))
        if known is None and name not in ("note", "attachment"):
            raise Refused(400, f"Unknown itemType '{name}'")
        if known:
            beside = {
                "itemType",
                "creators",
                "tags",
                "collections",
                "relations",
                "dateAdded",
                "dateModified",
                "deleted",
            }
            for field in value.keys() - known.fields - beside - _NEW_FIELDS:
                raise Refused(400, f"'{field}' is not a valid field for type '{name}'")
        if (parent := value.get("parentItem")) and parent not in self.items:
            raise Refused(missing, f"Parent item 1/{parent} not found")
        for collection in value.get("collections", ()):
            if collection not in self.collections:
                raise Refused(missing, f"Collection {collection} not found for item 1/null")

    def _key(self) -> str:
        return "".join(self._random.choices(_LETTERS, k=8))


class Refused(Exception):
    """Why one object of a write was not written."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
