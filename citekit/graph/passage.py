"""The passage around a citation, short enough to read beside a graph."""

from __future__ import annotations

from bisect import bisect_right

from citekit.model import Article, Span

LONGEST = 400
"""Code points of a passage; a longer one is cut around the citation's anchor."""


def passage(article: Article, anchor: Span) -> str:
    """The passage in which `anchor` stands, on one line, with "…" where it was cut.

    >>> passage(Article("d", "-", "WSWS wrote: no."), Span(0, 4))
    'WSWS wrote: no.'
    """
    start, end = 0, len(article.text)
    before = bisect_right(article.passages, anchor.start, key=lambda p: p.span.start) - 1
    if before >= 0 and anchor.start < article.passages[before].span.end:
        start = article.passages[before].span.start
        end = max(article.passages[before].span.end, min(anchor.end, start + LONGEST))
    if end - start <= LONGEST:
        return " ".join(article.text[start:end].split())
    room = max(0, LONGEST - len(anchor))
    first = max(start, min(anchor.start - room // 3, end - LONGEST))
    last = min(end, first + LONGEST)
    words = " ".join(article.text[first:last].split())
    return f"{'… ' if first > start else ''}{words}{' …' if last < end else ''}"
