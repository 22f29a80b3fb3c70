"""What is wrong with a .bib file for its dialect, line by line: `citekit check`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from citekit.export.options import Dialect
from citekit.readback import field_checks
from citekit.readback.bib import work_of
from citekit.readback.entries import BibEntry, parse
from citekit.readback.known import signs

Severity = Literal["error", "warning"]

_MODERN = frozenset({"online", "report", "thesis", "dataset"})
_CLASSIC = frozenset({"techreport", "phdthesis", "mastersthesis"})

# Of these alone biblatex itself says how it does without: it prints "n.d.".
_MISSED_LIGHTLY = frozenset({"date|year", "year"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong on a line (from 1), in the entry `key` where it is in one; `rule` names the check."""

    line: int
    rule: str
    message: str
    key: str = ""
    severity: Severity = "error"


def check(text: str, dialect: Dialect | None = None) -> list[Finding]:
    """All that is wrong with a .bib file, in the order of its lines; an empty list if nothing is.

    The dialect is told from the fields where not said: biblatex has `date` or `journaltitle`.

    >>> [(each.line, each.rule) for each in check("@book{a,\\n  title = {A & B},\\n  date = {soon}}")]
    [(1, 'missing-field'), (2, 'tex'), (3, 'date')]
    """
    entries, faults = parse(text)
    dialect = dialect or _dialect(entries)
    found = [Finding(fault.line, "syntax", fault.message) for fault in faults]
    for entry in entries:
        found += _missing(entry, dialect)
        for field in entry.fields:
            for rule, message in field_checks.check(field.name, field.value, dialect):
                found.append(Finding(field.line, rule, f"{field.name}: {message}", entry.key))
    found += _duplicates(entries)
    return sorted(found)


def _dialect(entries: tuple[BibEntry, ...]) -> Dialect:
    modern = sum(1 for each in entries if each.type in _MODERN or each.get("date", "journaltitle", "langid"))
    classic = sum(
        1 for each in entries if each.type in _CLASSIC or each.get("year", "journal", "howpublished")
    )
    return "biblatex" if modern >= classic else "bibtex"


def _missing(entry: BibEntry, dialect: Dialect) -> Iterator[Finding]:
    if entry.type not in ("xdata", "set"):
        for group in _required().get((dialect, entry.type), ()):
            if not entry.get(*group.split("|")) and not entry.get("crossref", "xdata"):
                severity: Severity = "warning" if group in _MISSED_LIGHTLY else "error"
                message = f"@{entry.type} without {group.replace('|', ' or ')}"
                yield Finding(entry.line, "missing-field", message, entry.key, severity)


def _duplicates(entries: tuple[BibEntry, ...]) -> Iterator[Finding]:
    seen: dict[str, BibEntry] = {}
    for entry in entries:
        known = signs(work_of(entry))
        first = next((seen[sign] for sign in known if sign in seen), None)
        if first:
            message = f"the same work as {first.key} on line {first.line}"
            yield Finding(entry.line, "duplicate", message, entry.key)
        for sign in known:
            seen.setdefault(sign, entry)


@cache
def _required() -> dict[tuple[str, str], tuple[str, ...]]:
    text = (files("citekit") / "data" / "required_fields.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {(row["dialect"], row["type"]): tuple(row["required"].split()) for row in rows}
