"""The passage around a citation, short enough to read beside a graph."""

from __future__ import annotations

from bisect import bisect_right

from citekit.model import Article, Span

LONGEST = 400
"""Code points of a passage; a longer one is cut around the citation's anchor."""


class Passages:
    """Cuts passages out of one article; made once an article, since it indexes where passages begin.

    >>> Passages(Article("d", "-", "WSWS wrote: no.")).around(Span(0, 4))
    'WSWS wrote: no.'
    """

    __slots__ = ("_article", "_ends", "_starts")

    def __init__(self, article: Article) -> None:
        spans = sorted(p.span for p in article.passages)
        self._article = article
        self._starts = [s.start for s in spans]
        self._ends = [s.end for s in spans]

    def around(self, anchor: Span) -> str:
        """The passage in which `anchor` stands, on one line, with "…" where it was cut."""
        i = bisect_right(self._starts, anchor.start) - 1
        start, end = 0, len(self._article.text)
        if i >= 0 and anchor.start < self._ends[i]:
            start, end = self._starts[i], max(self._ends[i], anchor.end)
        return _cut(self._article.text, start, end, anchor)


def _cut(text: str, start: int, end: int, anchor: Span) -> str:
    left, right = "", ""
    if end - start > LONGEST:
        room = max(0, LONGEST - len(anchor))
        first = max(start, min(anchor.start - room // 3, end - LONGEST))
        last = min(end, first + LONGEST)
        left = "… " if first > start else ""
        right = " …" if last < end else ""
        start, end = first, last
    return left + " ".join(text[start:end].split()) + right
