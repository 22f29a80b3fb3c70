"""The graph as one page that works offline: `page/` has its HTML, its style and its scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from citekit.export.graphs.records import edge_record, node_record
from citekit.export.graphs.sigma import inside_script, library
from citekit.graph.looks import OTHER, PALETTE, laid_out
from citekit.graph.values import Evidence, Graph

PASSAGES = 20_000
"""The passages of all edges together that a page holds; each edge shows at least one, and at most 20."""

_SCRIPTS = ("modules.js", "data.js", "drawing.js", "panel.js", "events.js")
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def to_html(graph: Graph) -> Iterator[str]:
    """One self-contained page: picture, search, filters, profiles, and the passages behind each edge.

    A graph without places is laid out first. Raises `CitekitError` if the extra `graph` is not installed.
    """
    if any(node.x is None for node in graph.nodes):
        graph = laid_out(graph)
    page = files("citekit.export.graphs").joinpath("page")
    read = {entry.name: entry.read_text("utf-8") for entry in page.iterdir() if entry.is_file()}
    yield Template(read["page.html"]).substitute(
        title=escape(f"Who cites whom, by {graph.level}"),
        style=read["page.css"],
        data=inside_json(_data(graph)),
        library=library(),
        script=inside_script("\n".join(read[name] for name in _SCRIPTS)),
    )


def inside_json(value: object) -> str:
    """JSON that can stand in a `script` element: what HTML or JavaScript could take for its own is escaped.

    >>> inside_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False))


def _data(graph: Graph) -> dict[str, Any]:
    each = max(1, min(20, PASSAGES // max(1, len(graph.edges))))
    articles: dict[str, int] = {}
    shown: list[dict[str, Any]] = []
    edges = []
    for edge in graph.edges:
        passages = [_passage(said, articles, shown) for said in edge.passages[:each]]
        edges.append({**edge_record(edge), "passages": passages})
    return {
        "level": graph.level,
        "nodes": [node_record(node) for node in graph.nodes],
        "edges": edges,
        "articles": shown,
        "measures": sorted({name for node in graph.nodes for name, _ in node.scores}),
        "palette": PALETTE,
        "other": OTHER,
    }


def _passage(said: Evidence, articles: dict[str, int], shown: list[dict[str, Any]]) -> dict[str, Any]:
    """One passage; what is known of its article stands in a list of its own, once."""
    article = said.article
    if article.id not in articles:
        articles[article.id] = len(shown)
        known = {"title": article.title or article.source, "url": article.url}
        shown.append({**known, "date": str(article.date) if article.date else None})
    found = {"article": articles[article.id], "form": said.citation.form, "text": said.text}
    return {**found, "through": said.through} if said.through else found
