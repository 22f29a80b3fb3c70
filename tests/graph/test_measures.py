"""Measures against graphs whose numbers are known, and against another library."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.graph import Edge, Graph, Node, graph
from citekit.graph.measures import (
    Pair,
    betweenness,
    co_cited,
    communities,
    coupled,
    gini,
    hits,
    measure,
    modularity,
    nested_share,
    pagerank,
    reciprocity,
    scored,
    self_share,
)
from citekit.model import Corpus
from tests.graph.samples import blog, corpus


def made(edges: str, extra: str = "") -> Graph:
    """A graph of one-letter nodes: "ab2 bc" is a citing b twice and b citing c."""
    ends = [(e[0], e[1], int(e[2:] or 1)) for e in edges.split()]
    keys = sorted({*"".join(a + b for a, b, _ in ends), *extra})
    return Graph(
        "outlet",
        tuple(
            Node(
                k,
                k,
                "outlet",
                cites=sum(n for a, b, n in ends if a == k != b),
                cited=sum(n for a, b, n in ends if b == k != a),
                own=sum(n for a, b, n in ends if a == b == k),
            )
            for k in keys
        ),
        tuple(Edge(a, b, count=n) for a, b, n in sorted(ends)),
    )


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    pairs = draw(
        st.dictionaries(
            st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), st.integers(1, 9)
        )
    )
    return made(" ".join(f"{a}{b}{n}" for (a, b), n in pairs.items()), extra="abcdefgh")


@given(graphs())
def test_centralities_are_those_of_networkx(found: Graph) -> None:
    other = found.to_networkx()
    flat = networkx.DiGraph(other)
    assert pagerank(found) == pytest.approx(networkx.pagerank(flat, tol=1e-10, max_iter=1000), abs=1e-4)
    assert betweenness(found) == pytest.approx(networkx.betweenness_centrality(flat))
    if flat.number_of_edges():
        assert reciprocity(found) == pytest.approx(_reciprocity(flat))


def _reciprocity(found: networkx.DiGraph[str]) -> float:
    plain = networkx.DiGraph((a, b) for a, b in found.edges if a != b)
    return float(networkx.overall_reciprocity(plain)) if plain.number_of_edges() else 0.0


@given(graphs())
def test_modularity_is_that_of_networkx(found: Graph) -> None:
    parts = communities(found)
    flat: networkx.Graph[str] = networkx.Graph()
    flat.add_nodes_from(parts)
    for edge in found.edges:
        if edge.source != edge.target:
            weight = flat.get_edge_data(edge.source, edge.target, {"weight": 0})["weight"] + edge.count
            flat.add_edge(edge.source, edge.target, weight=weight)
    if flat.number_of_edges():
        groups = [{k for k, part in parts.items() if part == p} for p in set(parts.values())]
        assert modularity(found, parts) == pytest.approx(networkx.community.modularity(flat, groups))


@given(graphs())
def test_communities_are_the_same_each_time(found: Graph) -> None:
    assert communities(found) == communities(found)
    assert set(communities(found)) == {n.id for n in found.nodes}


def test_two_circles_are_two_communities() -> None:
    parts = communities(made("ab9 bc9 ca9 de9 ef9 fd9 ad1"))
    assert [parts[k] for k in "abc"] == [0, 0, 0]
    assert [parts[k] for k in "def"] == [1, 1, 1]


def test_hubs_cite_and_authorities_are_cited() -> None:
    hubs, authorities = hits(made("ac bc ad"))
    assert max(hubs, key=lambda k: hubs[k]) == "a"
    assert max(authorities, key=lambda k: authorities[k]) == "c"
    assert sum(hubs.values()) == pytest.approx(1)


def test_pairs_that_are_cited_together_and_that_cite_the_same() -> None:
    found = made("ac ad bc bd ae")
    assert co_cited(found)[0] == Pair("c", "d", 2)
    assert coupled(found) == (Pair("a", "b", 2),)
    assert len(co_cited(found, most=1)) == 1


@given(graphs())
def test_pairs_are_all_pairs(found: Graph) -> None:
    cites = {n.id: {e.target for e in found.edges if e.source == n.id != e.target} for n in found.nodes}
    expected = {
        (a, b): len(cites[a] & cites[b]) for a in cites for b in cites if a < b and cites[a] & cites[b]
    }
    assert {(p.first, p.second): p.shared for p in coupled(found, 1000)} == expected


def test_shares() -> None:
    found = made("ab3 ba1 aa4")
    assert self_share(found) == 0.5
    assert reciprocity(found) == 1.0
    assert nested_share(graph(Corpus((blog(),)))) == pytest.approx(3 / 5)


@given(st.lists(st.integers(0, 100)))
def test_gini_lies_between_none_and_all(counts: list[int]) -> None:
    assert -1e-9 <= gini(counts) < 1


def test_all_at_once() -> None:
    found = measure(graph(corpus(), include_self=True))
    assert found.nodes[0].id == "abc-news"
    assert found.citations == 10
    assert found.betweenness
    assert dict(found.nodes[0].scores)["in_degree"] == 2


def test_a_graph_of_nothing_can_be_measured() -> None:
    assert measure(Graph("outlet")).modularity == 0
    assert scored(made("", extra="ab")).nodes[1].community == 1
