"""Who belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from citekit.graph.need import need
from citekit.graph.values import Graph

SEED = 7
"""Communities are found by a search that draws lots; the same seed finds the same ones."""


def communities(graph: Graph, resolution: float = 1.0) -> Mapping[str, int]:
    """The community of each node: 0 is the largest one. A node that no edge reaches is one by itself.

    Directions are ignored, counts are weights, and modularity is what is made large; a higher `resolution`
    makes more and smaller communities. Source: V. Traag, L. Waltman, N. J. van Eck, "From Louvain to
    Leiden: guaranteeing well-connected communities", Scientific Reports 9 (2019).
    """
    weights = _undirected(graph)
    found: Mapping[str, int] = {}
    if weights:
        edges = [(a, b, float(count)) for (a, b), count in sorted(weights.items())]
        _, found = need("graspologic_native").leiden(edges, resolution=resolution, seed=SEED, iterations=3)
    members: dict[object, list[str]] = {}
    for node in graph.nodes:
        members.setdefault(found.get(node.id, node.id), []).append(node.id)
    ordered = sorted(members.values(), key=lambda ids: (-len(ids), ids[0]))
    return {node: number for number, ids in enumerate(ordered) for node in ids}


def modularity(graph: Graph, parts: Mapping[str, int]) -> float:
    """How much more weight lies inside the parts than by chance, -0.5 to 1; directions are ignored.

    Source: M. Newman, M. Girvan, "Finding and evaluating community structure in networks", Physical Review
    E 69 (2004).
    """
    weights = _undirected(graph)
    total = sum(weights.values())
    if not total:
        return 0.0
    inside: Counter[int] = Counter()
    degrees: Counter[int] = Counter()
    for (a, b), count in weights.items():
        degrees[parts[a]] += count
        degrees[parts[b]] += count
        if parts[a] == parts[b]:
            inside[parts[a]] += count
    return sum(inside[part] / total - (degree / (2 * total)) ** 2 for part, degree in degrees.items())


def _undirected(graph: Graph) -> Counter[tuple[str, str]]:
    weights: Counter[tuple[str, str]] = Counter()
    for edge in graph.edges:
        if edge.kind == "cites" and edge.source != edge.target:
            weights[min(edge.source, edge.target), max(edge.source, edge.target)] += edge.count
    return weights
