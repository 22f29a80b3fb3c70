"""Where in a saved page the article ends: at appeals, boxes of other articles, readers' comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.articles.html.furniture import is_closing, is_label
from citekit.articles.line_words import words
from citekit.articles.plain.block import Block
from citekit.articles.plain.comments import commenters, opens_comments
from citekit.articles.plain.frame import is_prose

BOX = 12
"""Blocks within which the text goes on below the heading of a box in its middle."""
_SAYS = re.compile(
    r"(?i)^\W{0,3}[^\n]{2,40}?\s(?:says|said|wrote|schrieb|sagt|dice|dijo|dit|a écrit)\s?:?$"
    r"|^[^\n]{2,40}\s[•·|-]\s\d{1,2}\s(?:\w+\s)?(?:minutes?|hours?|days?|weeks?|months?|years?)\sago$"
    r"|^(?:reply|antworten|responder|répondre|rispondi)\b.{0,20}$"
)


def end_of(blocks: list[Block], start: int, prose: list[int]) -> int:
    """Where the article ends: at a closing line with little prose after it, or at the first comment."""
    half = start + sum(1 for place in prose if place >= start) // 2
    comments = min(
        (place for place in (_comments(blocks, start), _readers(blocks, half)) if place), default=None
    )
    limit = comments if comments is not None else len(blocks)
    size = sum(len(blocks[place].text) for place in prose if start <= place < limit)
    passed = 0
    for place in range(start, limit):
        block = blocks[place]
        if passed >= size * 0.4 and _closes(block):
            rest = sum(len(blocks[each].text) for each in prose if place < each < limit)
            final = is_closing(block.text) and not _resumes(blocks, place, limit)
            if rest < 0.25 * size or final:
                return place
        if is_prose(block):
            passed += len(block.text)
    return limit


def sources_after(blocks: list[Block], end: int) -> list[Block]:
    """A list of sources that stands after the article's end and before the readers' comments."""
    found: list[Block] = []
    for block in blocks[end:]:
        line = block.text.strip()
        if opens_comments(line):
            break
        if line.lower().rstrip(" :") in words("sources"):
            found.append(block)
        elif found and (_closes(block) or is_label(line)):
            break
        elif found:
            found.append(block)
    return found


def _resumes(blocks: Sequence[Block], place: int, limit: int) -> bool:
    """Whether the article goes on soon below a heading, which stands over a box in its middle."""
    line = blocks[place].text.lower()
    if not any(word in line for word in words("boxes")):
        return False
    below = [is_prose(block) for block in blocks[place + 1 : min(limit, place + BOX)]]
    return any(one and other for one, other in pairwise(below))


def _closes(block: Block) -> bool:
    if len(block.text) > 200 or block.passage.kind == "quotation":
        return False
    line = " ".join(block.text.lower().split()).strip("*_#[] ")
    return line.startswith(words("ends")) or is_closing(line) or any(hint in line for hint in _NAMED_ENDS)


_NAMED_ENDS = ("social media pages",)


def _comments(blocks: list[Block], start: int) -> int | None:
    """The first of several short names that each have indented text under them, or that "say" something."""
    found: list[int] = []
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        if _SAYS.match(block.text.strip()):
            found.append(place)
        elif block.passage.kind == "item" and len(block.text) <= 30 and block.words <= 3:
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            if after is not None and after.passage.kind != "item" and after.indent > 1:
                found.append(place)
    return found[0] if len(found) >= 2 else None


def _readers(blocks: list[Block], start: int) -> int | None:
    """The line that announces readers' comments, else the first of several commenters."""
    announced = next(
        (place for place in range(start, len(blocks)) if opens_comments(blocks[place].text.strip())), None
    )
    named = commenters(blocks, start)
    places = ([announced] if announced is not None else []) + (named[:1] if len(named) >= 2 else [])
    return min(places, default=None)
