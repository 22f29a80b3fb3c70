"""An article's text as HTML with its citations marked: the words that cite, and the words of those cited.

Spans may nest, touch and cross, which elements cannot; so the text is cut wherever one begins or ends, and
each piece carries the classes of what it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from citekit.export.caption import caption
from citekit.model import Article, Citation, Document, Passage, Span

_NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n\S]*\S[^\n]*)*")
_TAGS = {"heading": "h2", "item": "li", "preformatted": "pre"}
_CLASSES = {"embed": ' class="embed"', "byline": ' class="by"'}
_DEEPEST = 8


def marked(document: Document, prefix: str = "") -> Iterator[str]:
    """The article's passages as HTML; ids are `at-ID` with `prefix` before them, and marks lead to `#ID`."""
    passages = shown(document.article)
    painter = _Painter(document, passages, prefix)
    depth, block, listing = 0, 0, False
    for passage in passages:
        target = _depth(passage)
        moved = target != depth or (passage.block != block and target > 0)
        if listing and (moved or passage.kind != "item" or passage.block != block):
            yield "</ul>\n"
            listing = False
        if moved:
            stay = target if target < depth else max(target - 1, 0) if target == depth else depth
            yield "</blockquote>\n" * (depth - stay) + "<blockquote>\n" * (target - stay)
        if passage.kind == "item" and not listing:
            yield "<ul>\n"
            listing = True
        depth, block = target, passage.block
        tag = _TAGS.get(passage.kind, "p")
        yield f'<{tag}{_CLASSES.get(passage.kind, "")} dir="auto">'
        yield from painter.paint(passage.span)
        yield f"</{tag}>\n"
    yield ("</ul>\n" if listing else "") + "</blockquote>\n" * depth


def shown(article: Article) -> list[Passage]:
    """The passages to show, in order and not overlapping; paragraphs of the text where it has no passages."""
    passages: Sequence[Passage] = article.passages or [
        Passage("paragraph", Span(found.start(), found.end())) for found in _PARAGRAPH.finditer(article.text)
    ]
    kept: list[Passage] = []
    end = 0
    for passage in sorted(passages, key=lambda each: each.span):
        is_title = passage.kind == "heading" and passage.span.of(article.text).strip() == article.title
        if passage.span.start >= end and not is_title:
            kept.append(passage)
            end = passage.span.end
    return kept


def markers(citations: Sequence[Citation], passages: Sequence[Passage]) -> list[tuple[int, Citation]]:
    """Where each citation's mark goes: after its words, or at the end of the passage that they begin in."""
    starts = [passage.span.start for passage in passages]
    found = []
    for citation in citations:
        index = bisect_right(starts, citation.span.start) - 1
        if index >= 0 and citation.span.start <= passages[index].span.end:
            found.append((min(citation.span.end, passages[index].span.end), citation))
    return sorted(found, key=lambda each: each[0])


def _depth(passage: Passage) -> int:
    return min(max(passage.depth, passage.kind == "quotation"), _DEEPEST)


class _Painter:
    """Walks once over the text, with the spans that are open where it stands."""

    def __init__(self, document: Document, passages: Sequence[Passage], prefix: str) -> None:
        self._text = document.article.text
        self._prefix = prefix
        self._words = _Open([(each.span, each.form) for each in document.citations])
        self._said = _Open([(each.quote, each.form) for each in document.citations if each.quote])
        self._markers = markers(document.citations, passages)
        spans = (span for each in document.citations for span in (each.span, each.quote) if span)
        cuts = {edge for span in spans for edge in (span.start, span.end)}
        self._cuts = sorted(cuts | {position for position, _ in self._markers})
        self._marked = 0

    def paint(self, span: Span) -> Iterator[str]:
        """The words of `span`, cut and marked; to be called with spans in order."""
        inner = self._cuts[bisect_right(self._cuts, span.start) : bisect_left(self._cuts, span.end)]
        edges = [span.start, *inner, span.end]
        yield from self._marks_at(span.start)
        for start, end in pairwise(edges):
            if end > start:
                yield self._piece(start, end)
            yield from self._marks_at(end)

    def _piece(self, start: int, end: int) -> str:
        piece = escape(_NOT_HTML.sub("\ufffd", self._text[start:end]), quote=False)
        cites, _ = self._words.at(start)
        said, count = self._said.at(start)
        if cites:
            piece = f'<span class="cite {cites}">{piece}</span>'
        if said:
            piece = f'<span class="said {said}{" deep" if count > 1 else ""}">{piece}</span>'
        return piece

    def _marks_at(self, position: int) -> Iterator[str]:
        while self._marked < len(self._markers) and self._markers[self._marked][0] <= position:
            citation = self._markers[self._marked][1]
            self._marked += 1
            name = escape(citation.id)
            label = escape(f"Citation {citation.id}, {citation.form}: {caption(citation)}")
            yield (
                f'<a class="jump {citation.form}" id="{self._prefix}at-{name}" href="#{self._prefix}{name}" '
                f'aria-label="{label}">{name}</a>'
            )


class _Open:
    """Which of some spans are open at a position that only moves forward: the innermost one, and how many."""

    def __init__(self, spans: Sequence[tuple[Span, str]]) -> None:
        self._spans = sorted(spans, key=lambda each: (each[0].start, -each[0].end))
        self._ends = sorted(span.end for span, _ in spans)
        self._next = 0
        self._closed = 0
        self._stack: list[tuple[Span, str]] = []

    def at(self, position: int) -> tuple[str | None, int]:
        """The form of the innermost span that covers `position`, and the number of those that do."""
        while self._next < len(self._spans) and self._spans[self._next][0].start <= position:
            self._stack.append(self._spans[self._next])
            self._next += 1
        while self._closed < len(self._ends) and self._ends[self._closed] <= position:
            self._closed += 1
        while self._stack and self._stack[-1][0].end <= position:
            self._stack.pop()
        return (self._stack[-1][1] if self._stack else None), self._next - self._closed
