"""Parquet tables of edges and of nodes, for what is too large for CSV: needs the extra `parquet`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import islice

from citekit.export.graphs.columns import EDGE_COLUMNS, Column, Item, node_columns
from citekit.graph.need import need
from citekit.graph.values import Edge, Graph, Node

_ROWS = 50_000
_SOURCE: Column[Edge] = Column("source", "string", lambda edge: edge.source)
_TARGET: Column[Edge] = Column("target", "string", lambda edge: edge.target)
_ID: Column[Node] = Column("id", "string", lambda node: node.id)
_LABEL: Column[Node] = Column("label", "string", lambda node: node.label)


def to_edges_parquet(graph: Graph) -> bytes:
    """A row an edge, with the columns of the CSV table."""
    return _written((_SOURCE, _TARGET, *EDGE_COLUMNS), graph.edges)


def to_nodes_parquet(graph: Graph) -> bytes:
    """A row a node."""
    return _written((_ID, _LABEL, *node_columns(graph)), graph.nodes)


def _written(columns: Sequence[Column[Item]], items: Iterable[Item]) -> bytes:
    arrow, parquet = need("pyarrow"), need("pyarrow.parquet")
    types = {"string": arrow.string(), "integer": arrow.int64(), "double": arrow.float64()}
    schema = arrow.schema([(column.name, types[column.type]) for column in columns])
    stream, rest = io.BytesIO(), iter(items)
    with parquet.ParquetWriter(stream, schema) as writer:
        while rows := list(islice(rest, _ROWS)):
            cells = {column.name: [_clean(column.of(row)) for row in rows] for column in columns}
            writer.write_table(arrow.table(cells, schema=schema))
    return stream.getvalue()


def _clean(value: str | int | float | None) -> str | int | float | None:
    """The value, with lone surrogates, which UTF-8 cannot hold, replaced."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
