"""JSON Graph Format, version 2: https://jsongraphformat.info."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citekit.export.graphs.records import as_json, listed, node_record, whole_edge
from citekit.graph.values import Edge, Graph, Node


def to_jgf(graph: Graph) -> Iterator[str]:
    """JSON Graph Format, version 2: https://jsongraphformat.info."""
    yield f'{{"graph": {{"directed": true, "type": "citations", "label": "by {graph.level}", "nodes": {{\n'
    yield from listed(f"{as_json(node.id)}: {as_json(_jgf_node(node))}" for node in graph.nodes)
    yield '},\n"edges": [\n'
    yield from listed(as_json(_jgf_edge(edge)) for edge in graph.edges)
    yield "]}}\n"


def _jgf_node(node: Node) -> dict[str, Any]:
    record = node_record(node)
    del record["id"]
    return {"label": record.pop("label"), "metadata": record}


def _jgf_edge(edge: Edge) -> dict[str, Any]:
    record = whole_edge(edge)
    ends = {name: record.pop(name) for name in ("source", "target")}
    return {**ends, "relation": record.pop("kind"), "directed": True, "metadata": record}
