"""Block quotations: in HTML and Markdown by their markup, in text by their lead-in (see `text_blocks`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citekit.model import Passage, Span

_COLON = re.compile(r":[\s\"'”’»*_)\]]*$")
LABEL = re.compile(r"^(?=.{1,30}:)[A-Z][\w ]* (?:[Nn]otes?|[Cc]omments?|[Uu]pdate)s?:")
_MAX_LEAD_IN = 600


@dataclass(frozen=True, slots=True)
class Block:
    """A block quotation: its span, the passages it covers (first to last), and the one that leads into it.

    `markup` says that the page itself marks it as one.
    """

    span: Span
    first: int
    last: int
    lead: int | None
    markup: bool


def find_blocks(
    text: str, passages: Sequence[Passage], led_into: Callable[[int], Block | None] | None = None
) -> tuple[Block, ...]:
    """The block quotations of an article, in order; only one that is quoted in another overlaps it.

    `led_into` gives the block that the passage of an index leads into where no markup says so.
    """
    found: list[Block] = []
    index = 0
    while index < len(passages):
        passage = passages[index]
        if passage.kind == "quotation":
            last = index
            while last + 1 < len(passages) and _same_block(passages[last + 1], passage):
                last += 1
            lead = index - 1 if index and passages[index - 1].kind in ("paragraph", "item") else None
            found.append(Block(Span(passage.span.start, passages[last].span.end), index, last, lead, True))
            found.extend(_nested(text, passages, index, last))
            index = last + 1
            continue
        block = led_into(index) if led_into is not None else None
        if block is not None:
            found.append(block)
            # a block may end in the lead-in of the next one
            index = block.last
        index += 1
    return tuple(found)


def is_lead_in(text: str, passage: Passage) -> bool:
    """Whether a paragraph ends in a colon that opens what follows."""
    if passage.kind not in ("paragraph", "item", "quotation") or len(passage.span) > _MAX_LEAD_IN * 6:
        return False
    return bool(_COLON.search(text, max(passage.span.start, passage.span.end - 12), passage.span.end))


def _nested(text: str, passages: Sequence[Passage], first: int, last: int) -> Iterator[Block]:
    """The quotations within the block of those passages that a line in it leads into."""
    index = first + 1
    while index <= last:
        passage, before = passages[index], passages[index - 1]
        index += 1
        if passage.depth <= before.depth or not is_lead_in(text, before):
            continue
        end = index - 1
        while end < last and passages[end + 1].depth >= passage.depth:
            end += 1
        yield Block(Span(passage.span.start, passages[end].span.end), index - 1, end, index - 2, True)


def _same_block(passage: Passage, first: Passage) -> bool:
    return (passage.kind == "quotation" and passage.block == first.block) or (
        passage.depth > 0
        and passage.block == first.block
        and passage.kind in ("item", "paragraph", "preformatted")
    )
