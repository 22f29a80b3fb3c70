"""Works as citeproc-py prints them by a style, each by the pattern of its shape where it has one."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from citeproc import DATES, Citation, CitationItem, CitationStylesBibliography
from citeproc.formatter import html
from citeproc.source import Reference
from citeproc.source.json import CiteProcJSON
from lxml import etree

from citekit.export.csl_elements import variables
from citekit.export.csl_patterns import Pattern, Shape, Sheet, Trace, TraceError, Traces, Values, holds
from citekit.export.csl_shapes import Item, shaped, standing_for

Shaped = tuple[Shape | None, Values]
"""The shape of an item, None where it has none to trust, and its texts."""

_Print = Callable[[Item, Shape | None, Values], str | None]


class Printer:
    """All that a style prints of items: references, and the keys by which they are sorted."""

    def __init__(self, style: Any) -> None:
        root = style.root
        layout, sort = root.bibliography.layout, root.bibliography.find("cs:sort", root.nsmap)
        keys = [] if sort is None else sort.findall("cs:key", root.nsmap)
        self.descending = [key.get("sort", "ascending").lower() == "descending" for key in keys]
        self._variables = variables(root)
        self._press = root.press
        # A style that has placeholders of its own is nobody's; it is not to be trusted with patterns.
        self._by_shape = not holds(etree.tostring(root, encoding="unicode"))
        self._reference = _Printed(style, lambda cited: layout.render_bibliography([cited])[0])
        self._keys = [_key(style, key, layout) for key in keys]

    @property
    def tells_places(self) -> bool:
        """Whether a reference tells its place in the list."""
        return "citation-number" in self._variables.read

    def reference(self, item: Item, shaped: Shaped) -> str:
        """The item's reference in HTML; raises whatever citeproc-py raises."""
        return self._reference(item, *shaped) or ""

    def keys(self, item: Item, shaped: Shaped) -> list[str | None]:
        """What the item is sorted by, none where it lacks that or citeproc-py fails to tell it."""
        return [_if_possible(key, item, *shaped) for key in self._keys]

    def shaped(self, item: Item) -> Shaped:
        """What `keys` and `reference` go by; what the one works out of it serves the other."""
        if self._press.traces.full:
            self._press.traces = Traces()
        try:
            return shaped(item, self._variables, self._press.traces) if self._by_shape else (None, {})
        except TraceError:
            return None, {}


class _Printed:
    """What `render`, a function of citeproc-py's, makes of a cited item: by its shape's pattern, if any."""

    _SHAPES, _EACH = 20_000, 8

    def __init__(self, style: Any, render: Callable[[Any], Any]) -> None:
        self._style = style
        self._render = render
        self._traces: Traces | None = None
        self._known: dict[Shape, list[Trace] | None] = {}

    def __call__(self, item: Item, shape: Shape | None, values: Values) -> str | None:
        if shape is not None:
            try:
                if trace := self._trace(shape, values):
                    return None if trace.made is None else trace.made.filled(values)
            except Exception:  # noqa: S110 - any of citeproc-py's, which may not be this item's fault
                pass
        made = self._render(_cited(self._style, item))
        return None if made is None else str(made)

    def _trace(self, shape: Shape, values: Values) -> Trace | None:
        press = self._style.root.press
        if self._traces is not press.traces or len(self._known) > self._SHAPES:
            self._traces, self._known = press.traces, {}
        known = self._known.get(shape, [])
        for trace in known or ():
            if trace.fits(values):
                return trace
        if known is None or len(known) >= self._EACH:
            return None
        found = self._traces.fitting(self, shape, values)
        if found is None:
            self._known[shape] = None  # so it stays if this fails
            found = self._traced(Sheet(self._traces, shape, values, {}))
        self._known[shape] = [*known, found]
        return found

    def _traced(self, sheet: Sheet) -> Trace:
        press = self._style.root.press
        item, sheet.numbers = standing_for(sheet.shape, sheet.values, sheet.traces)
        press.sheet = sheet
        try:
            cited = _cited(self._style, item, sheet)
            return sheet.traced(self, lambda: _pattern(self._render(cited)), lambda: None)
        finally:
            press.sheet = None


def _pattern(made: Any) -> Pattern | None:
    return None if made is None else Pattern(str(made))


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


class _CitationItem(CitationItem):  # type: ignore[misc]
    reference: Any = None  # citeproc-py looks it up each time that it is asked for

    @property
    def number(self) -> str:
        return str(self.reference["citation_number"])


class _Reference(Reference):  # type: ignore[misc]
    """One that notes what is read of it."""

    def __init__(self, reference: Any, read: Callable[[str], None]) -> None:
        dict.__init__(self, reference)
        object.__setattr__(self, "read", read)  # what is set plainly is an entry of the dictionary

    def __getitem__(self, name: str) -> Any:
        self.read(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.read(str(name))
        return bool(super().__contains__(name))

    def get(self, name: str, default: Any = None) -> Any:
        self.read(name)
        return super().get(name, default)


def _cited(style: Any, item: Item, sheet: Sheet | None = None) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of each variable that citeproc-py does not know
        source = CiteProcJSON([{"id": "w", **item}])
    cited = _CitationItem("w")
    reference = source["w"] if sheet is None else _Reference(source["w"], lambda name: sheet.read.add(name))
    object.__setattr__(cited, "reference", reference)
    Citation([cited]).bibliography = CitationStylesBibliography(style, source, html)
    return cited
