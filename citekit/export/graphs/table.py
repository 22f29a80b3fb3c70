"""CSV: a table of edges, a table of nodes, and the matrix of who cites whom."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from citekit.export.cells import guard
from citekit.export.graphs.chunks import chunks
from citekit.export.graphs.columns import EDGE_COLUMNS, node_columns
from citekit.graph.values import Graph


def to_edges_csv(graph: Graph) -> Iterator[str]:
    """A row an edge; Gephi takes the columns' names as they are."""
    labels = {node.id: node.label for node in graph.nodes}
    head = ("Source", "Target", "Type", "Weight", "Source label", "Target label")
    rows = (
        (
            *(e.source, e.target, "Directed", e.count, labels.get(e.source), labels.get(e.target)),
            *(column.of(e) for column in EDGE_COLUMNS),
        )
        for e in graph.edges
    )
    return _table((*head, *(c.name for c in EDGE_COLUMNS)), rows)


def to_nodes_csv(graph: Graph) -> Iterator[str]:
    """A row a node."""
    columns = node_columns(graph)
    rows = ((n.id, n.label, *(column.of(n) for column in columns)) for n in graph.nodes)
    return _table(("Id", "Label", *(c.name for c in columns)), rows)


def to_matrix_csv(graph: Graph) -> Iterator[str]:
    """How often the row's node cites the column's; nodes that neither cite nor are cited have no row."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for edge in graph.edges:
        if edge.kind == "cites":
            counts[edge.source][edge.target] = edge.count
    met = {*counts, *(target for row in counts.values() for target in row)}
    nodes = [node for node in graph.nodes if node.id in met]
    rows = ((node.label, *(counts[node.id].get(other.id, 0) for other in nodes)) for node in nodes)
    return _table(("", *(node.label for node in nodes)), rows)


def _table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    return chunks(_line(row) for row in chain((head,), rows))


def _line(row: Iterable[object]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])
    return stream.getvalue()
