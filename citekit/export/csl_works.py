"""Works as citeproc-py prints them by a style, each by the pattern of its shape where it has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from citeproc import DATES, NAMES, NUMBERS, Citation, CitationItem, CitationStylesBibliography
from citeproc.formatter import html
from citeproc.source.json import CiteProcJSON
from lxml import etree

from citekit.export.csl_patterns import SLOTS, Sheet, Trace, Values, held, holds

Item = dict[str, Any]
Shape = tuple[tuple[str, Any], ...]

_PARTS = ("year", "month", "day")
_SHAPES, _TRACES = 20_000, 8
"""How many shapes are kept, and how many patterns of each."""


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables that a style reads, and those of them whose value it looks into: numbers and pages."""

    read: frozenset[str]
    numeric: frozenset[str]


def variables(root: Any) -> Variables:
    """All that a style reads anywhere."""
    read, numeric = set(), set()
    for element in root.iter(etree.Element):
        for attribute in ("variable", "is-numeric", "is-uncertain-date"):
            names = element.get(attribute, "").split()
            read.update(names)
            if element.get("form") == "short":
                read.update(f"{name}-short" for name in names)
            tag = etree.QName(element).localname
            numeric.update(
                name
                for name in names
                if attribute == "is-numeric"
                or tag in ("number", "label")
                or name.startswith("page")
                or name.replace("-", "_") in NUMBERS
            )
    if any(name.startswith("page") for name in read):
        read.add("page")
        numeric.add("page")
    return Variables(frozenset(read), frozenset(numeric))


def shaped(item: Item, wanted: Variables) -> tuple[Shape, Values]:
    """What a style can tell of the item but for its texts, and these.

    >>> shaped({"type": "book", "title": "Why?", "note": "x"}, Variables(frozenset(["title"]), frozenset()))
    ((('type', 'book'), ('title', '\\U000f0000?')), ['Why'])
    """
    values: Values = []
    shape: list[tuple[str, Any]] = []
    for name, value in item.items():
        if name == "type":
            shape.append((name, value))
        elif name not in wanted.read:
            continue
        elif name == "issued":
            shape.append((name, _date(value, values)))
        elif isinstance(value, list):
            shape.append(
                (
                    name,
                    tuple(tuple((part, held(text, values)) for part, text in each.items()) for each in value),
                )
            )
        else:
            shape.append((name, value if name in wanted.numeric else held(value, values)))
    return tuple(shape), values


def _date(date: dict[str, Any], values: Values) -> tuple[Any, ...]:
    """Which parts the date has, or the date itself where a part is none that a locale has a name for."""
    circa = date.get("circa", False)
    if "literal" in date:
        return "literal", held(date["literal"], values), circa
    [parts] = date["date-parts"]
    if all(
        low <= part <= high for part, (low, high) in zip(parts, ((1, 9999), (1, 12), (1, 31)), strict=False)
    ):
        values += parts
        return "parts", len(parts), circa
    return "date", tuple(parts), circa


def cited(style: Any, item: Item) -> Any:
    """The item as citeproc-py has it when it is cited."""
    source = CiteProcJSON([{"id": "w", **item}])
    found = CitationItem("w")
    Citation([found]).bibliography = CitationStylesBibliography(style, source, html)
    return found
