"""Block quotations: in HTML by their markup, in plain text by the colon of their lead-in.

Plain text has lost its markup. A paragraph that ends in a colon opens a block quotation. Where paragraphs are
parted by blank lines it is the one that follows; where each stands on a line of its own it runs to the next
blank line or to the next lead-in. The voice also comes back where the text says so ("NTS Notes:").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.detect.phrases import Phrases
from citekit.model import Article, Passage, Span

_COLON = re.compile(r":[\s\"'”’»*_)\]]*$")
_POST_LINE = re.compile(r"@\w{1,30}\b.{0,60}\d{1,2}:\d{2}|[—–-]\s*[^@\n]{1,60}\(@\w{1,30}\)")
LABEL = re.compile(r"^(?=.{1,30}:)[A-Z][\w ]* (?:[Nn]otes?|[Cc]omments?|[Uu]pdate)s?:")
_BULLET = re.compile(r"\s*(?:[•·▪*–—-]|\[?\d{1,3}[\].)])\s")
_MAX_LEAD_IN = 600
_MIN_QUOTE = 60
_MAX_VERSES = 12


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


def find_blocks(article: Article, passages: Sequence[Passage], phrases: Phrases) -> tuple[Block, ...]:
    """The block quotations of an article, in order. Blocks do not overlap."""
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
            index = last + 1
            continue
        leads = is_lead_in(article.text, passage) and not _is_list_label(article.text, passage, phrases)
        if article.media != "html" and leads and index + 1 < len(passages):
            end = _text_block(article.text, passages, index + 1)
            if end is not None:
                span = Span(passages[index + 1].span.start, passages[end].span.end)
                found.append(Block(span, index + 1, end, index, False))
                # a block may end in the lead-in of the next one
                index = end + 1
                continue
        index += 1
    return tuple(found)


def is_lead_in(text: str, passage: Passage) -> bool:
    """Whether a paragraph ends in a colon that opens what follows."""
    if passage.kind not in ("paragraph", "item") or len(passage.span) > _MAX_LEAD_IN * 6:
        return False
    return bool(_COLON.search(text, max(passage.span.start, passage.span.end - 12), passage.span.end))


def _is_list_label(text: str, passage: Passage, phrases: Phrases) -> bool:
    """Whether a line that ends in a colon announces a list of sources."""
    return passage.span.of(text).strip(" :*_#•").lower() in phrases.listed("SOURCELIST")


def _same_block(passage: Passage, first: Passage) -> bool:
    return (passage.kind == "quotation" and passage.block == first.block) or (
        passage.depth > 0
        and passage.block == first.block
        and passage.kind in ("item", "paragraph", "preformatted")
    )


def _text_block(text: str, passages: Sequence[Passage], first: int) -> int | None:
    """The last passage of the block that begins at `first`; None where what follows is no quotation."""
    start = passages[first]
    words = start.span.of(text)
    if (
        start.kind != "paragraph"
        or _BULLET.match(words)
        or _POST_LINE.search(words)
        or LABEL.match(words)
        or is_lead_in(text, start)
    ):
        return None
    alone = first + 1 >= len(passages) or _apart(text, start, passages[first + 1])
    last = first
    if len(words) < _MIN_QUOTE and alone:
        # short lines after a colon are verses: a quotation if more of them follow
        while last - first < _MAX_VERSES and last + 1 < len(passages) and _is_verse(text, passages[last + 1]):
            last += 1
        return last if last > first else None
    while not alone and last + 1 < len(passages) and not _apart(text, passages[last], passages[last + 1]):
        following = passages[last + 1]
        if following.kind != "paragraph" or is_lead_in(text, following):
            break
        if _POST_LINE.search(following.span.of(text)):
            break
        last += 1
    return None if len(words) < _MIN_QUOTE and last == first else last


def _is_verse(text: str, passage: Passage) -> bool:
    words = passage.span.of(text)
    return (
        passage.kind == "paragraph"
        and not _BULLET.match(words)
        and len(words) < _MIN_QUOTE
        and LABEL.match(words) is None
    )


def _apart(text: str, before: Passage, after: Passage) -> bool:
    """Whether a blank line parts two passages."""
    return text.count("\n", before.span.end, after.span.start) > 1
