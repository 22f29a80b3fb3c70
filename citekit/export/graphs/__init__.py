"""A graph to text or bytes, in the formats of the programs that people use.

An exporter is a function `(Graph) -> Iterable[str]`, or `-> bytes` for a binary format; packages add theirs
under the entry points `citekit.graphs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import PurePath

from citekit import plugins
from citekit.errors import OutputError
from citekit.graph.values import Graph

Exporter = Callable[[Graph], Iterable[str] | bytes]

_PLACES = {
    "gexf": "gexf:to_gexf",
    "graphml": "graphml:to_graphml",
    "dot": "dot:to_dot",
    "pajek": "pajek:to_pajek",
    "gml": "gml:to_gml",
    "csv": "table:to_edges_csv",
    "nodes-csv": "table:to_nodes_csv",
    "matrix": "table:to_matrix_csv",
    "json": "node_link:to_node_link",
    "cytoscape": "cytoscape:to_cytoscape",
    "jgf": "jgf:to_jgf",
    "html": "view:to_html",
    "svg": "figure:to_svg",
    "png": "figure:to_png",
    "pdf": "figure:to_pdf",
    "parquet": "parquet:to_edges_parquet",
    "nodes-parquet": "parquet:to_nodes_parquet",
}

SUFFIXES = {
    ".gexf": "gexf",
    ".graphml": "graphml",
    ".dot": "dot",
    ".gv": "dot",
    ".net": "pajek",
    ".gml": "gml",
    ".nodes.csv": "nodes-csv",
    ".matrix.csv": "matrix",
    ".csv": "csv",
    ".cyjs": "cytoscape",
    ".jgf": "jgf",
    ".jgf.json": "jgf",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".nodes.parquet": "nodes-parquet",
    ".parquet": "parquet",
}
"""The format that a file's name asks for; the longest suffix that fits counts."""


def _lazy(place: str) -> Exporter:
    module, name = place.split(":")

    def export(graph: Graph) -> Iterable[str] | bytes:
        exporter: Exporter = getattr(import_module(f"{__name__}.{module}"), name)
        return exporter(graph)

    return export


BUILTIN: Mapping[str, Exporter] = {name: _lazy(place) for name, place in _PLACES.items()}
"""The formats that citekit writes itself; a format's module is imported when it is used."""


def exporters() -> dict[str, Exporter]:
    """All exporters by name, those of installed packages too."""
    return plugins.load("citekit.graphs", BUILTIN)


def export(graph: Graph, name: str) -> Iterable[str] | bytes:
    """The graph in the format called `name`; `PluginError` if there is none.

    >>> "".join(export(Graph("outlet"), "pajek"))
    '*Vertices 0\\n*Arcs\\n'
    """
    return plugins.choose("citekit.graphs", exporters(), name)(graph)


def format_of(path: str) -> str:
    """The format that a file's name asks for: a suffix of `SUFFIXES`, or one that is a format's name.

    Raises `OutputError` if its suffix tells none.

    >>> format_of("out/graph.gexf"), format_of("graph.matrix.csv")
    ('gexf', 'matrix')
    """
    name = PurePath(path).name.lower()
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if name.endswith(suffix):
            return SUFFIXES[suffix]
    own = PurePath(name).suffix.removeprefix(".")
    if own and own in exporters():
        return own
    known = ", ".join(sorted(set(SUFFIXES)))
    raise OutputError(f"{path}: no graph format has that suffix (known: {known}); name one with --format")
