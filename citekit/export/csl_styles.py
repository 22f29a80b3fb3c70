"""References formatted by a CSL style, through citeproc-py.

The styles of `data/styles` come with citekit; any other is a `.csl` file. citeproc-py (0.11) stumbles over
date ranges, takes initials against `initialize="false"`, and prints a title twice where a style lets it stand
for an author that is missing: all three are seen to here.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citekit.errors import DataError, PluginError
from citekit.export.caption import caption
from citekit.export.csl_json import item
from citekit.export.csl_order import Key, key_of, ordered
from citekit.export.guarded import TITLE_BEGINS, TITLE_ENDS, guard
from citekit.model import Work

if TYPE_CHECKING:
    from citekit.export.csl_printing import Printer, Shaped

STYLES = ("apa", "chicago-author-date", "chicago-notes", "harvard", "mla")
"""The styles that come with citekit."""

# A British style whose file names no language.
_LOCALES = {"harvard": "en-GB"}

_UNPRINTED = ("citation-key", "keyword", "note", "language", "archive_location", "id", "type")

_TITLE = re.compile(f"{TITLE_BEGINS}[^{TITLE_BEGINS}{TITLE_ENDS}]*{TITLE_ENDS}")
_REPEATED = re.compile(
    rf"(?:<i>|“)?{TITLE_BEGINS}[^{TITLE_BEGINS}{TITLE_ENDS}]*{TITLE_ENDS}(?:</i>|”)?(?:[.,](?: |$)| )?"
)
_QUOTATION_MARK = re.compile("[“”]")
_STOPS = (".", "?", "!", "…")
_QUOTED_END = re.compile(r"([.?!…]?’?)”([.,])")


def references(works: Sequence[Work], style: str) -> Iterator[tuple[Work, str]]:
    """Each work with its reference as guarded HTML, in the order of the style.

    A work that citeproc-py cannot format is given in citekit's own words. Raises `DataError` for a style that
    is not there or no style, `PluginError` where citeproc-py is not installed.
    """
    try:
        from citekit.export.csl_printing import Printer
    except ImportError as error:
        raise PluginError(
            "formatted bibliographies need citeproc-py: pip install 'citekit[styles]'"
        ) from error
    made = load(style)
    printer = Printer(made)
    american = _has_stops_inside(made)
    columns: list[tuple[list[Key], bool]] = [([], descending) for descending in printer.descending]
    printed: list[str] = []
    for number, work in enumerate(works, 1):
        found = _item(work, number)
        shaped = printer.shaped(found)
        for key, (column, _) in zip(printer.keys(found, shaped), columns, strict=True):
            column.append(key_of(key))
        if not printer.tells_places:
            printed.append(_reference(printer, work, found, shaped, american))
    for place, number in enumerate(ordered(columns, len(works)), 1):
        work = works[number]
        if printer.tells_places:
            found = _item(work, place)
            yield work, _reference(printer, work, found, printer.shaped(found), american)
        else:
            yield work, printed[number]


def load(style: str) -> Any:
    """The style of that name or in that file, as citeproc-py has it."""
    from citeproc import CitationStylesStyle

    path = Path(style)
    if path.suffix.lower() != ".csl":
        if style not in STYLES:
            known = ", ".join(STYLES)
            raise DataError(f"no style called {style!r}; known: {known}; or name a .csl file")
        with as_file(files("citekit") / "data" / "styles" / f"{style}.csl") as found:
            return _parsed(found, CitationStylesStyle, _LOCALES.get(style))
    if not path.is_file():
        raise DataError(f"{style}: no such file")
    return _parsed(path, CitationStylesStyle)


def _parsed(path: Path, make: Any, locale: str | None = None) -> Any:
    from citekit.export.csl_elements import renew

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = make(_with_full_names(path), locale=locale, validate=False)
            renew(made, locale)
    except Exception as error:
        raise DataError(f"{path}: not a CSL style that citeproc-py reads: {error}") from error
    if not made.has_bibliography():
        raise DataError(f"{path}: a style for notes alone, or one that only names its parent; it has no list")
    return made


def _with_full_names(path: Path) -> BytesIO:
    """The style with `initialize-with`, which names inherit, given to those alone that want initials.

    Names that say nothing of their form are given an element for it, as citeproc-py does at each printing.
    """
    from lxml import etree

    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
    root = tree.getroot()
    prefix = f"{{{root.nsmap.get(None)}}}"
    for names in root.iter(f"{prefix}names"):
        if names.find(f"{prefix}name") is None and names.getparent().tag != f"{prefix}substitute":
            names.insert(0, etree.Element(f"{prefix}name"))
    for parent in (root, *root.iter(f"{prefix}bibliography", f"{prefix}citation")):
        mark = parent.attrib.pop("initialize-with", None)
        for name in parent.iter(f"{prefix}name") if mark is not None else ():
            if name.getparent().tag == f"{prefix}names" and name.get("initialize") != "false":
                name.set("initialize-with", name.get("initialize-with", mark))
    return BytesIO(etree.tostring(tree))


def _item(work: Work, place: int) -> dict[str, Any]:
    found = item(work, notes=())
    guarded: dict[str, Any] = {"type": found["type"], "citation-number": str(place)}
    for variable, value in found.items():
        if variable in _UNPRINTED:
            continue
        if variable == "author":
            value = [{part: guard(text) for part, text in author.items()} for author in value]
        elif variable == "issued":
            value = _printable(value)
        else:
            value = guard(str(value))
        guarded[variable] = value
    return guarded


def _printable(date: dict[str, Any]) -> dict[str, Any]:
    if len(date["date-parts"]) > 1:
        ends = ("-".join(f"{part:02d}" for part in parts) for parts in date["date-parts"])
        return {"literal": "–".join(ends)}
    return {name: value for name, value in date.items() if name != "edtf"}


def _reference(printer: Printer, work: Work, found: dict[str, Any], shaped: Shaped, american: bool) -> str:
    if not work.authors:
        found["title"] = f"{TITLE_BEGINS}{found['title']}{TITLE_ENDS}"
        shaped = printer.shaped(found)
    try:
        text = printer.reference(found, shaped)
    except Exception:  # what citeproc-py raises is anything
        return guard(f"{caption(work)}. {work.url or ''}".strip())
    text = _once(text).rstrip()
    return _american(_nested(text)) if american else text


def _has_stops_inside(style: Any) -> bool:
    """Whether the style's language has full stops inside quotation marks, as American English has."""
    for locale in style.root.locales:
        for options in locale.iter("{http://purl.org/net/xbiblio/csl}style-options"):
            return bool(options.get("punctuation-in-quote") == "true")
    return False


def _once(text: str) -> str:
    """The reference with the second and further copies of a marked title taken out."""
    first = _TITLE.search(text)
    return text[: first.end()] + _REPEATED.sub("", text[first.end() :]) if first else text


def _nested(text: str) -> str:
    """Quotation marks inside quotation marks made single ones."""
    depth = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0] == "“":
            depth += 1
            return "“" if depth % 2 else "‘"
        depth = max(0, depth - 1)
        return "’" if depth % 2 else "”"

    return _QUOTATION_MARK.sub(mark, text)


def _american(text: str) -> str:
    """Full stops and commas inside the quotation marks, where citeproc-py leaves them out."""
    return _QUOTED_END.sub(lambda match: f"{match[1]}{'' if match[1][:1] in _STOPS else match[2]}”", text)
