"""The registry compiled, in the user's cache folder, so that opening it does not read and vary 4,000 records
again.

JSON, not pickle: a cache is read back without running anything. It is named after a digest of all that it was
made from, so it is never stale; where the folder cannot be written, there is no cache, and nothing else
changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
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

FORMAT = 1
"""Counted up when the shape of the file or the way it is made changes."""

KEPT = 4
"""How many compiled registries stay in the folder; the oldest go."""


class Compiled(NamedTuple):
    """What a registry is made of; `words` is asked for when text is first searched."""

    outlets: Sequence[Outlet]
    ambiguities: Mapping[str, Ambiguity]
    hosts: Hosts
    words: Callable[[], Spelled]


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

    return Compiled(outlets, ambiguities, hosts, words)


def compiled(outlets: Sequence[Outlet], ambiguities: Mapping[str, Ambiguity]) -> Compiled:
    """A registry's parts, made from its outlets and ambiguous names."""
    return Compiled(outlets, ambiguities, index(outlets), lambda: spelled(outlets, ambiguities))


def save(folder: Path, name: str, parts: Compiled) -> None:
    """Write a registry's parts, each file whole or not at all; a read-only folder is no error."""
    data = {
        "outlets": [[getattr(outlet, field) or None for field in _FIELDS] for outlet in parts.outlets],
        "ambiguities": {key: _row(each) for key, each in parts.ambiguities.items()},
        "hosts": parts.hosts,
    }
    try:
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
_MANY = frozenset(field.name for field in fields(Outlet) if field.default == ())
_PLACES = tuple(place for place, name in enumerate(_FIELDS) if name in _MANY and name != "handles")
_HANDLES = _FIELDS.index("handles")


def _outlet(row: list[Any]) -> Outlet:
    # Empty lists are written as null, so that reading makes few objects.
    row = list(row)
    for place in _PLACES:
        row[place] = tuple(row[place]) if row[place] else ()
    row[_HANDLES] = tuple((platform, name) for platform, name in row[_HANDLES]) if row[_HANDLES] else ()
    row[-1] = bool(row[-1])
    return Outlet(*row)


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
