"""A pattern found in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.detect import patterns as letter
from citekit.detect.patterns import Pattern
from citekit.detect.tagged import Tagged
from citekit.model import Span
from citekit.text.markup import unlinked

_SOURCES = ("outlet", "second", "third", "body", "person", "by", "speaker", "titlelike", "title")


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found from token `start` to token `end` (excluded), with the tokens of its slots."""

    pattern: Pattern
    sentence: Tagged
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]

    @property
    def span(self) -> Span:
        """The words of the match, without a quotation or a comma before them."""
        spans, tags, start = self.sentence.spans, self.sentence.tags, self.start
        while start < self.end - 1 and (
            tags[start] in (letter.QUOTE, ",") or (tags[start] == letter.TITLE and "quote" in self.slots)
        ):
            start += 1
        end = self.end
        while end > start + 1 and tags[end - 1] == ",":
            end -= 1
        return Span(spans[start].start, spans[end - 1].end)

    @property
    def tags(self) -> str:
        """The letters of its tokens."""
        return self.sentence.tags[self.start : self.end]

    @property
    def kind(self) -> str | None:
        """The kind of the outlet that it names, by the likeliest one of that name."""
        if "outlet" not in self.slots:
            return None
        candidates = self.sentence.outlets.get(self.slots["outlet"][0], ())
        return candidates[0].kind if candidates else None

    @property
    def tokens(self) -> frozenset[int]:
        """Its tokens, without those of words that it only leads to."""
        return frozenset(range(self.start, self.end)) - frozenset(range(*self.slots.get("cited", (0, 0))))

    @property
    def source_tokens(self) -> frozenset[int]:
        """The tokens that name the source; all of its own where no slot does."""
        named = frozenset(
            token for slot in _SOURCES if slot in self.slots for token in range(*self.slots[slot])
        )
        return named or frozenset(range(self.start, self.end))

    def words(self, slot: str, text: str) -> str:
        """The words of a slot; `text` is the article's."""
        first, last = self.slots[slot]
        return unlinked(text[self.sentence.spans[first].start : self.sentence.spans[last - 1].end])
