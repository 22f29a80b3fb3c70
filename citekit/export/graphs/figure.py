"""The graph as a figure for a paper: SVG, PNG and PDF, drawn by matplotlib.

Nodes that no edge reaches are left out: they would take the room of those that have something to show.
"""

from __future__ import annotations

import io
import math
from typing import Any

from citekit.graph.filters import connected
from citekit.graph.looks import OTHER, laid_out
from citekit.graph.need import need
from citekit.graph.values import Graph, Node

LABELS = 45
"""Labels at most, of the nodes that are cited most; a few of those that find no room are left out."""

_WIDTH = 7.2
"""Inches: the width of a page's text in most journals."""


def to_svg(graph: Graph) -> bytes:
    """An SVG image; its text stays text."""
    return _drawn(graph, "svg")


def to_png(graph: Graph) -> bytes:
    """A PNG image of 300 dots an inch."""
    return _drawn(graph, "png")


def to_pdf(graph: Graph) -> bytes:
    """A PDF page of the figure's size."""
    return _drawn(graph, "pdf")


def _drawn(graph: Graph, kind: str) -> bytes:
    """The figure, with no date or version in it, so that the same graph gives the same bytes."""
    need("matplotlib").use("agg")
    pyplot = need("matplotlib.pyplot")
    graph = connected(graph)
    if any(node.x is None for node in graph.nodes):
        graph = laid_out(graph)
    settings = {
        "svg.fonttype": "none",
        "svg.hashsalt": "citekit",
        "pdf.fonttype": 42,
        "text.parse_math": False,
    }
    with need("matplotlib").rc_context(settings):
        left, right, bottom, top = _window(graph)
        ratio = min(1.4, max(0.4, (top - bottom) / (right - left)))
        figure, axes = pyplot.subplots(figsize=(_WIDTH, _WIDTH * ratio))
        try:
            _draw(graph, axes)
            metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}[kind]
            stream = io.BytesIO()
            figure.savefig(stream, format=kind, dpi=300, bbox_inches="tight", metadata=metadata)
        finally:
            pyplot.close(figure)
    return stream.getvalue()


def _window(graph: Graph) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of what is shown: all nodes, and room around them if they are few."""
    xs = [node.x or 0.0 for node in graph.nodes] or [0.0]
    ys = [node.y or 0.0 for node in graph.nodes] or [0.0]
    wide = max((max(xs) - min(xs)) / 2 + 40, 200)
    high = max((max(ys) - min(ys)) / 2 + 40, 120)
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return x - wide, x + wide, y - high, y + high


def _draw(graph: Graph, axes: Any) -> None:
    axes.set_aspect("equal")
    axes.axis("off")
    if not graph.nodes:
        return
    places = {node.id: (node.x or 0.0, node.y or 0.0) for node in graph.nodes}
    collections = need("matplotlib.collections")
    thin = 0.4 if len(graph.edges) < 500 else 0.15
    axes.add_collection(
        collections.LineCollection(
            [(places[e.source], places[e.target]) for e in graph.edges],
            linewidths=[thin * (1 + math.log2(e.count)) for e in graph.edges],
            linestyles=[":" if e.kind == "carries" else "-" for e in graph.edges],
            colors="#00000040" if len(graph.edges) < 3000 else "#00000012",
            zorder=1,
        )
    )
    sizes = [node.size or 4 for node in graph.nodes]
    axes.add_collection(
        collections.EllipseCollection(
            sizes,
            sizes,
            [0] * len(sizes),
            units="x",
            offsets=[places[node.id] for node in graph.nodes],
            offset_transform=axes.transData,
            facecolors=[node.color or OTHER for node in graph.nodes],
            edgecolors="white",
            linewidths=0.3,
            zorder=2,
        )
    )
    left, right, bottom, top = _window(graph)
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    _arrows(graph, places, axes)
    _labels(graph, axes)


def _arrows(graph: Graph, places: dict[str, tuple[float, float]], axes: Any) -> None:
    """Arrow heads, where the edges are few enough to follow."""
    if len(graph.edges) > 300:
        return
    sizes = {node.id: node.size or 4 for node in graph.nodes}
    for edge in graph.edges:
        (x, y), (to_x, to_y) = places[edge.source], places[edge.target]
        length = math.hypot(to_x - x, to_y - y)
        if length < 1e-9:
            continue
        stop = max(0.0, 1 - (sizes[edge.target] / 2 + 1) / length)
        tip = x + (to_x - x) * stop, y + (to_y - y) * stop
        back = x + (to_x - x) * stop * 0.99, y + (to_y - y) * stop * 0.99
        looks = {"arrowstyle": "-|>,head_width=.1,head_length=.2", "color": "#00000060", "lw": 0.1}
        axes.annotate("", tip, back, arrowprops={**looks, "shrinkA": 0, "shrinkB": 0})


def _labels(graph: Graph, axes: Any) -> None:
    """The names of the nodes that count most, moved until none covers another."""
    ranked = sorted(graph.nodes, key=lambda node: (-node.cited - node.cites, node.id))[:LABELS]
    size = 6 if len(ranked) > 25 else 7
    back = {"facecolor": "white", "alpha": 0.6, "pad": 0.3, "linewidth": 0}
    texts = [
        axes.text(
            (n.x or 0) + (n.size or 4) / 2, n.y, _short(n), fontsize=size, va="center", zorder=3, bbox=back
        )
        for n in ranked
    ]
    need("adjustText").adjust_text(
        texts,
        x=[node.x for node in ranked],
        y=[node.y for node in ranked],
        ax=axes,
        ensure_inside_axes=True,
        arrowprops={"arrowstyle": "-", "color": "#00000050", "lw": 0.3},
    )
    _without_covered(texts, axes)


def _without_covered(texts: list[Any], axes: Any) -> None:
    """Take away the label of the lesser node where two still cover each other."""
    kept: list[Any] = []
    for text in texts:
        box = text.get_window_extent(axes.figure.canvas.get_renderer())
        if any(box.overlaps(other) for other in kept):
            text.set_visible(False)
        else:
            kept.append(box)


def _short(node: Node, most: int = 36) -> str:
    label = " ".join("".join(c for c in node.label if c.isprintable()).split())
    return label if len(label) <= most else label[: most - 1] + "…"
