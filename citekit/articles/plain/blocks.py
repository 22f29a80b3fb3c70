"""A text cut into its blocks: paragraphs, quotations, list items, code, headings that are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from citekit.articles.plain.block import Block
from citekit.articles.plain.layout import mended, with_headings, with_insets
from citekit.articles.plain.lines import FENCE, Line, continues, groups, lines, width_of
from citekit.model import Passage, PassageKind, Span
from citekit.text.dates.words import alternatives, languages, months

_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[•‣▪◦·●○–*+-]|\d{1,3}(?:\.-|[.)])|\[\^?\d{1,3}\]:?|\[\^[\w-]{1,20}\]:?|\(\d{1,3}\))"
    r"[ \t\u00a0]+(?=\S)"
)
_QUOTE = re.compile(r"[ \t]{0,3}((?:>[ \t]?)+)")
_ATX = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)[ \t]*$")
_NOTHING = re.compile(
    rf"{_RULE.pattern}|[ ]{{0,3}}\[[^\^\[\]\n][^\[\]\n]{{0,99}}\]:\s*\S+(?:\s+[\"'(][^\n]*)?\s*$"
)
"""A rule, or the definition of a link."""
_SIGNED = re.compile(r"[ \t>*_]*[-–—―]")
_NUMBERED = frozenset(("item", "quotation", "preformatted"))


_Shape = tuple[PassageKind, list[tuple[int, list[Line]]]]
"""The kind, and of each passage the depth in quotations and the lines."""


def blocks(text: str, *, markdown: bool = False) -> list[Block]:
    """The blocks of a text, in order.

    Paragraphs are set apart by empty lines, or each is a line of its own; lines broken to a fixed width are
    joined, and so are the halves of a paragraph that a page break tore apart. In Markdown the lines of a
    paragraph are joined unless they end in a hard break.

    >>> [block.passage.kind for block in blocks("It went on, he said:\\n\\n- one thing\\n- another")]
    ['paragraph', 'item', 'item']
    """
    every = list(lines(text))
    width = width_of(every)
    found: list[Block] = []
    number = 0
    for group in groups(every):
        for kind, pieces in _shapes(group, width, markdown):
            number += kind in _NUMBERED and not (
                kind == "quotation" and found and _goes_on_quoting(found[-1])
            )
            for depth, piece in pieces:
                block = _block(piece, kind, number if kind in _NUMBERED else 0, depth, len(group) == 1)
                if block is not None:
                    found.append(block)
    found = mended(found, text)
    return found if markdown else with_headings(with_insets(found))


def _shapes(group: list[Line], width: int | None, markdown: bool) -> Iterator[_Shape]:
    """What a group of lines is, a shape for each run of one kind in it."""
    if FENCE.match(group[0].text):
        yield "preformatted", [(0, group[1:-1] or group)]
        return
    marks = [_QUOTE.match(line.text) for line in group]
    if marks[0] and (markdown or all(marks)):
        yield "quotation", list(_quotations(group))
        return
    if markdown and len(group) > 1 and _RULE.match(group[-1].text) and len(group[-1].text.strip()) >= 3:
        yield "heading", [(0, group[:-1])]
        return
    if _ATX.match(group[0].text) and (markdown or len(group) == 1):
        yield "heading", [(0, group[:1])]
        if group[1:]:
            yield from _shapes(group[1:], width, markdown)
        return
    first = next((place for place, line in enumerate(group) if _is_item(line)), len(group))
    if first:
        yield "paragraph", [(0, piece) for piece in _paragraphs(group[:first], width, markdown)]
    if first < len(group):
        last = first
        while last < len(group) and (
            _is_item(group[last]) or markdown or continues(group[last - 1], group[last], width)
        ):
            last += 1
        yield "item", [(0, piece) for piece in _items(group[first:last])]
        if last < len(group):
            yield from _shapes(group[last:], width, markdown)


def _quotations(group: list[Line]) -> Iterator[tuple[int, list[Line]]]:
    """The runs of one depth in lines that ">" marks; a line with nothing but marks ends a paragraph."""
    run: list[Line] = []
    depth = 0
    for line in group:
        found = _QUOTE.match(line.text)
        level = found[1].count(">") if found else depth
        empty = found is not None and found.end() >= len(line.text)
        if run and (empty or level != depth):
            yield depth, run
            run = []
        if not empty:
            run.append(line)
            depth = level
    if run:
        yield depth, run


def _goes_on_quoting(before: Block) -> bool:
    """Whether a quotation right after a block is of one piece with it: it is one too, and nobody signs it."""
    return before.passage.kind == "quotation" and not _SIGNED.match(before.text.rpartition("\n")[2])


def _is_item(line: Line) -> bool:
    return (
        bool(_BULLET.match(line.text))
        and not _NOTHING.match(line.text)
        and not _day().match(line.text.lower())
    )


@cache
def _day() -> re.Pattern[str]:
    """The head of a line that begins with a day, as no item does: "12. März 2024"."""
    return re.compile(rf"\s*\d{{1,2}}\.\s*(?:{alternatives(months(languages(), 3))})(?!\w)")


def _items(group: list[Line]) -> Iterator[list[Line]]:
    item: list[Line] = []
    for line in group:
        if item and _is_item(line):
            yield item
            item = []
        item.append(line)
    yield item


def _paragraphs(group: list[Line], width: int | None, markdown: bool) -> Iterator[list[Line]]:
    """Lines joined where the break means nothing: in Markdown, and where the next word had no room."""
    paragraph = [group[0]]
    for before, line in pairwise(group):
        if not before.hard if markdown else continues(before, line, width):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _block(lines: list[Line], kind: PassageKind, number: int, depth: int, alone: bool) -> Block | None:
    """The lines as one block, without the marks in front; None for a rule or nothing."""
    if not lines or (kind == "paragraph" and all(_NOTHING.match(line.text) for line in lines)):
        return None
    first, last = lines[0], lines[-1]
    start = first.start + first.indent
    for pattern in {"quotation": (_QUOTE,), "item": (_BULLET,), "heading": (_ATX,)}.get(kind, ()):
        if found := pattern.match(first.text):
            start = first.start + found.end()
    end = last.start + len(last.text)
    if kind == "heading":
        while end > start and last.text[end - last.start - 1] in "# \t":
            end -= 1
    if start >= end:
        return None
    words = "\n".join(line.text for line in lines)[start - first.start :]
    return Block(
        Passage(kind, Span(start, end), number, depth),
        words[: end - start],
        first.indent,
        alone,
        first.indent and min(line.indent for line in lines),
    )
