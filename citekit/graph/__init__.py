"""Citations to graph: who cites whom, at the level of outlets, articles, works or people."""

from citekit.graph.build import graph
from citekit.graph.levels import LEVELS
from citekit.graph.selection import Selection
from citekit.graph.values import Edge, EdgeKind, Evidence, Graph, Level, Node, NodeType

__all__ = [
    "LEVELS",
    "Edge",
    "EdgeKind",
    "Evidence",
    "Graph",
    "Level",
    "Node",
    "NodeType",
    "Selection",
    "graph",
]
