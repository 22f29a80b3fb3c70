"""Pajek's network format: http://mrvar.fdv.uni-lj.si/pajek/pajekman.pdf, chapter 5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.export.graphs.chunks import chunks
from citekit.graph.values import Graph

_AWKWARD = re.compile(r'["\\&\x00-\x1f\x7f]')


def to_pajek(graph: Graph) -> Iterator[str]:
    """Labelled vertices and weighted arcs. "carries" edges, which Pajek could not tell apart, stay out.

    Vertices that share a label are told apart by their id in brackets, since Pajek knows a vertex by its
    label.

    >>> from citekit.graph.values import Node
    >>> print("".join(to_pajek(Graph("outlet", (Node("a", 'The "A"', "outlet"),)))), end="")
    *Vertices 1
    1 "The &#34;A&#34;"
    *Arcs
    """
    numbers = {node.id: number for number, node in enumerate(graph.nodes, 1)}
    yield f"*Vertices {len(graph.nodes)}\n"
    yield from chunks(f'{n} "{entities(label)}"\n' for n, label in enumerate(distinct_labels(graph), 1))
    yield "*Arcs\n"
    yield from chunks(
        f"{numbers[e.source]} {numbers[e.target]} {e.count}\n" for e in graph.edges if e.kind == "cites"
    )


def entities(text: str) -> str:
    """Text for a Pajek label, which has no escapes but HTML's numbered ones.

    >>> entities('A & "B"')
    'A &#38; &#34;B&#34;'
    """
    return _AWKWARD.sub(lambda found: f"&#{ord(found.group())};", text)


def distinct_labels(graph: Graph) -> Iterator[str]:
    """A label for each node that no other node has."""
    seen: set[str] = set()
    taken = {node.label for node in graph.nodes}
    for node in graph.nodes:
        label = node.label
        while label in seen or (label != node.label and label in taken):
            label = f"{label} ({node.id})"
        seen.add(label)
        yield label
