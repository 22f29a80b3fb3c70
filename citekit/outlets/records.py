"""The record format that outlets are written in: one `field: value` a line, an empty line between records.

It is the plain core of GNU recutils' rec format, so `recsel` and `recfix` read it too: a field may be
repeated, `#` starts a comment line, and there is neither quoting nor continuation. It diffs well, since one
fact is one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citekit.errors import DataError

_FIELD = re.compile(r"[a-z][a-z-]*")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its fields in order of writing, each with all its values, and where it stands."""

    fields: Mapping[str, tuple[str, ...]]
    file: str = "-"
    line: int = 0
    comments: tuple[str, ...] = field(default=(), compare=False)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field."""
        return self.fields.get(name, ())

    def one(self, name: str) -> str | None:
        """The first value of a field, or None."""
        values = self.fields.get(name)
        return values[0] if values else None


def parse(text: str, file: str = "-") -> Iterator[Record]:
    """The records of a text. Raises `DataError` with file and line where a line is no field.

    >>> [record.fields for record in parse("id: wsws\\nalias: WSWS\\n\\n# a comment\\nid: fair\\n")]
    [{'id': ('wsws',), 'alias': ('WSWS',)}, {'id': ('fair',)}]
    """
    fields: dict[str, tuple[str, ...]] = {}
    comments: list[str] = []
    start = 0
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if not line or line.isspace():
            if fields:
                yield Record(fields, file, start, tuple(comments))
                fields, comments = {}, []
            continue
        if line[0] == "#":
            comments.append(line)
            continue
        name, colon, value = line.partition(":")
        if not colon or (name not in fields and not _FIELD.fullmatch(name)):
            raise DataError(f"{file}:{number}: not a field (`name: value`): {line[:60]!r}")
        value = value.strip()
        if not value:
            raise DataError(f"{file}:{number}: {name!r} has no value; leave the line out")
        if not fields:
            start = number
        fields[name] = (*fields[name], value) if name in fields else (value,)


def write(records: Iterable[Record]) -> str:
    """The text of records, which `parse` reads back.

    >>> print(write([Record({"id": ("wsws",), "alias": ("WSWS", "W.S.W.S.")})]), end="")
    id: wsws
    alias: WSWS
    alias: W.S.W.S.
    """
    blocks = []
    for record in records:
        lines = [
            *record.comments,
            *(f"{name}: {value}" for name, values in record.fields.items() for value in values),
        ]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
