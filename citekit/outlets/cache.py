"""The registry compiled, in the user's cache folder, so that opening it does not read and vary 4,000 records
again.

JSON, not pickle: a cache is read back without running anything. It is named after a digest of all that it was
made from, so it is never stale; where the folder cannot be written, there is no cache, and nothing else
changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from citekit.errors import OutputError
from citekit.garbage import collecting_no_garbage
from citekit.model import Outlet
from citekit.outlets.addresses import Hosts
from citekit.outlets.addresses import hosts as index
from citekit.outlets.ambiguity import Ambiguity
from citekit.outlets.lazily import Rows, Table
from citekit.outlets.spellings import Spelled, spelled
from citekit.output import write

FORMAT = 2
"""Counted up when the shape of the file or the way it is made changes."""

KEPT = 4
"""How many compiled registries stay in the folder; the oldest go."""


class Compiled(NamedTuple):
    """What a registry is made of; `words` is asked for when text is first searched, `places`, the place of
    each id among the outlets, when one is first looked up by its id.
    """

    outlets: Sequence[Outlet]
    ambiguities: Mapping[str, Ambiguity]
    hosts: Hosts
    words: Callable[[], Spelled]
    places: Callable[[], dict[str, int]]


def digest(parts: Iterable[str]) -> str:
    """A name for what is made from these: file names with sizes and times, versions of packages.

    >>> digest(["a", "b"]) == digest(["a", "b"]) != digest(["ab"])
    True
    """
    shape = [field.name for model in (Outlet, Ambiguity) for field in fields(model)]
    text = json.dumps([FORMAT, shape, Spelled._fields, list(parts)])
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def default_folder() -> Path:
    """The platform's folder for citekit's caches."""
    from platformdirs import user_cache_path

    return user_cache_path("citekit")


def load(folder: Path, name: str) -> Compiled | None:
    """The compiled registry of this name, or None if there is none that can be read."""
    data = _read(folder / f"outlets-{name}.json")
    try:
        rows, ambiguous, hosts = data["outlets"], data["ambiguities"], data["hosts"]
    except (TypeError, KeyError):
        return None
    outlets = Rows(rows, _outlet)
    ambiguities = Table(ambiguous, _ambiguity)

    def words() -> Spelled:
        found = _read(folder / f"words-{name}.json")
        return (
            Spelled(*found)
            if isinstance(found, list) and len(found) == len(Spelled._fields)
            else spelled(outlets, ambiguities)
        )

    def places() -> dict[str, int]:
        return {line.partition(_FIELD)[0]: place for place, line in enumerate(rows)}

    return Compiled(outlets, ambiguities, hosts, words, places)


def compiled(outlets: Sequence[Outlet], ambiguities: Mapping[str, Ambiguity]) -> Compiled:
    """A registry's parts, made from its outlets and ambiguous names."""
    return Compiled(
        outlets,
        ambiguities,
        index(outlets),
        lambda: spelled(outlets, ambiguities),
        lambda: {outlet.id: place for place, outlet in enumerate(outlets)},
    )


def save(folder: Path, name: str, parts: Compiled) -> None:
    """Write a registry's parts, each file whole or not at all; a read-only folder is no error, nor
    is an outlet that cannot be written: there is no cache then.
    """
    try:
        data = {
            "outlets": [_line(outlet) for outlet in parts.outlets],
            "ambiguities": {key: _row(each) for key, each in parts.ambiguities.items()},
            "hosts": parts.hosts,
        }
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"words-{name}.json", parts.words())
        _write(folder / f"outlets-{name}.json", data)
        for kind in ("outlets", "words"):
            old = sorted(folder.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in old[KEPT:]:
                path.unlink(missing_ok=True)
    except (OSError, OutputError):
        return


def _write(path: Path, data: Any) -> None:
    write(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _read(path: Path) -> Any:
    with collecting_no_garbage():
        try:
            return json.loads(path.read_bytes())
        except (OSError, ValueError):
            return None


_FIELDS = tuple(field.name for field in fields(Outlet))
_MANY = tuple(
    place for place, field in enumerate(fields(Outlet)) if field.default == () and field.name != "handles"
)
_HANDLES, _PROVISIONAL = _FIELDS.index("handles"), _FIELDS.index("provisional")
_FIELD, _VALUE = "\x1f", "\x1e"
"""Between the fields of an outlet and between the values of a field: ASCII's own separators."""


def _line(outlet: Outlet) -> str:
    """An outlet as one string: 4,000 strings are read faster than as many lists, and the collector of garbage
    never looks at them. Raises `OutputError` if a value holds a separator.
    """
    if any(mark in part for part in _parts(outlet) for mark in (_FIELD, _VALUE)):
        raise OutputError(f"{outlet.id}: a control character in a value")
    values = [getattr(outlet, name) or "" for name in _FIELDS]
    for place in _MANY:
        values[place] = _VALUE.join(values[place])
    values[_HANDLES] = _VALUE.join(part for pair in values[_HANDLES] for part in pair)
    values[_PROVISIONAL] = "yes" if values[_PROVISIONAL] else ""
    return _FIELD.join(values)


def _parts(outlet: Outlet) -> Iterator[str]:
    """All texts in an outlet's fields."""
    stack: list[Any] = [getattr(outlet, name) for name in _FIELDS]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            stack.extend(value)


def _outlet(line: str) -> Outlet:
    values: list[Any] = [value or None for value in line.split(_FIELD)]
    for place in _MANY:
        values[place] = tuple(values[place].split(_VALUE)) if values[place] else ()
    handles = values[_HANDLES].split(_VALUE) if values[_HANDLES] else ()
    values[_HANDLES] = tuple(zip(handles[::2], handles[1::2], strict=True))
    values[_PROVISIONAL] = values[_PROVISIONAL] is not None
    return Outlet(*values)


def _row(each: Ambiguity) -> list[Any]:
    sure = sorted(each.sure)
    return [
        each.surface,
        each.why,
        each.cue,
        each.outlets,
        each.default,
        dict(each.by_country),
        sure,
        each.never,
    ]


def _ambiguity(row: list[Any]) -> Ambiguity:
    surface, why, cue, outlets, default, by_country, sure, never = row
    return Ambiguity(
        surface, tuple(why), cue, tuple(outlets), default, by_country, frozenset(sure), tuple(never)
    )
