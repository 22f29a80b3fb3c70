"""How a graph shows itself in a notebook."""

from __future__ import annotations

from html import escape

from citekit.errors import CitekitError
from citekit.graph.filters import at_least, connected
from citekit.graph.values import Graph

STRONGEST = 10
MOST_DRAWN = 150
"""Nodes that a small picture can show; of a larger graph it shows the stronger edges."""


def as_html(graph: Graph) -> str:
    """A line that counts, a picture where the libraries for it are there, and the strongest edges.

    >>> as_html(Graph("outlet"))
    '<p><b>Graph</b> by outlet: 0 nodes, 0 edges</p>'
    """
    head = f"<p><b>Graph</b> by {graph.level}: {len(graph.nodes)} nodes, {len(graph.edges)} edges</p>"
    return head + _picture(graph) + _table(graph)


def _picture(graph: Graph) -> str:
    if not graph.edges:
        return ""
    from citekit.export.graphs import export

    shown, least = connected(graph), 1
    while len(shown.nodes) > MOST_DRAWN:
        least += 1
        shown = at_least(graph, least)
    try:
        drawn = export(shown, "svg")
    except CitekitError:  # the libraries that draw are an extra; the table says the same
        return ""
    svg = drawn.decode("utf-8") if isinstance(drawn, bytes) else "".join(drawn)
    return f'<div style="max-width:48em">{svg[svg.index("<svg") :]}</div>'


def _table(graph: Graph) -> str:
    strongest = sorted(graph.edges, key=lambda e: (-e.count, e.source, e.target, e.kind))[:STRONGEST]
    if not strongest:
        return ""
    labels = {node.id: escape(node.label) for node in graph.nodes}
    rows = "".join(
        f"<tr><td>{labels[e.source]}</td><td>{e.kind}</td><td>{labels[e.target]}</td><td>{e.count}</td></tr>"
        for e in strongest
    )
    return f"<table><tr><th>who</th><th></th><th>whom</th><th>times</th></tr>{rows}</table>"
