"""What a style can tell of a work but for its texts: which variables it has, and how each begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from citekit.export.csl_patterns import Untraceable, Values, held, holds

Item = dict[str, Any]
"""A CSL-JSON item, with no dates but `issued`."""

Shape = tuple[tuple[str, Any], ...]

DATE_PARTS = ("year", "month", "day")
_ENDS = ((1, 9999), (1, 12), (1, 31))


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables that a style reads, and those of them whose value it looks into: numbers and pages."""

    read: frozenset[str]
    numeric: frozenset[str]


def shaped(item: Item, variables: Variables) -> tuple[Shape, Values]:
    """The item's shape and its texts; the parts of its date come first among them.

    >>> item = {"type": "book", "title": "Why?", "issued": {"date-parts": [[2019, 11]]}, "note": "x"}
    >>> shape, values = shaped(item, Variables(frozenset(["title", "issued"]), frozenset()))
    >>> [name for name, _ in shape], values
    (['issued', 'type', 'title'], [2019, 11, 'Why'])
    """
    values: Values = []
    shape: list[tuple[str, Any]] = []
    read, numeric = variables.read, variables.numeric
    if "issued" in read and "issued" in item:
        shape.append(("issued", _date(item["issued"], values)))
    for name, value in item.items():
        if name == "type" or name in numeric:
            if holds(value):
                raise Untraceable
            shape.append((name, value))
        elif name not in read or name == "issued":
            continue
        elif isinstance(value, list):
            people = [tuple([(part, held(text, values)) for part, text in each.items()]) for each in value]
            shape.append((name, tuple(people)))
        else:
            shape.append((name, held(value, values)))
    return tuple(shape), values


def standing_for(shape: Shape, values: Values) -> tuple[Item, dict[str, int]]:
    """An item of that shape with placeholders for texts, and which of the values is which part of its date."""
    item: Item = dict(shape)
    numbers: dict[str, int] = {}
    for name, value in item.items():
        if name == "issued":
            sort, given, circa = value
            if sort == "parts":
                numbers = {part: number for number, part in enumerate(DATE_PARTS[:given])}
                given = [values[:given]]
            item[name] = {"circa": circa, "literal" if sort == "literal" else "date-parts": given}
        elif isinstance(value, tuple):
            item[name] = [dict(parts) for parts in value]
    return item, numbers


def _date(date: dict[str, Any], values: Values) -> tuple[str, Any, bool]:
    """How many parts the date has; the date itself where a part is none that a calendar has."""
    circa = date.get("circa", False)
    if "literal" in date:
        return "literal", held(date["literal"], values), circa
    [parts] = date["date-parts"]
    if all(low <= part <= high for part, (low, high) in zip(parts, _ENDS, strict=False)):
        values += parts
        return "parts", len(parts), circa
    return "date-parts", (tuple(parts),), circa
