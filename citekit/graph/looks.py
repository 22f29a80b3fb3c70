"""Sizes, colours and places: a graph made ready to be looked at."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from citekit.graph.layout import places
from citekit.graph.measures import scored
from citekit.graph.values import Graph, Node

ColorBy = Literal["community", "kind"]

PALETTE = (
    *("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee7733", "#009988"),
    *("#882255", "#999933", "#332288", "#117733"),
)
"""Colours that people with a colour vision deficiency can tell apart: P. Tol, "Colour Schemes" (2021)."""

MANY = 10
"""Citations that make a node large; where none has so many, none is."""

OTHER = "#8b8b8b"
"""The colour of all that the palette has none for."""


def dressed(graph: Graph, color_by: ColorBy = "kind") -> Graph:
    """The graph with a size for each node, by how often it is cited, and a colour, by community or kind.

    Sizes are diameters from 4 to 40: the area grows with the citations received, and is largest for the node
    that has the most, if these are at least `MANY`.
    """
    most = max([MANY, *(node.cited for node in graph.nodes)])
    colors = _colors(graph, color_by)
    return replace(
        graph,
        nodes=tuple(
            replace(
                node,
                size=round(4 + 36 * math.sqrt(node.cited / most), 2),
                color=colors[_group(node, color_by)],
            )
            for node in graph.nodes
        ),
    )


def laid_out(graph: Graph, color_by: ColorBy = "community") -> Graph:
    """The graph measured, dressed, and with a place for each node.

    Raises `CitekitError` if the libraries of the extra `graph` are not installed.
    """
    ready = dressed(scored(graph), color_by)
    found = places(
        ready,
        {node.id: node.community or 0 for node in ready.nodes},
        {node.id: node.size or 4 for node in ready.nodes},
    )
    return replace(
        ready,
        nodes=tuple(
            replace(node, x=round(found[node.id][0], 2), y=round(found[node.id][1], 2))
            for node in ready.nodes
        ),
    )


def _colors(graph: Graph, color_by: ColorBy) -> dict[object, str]:
    """The palette's colours for the groups with the most nodes; a group of one is no group."""
    counts: dict[object, int] = {}
    for node in graph.nodes:
        group = _group(node, color_by)
        counts[group] = counts.get(group, 0) + 1
    ordered = sorted(counts, key=lambda group: (-counts[group], str(group)))
    large = [group for group in ordered if color_by == "kind" or counts[group] > 1]
    return dict.fromkeys(ordered, OTHER) | dict(zip(large, PALETTE, strict=False))


def _group(node: Node, color_by: ColorBy) -> object:
    return node.community if color_by == "community" else node.kind or node.type
