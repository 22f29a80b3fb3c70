"""What a record of an outlet must be: the fields, their values, and what holds between records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import get_args

from citekit.model import DateOrder
from citekit.outlets.reading import countries, kinds
from citekit.outlets.records import Record

FIELDS = (
    "id",
    "name",
    "alias",
    "domain",
    "former",
    "handle",
    "kind",
    "country",
    "language",
    "date-order",
    "issn",
    "wikidata",
    "parent",
    "owner",
    "csl-type",
    "bibtex-type",
    "note",
    "hide",
)
"""All fields, in the order in which they are written."""

MANY = frozenset(("alias", "domain", "former", "handle", "language", "issn", "note"))
"""Fields that may be repeated; the first value stands for the outlet."""

_DOMAIN = re.compile(
    r"(?!www\.)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?:/[^\s/?#]+)*"
)
_PATTERNS = {
    "id": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "name": re.compile(r"\S(?:.*\S)?"),
    "domain": _DOMAIN,
    "former": _DOMAIN,
    "handle": re.compile(r"[a-z]+:[^\s:@/]+"),
    "language": re.compile(r"[a-z]{2,3}"),
    "issn": re.compile(r"\d{4}-\d{3}[\dX]"),
    "wikidata": re.compile(r"Q[1-9]\d*"),
    "parent": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "csl-type": re.compile(r"[a-z]+(?:[-_][a-z]+)*"),
    "bibtex-type": re.compile(r"[a-z]+"),
    "hide": re.compile(r"yes"),
}
_SAYS = {
    "id": "lower-case letters and figures, joined by hyphens",
    "domain": "a host in lower case without www., perhaps a path, no trailing slash",
    "former": "a host in lower case without www., perhaps a path, no trailing slash",
    "handle": "platform:account, without @",
    "language": "a code of ISO 639",
    "issn": "an ISSN with a right check digit",
    "wikidata": "Q and a number",
    "hide": "yes",
}


@cache
def _choices() -> Mapping[str, Callable[[str], bool]]:
    return {
        "kind": lambda value: value in kinds(),
        "country": lambda value: value in countries(),
        "date-order": lambda value: value in get_args(DateOrder),
        "issn": right_issn,
    }


def right_issn(text: str) -> bool:
    """Whether an ISSN's last digit is the one that ISO 3297 computes.

    >>> right_issn("0362-4331"), right_issn("0362-4332")
    (True, False)
    """
    digits = text.replace("-", "")
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:7], range(8, 1, -1), strict=True))
    return "0123456789X"[-total % 11] == digits[7]


def problems(records: Iterable[Record], known: Iterable[str] = ()) -> list[str]:
    """What is wrong with records, each as "file:line: what". `known` are ids of outlets beneath these.

    >>> problems([Record({"id": ("a",), "name": ("A",), "kind": ("paper",)}, "my.rec", 3)])
    ["my.rec:3: a: kind 'paper' is none of those in outlet_kinds.rec"]
    """
    records = tuple(records)
    found = [f"{_place(each)}: {each.one('id') or '?'}: {what}" for each in records for what in _alone(each)]
    return found + [f"{_place(each)}: {what}" for each, what in _together(records, set(known))]


def _place(record: Record) -> str:
    return f"{record.file}:{record.line}" if record.line else record.file


def _alone(record: Record) -> Iterator[str]:
    hidden = record.one("hide") == "yes"
    for name in ("id",) if hidden else ("id", "name", "kind"):
        if not record.all(name):
            yield f"has no {name!r}"
    for name, values in record.fields.items():
        if name not in FIELDS:
            yield f"unknown field {name!r}; fields are {', '.join(FIELDS)}"
            continue
        if len(values) > 1 and name not in MANY:
            yield f"{name!r} stands {len(values)} times; it can stand once"
        if len(set(values)) < len(values):
            yield f"{name!r} repeats a value"
        for value in values:
            yield from _value(name, value)
    if record.one("name") in record.all("alias"):
        yield "an alias is the name itself"


def _value(name: str, value: str) -> Iterator[str]:
    pattern, right = _PATTERNS.get(name), _choices().get(name)
    if (pattern and not pattern.fullmatch(value)) or (right and not right(value)):
        wanted = _SAYS.get(name) or {
            "kind": "none of those in outlet_kinds.rec",
            "country": "no country of ISO 3166 (two letters; leave it out for a body of many)",
            "date-order": "none of mdy, dmy, ymd",
        }.get(name, "not well-formed")
        yield f"{name} {value!r} is {wanted if name not in _SAYS else 'not ' + wanted}"


def _together(records: tuple[Record, ...], known: set[str]) -> Iterator[tuple[Record, str]]:
    owners: dict[tuple[str, str], str] = {}
    ids = known | {record.one("id") or "" for record in records}
    for record in records:
        id = record.one("id") or "?"
        claims = [("id", id), *(("handle", value.lower()) for value in record.all("handle"))]
        claims += [("address", value) for value in (*record.all("domain"), *record.all("former"))]
        for claim in claims:
            if claim in owners:
                yield record, f"{id}: {claim[0]} {claim[1]!r} belongs to {owners[claim]!r} already"
            owners.setdefault(claim, id)
        parent = record.one("parent")
        if parent is not None and (parent not in ids or parent == id):
            yield record, f"{id}: parent {parent!r} is no other outlet's id"
