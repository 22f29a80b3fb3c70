"""An article's text while it is being written: words go in, offsets of passages, links and marks come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.model import Link, Mark, MarkKind, Passage, PassageKind, Span

_NOTHING = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\0]")


@dataclass(slots=True)
class Builder:
    """Text as a browser would show it: runs of white space are one space, an empty line sets blocks apart."""

    passages: list[Passage] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    position: int = 0
    _parts: list[str] = field(default_factory=list)
    _begin: int | None = None
    _space: bool = False
    _breaks: int = 0

    def words(self, text: str, *, verbatim: bool = False, glued: bool = False) -> None:
        """Add inline text; `verbatim` keeps its white space, `glued` swallows what follows."""
        if not text.isascii() or "\0" in text:
            text = _NOTHING.sub("", text)
        if not verbatim:
            lead = text[:1].isspace()
            # all white space in printable text is plain spaces
            tidy = text.isprintable() and "  " not in text
            core = text.strip() if tidy else " ".join(text.split())
            if not core:
                self._space = self._space or lead
                return
            if (lead or self._space) and self._begin is not None and not self._breaks:
                core = " " + core
            self._space = text[-1:].isspace() and not glued
            text = core
        elif not text:
            return
        self._start()
        self._put(text)

    def line(self) -> None:
        """A line break; two of them end the passage in `flush`'s way."""
        if self._begin is not None:
            self._breaks += 1
        self._space = False

    @property
    def broken(self) -> bool:
        """Whether an empty line stands before the next word."""
        return self._breaks > 1

    @property
    def pieces(self) -> int:
        """How many pieces of text were added so far; for `text_since`."""
        return len(self._parts)

    def text_since(self, pieces: int) -> str:
        """What was added since there were `pieces`."""
        return "".join(self._parts[pieces:])

    def has_prose(self) -> bool:
        """Whether a paragraph was written, or is being written."""
        return self._begin is not None or any(passage.kind == "paragraph" for passage in self.passages[-8:])

    def here(self) -> int:
        """Where the next word will begin."""
        if self._begin is None:
            return self.position + (2 if self.position else 0)
        return self.position + (1 if self._breaks or self._space else 0)

    def flush(self, kind: PassageKind, block: int = 0, depth: int = 0) -> Passage | None:
        """End the passage and record it, unless it holds no words."""
        begin, self._begin, self._space, self._breaks = self._begin, None, False, 0
        if begin is None or begin == self.position:
            return None
        passage = Passage(kind, Span(begin, self.position), block, depth)
        self.passages.append(passage)
        return passage

    def link(self, begin: int, url: str, rel: str) -> None:
        """A hyperlink on what was added since `begin`; pieces of one phrase with one target are one link."""
        end = self.position
        span = Span(begin, end) if begin < end else Span(end, end)
        last = self.links[-1] if self.links else None
        if (
            last
            and last.url == url
            and begin - last.span.end <= 1
            and span.start != span.end != last.span.start
        ):
            if last.span.start == last.span.end:
                self.links[-1] = Link(span, url, rel)
                return
            if begin >= last.span.end and self._within_passage(last.span.start):
                self.links[-1] = Link(Span(last.span.start, end), url, last.rel)
                return
        self.links.append(Link(span, url, rel))

    def mark(self, begin: int, kind: MarkKind) -> None:
        """Set off what was added since `begin`."""
        if begin < self.position:
            self.marks.append(Mark(Span(begin, self.position), kind))

    def text(self) -> str:
        """All that was written; from now on no link or mark begins or ends in white space."""
        text = "".join(self._parts)
        self.links[:] = [Link(_trimmed(link.span, text), link.url, link.rel) for link in self.links]
        self.marks[:] = [
            Mark(span, mark.kind) for mark in self.marks if len(span := _trimmed(mark.span, text))
        ]
        return text

    def _within_passage(self, start: int) -> bool:
        return self._begin is not None and start >= self._begin

    def _start(self) -> None:
        if self._begin is None:
            if self.position:
                self._put("\n\n")
            self._begin = self.position
        elif self._breaks:
            self._put("\n")
        self._breaks = 0

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.position += len(text)


def _trimmed(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return span if (start, end) == (span.start, span.end) else Span(start, end)
