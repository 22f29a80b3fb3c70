"""A graph as the value of another library."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from citekit.graph.need import need
from citekit.graph.values import Edge, Graph, Node

if TYPE_CHECKING:
    import igraph
    import networkx
    import pandas


def to_networkx(graph: Graph) -> networkx.MultiDiGraph[str]:
    """A directed multigraph: an edge's key is its kind, its `weight` the count of citations.

    Raises `CitekitError` if networkx is not installed.
    """
    found: networkx.MultiDiGraph[str] = need("networkx").MultiDiGraph(level=graph.level)
    found.add_nodes_from((node.id, node_attributes(node)) for node in graph.nodes)
    for edge in graph.edges:
        found.add_edge(edge.source, edge.target, key=edge.kind, **edge_attributes(edge))
    return found


def to_igraph(graph: Graph) -> igraph.Graph:
    """A directed graph whose vertices are called by their ids and whose edges have a `weight` and a `kind`.

    Raises `CitekitError` if igraph is not installed.
    """
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    vertices: dict[str, list[Any]] = {"name": [node.id for node in graph.nodes]}
    for name in (field.name for field in fields(Node) if field.name not in ("id", "scores")):
        vertices[name] = [node_attributes(node).get(name) for node in graph.nodes]
    ends = [(numbers[edge.source], numbers[edge.target]) for edge in graph.edges]
    links = [edge_attributes(edge) for edge in graph.edges]
    return need("igraph").Graph(
        n=len(graph.nodes),
        edges=ends,
        directed=True,
        vertex_attrs=vertices,
        edge_attrs={
            name: [link.get(name) for link in links] for name in ("kind", "weight", "nested", "forms")
        },
    )


def to_pandas(graph: Graph) -> tuple[pandas.DataFrame, pandas.DataFrame]:
    """Nodes, indexed by id, and edges, a row each.

    Raises `CitekitError` if pandas is not installed.
    """
    pandas = need("pandas")
    index = pandas.Index([node.id for node in graph.nodes], name="id", dtype="str")
    nodes = pandas.DataFrame([node_attributes(node) for node in graph.nodes], index=index)
    edges = pandas.DataFrame(
        [{"source": edge.source, "target": edge.target, **edge_attributes(edge)} for edge in graph.edges],
        columns=["source", "target", "kind", "weight", "nested", "forms", "first", "last"],
    )
    return nodes, edges


def node_attributes(node: Node) -> dict[str, Any]:
    """What is known of a node, its id apart; dates as EDTF."""
    known: dict[str, Any] = {
        field.name: value
        for field in fields(node)
        if field.name not in ("id", "scores") and (value := getattr(node, field.name)) is not None
    }
    if node.date is not None:
        known["date"] = str(node.date)
    return known | dict(node.scores)


def edge_attributes(edge: Edge) -> dict[str, Any]:
    """What is known of an edge, its ends apart; `forms` maps each form to its count."""
    known: dict[str, Any] = {
        "kind": edge.kind,
        "weight": edge.count,
        "nested": edge.nested,
        "forms": dict(edge.forms),
    }
    if edge.first is not None:
        known |= {"first": str(edge.first), "last": str(edge.last)}
    return known
