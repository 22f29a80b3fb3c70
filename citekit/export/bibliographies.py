"""The formats of bibliographies by name and by suffix; packages bring more (`citekit.bibliographies`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from citekit import plugins
from citekit.bibliography import Bibliography
from citekit.errors import OutputError
from citekit.export.options import Dialect, Options

GROUP = "citekit.bibliographies"

Exporter = Callable[[Bibliography, Options], Iterable[str]]

_PLACES = {
    "bibtex": "bibtex:bibtex",
    "csl-json": "csl_json:csl_json",
    "csv": "works_csv:works_csv",
    "html": "formatted:html",
    "markdown": "formatted:markdown",
    "ris": "ris:ris",
    "text": "formatted:text",
    "zotero-rdf": "zotero_rdf:zotero_rdf",
}

SUFFIXES = {
    ".bib": "bibtex",
    ".csl.json": "csl-json",
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "csl-json",
    ".markdown": "markdown",
    ".md": "markdown",
    ".rdf": "zotero-rdf",
    ".ris": "ris",
    ".txt": "text",
}
"""The format that a file's name asks for; the longest suffix that fits counts."""


def exporters() -> dict[str, Exporter]:
    """All formats by name: citekit's own, then those of installed packages.

    >>> sorted(set(exporters()) & {"ris", "csl-json", "bibtex"})
    ['bibtex', 'csl-json', 'ris']
    """
    return plugins.load(GROUP, {name: _lazy(place) for name, place in _PLACES.items()})


def exporter(name: str) -> Exporter:
    """The format called `name`; `PluginError` names the known ones.

    "biblatex" and "zotero" are BibTeX in that dialect; "bibtex" is BibTeX in the dialect of the options.

    >>> exporter("biblatex") is not None
    True
    """
    if name in ("biblatex", "zotero"):
        dialect: Dialect = "biblatex" if name == "biblatex" else "zotero"
        return lambda bibliography, options: exporter("bibtex")(
            bibliography, replace(options, dialect=dialect)
        )
    return plugins.choose(GROUP, exporters(), name)


def format_of(path: str) -> str:
    """The format for a file of that name; BibTeX for standard output.

    >>> format_of("refs.csl.json"), format_of("-")
    ('csl-json', 'bibtex')
    """
    name = PurePath(path).name.lower()
    if path == "-":
        return "bibtex"
    fitting = [suffix for suffix in SUFFIXES if name.endswith(suffix)]
    if fitting:
        return SUFFIXES[max(fitting, key=len)]
    plugin = PurePath(name).suffix.removeprefix(".")
    if plugin in exporters():
        return plugin
    known = ", ".join(SUFFIXES)
    raise OutputError(f"{path}: no bibliography has this suffix; known: {known}; or name the --format")


def _lazy(place: str) -> Exporter:
    module, name = place.split(":")

    def export(bibliography: Bibliography, options: Options) -> Iterable[str]:
        made: Exporter = getattr(import_module(f"citekit.export.{module}"), name)
        return made(bibliography, options)

    return export
