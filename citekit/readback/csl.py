"""CSL-JSON items read as works, citekit's own and other programs'."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Literal

from citekit.errors import BibliographyError
from citekit.export.kinds import kinds
from citekit.export.prose import quoted_in_title, untitled
from citekit.export.variables import names
from citekit.model import Author, Organisation, Outlet, PartialDate, Person, Work
from citekit.text.dates import parse_edtf

_IDENTIFIERS = {"DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid"}
_HANDLE = re.compile(r"^(?:(.*?) \[@([^\[\]]+)\]|@(\S+))$")


def works(data: object) -> tuple[Work, ...]:
    """The works of a list of items, or of an object with a list called `items`; the wrong shape is an error.

    >>> works([{"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [["2001", 3]]}}])[0].date
    PartialDate(year=2001, month=3, day=None, time=None, qualifier='', until=None)
    """
    items = data.get("items", [data]) if isinstance(data, dict) else data
    if not isinstance(items, list) or not all(isinstance(each, dict) for each in items):
        raise BibliographyError("not CSL-JSON: no list of items")
    return tuple(work_of(each) for each in items)


def work_of(item: dict[str, Any]) -> Work:
    """The work that an item describes."""
    title = _text(item.get("title"))
    kind = _text(item.get("type")) or "document"
    if kind == "document" and _text(item.get("genre")) == "Statement":
        kind = "statement"
    outlet = _outlet(item)
    return Work(
        _text(item.get("citation-key") or item.get("id")),
        kind,
        title=title if title and not untitled(title) else None,
        authors=tuple(filter(None, map(_author, _list(item.get("author"))))),
        date=_date(item.get("issued")),
        outlet=outlet,
        url=_text(item.get("URL")) or None,
        identifiers=tuple(
            (scheme, value)
            for variable, scheme in _IDENTIFIERS.items()
            if (value := _text(item.get(variable)))
        ),
        archive_url=_archive(item),
        language=_text(item.get("language")) or None,
        keywords=_keywords(item),
        quotes=tuple(filter(None, (quoted_in_title(title or ""),))),
        note=_text(item.get("note")) or None,
        extra=_extra(item, outlet),
    )


def _outlet(item: dict[str, Any]) -> Outlet | None:
    row = next((row for row in kinds() if row.csl == item.get("type")), kinds()[-1])
    for variable in (row.container, "container-title", "authority", "publisher"):
        if name := _text(item.get(variable)):
            slug = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
            return Outlet(slug or name, name, provisional=True)
    return None


def _author(data: object) -> Author | None:
    if not isinstance(data, dict):
        return None
    if name := _text(data.get("literal")):
        found = _HANDLE.match(name)
        if found is None:
            return Organisation(name)
        return Organisation(found[1] or found[3], handle=found[2] or found[3])
    family = _text(data.get("family"))
    if not family:
        given = _text(data.get("given"))
        return Organisation(given) if given else None
    particle = _text(data.get("non-dropping-particle") or data.get("dropping-particle"))
    suffix = _text(data.get("suffix"))
    return Person(family, _text(data.get("given")) or None, particle or None, suffix or None)


def _date(data: object) -> PartialDate | None:
    if not isinstance(data, dict):
        return _edtf(data)
    for name in ("edtf", "raw", "literal"):
        if date := _edtf(data.get(name)):
            return date
    dates = [PartialDate(*end) for end in map(_parts, _list(data.get("date-parts"))) if end]
    if not dates:
        return None
    about: Literal["", "~"] = "~" if data.get("circa") else ""
    return replace(dates[0], qualifier=about, until=dates[1] if len(dates) > 1 else None)


def _parts(data: object) -> tuple[int, int | None, int | None] | None:
    numbers: list[int] = []
    for part, last in zip(_list(data), (9999, 12, 31), strict=False):
        text = str(part).strip()
        if not text.isdecimal() or not (1 <= int(text[:6]) <= last):
            break
        numbers.append(int(text))
    year, month, of_month = (*numbers, None, None, None)[:3]
    return (year, month, of_month) if year else None


def _edtf(text: object) -> PartialDate | None:
    if not isinstance(text, str):
        return None
    try:
        return parse_edtf(text)
    except ValueError:
        return None


def _archive(item: dict[str, Any]) -> str | None:
    location = _text(item.get("archive_location"))
    return location if "://" in location else None


def _keywords(item: dict[str, Any]) -> tuple[str, ...]:
    words = (word.strip() for word in _text(item.get("keyword")).split(","))
    return tuple(word for word in words if word and not word.startswith("citekit:"))


def _extra(item: dict[str, Any], outlet: Outlet | None) -> tuple[tuple[str, str], ...]:
    values = ((name, _text(item.get(name))) for name in names("csl"))
    return tuple((name, value) for name, value in values if value and not (outlet and value == outlet.name))


def _list(data: object) -> list[Any]:
    return data if isinstance(data, list) else []


def _text(data: object) -> str:
    return str(data).strip() if isinstance(data, str | int | float) else ""
