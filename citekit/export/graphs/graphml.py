"""GraphML, with the positions and labels that yEd draws: http://graphml.graphdrawing.org/specification.html."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.export.graphs.chunks import chunks
from citekit.export.graphs.columns import EDGE_COLUMNS, Column, Item, attributes, node_columns
from citekit.export.graphs.xmltext import escape
from citekit.graph.values import Edge, Graph, Node

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
"""
_TYPES = {"string": "string", "integer": "long", "double": "double"}
_GRAPHICS = '<key id="graphics" for="node" yfiles.type="nodegraphics"/>\n'


_LABEL: Column[Node] = Column("label", "string", lambda n: n.label)
_WEIGHT: Column[Edge] = Column("weight", "integer", lambda e: e.count)


def to_graphml(graph: Graph) -> Iterator[str]:
    """The graph with typed attributes; `label` and `weight` are named as other programs expect them."""
    drawn = any(node.x is not None for node in graph.nodes)
    columns = (_LABEL, *node_columns(graph))
    links = (_WEIGHT, *EDGE_COLUMNS)
    yield _HEAD
    yield _keys("node", columns) + _keys("edge", links) + (_GRAPHICS if drawn else "")
    yield '<graph id="citations" edgedefault="directed">\n'
    yield from chunks(_node(node, columns) for node in graph.nodes)
    yield from chunks(
        f'<edge id="e{number}" source="{escape(edge.source)}" target="{escape(edge.target)}">'
        f"{_data('edge', edge, links)}</edge>\n"
        for number, edge in enumerate(graph.edges)
    )
    yield "</graph>\n</graphml>\n"


def _keys(what: str, columns: tuple[Column[Item], ...]) -> str:
    return "".join(
        f'<key id="{what}.{escape(c.name)}" for="{what}" attr.name="{escape(c.name)}" '
        f'attr.type="{_TYPES[c.type]}"/>\n'
        for c in columns
    )


def _data(what: str, item: Item, columns: tuple[Column[Item], ...]) -> str:
    return "".join(
        f'<data key="{what}.{escape(name)}">{escape(str(value))}</data>'
        for name, value in attributes(item, columns)
    )


def _node(node: Node, columns: tuple[Column[Node], ...]) -> str:
    return f'<node id="{escape(node.id)}">{_data("node", node, columns)}{_graphics(node)}</node>\n'


def _graphics(node: Node) -> str:
    if node.x is None or node.y is None:
        return ""
    size = node.size or 10
    return (
        f'<data key="graphics"><y:ShapeNode><y:Geometry x="{node.x:.6g}" y="{-node.y:.6g}" '
        f'width="{size:.6g}" height="{size:.6g}"/>'
        f'<y:Fill color="{node.color or "#888888"}"/>'
        f'<y:NodeLabel modelName="sides" modelPosition="e">{escape(node.label)}</y:NodeLabel>'
        '<y:Shape type="ellipse"/></y:ShapeNode></data>'
    )
