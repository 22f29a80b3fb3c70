"""Cytoscape.js elements: https://js.cytoscape.org/#notation/elements-json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citekit.export.graphs.records import as_json, listed, node_record, whole_edge
from citekit.graph.values import Graph, Node


def to_cytoscape(graph: Graph) -> Iterator[str]:
    """Cytoscape.js elements: https://js.cytoscape.org/#notation/elements-json."""
    yield '{"data": {}, "directed": true, "multigraph": true, "elements": {"nodes": [\n'
    yield from listed(as_json(_cytoscape_node(node)) for node in graph.nodes)
    yield '],\n"edges": [\n'
    yield from listed(
        as_json({"data": {"id": f"e{number}", "key": edge.kind, **whole_edge(edge)}})
        for number, edge in enumerate(graph.edges)
    )
    yield "]}}\n"


def _cytoscape_node(node: Node) -> dict[str, Any]:
    shown: dict[str, Any] = {"data": {**node_record(node), "name": node.label, "value": node.id}}
    if node.x is not None and node.y is not None:
        shown["position"] = {"x": node.x, "y": -node.y}  # the screen's y grows downwards
    return shown
