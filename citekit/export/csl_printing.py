"""Works as citeproc-py prints them by a style, each by the pattern of its shape where it has one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any

from citeproc import DATES, NUMBERS, Citation, CitationItem, CitationStylesBibliography
from citeproc.formatter import html
from citeproc.source.json import CiteProcJSON
from lxml import etree

from citekit.export.csl_patterns import Sheet, Trace, Untraceable, Values, holds
from citekit.export.csl_shapes import Item, Shape, Variables, shaped, standing_for

_SHAPES, _TRACES = 20_000, 8
"""How many shapes are kept at a time, and how many patterns of each."""


class Printer:
    """All that a style prints of items: references, and the keys by which they are sorted."""

    def __init__(self, style: Any) -> None:
        bibliography = style.root.bibliography
        layout, sort = bibliography.layout, bibliography.find("cs:sort", bibliography.nsmap)
        keys = [] if sort is None else sort.findall("cs:key", sort.nsmap)
        self.descending = [key.get("sort", "ascending").lower() == "descending" for key in keys]
        self._variables = _variables(style.root)
        # A style that has placeholders of its own is nobody's; it is not to be trusted with patterns.
        self._traces = not holds(etree.tostring(style.root, encoding="unicode"))
        self._reference = _Printed(style, lambda cited: layout.render_bibliography([cited])[0])
        self._keys = [_key(style, key, layout) for key in keys]

    def reference(self, item: Item) -> str:
        """The item's reference in HTML; raises whatever citeproc-py raises."""
        return self._reference(item, *self._shaped(item)) or ""

    def keys(self, item: Item) -> list[str | None]:
        """What the item is sorted by, none where it lacks that or citeproc-py fails to tell it."""
        shape, values = self._shaped(item)
        return [_if_possible(key, item, shape, values) for key in self._keys]

    def _shaped(self, item: Item) -> tuple[Shape | None, Values]:
        try:
            return shaped(item, self._variables) if self._traces else (None, [])
        except Untraceable:
            return None, []


_Print = Callable[[Item, Shape | None, Values], str | None]


class _Printed:
    """What `render`, a function of citeproc-py's, makes of a cited item: by its shape's patterns, or itself."""

    def __init__(self, style: Any, render: Callable[[Any], Any]) -> None:
        self._style = style
        self._render = render
        self._traces: dict[Shape, Sequence[Trace] | None] = {}

    def __call__(self, item: Item, shape: Shape | None, values: Values) -> str | None:
        if shape is not None:
            try:
                for text in self._by_pattern(shape, values):
                    return text
            except Exception:  # noqa: S110 - any of citeproc-py's, which may not be this item's fault
                pass
        made = self._render(_cited(self._style, item))
        return None if made is None else str(made)

    def _by_pattern(self, shape: Shape, values: Values) -> list[str | None]:
        traces = self._traces.get(shape, ())
        for trace in traces or ():
            if found := trace.of(values):
                return found
        if traces is None or len(traces) >= _TRACES:
            return []
        if len(self._traces) >= _SHAPES:
            self._traces.clear()
        self._traces[shape] = None  # so it stays if this fails
        trace = self._trace(shape, values)
        self._traces[shape] = (*traces, trace)
        return trace.of(values)

    def _trace(self, shape: Shape, values: Values) -> Trace:
        item, numbers = standing_for(shape, values)
        press = self._style.root.press
        sheet = press.sheet = Sheet(values.copy(), numbers)
        try:
            return sheet.trace(self._render(_cited(self._style, item)))
        finally:
            press.sheet = None


def _key(style: Any, key: Any, layout: Any) -> _Print:
    variable = key.get("variable", "").replace("-", "_")
    if variable not in DATES:
        return _Printed(style, lambda cited: key.sort_keys([cited], layout)[0])
    read = CiteProcJSON([]).parse_date

    def sort_key(item: Item, shape: Shape | None, values: Values) -> str | None:
        date = read(item[variable]) if variable in item else None
        return date and str(date.sort_key())

    return sort_key


def _if_possible(print_: _Print, item: Item, shape: Shape | None, values: Values) -> str | None:
    try:
        return print_(item, shape, values)
    except Exception:  # what citeproc-py raises is anything; an item without a key still has a place
        return None


def _variables(root: Any) -> Variables:
    """All variables that the style reads anywhere."""
    read, numeric = set(), set()
    for element in root.iter(etree.Element):
        for attribute in ("variable", "is-numeric", "is-uncertain-date"):
            for name in element.get(attribute, "").split():
                read |= {name, f"{name}-short"}
                if (
                    attribute == "is-numeric"
                    or etree.QName(element).localname in ("number", "label")
                    or name.replace("-", "_") in NUMBERS
                ):
                    numeric.add(name)
    if any(name.startswith("page") for name in read):
        read.add("page")
    return Variables(frozenset(read), frozenset(numeric) | (read & {"page", "page-first"}))


class _CitationItem(CitationItem):  # type: ignore[misc]
    @property
    def number(self) -> str:
        return str(self.reference["citation_number"])


def _cited(style: Any, item: Item) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of each variable that citeproc-py does not know
        source = CiteProcJSON([{"id": "w", **item}])
    cited = _CitationItem("w")
    Citation([cited]).bibliography = CitationStylesBibliography(style, source, html)
    return cited
