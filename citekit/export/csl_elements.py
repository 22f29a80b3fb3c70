"""citeproc-py's elements of a style, remembering what they looked up, noting what they do to placeholders.

A style does not change, yet citeproc-py (0.11) searches it by XPath for each macro, term and option of each
reference. The classes made here are its own, with lookups done once, and know whether a `Sheet` wants to be
told where they look into a text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from citeproc import NUMBERS, model
from citeproc.source import Date
from lxml import etree

from citekit.export.csl_patterns import Sheet, Traces, Values, holds, refilled
from citekit.export.csl_shapes import Variables

_MOST_CASES = 4096
_CSL = "http://purl.org/net/xbiblio/csl"


class Press:
    """What all elements of a style have in common: the sheet of the work that is being traced, if any is."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self.traces = Traces()
        self.cases: dict[Any, Any] = {}
        """What was made of texts in another case lately: a title is wanted for its key and its reference."""

    def noted(self, work: Callable[[Any], Any], text: Any) -> Any:
        """What the work makes of the text, which the sheet notes if there are placeholders in it."""
        if self.sheet is None or text is None or not holds(str(text)):
            return work(text)
        argument = refilled(text)
        return self.sheet.noted(lambda values: work(argument(values)))


class _Remembering:
    """Over each class of citeproc-py's; each element is given `press` and `found` when the style is read."""

    press: Press
    found: dict[Any, Any]
    attrib: Any

    def xpath_search(self, expression: str) -> Any:
        found = self.found
        if expression not in found:
            found[expression] = super().xpath_search(expression)  # type: ignore[misc]
        return found[expression]

    def calls_variable(self) -> Any:
        found = self.found
        if "calls_variable" not in found:
            found["calls_variable"] = super().calls_variable()  # type: ignore[misc]
        return found["calls_variable"]

    def case(self, text: Any, *language: Any) -> Any:
        if "text-case" not in self.attrib:
            return text
        work, cases = super().case, self.press.cases  # type: ignore[misc]
        how = (self.attrib["text-case"], *language)

        def cased(shown: Any) -> Any:
            pieces = [shown] if isinstance(shown, str) else shown
            key = (how, type(shown), *[(type(piece), str(piece)) for piece in pieces])
            if key not in cases:
                if len(cases) >= _MOST_CASES:
                    cases.clear()
                cases[key] = work(shown, *language)
            made = cases[key]
            return made if isinstance(made, str) else type(made)(made)

        return self.press.noted(cased, text)

    def strip_periods(self, text: Any) -> Any:
        if "strip-periods" not in self.attrib:
            return text
        return self.press.noted(super().strip_periods, text)  # type: ignore[misc]

    def initialize(self, given: str, mark: str, context: Any) -> Any:
        work = super().initialize  # type: ignore[misc]
        return self.press.noted(lambda name: work(name, mark, context), given)


class _Macro(_Remembering):
    def render(self, item: Any, context: Any = None, sort_options: Any = None) -> Any:
        """As citeproc-py does it, once for all works in which the macro sees the same."""
        sheet, work = self.press.sheet, super().render  # type: ignore[misc]
        if sheet is None:
            return work(item, context, sort_options)
        layout = context.get_layout()
        rendered = (self, context, sort_options and tuple(sort_options.items()), _state(layout.repressed))
        trace = sheet.traced(
            rendered, lambda: work(item, context, sort_options), lambda: _state(layout.repressed)
        )
        layout.repressed = {tag: list(variables) for tag, variables in trace.state}
        return trace.made


class _Locale(_Remembering):
    def get_term(self, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
        found, key = self.found, (name, form, zero_padded)
        if key not in found:
            try:
                found[key] = super().get_term(name, form, zero_padded)  # type: ignore[misc]
            except IndexError:
                found[key] = None
        if found[key] is None:
            raise IndexError(name)
        return found[key]


class _DatePart(_Remembering):
    def render(self, date: Any, context: Any = None) -> Any:
        sheet, name = self.press.sheet, self.attrib.get("name")
        if sheet is None or name not in sheet.numbers:
            return self._rendered(date, context)
        slot = sheet.numbers[name]

        def work(values: Values) -> Any:
            number = values[slot]
            if (context, number) not in self.found:
                self.found[context, number] = self._rendered(
                    Date(year=number, month=number, day=number), context
                )
            return self.found[context, number]

        return sheet.noted(work)

    def _rendered(self, date: Any, context: Any) -> Any:
        """As citeproc-py does it, but the attributes that a style adds to a locale's do not stay there."""
        before = dict(self.attrib)
        try:
            return super().render(date, context)  # type: ignore[misc]
        finally:
            self.attrib.clear()
            self.attrib.update(before)


def _state(repressed: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What was printed in place of a missing author, and so is not printed again."""
    return tuple((tag, tuple(variables)) for tag, variables in repressed.items())


def variables(root: Any) -> Variables:
    """The variables that a style reads anywhere."""
    read, numeric = {"type"}, {"type", "page", "page-first"}
    for each in root.iter(f"{{{_CSL}}}*"):
        names, tested = each.get("variable", "").split(), each.get("is-numeric", "").split()
        counted = etree.QName(each).localname in ("number", "label")
        numeric.update(name for name in names if counted or name.replace("-", "_") in NUMBERS)
        numeric.update(tested)
        read.update(names, tested, (f"{name}-short" for name in names))
    if "page-first" in read:
        read.add("page")
    return Variables({name: name.replace("-", "_") for name in read}, frozenset(numeric))


@cache
def _classes() -> dict[str, Any]:
    mixins = {model.Date_Part: _DatePart, model.Macro: _Macro, model.Locale: _Locale}
    return {
        found.__name__.replace("_", "-").lower(): type(
            found.__name__, (mixins.get(found, _Remembering), found), {}
        )
        for found in model.CitationStylesElement.__subclasses__()
    }


def renew(style: Any, locale: str | None) -> None:
    """Read a style of citeproc-py's, and its locales, again in the classes of this module."""
    press = Press()
    root = _read(style.root, press)
    root.press = press
    root.set_locale_list(locale or root.get("default-locale", "en-US"), validate=False)
    own = set(root.iter("*"))
    root.locales = [each if each in own else _read(each, press) for each in root.locales]
    for each in root.locales:
        each.style = root
    style.root = root


def _read(root: Any, press: Press) -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    classes = lookup.get_namespace(_CSL)
    classes[None] = model.CitationStylesElement
    classes.update(_classes())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True)
    parser.set_element_class_lookup(lookup)
    made = etree.fromstring(etree.tostring(root), parser)
    made.kept = [*made.iter(f"{{{_CSL}}}*")]  # lxml makes an element anew if nobody holds it
    for element in made.kept:
        element.press, element.found = press, {}
    return made
