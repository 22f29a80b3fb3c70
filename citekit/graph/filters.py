"""Graph to smaller graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from citekit.errors import CitekitError
from citekit.graph.identity import fold
from citekit.graph.values import Edge, Graph, Node


def at_least(graph: Graph, count: int) -> Graph:
    """Only edges of `count` citations or more, and the nodes that they join."""
    return _of_edges(graph, (edge for edge in graph.edges if edge.count >= count))


def of_kind(graph: Graph, kinds: Collection[str]) -> Graph:
    """Only edges with an end of one of these kinds ("newspaper", "wire", "person", "work" ...)."""
    wanted = {node.id for node in graph.nodes if node.kind in kinds or node.type in kinds}
    return _of_edges(graph, (edge for edge in graph.edges if edge.source in wanted or edge.target in wanted))


def around(graph: Graph, name: str, depth: int = 1) -> Graph:
    """The ego network of a node: those at most `depth` citations away, either way, and all edges among them.

    `name` is the node's id, its label or its domain. Raises `CitekitError` unless one node is called so.

    >>> chain = (Edge("a", "b"), Edge("b", "c"), Edge("c", "d"))
    >>> g = Graph("outlet", tuple(Node(k, k, "outlet") for k in "abcd"), chain)
    >>> [node.id for node in around(g, "b").nodes]
    ['a', 'b', 'c']
    """
    near = {_find(graph, name)}
    for _ in range(depth):
        near |= {e.target for e in graph.edges if e.source in near} | {
            e.source for e in graph.edges if e.target in near
        }
    return Graph(
        graph.level,
        tuple(node for node in graph.nodes if node.id in near),
        tuple(edge for edge in graph.edges if edge.source in near and edge.target in near),
    )


def connected(graph: Graph) -> Graph:
    """The graph without the nodes that no edge reaches."""
    return _of_edges(graph, graph.edges)


def _of_edges(graph: Graph, edges: Iterable[Edge]) -> Graph:
    kept = tuple(edges)
    met = {edge.source for edge in kept} | {edge.target for edge in kept}
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id in met), edges=kept)


def _find(graph: Graph, name: str) -> str:
    plain = fold(name.removeprefix("https://"))
    tests = (
        lambda node: node.id == name,
        lambda node: fold((node.url or "").removeprefix("https://")) == plain or fold(node.label) == plain,
    )
    for test in tests:
        found = [node for node in graph.nodes if test(node)]
        if len(found) == 1:
            return found[0].id
        if found:
            raise CitekitError(f"several nodes are called {name!r}: {_named(found)}; name one by its id")
    raise CitekitError(f"no node of the graph is called {name!r}; some that are there: {_named(graph.nodes)}")


def _named(nodes: Collection[Node], most: int = 8) -> str:
    first = sorted(nodes, key=lambda node: (-node.cited, node.id))[:most]
    return ", ".join(node.id for node in first)
