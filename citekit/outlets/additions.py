"""Adding to a user's or a project's file of outlets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from citekit.errors import DataError, OutputError
from citekit.outlets.format import normal_text
from citekit.outlets.layers import bundled, from_file
from citekit.outlets.provisional import slug
from citekit.outlets.records import Record
from citekit.outlets.schema import problems
from citekit.output import write


def add(
    path: Path,
    *,
    id: str | None = None,
    name: str | None = None,
    alias: Sequence[str] = (),
    domain: Sequence[str] = (),
    handle: Sequence[str] = (),
    kind: str | None = None,
    country: str | None = None,
    language: Sequence[str] = (),
    parent: str | None = None,
    hide: bool = False,
) -> Record:
    """Put an outlet into the file, in the place of one of the same id that is there; make the file if need
    be.

    Raises `DataError` if the record or the file is wrong (nothing is written then), `OutputError` if the file
    cannot be written.
    """
    fields = {
        "id": (id or slug(name or ""),),
        "name": (name,),
        "alias": alias,
        "domain": [each.lower().removeprefix("www.").rstrip("/") for each in domain],
        "handle": handle,
        "kind": (kind,),
        "country": (country.upper() if country else None,),
        "language": language,
        "parent": (parent,),
        "hide": ("yes" if hide else None,),
    }
    kept = {
        field: tuple(" ".join(value.split()) for value in values if value) for field, values in fields.items()
    }
    record = Record({field: values for field, values in kept.items() if values}, "new outlet")
    old = [each for each in (from_file(path) if path.exists() else []) if each.one("id") != record.one("id")]
    known = {each.one("id") or "" for each in bundled()}
    if hide and record.one("id") not in known:
        raise DataError(f"{record.one('id') or 'nothing'!r} is no id of an outlet that could be hidden")
    if wrong := problems([*old, record], known):
        raise DataError("; ".join(wrong))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path.parent}: {error.strerror}") from error
    write(path, normal_text([*old, record]))
    return record
