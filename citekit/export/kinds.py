"""What sort of thing a work is, and what each format calls it: the tables of `data/entry_types.csv`.

A row of that table serves a CSL type, and where an outlet's kind tells more, that type at such an outlet
(a `broadcast` of a podcast). Its columns say what a person calls it, its CSL genre, which CSL variable its
outlet fills, and the entry types of biblatex (in order: the first whose required fields are known is taken),
classic BibTeX and Zotero's own .bib importer, of RIS, and of Zotero with its RDF class and container.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from citekit.model import Work


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table; `biblatex`, `bibtex` and `zotero` are entry types, best first."""

    csl: str
    outlet: tuple[str, ...]
    noun: str
    genre: str
    container: str
    biblatex: tuple[str, ...]
    subtype: str
    label: str
    bibtex: tuple[str, ...]
    zotero: tuple[str, ...]
    ris: str
    item: str
    rdf: str
    isin: str


@dataclass(frozen=True, slots=True)
class EntryType:
    """An entry type of a dialect: the field for the outlet, what it must have and what it may have.

    `further` are the fields that the data model allows beside those that any type may have; "*" for any.
    """

    name: str
    container: str
    required: tuple[str, ...]
    further: tuple[str, ...] = ("*",)

    def allows(self, field: str) -> bool:
        """Whether the data model lets such an entry have the field."""
        return field in self.further or self.further == ("*",)


def kind_of(work: Work) -> Kind:
    """The row that serves a work; "document" where its type is unknown.

    >>> kind_of(Work("k", "article-newspaper")).ris, kind_of(Work("k", "odd")).noun
    ('NEWS', 'Document')
    """
    return _kind(work.type, work.outlet.kind if work.outlet else None)


def noun_of(work: Work) -> str:
    """What a person calls the work, as exactly as its platform tells.

    >>> from citekit.model import Outlet
    >>> noun_of(Work("k", "post", outlet=Outlet("twitter", "X", "x.com")))
    'Tweet'
    """
    if work.type == "post" and work.outlet and work.outlet.domain in _posts():
        return _posts()[work.outlet.domain][1]
    return kind_of(work).noun


def platform_name(work: Work) -> str | None:
    """The outlet's name, for a post that of its platform as readers of bibliographies know it."""
    if work.outlet is None:
        return None
    if work.type == "post" and work.outlet.domain in _posts():
        return _posts()[work.outlet.domain][0]
    return work.outlet.name


def entry_types(work: Work, dialect: str) -> tuple[EntryType, ...]:
    """The entry types of a dialect that may hold the work, best first."""
    return _entry_types(kind_of(work), dialect)


@cache
def kinds() -> tuple[Kind, ...]:
    """All rows, in the table's order."""
    found = []
    for row in _rows("entry_types.csv"):
        cells: dict[str, Any] = dict(row)
        cells["outlet"] = tuple(filter(None, row["outlet"].split("|")))
        for dialect in ("biblatex", "bibtex", "zotero"):
            cells[dialect] = tuple(row[dialect].split())
        found.append(Kind(**cells))
    return tuple(found)


def nouns() -> frozenset[str]:
    """Everything that `noun_of` may answer."""
    return frozenset({row.noun for row in kinds()} | {noun for _, noun in _posts().values()})


@cache
def _kind(csl: str, outlet: str | None) -> Kind:
    found = [row for row in kinds() if row.csl == csl and (not row.outlet or outlet in row.outlet)]
    return found[0] if found else kinds()[-1]


@cache
def _entry_types(kind: Kind, dialect: str) -> tuple[EntryType, ...]:
    names: tuple[str, ...] = getattr(kind, dialect)
    rows = {row["type"]: row for row in _rows("bibtex_types.csv") if row["dialect"] == dialect}
    return tuple(
        EntryType(
            name,
            rows[name]["container"],
            tuple(rows[name]["required"].split()),
            tuple(rows[name]["further"].split()),
        )
        for name in names
    )


@cache
def _posts() -> dict[str | None, tuple[str, str]]:
    return {row["domain"]: (row["platform"], row["noun"]) for row in _rows("post_types.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("citekit") / "data" / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
