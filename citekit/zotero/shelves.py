"""A collection for each article, below one that holds them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from citekit.zotero.api import Library
from citekit.zotero.errors import GoneError
from citekit.zotero.facts import Item
from citekit.zotero.writing import Done, New, create

ABOVE = "citekit"
"""The collection that holds the articles' collections, where the user names no other."""

Watch = Callable[[Iterator[Done], int], Iterator[Done]]
"""Passes on what becomes of each object, of so many, and notes what went wrong."""


def shelve(
    library: Library, names: Mapping[str, str], above: str | None, watch: Watch
) -> tuple[dict[str, str], list[str]]:
    """The keys of the collections by article, made where they are not there, and the names of those made.

    `names` are the collections' names by article; `above` the key or name of the one to put them into, which
    must be there (`GoneError`).
    """
    made: list[str] = []
    if not names:
        return {}, made
    top = named(library, above) if above else None
    if above and top is None:
        raise GoneError(
            f"{library.name} has no collection {above!r}; `citekit zotero collections` lists them"
        )
    if top is None:
        top = _shelves(library, [(ABOVE, False)], made, watch).get(ABOVE)
    if top is None:
        return {}, made
    found = _shelves(library, [(name, top) for name in dict.fromkeys(names.values())], made, watch)
    return {article: found[name] for article, name in names.items() if name in found}, made


def named(library: Library, name: str) -> str | None:
    """The key of the collection with that key or name; of several of one name that at the top."""
    present = list(library.collections())
    for each in present:
        if each["key"] == name:
            return name
    same = [each for each in present if each["name"] == name]
    return str(min(same, key=lambda each: bool(each["parentCollection"]))["key"]) if same else None


def _shelves(
    library: Library, wanted: Sequence[tuple[str, str | bool]], made: list[str], watch: Watch
) -> dict[str, str]:
    """Keys by name of the collections (name, parent's key or False), made where they are not there."""
    present = {(each["name"], each["parentCollection"]): each["key"] for each in library.collections()}
    news = [
        New(name, {"name": name, "parentCollection": parent}, partial(_shelf, library, name, parent))
        for name, parent in wanted
        if (name, parent) not in present
    ]
    found = {name: present[name, parent] for name, parent in wanted if (name, parent) in present}
    for done in watch(create(library, "/collections", news), len(news)):
        if done.item:
            found[done.label] = done.item["key"]
            made.append(done.label)
    return found


def _shelf(library: Library, name: str, parent: str | bool) -> Item | None:
    for each in library.collections():
        if (each["name"], each["parentCollection"]) == (name, parent):
            return each
    return None
