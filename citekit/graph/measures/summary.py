"""All measures of a graph at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citekit.graph.measures.central import Scores, betweenness, hits, pagerank
from citekit.graph.measures.community import communities, modularity
from citekit.graph.measures.coupling import Pair, co_cited, coupled
from citekit.graph.measures.shares import gini, nested_share, reciprocity, self_share
from citekit.graph.values import Graph, Level, Node


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured; the functions of this package say what each number means.

    `nodes` carry the scores and communities, in order of PageRank. `betweenness` says whether there was
    time for it. `cited_gini` is over the nodes that are cited at all.
    """

    level: Level
    nodes: tuple[Node, ...]
    edges: int
    citations: int
    reciprocity: float
    self_share: float
    nested_share: float
    cited_gini: float
    communities: int
    modularity: float
    betweenness: bool
    co_cited: tuple[Pair, ...]
    coupled: tuple[Pair, ...]


def measure(graph: Graph, pairs: int = 20) -> Measures:
    """Everything that can be measured of a graph, with the strongest `pairs` of each coupling.

    Raises `CitekitError` if the libraries of the extra `graph` are not installed.
    """
    measured = scored(graph)
    parts = {node.id: node.community or 0 for node in measured.nodes}
    cites = [edge for edge in graph.edges if edge.kind == "cites"]
    return Measures(
        graph.level,
        tuple(sorted(measured.nodes, key=lambda n: (-dict(n.scores)["pagerank"], n.id))),
        len(cites),
        sum(edge.count for edge in cites),
        reciprocity(graph),
        self_share(graph),
        nested_share(graph),
        gini(node.cited for node in graph.nodes if node.cited),
        len(set(parts.values())),
        modularity(graph, parts),
        any("betweenness" in dict(node.scores) for node in measured.nodes),
        co_cited(graph, pairs),
        coupled(graph, pairs),
    )


def scored(graph: Graph) -> Graph:
    """The graph with each node's community, PageRank, hub and authority scores, betweenness and degrees.

    `in_degree` and `out_degree` count the others that cite it and that it cites, where `Node.cited` and
    `Node.cites` count citations.
    """
    hubs, authorities = hits(graph)
    scores: dict[str, Scores | None] = {
        "pagerank": pagerank(graph),
        "hub": hubs,
        "authority": authorities,
        "betweenness": betweenness(graph),
        **_degrees(graph),
    }
    parts = communities(graph)
    return replace(
        graph,
        nodes=tuple(
            replace(
                node,
                community=parts[node.id],
                scores=tuple((name, of[node.id]) for name, of in scores.items() if of),
            )
            for node in graph.nodes
        ),
    )


def _degrees(graph: Graph) -> dict[str, Scores]:
    given = dict.fromkeys((node.id for node in graph.nodes), 0.0)
    got = dict(given)
    for edge in graph.edges:
        if edge.kind == "cites" and edge.source != edge.target:
            given[edge.source] += 1
            got[edge.target] += 1
    return {"in_degree": got, "out_degree": given}
