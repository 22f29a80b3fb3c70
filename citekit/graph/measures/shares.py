"""Single numbers about a whole graph."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.graph.values import Graph


def reciprocity(graph: Graph) -> float:
    """The share of edges whose reverse is there too, self-citations apart; counts are ignored.

    Source: D. Garlaschelli, M. Loffredo, "Patterns of link reciprocity in directed networks", Physical Review
    Letters 93 (2004), equation 1.
    """
    ends = {(e.source, e.target) for e in graph.edges if e.kind == "cites" and e.source != e.target}
    return sum((b, a) in ends for a, b in ends) / len(ends) if ends else 0.0


def self_share(graph: Graph) -> float:
    """The share of citations by which nodes cite themselves, also where the graph leaves these edges out."""
    own = sum(node.own for node in graph.nodes)
    total = own + sum(node.cites for node in graph.nodes)
    return own / total if total else 0.0


def nested_share(graph: Graph) -> float:
    """The share of citations that an article shows only through another source's words."""
    cites = [edge for edge in graph.edges if edge.kind == "cites"]
    total = sum(edge.count for edge in cites)
    return sum(edge.nested for edge in cites) / total if total else 0.0


def gini(counts: Iterable[int]) -> float:
    """How unequal the counts are: 0 if all are equal, near 1 if one has them all.

    Source: C. Gini, "Variabilità e mutabilità", 1912, as half of the relative mean absolute difference.

    >>> gini([1, 1, 1]), round(gini([0, 0, 9]), 2)
    (0.0, 0.67)
    """
    ordered = sorted(counts)
    total = sum(ordered)
    if not total:
        return 0.0
    n = len(ordered)
    ranked = sum(rank * count for rank, count in enumerate(ordered, 1))
    return 2 * ranked / (n * total) - (n + 1) / n
