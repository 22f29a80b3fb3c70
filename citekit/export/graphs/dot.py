"""DOT, the language of Graphviz: https://graphviz.org/doc/info/lang.html."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.export.graphs.chunks import chunks
from citekit.graph.values import Edge, Graph, Node

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def to_dot(graph: Graph) -> Iterator[str]:
    """The graph with labels and weights; "carries" edges are dashed.

    >>> from citekit.graph.values import Node
    >>> print("".join(to_dot(Graph("outlet", (Node("a", 'The "A"', "outlet"),)))), end="")
    digraph citations {
      node [shape=box, style=rounded];
      "a" [label="The \\"A\\""];
    }
    """
    yield "digraph citations {\n  node [shape=box, style=rounded];\n"
    yield from chunks(_node(node) for node in graph.nodes)
    yield from chunks(_edge(edge) for edge in graph.edges)
    yield "}\n"


def quoted(text: str) -> str:
    """A DOT string. Backslashes are doubled, or Graphviz reads them as escapes; control characters become
    U+FFFD, those that end a line apart, since DOT is what a terminal gets to see.

    >>> quoted('a"b')
    '"a\\\\"b"'
    """
    text = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\t", " "))
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


def _node(node: Node) -> str:
    place = f', pos="{node.x:.6g},{node.y:.6g}"' if node.x is not None and node.y is not None else ""
    color = f", color={quoted(node.color)}" if node.color else ""
    return f"  {quoted(node.id)} [label={quoted(node.label)}{place}{color}];\n"


def _edge(edge: Edge) -> str:
    if edge.kind == "carries":
        looks = "style=dashed, constraint=false, xlabel=carries"
    else:
        looks = f"weight={edge.count}" + (f", label={edge.count}" if edge.count > 1 else "")
    return f"  {quoted(edge.source)} -> {quoted(edge.target)} [{looks}];\n"
