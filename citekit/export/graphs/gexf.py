"""GEXF 1.3, Gephi's own format: https://gexf.net/schema.html."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from citekit.export.graphs.chunks import chunks
from citekit.export.graphs.columns import EDGE_COLUMNS, Column, Item, attributes, node_columns
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
    yield from chunks(_edges(graph.edges))
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


def _edges(edges: Iterable[Edge]) -> Iterator[str]:
    plain = [(_opening(c.name), c.of) for c in EDGE_COLUMNS if c.type == "integer"]
    texts = [(_opening(c.name), c.of) for c in EDGE_COLUMNS if c.type != "integer"]
    for number, edge in enumerate(edges):
        yield (
            f'<edge id="{number}" source="{escape(edge.source)}" target="{escape(edge.target)}" '
            f'kind="{edge.kind}" weight="{edge.count}"{_lasting(edge)}>'
            f"<attvalues>{_values(edge, plain, texts)}</attvalues></edge>\n"
        )


def _values(
    edge: Edge,
    plain: Sequence[tuple[str, Callable[[Edge], object]]],
    texts: Sequence[tuple[str, Callable[[Edge], object]]],
) -> str:
    found = [f'{opening}{value}"/>' for opening, of in plain if (value := of(edge))]
    for opening, of in texts:
        if (value := of(edge)) is not None:
            found.append(f'{opening}{escape(str(value))}"/>')
    return "".join(found)


def _opening(name: str) -> str:
    return f'<attvalue for="{escape(name)}" value="'


def _lasting(edge: Edge) -> str:
    if edge.first is None or edge.last is None:
        return ""
    return f' start="{_day(first_day(edge.first))}" end="{_day(last_day(edge.last))}"'


def _day(day: Day) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
