"""GML, the Graph Modelling Language: https://networkx.org/documentation/stable/reference/readwrite/gml.html."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.export.graphs.chunks import chunks
from citekit.export.graphs.columns import EDGE_COLUMNS, Column, Item, attributes, node_columns
from citekit.export.graphs.pajek import distinct_labels
from citekit.graph.values import Graph, Node

_AWKWARD = re.compile(r'[^ -~]|["&]')


def to_gml(graph: Graph) -> Iterator[str]:
    """The graph with numbered nodes, distinct labels, and all attributes; our own id is `name`.

    >>> from citekit.graph.values import Node
    >>> print("".join(to_gml(Graph("outlet", (Node("a", "A", "outlet"),)))), end="")
    graph [
    directed 1
    multigraph 1
    node [ id 0 label "A" name "a" type "outlet" cites 0 cited 0 own 0 ]
    ]
    """
    columns = node_columns(graph)
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    yield "graph [\ndirected 1\nmultigraph 1\n"
    labels = enumerate(distinct_labels(graph))
    yield from chunks(
        f"node [ id {number} label {_string(label)} name {_string(node.id)} "
        f"{_values(node, columns)}{_place(node)}]\n"
        for node, (number, label) in zip(graph.nodes, labels, strict=True)
    )
    yield from chunks(
        f"edge [ source {numbers[edge.source]} target {numbers[edge.target]} key {_string(edge.kind)} "
        f"weight {edge.count} {_values(edge, EDGE_COLUMNS)}]\n"
        for edge in graph.edges
    )
    yield "]\n"


def _place(node: Node) -> str:
    if node.x is None or node.y is None:
        return ""
    fill = f" fill {_string(node.color)}" if node.color else ""
    return (
        f"graphics [ x {node.x:.6f} y {node.y:.6f} w {node.size or 10:.6f} h {node.size or 10:.6f}{fill} ] "
    )


def _values(item: Item, columns: tuple[Column[Item], ...]) -> str:
    return "".join(f"{_key(name)} {_value(value)} " for name, value in attributes(item, columns))


def _key(name: str) -> str:
    """GML's keys are letters and digits."""
    return "".join(c for c in name.title() if c.isalnum()) if not name.isalnum() else name


def _value(value: str | int | float | None) -> str:
    if isinstance(value, float):
        return f"{value:.12f}"  # GML knows no number like 1e-05 without a point
    return _string(value) if isinstance(value, str) else str(value)


def _string(text: str) -> str:
    return '"' + _AWKWARD.sub(_entity, text) + '"'


def _entity(found: re.Match[str]) -> str:
    return {'"': "&quot;", "&": "&amp;"}.get(found.group(), f"&#{ord(found.group())};")
