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
from typing import Any

from citekit.errors import DataError, PluginError
from citekit.export.caption import caption
from citekit.export.csl_json import item
from citekit.export.guarded import TITLE_BEGINS, TITLE_ENDS, guard
from citekit.model import Work

STYLES = ("apa", "chicago-author-date", "chicago-notes", "harvard", "mla")
"""The styles that come with citekit."""

# A British style whose file names no language.
_LOCALES = {"harvard": "en-GB"}

_UNPRINTED = ("citation-key", "keyword", "note", "language", "archive_location", "id", "type")

_TITLE = re.compile(f"{TITLE_BEGINS}[^{TITLE_BEGINS}{TITLE_ENDS}]*{TITLE_ENDS}")
_REPEATED = re.compile(
    rf"(?:<i>|“)?{TITLE_BEGINS}[^{TITLE_BEGINS}{TITLE_ENDS}]*{TITLE_ENDS}(?:</i>|”)?(?:[.,](?: |$)| )?"
)
_STOPS = (".", "?", "!", "…")
_QUOTED_END = re.compile(r"([.?!…]?’?)”([.,])")


def references(works: Sequence[Work], style: str) -> Iterator[tuple[Work, str]]:
    """Each work with its reference as guarded HTML, in the order of the style.

    A work that citeproc-py cannot format is given in citekit's own words. Raises `DataError` for a style that
    is not there or no style, `PluginError` where citeproc-py is not installed.
    """
    try:
        import citeproc
        from citeproc import formatter
        from citeproc.source.json import CiteProcJSON
        from citeproc.string import String
    except ImportError as error:
        raise PluginError(
            "formatted bibliographies need citeproc-py: pip install 'citekit[styles]'"
        ) from error
    made = load(style)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of each variable that citeproc-py does not know
        source = CiteProcJSON([_item(work, f"w{number}") for number, work in enumerate(works)])
        list_of = citeproc.CitationStylesBibliography(made, source, formatter.html)
        for number in range(len(works)):  # not by `register`, which looks through all that are there
            cited = citeproc.CitationItem(f"w{number}")
            citation = citeproc.Citation([cited])
            citation.bibliography = list_of
            list_of.items.append(cited)
            list_of.keys.append(cited.key)
        try:
            list_of.sort()
        except Exception:  # what citeproc-py raises is anything; our own order is still an order
            list_of.items.sort(key=lambda cited: int(cited.key[1:]))
        for cited in list_of.items:
            work = works[int(cited.key[1:])]
            if not work.authors:
                title = f"{TITLE_BEGINS}{source[cited.key]['title']}{TITLE_ENDS}"
                source[cited.key]["title"] = String(title)
            yield work, _reference(made, cited, work)


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
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = make(_with_full_names(path), locale=locale, validate=False)
    except Exception as error:
        raise DataError(f"{path}: not a CSL style that citeproc-py reads: {error}") from error
    if not made.has_bibliography():
        raise DataError(f"{path}: a style for notes alone, or one that only names its parent; it has no list")
    return made


def _with_full_names(path: Path) -> BytesIO:
    """The style with `initialize-with`, which names inherit, given to those alone that want initials."""
    from lxml import etree

    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
    root = tree.getroot()
    prefix = f"{{{root.nsmap.get(None)}}}"
    for parent in (root, *root.iter(f"{prefix}bibliography", f"{prefix}citation")):
        mark = parent.attrib.pop("initialize-with", None)
        for names in parent.iter(f"{prefix}names") if mark is not None else ():
            if names.find(f"{prefix}name") is None and names.getparent().tag != f"{prefix}substitute":
                names.insert(0, etree.Element(f"{prefix}name"))
        for name in parent.iter(f"{prefix}name") if mark is not None else ():
            if name.getparent().tag == f"{prefix}names" and name.get("initialize") != "false":
                name.set("initialize-with", name.get("initialize-with", mark))
    return BytesIO(etree.tostring(tree))


def _item(work: Work, name: str) -> dict[str, Any]:
    found = item(work, notes=())
    guarded: dict[str, Any] = {"id": name, "type": found["type"]}
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


def _reference(style: Any, cited: Any, work: Work) -> str:
    try:
        text = str(style.render_bibliography([cited])[0])
    except Exception:  # see above
        return guard(f"{caption(work)}. {work.url or ''}".strip())
    text = _once(text).rstrip()
    return _american(_nested(text)) if _has_stops_inside(style) else text


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
    marks = []
    for character in text:
        if character == "“":
            depth += 1
            marks.append("“" if depth % 2 else "‘")
        elif character == "”":
            marks.append("”" if depth % 2 or depth == 0 else "’")
            depth = max(0, depth - 1)
        else:
            marks.append(character)
    return "".join(marks)


def _american(text: str) -> str:
    """Full stops and commas inside the quotation marks, where citeproc-py leaves them out."""
    return _QUOTED_END.sub(lambda match: f"{match[1]}{'' if match[1][:1] in _STOPS else match[2]}”", text)
