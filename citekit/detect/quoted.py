"""Which quotation belongs to a source that a sentence names."""

from __future__ import annotations

from citekit.detect.reading import Reading
from citekit.detect.tagged import Tagged
from citekit.model import Span

_MIN_WORDS = 2


def quoted_by(reading: Reading, sentence: Tagged, anchor: Span) -> Span | None:
    """The words quoted from the source at `anchor`: in its sentence, after its colon, or in a block.

    Of several quotations in the sentence it is the longest; a title is none.
    """
    text = reading.text
    if sentence.depth == 0:
        index = reading.passage_at(sentence.span.start)
        if index is not None and sentence.span.end >= reading.passages[index].span.end - 2:
            block = reading.block_after(index)
            led = Span(anchor.end, sentence.span.end)
            if block is not None and (not block.markup or reading.ends_in_colon(led)):
                return block.span
            if text[: sentence.span.end].endswith(":") and index + 1 < len(reading.passages):
                following = reading.passages[index + 1].span
                opening = [q for q in reading.quotations_in(following) if q.depth == 0]
                if opening and opening[0].outer.start - following.start < 2:
                    return opening[0].inner
    candidates = [
        q.inner
        for q in reading.quotations_in(sentence.span)
        if q.depth == sentence.depth
        and not anchor.contains(q.outer)
        and len(q.inner.of(text).split()) >= _MIN_WORDS
    ]
    if not candidates:
        inside = [q.inner for q in reading.quotations_in(sentence.span) if q.depth == sentence.depth]
        return inside[0] if inside and not anchor.contains(inside[0]) else None
    return max(candidates, key=len)
