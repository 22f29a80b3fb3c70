"""Where to draw each node, so that who belongs together stands together and no two cover each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from citekit.errors import CitekitError
from citekit.graph.need import need
from citekit.graph.values import Graph

Place = tuple[float, float]

SEED = 7
MOST = 10_000
"""Nodes that can be laid out: all pairs push each other, so twice the nodes take four times as long."""
_TOGETHER = 4.0
"""How much stronger citations inside a community pull than those across."""
_APART = 2.5
"""The distance of neighbours, in node sizes, that a layout aims at."""


def places(graph: Graph, parts: Mapping[str, int], sizes: Mapping[str, float]) -> Mapping[str, Place]:
    """The centre of each node's circle, in the unit of `sizes`, which are diameters; y grows upwards.

    Each connected component is laid out by itself, by springs that pull harder inside a community (T.
    Fruchterman, E. Reingold, "Graph Drawing by Force-directed Placement", 1991, as rustworkx computes it);
    circles that cover each other are pushed apart; the components are put side by side, the largest first.
    The same graph gets the same places. Raises `CitekitError` if there are more nodes than `MOST`.
    """
    if len(graph.nodes) > MOST:
        raise CitekitError(
            f"the graph has {len(graph.nodes)} nodes, too many to draw (at most {MOST}): "
            "keep less of it with --min-count, --around or --kind"
        )
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    components = _components(graph, numbers)
    radii = [sizes[node.id] / 2 for node in graph.nodes]
    blocks = [
        _apart(_springs(graph, members, parts), [radii[member] for member in members])
        for members in components
    ]
    placed: dict[str, Place] = {}
    for members, block in zip(components, _packed(blocks), strict=True):
        placed |= {graph.nodes[member].id: place for member, place in zip(members, block, strict=True)}
    return placed


def _components(graph: Graph, numbers: Mapping[str, int]) -> list[list[int]]:
    """The nodes that are joined, whatever the direction; the largest component first."""
    undirected = need("rustworkx").PyGraph(multigraph=False)
    undirected.add_nodes_from(range(len(graph.nodes)))
    undirected.add_edges_from([(numbers[e.source], numbers[e.target], None) for e in graph.edges])
    found = need("rustworkx").connected_components(undirected)
    return sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))


def _springs(graph: Graph, members: Sequence[int], parts: Mapping[str, int]) -> Any:
    """Places of one component's nodes, as an array of x and y, with neighbours about 1 apart."""
    numpy = need("numpy")
    if len(members) == 1:
        return numpy.zeros((1, 2))
    rustworkx = need("rustworkx")
    own = {graph.nodes[member].id: number for number, member in enumerate(members)}
    pulling = rustworkx.PyGraph(multigraph=False)
    pulling.add_nodes_from(range(len(members)))
    pulling.add_edges_from(
        [
            (own[e.source], own[e.target], _TOGETHER if parts[e.source] == parts[e.target] else 1.0)
            for e in graph.edges
            if e.source in own and e.source != e.target
        ]
    )
    found = rustworkx.spring_layout(
        pulling,
        pos=_beginning([parts[graph.nodes[member].id] for member in members]),
        num_iter=200 if len(members) < 2000 else 60,
        weight_fn=float,
        seed=SEED,
        scale=math.sqrt(len(members)),
    )
    return numpy.array([found[number] for number in range(len(members))])


def _beginning(parts: Sequence[int]) -> dict[int, Place]:
    """Communities on a spiral, and their members on a small spiral around them."""
    order = {part: rank for rank, part in enumerate(dict.fromkeys(sorted(parts)))}
    seen: dict[int, int] = {}
    places = {}
    for number, part in enumerate(parts):
        rank = seen[part] = seen.get(part, -1) + 1
        x, y = _on_spiral(order[part])
        near_x, near_y = _on_spiral(rank)
        places[number] = (x + near_x / 30, y + near_y / 30)
    return places


def _on_spiral(rank: int) -> Place:
    """Evenly spread points, the golden angle apart (H. Vogel, "A better way to construct the sunflower
    head", 1979).
    """
    angle = rank * math.pi * (3 - math.sqrt(5))
    return math.sqrt(rank) * math.cos(angle), math.sqrt(rank) * math.sin(angle)


def _apart(places: Any, radii: Sequence[float]) -> Any:
    """The places, scaled to the circles' sizes, with circles that cover each other pushed apart."""
    numpy, spatial = need("numpy"), need("scipy.spatial")
    radius = numpy.array(radii)
    places = places * _APART * 2 * radius.mean()
    reach = 2.4 * radius.max()
    for _ in range(60):
        pairs = spatial.cKDTree(places).query_pairs(reach, output_type="ndarray")
        first, second = pairs[:, 0], pairs[:, 1]
        way = places[second] - places[first]
        distance = numpy.hypot(way[:, 0], way[:, 1])
        missing = 1.2 * (radius[first] + radius[second]) - distance
        close = missing > 0
        if not close.any():
            break
        first, second, way, distance = first[close], second[close], way[close], distance[close]
        same = distance < 1e-9
        way[same] = numpy.column_stack((numpy.cos(first[same]), numpy.sin(first[same])))
        push = way / numpy.maximum(distance, 1e-9)[:, None] * (missing[close] / 2)[:, None]
        push[same] = way[same] * (missing[close][same] / 2)[:, None]
        numpy.add.at(places, second, push)
        numpy.add.at(places, first, -push)
    return places


def _packed(blocks: Sequence[Any]) -> list[list[Place]]:
    """The blocks in rows, the largest first, so that all together are as wide as a page."""
    if not blocks:
        return []
    boxes = [(block.min(axis=0), block.max(axis=0)) for block in blocks]
    gaps = [50.0 if len(block) > 1 else 20.0 for block in blocks]  # room for a label, in the unit of sizes
    spans = [
        (float(high[0] - low[0]) + gap, float(high[1] - low[1]) + gap)
        for (low, high), gap in zip(boxes, gaps, strict=True)
    ]
    room = max(spans[0][0], math.sqrt(1.6 * sum(width * height for width, height in spans)))
    placed, x, y, tallest = [], 0.0, 0.0, 0.0
    for block, (low, _), (width, height) in zip(blocks, boxes, spans, strict=True):
        if x > 0 and x + width > room:
            x, y, tallest = 0.0, y - tallest, 0.0
        tallest = max(tallest, height)
        placed.append([(float(px - low[0]) + x, float(py - low[1]) + y - height) for px, py in block])
        x += width
    return placed
