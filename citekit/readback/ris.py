"""RIS read as works: lines of a tag and a value, entries from TY to ER."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from citekit.errors import BibliographyError
from citekit.export.kinds import kinds
from citekit.export.prose import quoted_in_title, untitled
from citekit.export.variables import names
from citekit.model import Author, Organisation, Outlet, PartialDate, Person, Work
from citekit.text.dates import parse_edtf

_LINE = re.compile(r"^([A-Z][A-Z0-9])  ?-(?: (.*))?$")
_HANDLE = re.compile(r"^(?:(.*?) \[@([^\[\]]+)\]|@(\S+))$")

Entry = dict[str, list[str]]


def works(text: str) -> tuple[Work, ...]:
    """The works of a RIS file, in its order; `BibliographyError` where no entry is in it.

    >>> works("TY  - BOOK\\nTI  - Salt\\nAU  - O'Neill, Ciarán\\nER  - \\n")[0].authors[0].name
    "Ciarán O'Neill"
    """
    found = tuple(_work(entry, number) for number, entry in enumerate(_entries(text), 1))
    if not found and text.strip():
        raise BibliographyError("not RIS: no line begins with TY")
    return found


def _entries(text: str) -> Iterator[Entry]:
    entry: Entry | None = None
    last: list[str] | None = None
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            if last and line.strip():  # a value that a program broke over lines
                last[-1] = f"{last[-1]} {line.strip()}"
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag == "TY":
            entry = {"TY": [value]}
        elif tag == "ER":
            if entry:
                yield entry
            entry = last = None
        elif entry is not None and value:
            last = entry.setdefault(tag, [])
            last.append(value)
    if entry:
        yield entry


def _work(entry: Entry, number: int) -> Work:
    title = _first(entry, "TI", "T1", "CT")
    kind = _type(entry)
    outlet = _outlet(entry)
    return Work(
        _first(entry, "ID") or f"ris{number}",
        kind,
        title=title if title and not untitled(title) else None,
        authors=tuple(filter(None, (_author(name) for name in (*entry.get("AU", ()), *entry.get("A1", ()))))),
        date=_date(entry),
        outlet=outlet,
        url=_first(entry, "UR"),
        identifiers=tuple(_identifiers(entry, kind)),
        archive_url=next((url for url in entry.get("L2", ()) if "://" in url), None),
        language=_first(entry, "LA"),
        keywords=tuple(word for word in entry.get("KW", ()) if not word.startswith("citekit:")),
        quotes=tuple(filter(None, (quoted_in_title(title or ""),))),
        note=" ".join(note for note in entry.get("N1", ()) if not _told(note)) or None,
        extra=tuple(
            (variable, value)
            for variable, tag in names("ris").items()
            if (value := _first(entry, tag)) and not (outlet and value == outlet.name)
        ),
    )


def _type(entry: Entry) -> str:
    tag, genre = entry["TY"][0].upper(), _first(entry, "M3")
    rows = [row for row in kinds() if row.ris == tag]
    if tag == "ELEC" and genre:
        return "post"
    exact = [row.csl for row in rows if row.genre and row.genre == genre]
    return (exact or [row.csl for row in rows] or ["document"])[0] if tag != "GEN" or genre else "document"


def _outlet(entry: Entry) -> Outlet | None:
    name = _first(entry, "T2", "JO", "JF", "PB")
    if not name:
        return None
    slug = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    return Outlet(slug or name, name, provisional=True)


def _author(name: str) -> Author | None:
    if found := _HANDLE.match(name):
        return Organisation(found[1] or found[3], handle=found[2] or found[3])
    family, *rest = (part.strip() for part in name.split(","))
    if not rest:
        return Organisation(family) if family else None
    suffix = rest[1] if len(rest) > 1 else None
    *before, last = family.split(" ")
    particle = " ".join(takewhile(str.islower, before))
    name = family[len(particle) :].strip() or last
    return Person(name, rest[0] or None, particle or None, suffix or None)


def _date(entry: Entry) -> PartialDate | None:
    said = _first(entry, "DA", "PY", "Y1") or ""
    year, month, day, other = (*said.split("/", 3), "", "", "", "")[:4]
    for text in (other.replace("..", "/"), "-".join(part for part in (year, month, day) if part), year):
        try:
            return parse_edtf(text)
        except ValueError:
            continue
    return None


def _identifiers(entry: Entry, kind: str) -> Iterator[tuple[str, str]]:
    for value in entry.get("DO", ()):
        yield "doi", value
    for value in entry.get("SN", ()):
        yield ("isbn" if kind in ("book", "chapter") else "issn"), value
    for value in entry.get("AN", ()):
        scheme, separator, number = value.partition(":")
        yield (scheme, number) if separator else ("pmid", value)


def _told(note: str) -> bool:
    """Whether a note is one of those that citekit writes about a work and not of it."""
    return note.startswith(
        ("Cited in ", "cites: ", "quoted in ", "reprinted in ", "archived", "read at ", "“")
    )


def _first(entry: Entry, *tags: str) -> str | None:
    return next((entry[tag][0] for tag in tags if tag in entry), None)
