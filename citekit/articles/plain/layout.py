"""Blocks told by their place: paragraphs that a page break tore, quotations by their inset, headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from citekit.articles.plain.block import Block
from citekit.model import Passage, Span
from citekit.text.dates import find_dates

_END = re.compile(r"[.!?…:;,”\"'’»)\]]\s*$")
LONGEST_HEADING = 100
SHORTEST_PARAGRAPH = 120
_LEAST_INSET = 2
"""Spaces more than usual before each line of a quotation."""


def mended(found: list[Block], text: str) -> list[Block]:
    """Paragraphs that a page break tore apart are one: the first has no end, the second no beginning."""
    mended: list[Block] = []
    for block in found:
        last = mended[-1] if mended else None
        if last is not None and _is_torn(last, block):
            span = Span(last.passage.span.start, block.passage.span.end)
            mended[-1] = Block(Passage("paragraph", span), span.of(text), last.indent, last.alone)
        else:
            mended.append(block)
    return mended


def _is_torn(one: Block, two: Block) -> bool:
    if one.passage.kind != "paragraph" or two.passage.kind != "paragraph" or not (one.alone and two.alone):
        return False
    tail = one.text.rstrip()
    return len(tail) >= LONGEST_HEADING and (tail[-1].islower() or tail[-1] == ",") and two.text[:1].islower()


def with_headings(found: list[Block]) -> list[Block]:
    """Short lines without an end that stand alone above a paragraph are headings."""
    by_line = sum(block.alone for block in found) < len(found) / 5
    shaped: list[Block] = []
    for place, block in enumerate(found):
        after = found[place + 1 : place + 3]
        if place and after and (block.alone or by_line) and _is_heading(block, found[place - 1], after):
            block = replace(block, passage=Passage("heading", block.passage.span))
        shaped.append(block)
    return shaped


def _is_heading(block: Block, before: Block, after: list[Block]) -> bool:
    text = block.text.rstrip()
    if (
        block.passage.kind != "paragraph"
        or not 3 < len(text) <= LONGEST_HEADING
        or "\n" in text
        or "@" in text
    ):
        return False
    if (
        not any(len(other.text) >= SHORTEST_PARAGRAPH for other in after)
        or len(before.text) <= 60
        or block.words > 14
    ):
        return False
    if _END.search(text) and not text.endswith(("?", "!", "”", '"')):
        return False
    first = text.lstrip("“\"'‘«")[:1]
    return (first.isupper() or first.isdigit()) and not find_dates(text)


def with_insets(found: list[Block]) -> list[Block]:
    """Paragraphs that stand further right than the others, after one that does not, are quotations.

    So a browser that shows pages as text sets them.
    """
    prose = [block for block in found if _is_running(block)]
    usual = Counter(block.inset for block in prose).most_common(1)
    if not usual or usual[0][1] * 2 <= len(prose) or len({block.inset for block in prose}) == 1:
        return found
    shaped: list[Block] = []
    number = max(block.passage.block for block in found)
    for block in found:
        before = shaped[-1] if shaped else None
        if (
            before is not None
            and block.passage.kind == "paragraph"
            and block.inset >= usual[0][0] + _LEAST_INSET
        ):
            goes_on = before.passage.kind == "quotation" and before.inset == block.inset
            if goes_on or (_is_running(block) and before.passage.kind == "paragraph"):
                number += not goes_on
                block = replace(block, passage=Passage("quotation", block.passage.span, number, 1))
        shaped.append(block)
    return shaped


def _is_running(block: Block) -> bool:
    return block.passage.kind == "paragraph" and len(block.text) >= SHORTEST_PARAGRAPH // 2
