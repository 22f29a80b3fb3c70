"""What a style can tell of a work but for its texts: which variables it has, and how each begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from citekit.export.csl_patterns import Shape, TraceError, Traces, Values, holds, parted

Item = dict[str, Any]
"""A CSL-JSON item, with no dates but `issued`."""

_PARTS = (("year", 1, 9999), ("month", 1, 12), ("day", 1, 31))


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables that a style reads, with citeproc-py's names for them, and those it counts with."""

    read: dict[str, str]
    numeric: frozenset[str]


def shaped(item: Item, variables: Variables, traces: Traces) -> tuple[Shape, Values]:
    """The item's shape, in which each text has its placeholder, and what these stand for.

    >>> item = {"type": "book", "title": "Why?", "issued": {"date-parts": [[2019, 11]]}, "note": "x"}
    >>> variables = Variables({name: name for name in ("type", "title", "issued")}, frozenset(["type"]))
    >>> shape, values = shaped(item, variables, Traces())
    >>> shape
    (('type', 'book'), ('title', '\\U000f0000?'), ('issued', ('parts', 2, False)))
    >>> list(values.values())
    ['Why', 2019, 11]
    """
    values: Values = {}
    read, numeric = variables.read, variables.numeric

    def held(text: str, *name: str | int) -> str:
        before, inner, after = parted(text)
        if not inner:
            return text
        slot = traces.slot(name)
        values[slot] = inner
        return f"{before}{slot}{after}"

    def date(found: dict[str, Any]) -> tuple[str, Any, bool]:
        circa = found.get("circa", False)
        if "literal" in found:
            return "literal", held(found["literal"], "literal"), circa
        [parts] = found["date-parts"]
        if all(low <= part <= high for part, (_, low, high) in zip(parts, _PARTS, strict=False)):
            values.update(
                (traces.slot(name), part) for part, (name, _, _) in zip(parts, _PARTS, strict=False)
            )
            return "parts", len(parts), circa
        return "date-parts", (tuple(parts),), circa  # no date of a calendar: it stands for itself

    shape: list[tuple[str, Any]] = []
    for name, value in item.items():
        known = read.get(name)
        if known is None:
            continue
        if name in numeric:
            if holds(value):
                raise TraceError
            shape.append((known, value))
        elif name == "issued":
            shape.append((known, date(value)))
        elif isinstance(value, list):
            people = [
                tuple([(part, held(text, name, place, part)) for part, text in each.items()])
                for place, each in enumerate(value)
            ]
            shape.append((known, tuple(people)))
        else:
            shape.append((known, held(value, name)))
    return tuple(shape), values


def standing_for(shape: Shape, values: Values, traces: Traces) -> tuple[Item, dict[str, str]]:
    """An item of that shape with placeholders for texts, and the placeholders of the parts of its date."""
    item: Item = dict(shape)
    numbers: dict[str, str] = {}
    for name, value in item.items():
        if name == "issued":
            sort, given, circa = value
            if sort == "parts":
                numbers = _date_slots(traces, given)
                given = [[values[slot] for slot in numbers.values()]]
            item[name] = {"circa": circa, "literal" if sort == "literal" else "date-parts": given}
        elif isinstance(value, tuple):
            item[name] = [dict(parts) for parts in value]
    return item, numbers


def _date_slots(traces: Traces, count: int) -> dict[str, str]:
    return {part: traces.slot(part) for part, _, _ in _PARTS[:count]}
