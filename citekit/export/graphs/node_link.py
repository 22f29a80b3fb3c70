"""Node-link JSON, which networkx and D3 read."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.export.graphs.records import as_json, listed, node_record, whole_edge
from citekit.graph.values import Graph


def to_node_link(graph: Graph) -> Iterator[str]:
    """Node-link JSON, which `networkx.node_link_graph(json, edges="edges")` and D3 read.

    >>> print("".join(to_node_link(Graph("outlet"))), end="")
    {"directed": true, "multigraph": true, "graph": {"level": "outlet"},
    "nodes": [
    ],
    "edges": [
    ]}
    """
    head = {"level": graph.level}
    yield f'{{"directed": true, "multigraph": true, "graph": {as_json(head)},\n"nodes": [\n'
    yield from listed(as_json(node_record(node)) for node in graph.nodes)
    yield '],\n"edges": [\n'
    yield from listed(as_json({"key": edge.kind, **whole_edge(edge)}) for edge in graph.edges)
    yield "]}\n"
