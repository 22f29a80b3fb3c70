"""Who is central: PageRank, HITS, betweenness, as rustworkx computes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.graph.need import need
from citekit.graph.values import Graph

Scores = Mapping[str, float]

LONGEST_BETWEENNESS = 2_000_000_000
"""Nodes times edges beyond which betweenness is not computed: it would take minutes."""


def pagerank(graph: Graph, damping: float = 0.85) -> Scores:
    """PageRank: how likely a reader is at a node who follows citations at random, sources weighted by counts.

    The sum is 1. Source: L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank Citation Ranking", 1999.

    >>> from citekit.graph.values import Edge, Node
    >>> g = Graph("outlet", (Node("a", "A", "outlet"), Node("b", "B", "outlet")), (Edge("a", "b"),))
    >>> {key: round(score, 2) for key, score in pagerank(g).items()}
    {'a': 0.35, 'b': 0.65}
    """
    if not graph.nodes:
        return {}
    found = need("rustworkx").pagerank(directed(graph), alpha=damping, weight_fn=float, max_iter=1000)
    return _named(graph, found)


def hits(graph: Graph) -> tuple[Scores, Scores]:
    """Hubs and authorities: a hub cites good authorities, an authority is cited by good hubs. Each sums to 1.

    Source: J. Kleinberg, "Authoritative Sources in a Hyperlinked Environment", Journal of the ACM 46 (1999).
    """
    if not any(edge.kind == "cites" for edge in graph.edges):
        return {}, {}
    hubs, authorities = need("rustworkx").hits(directed(graph), weight_fn=float, max_iter=10_000, tol=1e-6)
    return _named(graph, hubs), _named(graph, authorities)


def betweenness(graph: Graph) -> Scores | None:
    """The share of the shortest ways between two others that lead through a node; counts are ignored.

    None if the graph is too large for it. Source: L. Freeman, "A set of measures of centrality based on
    betweenness", Sociometry 40 (1977), by the algorithm of U. Brandes (2001).
    """
    if len(graph.nodes) * len(graph.edges) > LONGEST_BETWEENNESS:
        return None
    return _named(graph, need("rustworkx").betweenness_centrality(directed(graph)))


def directed(graph: Graph) -> Any:
    """The citations as a `rustworkx.PyDiGraph`; node i is `graph.nodes[i]`, an edge's value its count."""
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    found = need("rustworkx").PyDiGraph(multigraph=False)
    found.add_nodes_from(range(len(graph.nodes)))
    found.add_edges_from(
        [(numbers[e.source], numbers[e.target], float(e.count)) for e in graph.edges if e.kind == "cites"]
    )
    return found


def _named(graph: Graph, scores: Any) -> Scores:
    return {node.id: float(scores[number]) for number, node in enumerate(graph.nodes)}
