"""A library that is only read: what is written to it is answered as Zotero would, and goes nowhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citekit.zotero.api import Library, Receipt
from citekit.zotero.facts import Item


@dataclass(slots=True)
class Rehearsal(Library):
    """The same library, for a push that only tells what it would do."""

    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _new: dict[str, Item] = field(default_factory=dict)

    def write(self, path: str, objects: Sequence[Item], token: str | None = None) -> Receipt:
        """What Zotero would answer if it took all of it."""
        written = {}
        for place, value in enumerate(objects):
            key = value.get("key") or f"new {next(self._numbers)}"
            before = self._new.get(key) or (self.item(key) if "key" in value else {})
            made = {"version": 0, "_library": "users/0", "_children": 0, **before, **value, "key": key}
            written[place] = self._new[key] = made
        return Receipt(written)


def rehearsal(library: Library) -> Rehearsal:
    """A rehearsal of writing to `library`."""
    return Rehearsal(library.http, library.prefix, library.name, library.authority, library.page)
