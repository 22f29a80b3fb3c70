"""A trace as a tree for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citekit.export.caption import names
from citekit.graph.trace import Source, Trace
from citekit.model import Article, Citation
from citekit.text.terminal import clip, safe

UNNAMED = "an unnamed quotation"


def as_tree(traces: Iterable[Trace]) -> Iterator[str]:
    """Each article with the chain of its sources, indented, a line a source.

    >>> print("".join(as_tree([Trace(Article("d", "d.html", "", title="An article"))])), end="")
    An article (d.html)
    └─ its own words
    """
    for trace in traces:
        yield safe(_article(trace.article)) + "\n"
        if not trace.sources:
            yield "└─ its own words\n"
        yield from _branches(trace.sources, "")


def as_json(traces: Iterable[Trace]) -> str:
    """The traces as one JSON object: `traces`, each with its article and its nested `sources`."""
    found = [
        {"article": _article_record(trace.article), "sources": [_record(s) for s in trace.sources]}
        for trace in traces
    ]
    return (
        json.dumps({"format": "citekit-trace", "version": 1, "traces": found}, ensure_ascii=False, indent=1)
        + "\n"
    )


def described(citation: Citation) -> str:
    """A citation's source in a few words: who, where, what, when."""
    title = f'"{citation.title}"' if citation.title else ""
    outlet = citation.outlet.name if citation.outlet else ""
    date = str(citation.date) if citation.date else ""
    known = ", ".join(filter(None, (names(citation.authors), outlet, title, date))) or citation.url
    return known or UNNAMED


def _branches(sources: tuple[Source, ...], indent: str) -> Iterator[str]:
    for number, source in enumerate(sources, 1):
        last = number == len(sources)
        citation = source.citation
        said = citation.quote.of(source.article.text) if citation.quote else ""
        words = f": “{clip(safe(said), 60)}”" if said else ""
        yield f"{indent}{'└─ ' if last else '├─ '}{safe(described(citation))} ({citation.form}){words}\n"
        yield from _branches(source.sources, indent + ("   " if last else "│  "))


def _article(article: Article) -> str:
    outlet = article.outlet.name if article.outlet else ""
    about = ", ".join(filter(None, (outlet, str(article.date) if article.date else "", article.source)))
    return f"{article.title} ({about})" if article.title else about


def _article_record(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "outlet": article.outlet.name if article.outlet else None,
        "date": str(article.date) if article.date else None,
        "url": article.url,
    }


def _record(source: Source) -> dict[str, Any]:
    citation = source.citation
    return {
        "document": source.article.id,
        "citation": citation.id,
        "form": citation.form,
        "outlet": citation.outlet.name if citation.outlet else None,
        "authors": [author.name for author in citation.authors],
        "title": citation.title,
        "date": str(citation.date) if citation.date else None,
        "url": citation.url,
        "work": citation.work,
        "quote": citation.quote.of(source.article.text) if citation.quote else None,
        "sources": [_record(inner) for inner in source.sources],
    }
