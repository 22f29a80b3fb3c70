"""Nodes, edges and passages as JSON objects, which all JSON formats share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from citekit.export.graphs.chunks import chunks, separated
from citekit.graph.values import Edge, Evidence, Node


def node_record(node: Node) -> dict[str, Any]:
    """A node as JSON, without what is not known of it."""
    record: dict[str, Any] = {"id": node.id, "label": node.label, "type": node.type}
    for name in ("kind", "url", "country", "outlet", "community", "x", "y", "size", "color"):
        value = getattr(node, name)
        if value is not None:
            record[name] = value
    if node.date is not None:
        record["date"] = str(node.date)
    record |= {"cites": node.cites, "cited": node.cited, "own": node.own}
    return record | dict(node.scores)


def edge_record(edge: Edge) -> dict[str, Any]:
    """An edge as JSON, its passages apart."""
    record: dict[str, Any] = {
        "source": edge.source,
        "target": edge.target,
        "kind": edge.kind,
        "weight": edge.count,
        "count": edge.count,
        "forms": dict(edge.forms),
        "nested": edge.nested,
    }
    if edge.first is not None and edge.last is not None:
        record |= {"first": str(edge.first), "last": str(edge.last)}
    return record


def whole_edge(edge: Edge) -> dict[str, Any]:
    """An edge as JSON, with the passages that make it."""
    record = edge_record(edge)
    if edge.passages:
        record["passages"] = [passage_record(passage) for passage in edge.passages]
    return record


def passage_record(passage: Evidence) -> dict[str, Any]:
    """A passage as JSON; `through` is the id of the node inside whose words it stands."""
    article = passage.article
    record: dict[str, Any] = {
        "document": article.id,
        "citation": passage.citation.id,
        "form": passage.citation.form,
        "text": passage.text,
    }
    for name, value in (("title", article.title), ("url", article.url), ("through", passage.through)):
        if value is not None:
            record[name] = value
    if article.date is not None:
        record["date"] = str(article.date)
    return record


def as_json(value: object) -> str:
    """The value on one line."""
    return json.dumps(value, ensure_ascii=False)


def listed(items: Iterator[str]) -> Iterator[str]:
    """The items, an item a line, with commas between them."""
    yield from chunks(separated(items, ",\n"))
