"""The attributes of nodes and edges as typed columns, which all table-like formats share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, get_args

from citekit.graph.values import Edge, Graph, Node
from citekit.model import Form

Value = str | int | float | None
Item = TypeVar("Item", Node, Edge)
Type = Literal["string", "integer", "double"]


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """An attribute: its name, its type, and how to read it; None is an empty cell."""

    name: str
    type: Type
    of: Callable[[Item], Value]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def joined(edge: Edge) -> str:
    """The passages that make the edge, a line each."""
    return "\n".join(dict.fromkeys(p.text for p in edge.passages))


def _count(form: Form) -> Callable[[Edge], Value]:
    return lambda edge: next((count for name, count in edge.forms if name == form), 0)


def _score(name: str) -> Callable[[Node], Value]:
    return lambda node: next((score for key, score in node.scores if key == name), None)


_NODE: tuple[Column[Node], ...] = (
    Column("type", "string", lambda n: n.type),
    Column("kind", "string", lambda n: n.kind),
    Column("url", "string", lambda n: n.url),
    Column("country", "string", lambda n: n.country),
    Column("date", "string", lambda n: _text(n.date)),
    Column("outlet", "string", lambda n: n.outlet),
    Column("cites", "integer", lambda n: n.cites),
    Column("cited", "integer", lambda n: n.cited),
    Column("own", "integer", lambda n: n.own),
)
_COMMUNITY: Column[Node] = Column("community", "integer", lambda n: n.community)

EDGE_COLUMNS: tuple[Column[Edge], ...] = (
    Column("kind", "string", lambda e: e.kind),
    Column("count", "integer", lambda e: e.count),
    Column("nested", "integer", lambda e: e.nested),
    Column("first", "string", lambda e: _text(e.first)),
    Column("last", "string", lambda e: _text(e.last)),
    *(Column(form, "integer", _count(form)) for form in get_args(Form)),
    Column("passages", "string", lambda e: joined(e) or None),
)


def node_columns(graph: Graph) -> tuple[Column[Node], ...]:
    """The columns of the graph's nodes: the fixed ones, and those of the measures that were taken."""
    measured = dict.fromkeys(name for node in graph.nodes for name, _ in node.scores)
    community = (_COMMUNITY,) if any(n.community is not None for n in graph.nodes) else ()
    scores: tuple[Column[Node], ...] = tuple(Column(name, "double", _score(name)) for name in measured)
    return (*_NODE, *community, *scores)


def attributes(item: Item, columns: tuple[Column[Item], ...]) -> Iterator[tuple[str, Value]]:
    """Name and value of each column that is not empty."""
    for column in columns:
        value = column.of(item)
        if value is not None:
            yield column.name, value
