"""Which nodes are cited together, and which cite the same."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from citekit.graph.need import need
from citekit.graph.values import Graph

_BLOCK = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes, in order of id, and what they share."""

    first: str
    second: str
    shared: int


def co_cited(graph: Graph, most: int = 20) -> tuple[Pair, ...]:
    """The pairs that the most nodes cite both, the strongest first.

    Source: H. Small, "Co-citation in the scientific literature", Journal of the American Society for
    Information Science 24 (1973).

    >>> from citekit.graph.values import Edge, Node
    >>> nodes = tuple(Node(key, key, "outlet") for key in "abc")
    >>> co_cited(Graph("outlet", nodes, (Edge("a", "b"), Edge("a", "c"))))
    (Pair(first='b', second='c', shared=1),)
    """
    return _pairs(graph, _matrix(graph), most)


def coupled(graph: Graph, most: int = 20) -> tuple[Pair, ...]:
    """The pairs that cite the most of the same nodes, the strongest first: bibliographic coupling.

    Source: M. Kessler, "Bibliographic coupling between scientific papers", American Documentation 14 (1963).
    """
    return _pairs(graph, _matrix(graph).T.tocsc(), most)


def _matrix(graph: Graph) -> Any:
    """1 where the row's node cites the column's, itself apart."""
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    cites = [e for e in graph.edges if e.kind == "cites" and e.source != e.target]
    rows = [numbers[e.source] for e in cites]
    columns = [numbers[e.target] for e in cites]
    shape = (len(numbers), len(numbers))
    return need("scipy.sparse").csc_array(([1] * len(cites), (rows, columns)), shape=shape, dtype="int32")


def _pairs(graph: Graph, matrix: Any, most: int) -> tuple[Pair, ...]:
    """The largest cells above the diagonal of matrix' × matrix, a block of rows at a time to bound memory."""
    best: list[tuple[int, int, int]] = []
    for start in range(0, matrix.shape[1], _BLOCK):
        product = (matrix[:, start : start + _BLOCK].T @ matrix).tocoo()
        above = product.col > product.row + start
        shared, rows, columns = product.data[above], product.row[above] + start, product.col[above]
        if len(shared) > most:
            least = -need("numpy").partition(-shared, most - 1)[most - 1]
            keep = shared >= least
            shared, rows, columns = shared[keep], rows[keep], columns[keep]
        cells = zip((-shared).tolist(), rows.tolist(), columns.tolist(), strict=True)
        best = nsmallest(most, (*best, *cells))
    return tuple(Pair(graph.nodes[a].id, graph.nodes[b].id, -shared) for shared, a, b in best)
