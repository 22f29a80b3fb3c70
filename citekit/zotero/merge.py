"""What to change in an item that is there already: only what adds to it, never what a person wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from citekit.export.prose import untitled
from citekit.zotero.facts import Facts, Item
from citekit.zotero.items import item
from citekit.zotero.match import citekey_of
from citekit.zotero.plan import Entry

_RELATION = "dc:relation"


def additions(theirs: Item, entry: Entry, collections: Iterable[str], facts: Facts, *, update: bool) -> Item:
    """The fields of `theirs` to write anew so that it is in the collections and has the tags of `entry`.

    `collections` are keys. With `update`, fields that are empty are filled too. Empty if all is there.

    >>> from citekit.model import Work
    >>> from citekit.zotero.facts import facts
    >>> ours = Entry("k", Work("k", "webpage", title="T", language="en"), {"tags": [{"tag": "citekit"}]})
    >>> additions({"itemType": "webpage", "title": "Mine"}, ours, ["C"], facts(), update=True)["language"]
    'en'
    """
    changes: Item = {}
    present = theirs.get("collections", [])
    if missing := [key for key in collections if key not in present]:
        changes["collections"] = [*present, *missing]
    tags = theirs.get("tags", [])
    if new := [tag for tag in entry.item.get("tags", ()) if tag["tag"] not in {each["tag"] for each in tags}]:
        changes["tags"] = [*tags, *new]
    extra = _with_cites(theirs, entry)
    if update:
        filled = _filled(theirs, entry, facts)
        extra = _with_lines(extra, filled.pop("extra", ""), has_key=bool(citekey_of(theirs)))
        changes.update(filled)
    if extra != (theirs.get("extra") or ""):
        changes["extra"] = extra
    return changes


def relations(theirs: Item, uris: Sequence[str]) -> Item:
    """The change that relates `theirs` to all of `uris` and keeps what it is related to; empty if it is
    already.

    >>> relations({"relations": {"dc:relation": "u/1"}}, ["u/2"])
    {'relations': {'dc:relation': ['u/1', 'u/2']}}
    """
    present: dict[str, Any] = dict(theirs.get("relations") or {})
    known = related(theirs)
    missing = [uri for uri in dict.fromkeys(uris) if uri not in known]
    return {"relations": {**present, _RELATION: [*known, *missing]}} if missing else {}


def related(item: Item) -> list[str]:
    """The URIs of what an item is related to; Zotero gives one alone without a list.

    >>> related({"relations": {"dc:relation": "u/1"}}), related({"relations": {}})
    (['u/1'], [])
    """
    found = (item.get("relations") or {}).get(_RELATION, [])
    return [found] if isinstance(found, str) else list(found)


def _filled(theirs: Item, entry: Entry, facts: Facts) -> Item:
    """The fields that are empty in `theirs` and known to us, as the type that a person gave the item has
    them.
    """
    name = theirs.get("itemType", "")
    if name not in facts.types:
        return {}
    ours = item(entry.work, facts, cites=entry.cites, named=name)
    title = facts.types[name].title
    found = {
        field: value
        for field, value in ours.items()
        if field in facts.types[name].fields and (field == "extra" or not theirs.get(field))
    }
    if entry.work.title and untitled(theirs.get(title) or ""):
        found[title] = entry.work.title
    if not entry.work.title:
        found.pop(title, None)  # a description, for want of a title, fills nothing
    if citekey_of(theirs):
        found.pop("citationKey", None)
    if not theirs.get("creators") and ours["creators"]:
        found["creators"] = ours["creators"]
    return found


def _with_cites(theirs: Item, entry: Entry) -> str:
    """Extra with the citekeys of what `entry` cites, where it has a line `cites: a, b` that takes them."""
    lines = (theirs.get("extra") or "").split("\n")
    for place, line in enumerate(lines):
        if line.startswith("cites:"):
            known = [key.strip() for key in line.removeprefix("cites:").split(",")]
            missing = [key for key in entry.cites if key not in known]
            lines[place] = f"{line.rstrip(', ')}, {', '.join(missing)}" if missing else line
    return "\n".join(lines)


def _with_lines(extra: str, ours: str, *, has_key: bool) -> str:
    """Extra with those of our lines whose label it does not have."""
    labels = {line.partition(":")[0].strip().casefold() for line in extra.split("\n")}
    labels |= {"citation key"} if has_key else set()
    new = [line for line in ours.split("\n") if line and line.partition(":")[0].casefold() not in labels]
    return "\n".join([*filter(None, [extra]), *new])
