"""GEXF 1.3, Gephi's own format: https://gexf.net/schema.html."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.export.graphs.chunks import chunks
from citekit.export.graphs.columns import EDGE_COLUMNS, Column, Item, attributes, joined, node_columns
from citekit.export.graphs.xmltext import escape
from citekit.graph.period import Day, first_day, last_day
from citekit.graph.values import Edge, Graph, Node

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>citekit</creator><description>{description}</description></meta>
<graph defaultedgetype="directed" mode="{mode}"{time}>
"""


def to_gexf(graph: Graph) -> Iterator[str]:
    """The graph with typed attributes, weights and dates, and with its looks where it was laid out.

    Edges last from the first day that the first article's date can mean to the last day of the last one's.
    """
    dated = any(edge.first for edge in graph.edges)
    yield _HEAD.format(
        description=escape(f"Who cites whom, by {graph.level}"),
        mode="dynamic" if dated else "static",
        time=' timeformat="date"' if dated else "",
    )
    columns = node_columns(graph)
    yield _declared("node", columns)
    yield _declared("edge", EDGE_COLUMNS)
    yield "<nodes>\n"
    yield from chunks(_node(node, columns) for node in graph.nodes)
    yield "</nodes>\n<edges>\n"
    yield from chunks(_edges(graph))
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(what: str, columns: tuple[Column[Item], ...]) -> str:
    declared = "".join(
        f'<attribute id="{escape(c.name)}" title="{escape(c.name)}" type="{c.type}"/>' for c in columns
    )
    return f'<attributes class="{what}" mode="static">{declared}</attributes>\n'


def _node(node: Node, columns: tuple[Column[Node], ...]) -> str:
    values = "".join(
        f'<attvalue for="{escape(name)}" value="{escape(str(value))}"/>'
        for name, value in attributes(node, columns)
    )
    return (
        f'<node id="{escape(node.id)}" label="{escape(node.label)}"><attvalues>{values}</attvalues>'
        f"{_looks(node)}</node>\n"
    )


def _looks(node: Node) -> str:
    looks = ""
    if node.color:
        red, green, blue = bytes.fromhex(node.color.removeprefix("#"))
        looks += f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
    if node.x is not None and node.y is not None:
        looks += f'<viz:position x="{node.x:.6g}" y="{node.y:.6g}" z="0"/>'
    if node.size is not None:
        looks += f'<viz:size value="{node.size:.6g}"/>'
    return looks


def _edges(graph: Graph) -> Iterator[str]:
    ids = {node.id: escape(node.id) for node in graph.nodes}
    for number, edge in enumerate(graph.edges):
        yield (
            f'<edge id="{number}" source="{ids[edge.source]}" target="{ids[edge.target]}" kind="{edge.kind}" '
            f'weight="{edge.count}"{_lasting(edge)}><attvalues>{_values(edge)}</attvalues></edge>\n'
        )


def _values(edge: Edge) -> str:
    """What `attributes` gives, less the forms that are not there: this is the loop that must be fast."""
    values = _value("kind", edge.kind) + _value("count", edge.count) + _value("nested", edge.nested)
    for form, count in edge.forms:
        values += _value(form, count)
    if edge.first is not None:
        values += _value("first", edge.first) + _value("last", edge.last)
    if edge.passages:
        values += _value("passages", escape(joined(edge)))
    return values


def _value(name: str, value: object) -> str:
    return f'<attvalue for="{name}" value="{value}"/>'


def _lasting(edge: Edge) -> str:
    if edge.first is None or edge.last is None:
        return ""
    return f' start="{_day(first_day(edge.first))}" end="{_day(last_day(edge.last))}"'


def _day(day: Day) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
