"""What Zotero's schema allows: item types, their fields and the roles of creators.

The facts lie in `data/zotero.toml`; which type a work becomes is said in `data/entry_types.csv`. A running
Zotero may know more fields than they name; `Facts.having` adds what it says of itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from citekit.errors import DataError

Item = dict[str, Any]
"""An item's JSON, as both APIs take and give it."""

# What every item's JSON may hold beside the fields of its type.
_BESIDE_FIELDS = frozenset(
    {
        "itemType",
        "creators",
        "tags",
        "collections",
        "relations",
        "key",
        "version",
        "dateAdded",
        "dateModified",
    }
)
_OF_NOTES = frozenset({"note", "parentItem"})
_OF_ATTACHMENTS = frozenset({"title", "url", "accessDate", "linkMode", "parentItem", "contentType", "note"})


@dataclass(frozen=True, slots=True)
class ItemType:
    """One item type: its fields, the roles of its creators, and which field holds what citekit knows.

    `title`, `date` and `outlet` name the fields of a work's title, date and outlet; "" where the type has
    none.
    """

    name: str
    fields: frozenset[str]
    creators: frozenset[str]
    creator: str
    title: str = "title"
    date: str = "date"
    outlet: str = ""
    since: int = 5
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The item types by name; `later` are fields that not every Zotero has."""

    types: Mapping[str, ItemType]
    later: tuple[str, ...]

    def item_type(self, name: str, *, major: int = 99) -> ItemType:
        """The item type of that name, or the one that a Zotero of that major version has instead.

        >>> facts().item_type("preprint").name, facts().item_type("preprint", major=6).name
        ('preprint', 'report')
        """
        found = self.types[name]
        return self.types[found.instead] if major < found.since else found

    def having(self, fields: Mapping[str, Iterable[str]]) -> Facts:
        """These facts, with the fields that a running Zotero says its types have.

        >>> "DOI" in facts().having({"webpage": ["title", "DOI"]}).types["webpage"].fields
        True
        """
        types = dict(self.types)
        for name, more in fields.items():
            if known := types.get(name):
                all_fields = known.fields | frozenset(more)
                date = known.date or ("date" if "date" in all_fields else "")
                types[name] = replace(known, fields=all_fields, date=date)
        return replace(self, types=types)

    def problems(self, item: Item) -> Iterator[str]:
        """Why Zotero would refuse the item or drop some of it; nothing if it is sound.

        >>> list(facts().problems({"itemType": "webpage", "title": "T", "network": "ABC"}))
        ["webpage has no field 'network'"]
        """
        name = item.get("itemType")
        if name in ("note", "attachment"):
            allowed = _OF_NOTES if name == "note" else _OF_ATTACHMENTS
            yield from _unknown_fields(item, name, allowed)
            return
        found = self.types.get(name) if isinstance(name, str) else None
        if found is None:
            yield f"Zotero has no item type {name!r}"
            return
        yield from _unknown_fields(item, found.name, found.fields)
        for field in found.fields & item.keys():
            if not isinstance(item[field], str):
                yield f"{field} is not text"
        for creator in item.get("creators", ()):
            if creator.get("creatorType") not in found.creators:
                yield f"{found.name} has no creators of type {creator.get('creatorType')!r}"
            if not (creator.get("name") or creator.get("lastName")):
                yield "a creator has no name"
        for tag in item.get("tags", ()):
            if not tag.get("tag", "").strip():
                yield "a tag is empty"


def _unknown_fields(item: Item, name: str, allowed: frozenset[str]) -> Iterator[str]:
    for field in sorted(item.keys() - allowed - _BESIDE_FIELDS):
        yield f"{name} has no field {field!r}"


@lru_cache
def facts() -> Facts:
    """The facts that citekit brings. Raises `DataError` if its file is damaged."""
    text = files("citekit").joinpath("data/zotero.toml").read_text("utf-8")
    try:
        raw = tomllib.loads(text)
        types = {name: _item_type(name, row, raw) for name, row in raw["types"].items()}
        return Facts(types, tuple(raw["later"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(f"data/zotero.toml: {error}") from error


def _item_type(name: str, row: Mapping[str, Any], raw: Mapping[str, Any]) -> ItemType:
    title = row.get("title", "title")
    archival = raw["archival"] if row.get("archival") else ()
    return ItemType(
        name=name,
        fields=frozenset([*raw["common"], *archival, title, *row["fields"]]),
        creators=frozenset(row["creators"]),
        creator=row["creator"],
        title=title,
        date=row.get("date", "date"),
        outlet=row.get("outlet", ""),
        since=row.get("since", 5),
        instead=row.get("instead", ""),
    )
