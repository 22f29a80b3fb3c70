"""Graphs of annotated real articles: what cites what there is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from citekit.graph import graph
from citekit.model import Article, Citation, Corpus, Document, Outlet, Span


def annotated(path: Path) -> Document:
    """The document that a gold annotation describes."""
    gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
    cites = tuple(
        Citation(
            c["id"],
            c["form"],
            Span(c["start"], c["start"] + len(c["anchor"])),
            outlet=Outlet(c["domain"], c["outlet"], c["domain"]) if c.get("domain") else None,
            within=c.get("within"),
        )
        for c in gold["citations"]
        if c["required"] or not c.get("domain")
    )
    return Document(Article(path.stem, path.name, "", title=gold["article"]["title"]), cites)


def test_the_quoted_piece_cites_abc_news_and_not_the_blog(shared: Path) -> None:
    document = annotated(shared / "gold" / "seeds" / "003_e22e722a016f7251.json")
    found = graph(Corpus((document,)))
    blog, moa = f"article:{document.article.id}", "moonofalabama.org"
    cites = {(e.source, e.target) for e in found.edges if e.kind == "cites"}
    assert cites == {
        (blog, moa),
        (moa, "wsws.org"),
        ("wsws.org", "twitter.com"),
        *((moa, domain) for domain in ("twitter.com", "abcnews.go.com", "cbsnews.com", "nytimes.com")),
        *((moa, domain) for domain in ("foxnews.com", "miamiherald.com", "fair.org")),
    }


def test_the_unnamed_piece_is_a_node_among_articles(shared: Path) -> None:
    document = annotated(shared / "gold" / "seeds" / "003_e22e722a016f7251.json")
    found = graph(Corpus((document,)), "article")
    unknown = f"unknown:{document.article.id}#c8"
    targets = {e.target.rpartition("#")[2] for e in found.edges if (e.source, e.kind) == (unknown, "cites")}
    assert targets == {f"c{n}" for n in range(9, 17)}
