"""Measures as a table for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from citekit.export.graphs.records import node_record
from citekit.graph.measures import Measures, Pair
from citekit.graph.values import Node
from citekit.text.terminal import clip, pad, safe

_RANKINGS: tuple[tuple[str, str], ...] = (
    ("most cited", "cited"),
    ("most citing", "cites"),
    ("PageRank", "pagerank"),
    ("authorities", "authority"),
    ("hubs", "hub"),
    ("betweenness", "betweenness"),
    ("cited by most others", "in_degree"),
    ("citing most others", "out_degree"),
    ("citing itself", "own"),
)


def as_table(found: Measures, chains: Mapping[int, int], top: int = 10) -> Iterator[str]:
    """The numbers of the whole graph, then the `top` nodes by each measure, pairs and communities."""
    for name, value in _numbers(found, chains):
        yield f"{pad(name, 44)}{value}\n"
    labels = {node.id: node.label for node in found.nodes}
    for title, measure in _RANKINGS:
        yield from _ranking(title, found.nodes, _of(measure), top)
    for title, pairs in (("cited together", found.co_cited), ("citing the same", found.coupled)):
        yield from _pairs(title, pairs[:top], labels)
    yield from _groups(found.nodes, top)


def as_json(found: Measures, chains: Mapping[int, int]) -> str:
    """All that was measured, as one JSON object; nodes in order of PageRank."""
    plain = {
        f.name: getattr(found, f.name)
        for f in fields(found)
        if f.name not in ("nodes", "co_cited", "coupled")
    }
    pairs = {name: [_pair(p) for p in getattr(found, name)] for name in ("co_cited", "coupled")}
    lengths = {str(length): count for length, count in chains.items()}
    head: dict[str, Any] = {
        "format": "citekit-graph-stats",
        "version": 1,
        **plain,
        "chain_lengths": lengths,
        **pairs,
    }
    return (
        json.dumps({**head, "nodes": [node_record(n) for n in found.nodes]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _numbers(found: Measures, chains: Mapping[int, int]) -> Iterator[tuple[str, str]]:
    yield f"nodes ({found.level})", str(len(found.nodes))
    yield "edges", str(found.edges)
    yield "citations", str(found.citations)
    yield "through another source", f"{found.nested_share:.1%}"
    yield "of themselves", f"{found.self_share:.1%}"
    yield "edges that are returned (reciprocity)", f"{found.reciprocity:.1%}"
    yield "concentration on few sources (Gini)", f"{found.cited_gini:.2f}"
    yield "communities", f"{found.communities} (modularity {found.modularity:.2f})"
    if chains:
        yield "sources passed on the way: citations", ", ".join(f"{k}: {v}" for k, v in chains.items())
    if not found.betweenness:
        yield "betweenness", "not taken: the graph is too large"


def _of(measure: str) -> Callable[[Node], float]:
    if measure in ("cited", "cites", "own"):
        return lambda node: float(getattr(node, measure))
    return lambda node: dict(node.scores).get(measure, 0.0)


def _ranking(title: str, nodes: tuple[Node, ...], of: Callable[[Node], float], top: int) -> Iterator[str]:
    best = [node for node in sorted(nodes, key=lambda n: (-of(n), n.id))[:top] if of(node) > 0]
    if best:
        yield f"\n{title}\n"
    for node in best:
        yield f"  {pad(clip(safe(node.label), 60), 62)}{of(node):.4g}\n"


def _pairs(title: str, pairs: tuple[Pair, ...], labels: Mapping[str, str]) -> Iterator[str]:
    if pairs:
        yield f"\n{title}\n"
    for pair in pairs:
        both = f"{clip(safe(labels[pair.first]), 29)} + {clip(safe(labels[pair.second]), 29)}"
        yield f"  {pad(both, 62)}{pair.shared}\n"


def _groups(nodes: tuple[Node, ...], top: int) -> Iterator[str]:
    groups: dict[int, list[Node]] = {}
    for node in nodes:
        groups.setdefault(node.community or 0, []).append(node)
    large = [(number, groups[number]) for number in sorted(groups) if len(groups[number]) > 1][:top]
    if large:
        yield "\ncommunities\n"
    for number, members in large:
        names = ", ".join(safe(node.label) for node in members[:8])
        yield f"  {number + 1}: {clip(names, 90)} ({len(members)})\n"


def _pair(pair: Pair) -> dict[str, Any]:
    return {"first": pair.first, "second": pair.second, "shared": pair.shared}
