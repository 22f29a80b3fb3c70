"""How a graph shows itself in a notebook."""

from __future__ import annotations

from html import escape

from citekit.graph.values import Graph

STRONGEST = 10


def as_html(graph: Graph) -> str:
    """A line that counts, and a table of the strongest edges.

    >>> as_html(Graph("outlet"))
    '<p><b>Graph</b> by outlet: 0 nodes, 0 edges</p>'
    """
    head = f"<p><b>Graph</b> by {graph.level}: {len(graph.nodes)} nodes, {len(graph.edges)} edges</p>"
    strongest = sorted(graph.edges, key=lambda e: (-e.count, e.source, e.target, e.kind))[:STRONGEST]
    if not strongest:
        return head
    labels = {node.id: escape(node.label) for node in graph.nodes}
    rows = "".join(
        f"<tr><td>{labels[e.source]}</td><td>{e.kind}</td><td>{labels[e.target]}</td><td>{e.count}</td></tr>"
        for e in strongest
    )
    return f"{head}<table><tr><th>who</th><th></th><th>whom</th><th>times</th></tr>{rows}</table>"
