"""A text cut into its blocks: paragraphs, headings, quotations, list items, code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.model import Passage, PassageKind, Span
from citekit.text.dates import find_dates

_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[•‣▪◦·●○–*+-]|\d{1,3}(?:\.-|[.)])|\[\d{1,3}\]|\(\d{1,3}\))[ \t\u00a0]+(?=\S)"
)
_QUOTE = re.compile(r"[ \t]{0,3}((?:>[ \t]?)+)")
_ATX = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)[ \t]*$")
_NOTHING = re.compile(rf"{_RULE.pattern}|[ ]{{0,3}}\[[^\[\]\n]{{1,100}}\]:\s*\S+")
"""A rule, or the definition of a link."""
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_END = re.compile(r"[.!?…:;,”\"'’»)\]]\s*$")
NARROWEST, WIDEST = 45, 130
"""Characters of a line in a text that was broken to a fixed width."""
LONGEST_HEADING = 100
SHORTEST_PARAGRAPH = 120
_NUMBERED = frozenset(("item", "quotation", "preformatted"))


@dataclass(frozen=True, slots=True)
class Block:
    """A passage with its words, and how many spaces stood before it."""

    passage: Passage
    text: str
    indent: int = 0
    alone: bool = True
    """Whether empty lines stand around it."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


_Shape = tuple[PassageKind, int, list[list["_Line"]]]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    """Without the line's end and its trailing white space."""
    hard: bool
    """Whether Markdown breaks the line here."""

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def blocks(text: str, *, markdown: bool = False) -> list[Block]:
    """The blocks of a text, in order.

    Paragraphs are set apart by empty lines, or each is a line of its own; lines broken to a fixed width are
    joined, and so are the halves of a paragraph that a page break tore apart. In Markdown the lines of a
    paragraph are joined unless they end in a hard break.

    >>> [block.passage.kind for block in blocks("It went on, he said:\\n\\n- one thing\\n- another")]
    ['paragraph', 'item', 'item']
    """
    lines = list(_lines(text))
    width = _width(lines)
    found: list[Block] = []
    number = 0
    for group in _groups(lines):
        for kind, depth, pieces in _shapes(group, width, markdown):
            number += kind in _NUMBERED
            for piece in pieces:
                block = _block(piece, kind, number if kind in _NUMBERED else 0, depth, len(group) == 1)
                if block is not None:
                    found.append(block)
    found = _mended(found, text)
    return found if markdown else _with_headings(found)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        bare = line.rstrip("\r")
        yield _Line(start, bare.rstrip(), bare.endswith(("  ", "\\")))
        start += len(line) + 1


def _width(lines: list[_Line]) -> int | None:
    """The width that the text's lines were broken to, or None if they were not."""
    pairs = [(one, two) for one, two in pairwise(lines) if not one.blank and not two.blank]
    lengths = sorted(len(one.text) for one, _ in pairs)
    if len(lengths) < 4:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(len(one.text) + 1 + len(two.text.split()[0]) > width - 2 for one, two in pairs)
    return width if full > 0.7 * len(pairs) else None


def _groups(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines between empty ones; a fence keeps its lines together."""
    group: list[_Line] = []
    fence = ""
    for line in lines:
        opened = _FENCE.match(line.text)
        if fence:
            group.append(line)
            if opened and opened[1].startswith(fence):
                fence = ""
                yield group
                group = []
            continue
        if opened:
            if group:
                yield group
            group, fence = [line], opened[1]
        elif line.blank:
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _shapes(group: list[_Line], width: int | None, markdown: bool) -> Iterator[_Shape]:
    """What a group of lines is: the kind, the depth in quotations and the lines of each passage of every run
    in it.
    """
    if _FENCE.match(group[0].text):
        yield "preformatted", 0, [group[1:-1] or group]
        return
    marks = [_QUOTE.match(line.text) for line in group]
    if marks[0] and (markdown or all(marks)):
        yield from _quotations(group)
        return
    if markdown and len(group) > 1 and _RULE.match(group[-1].text) and len(group[-1].text.strip()) >= 3:
        yield "heading", 0, [group[:-1]]
        return
    if _ATX.match(group[0].text) and (markdown or len(group) == 1):
        yield "heading", 0, [group[:1]]
        if group[1:]:
            yield from _shapes(group[1:], width, markdown)
        return
    first = next((place for place, line in enumerate(group) if _is_item(line)), len(group))
    if first:
        yield "paragraph", 0, list(_paragraphs(group[:first], width, markdown))
    if first < len(group):
        last = first
        while last < len(group) and (
            _is_item(group[last]) or markdown or _continues(group[last - 1], group[last], width)
        ):
            last += 1
        yield "item", 0, list(_items(group[first:last]))
        if last < len(group):
            yield from _shapes(group[last:], width, markdown)


def _quotations(group: list[_Line]) -> Iterator[_Shape]:
    """The runs of one depth in lines that ">" marks; a line with nothing but marks ends a paragraph."""
    run: list[_Line] = []
    depth = 0
    for line in group:
        found = _QUOTE.match(line.text)
        level = found[1].count(">") if found else depth
        empty = found is not None and found.end() >= len(line.text)
        if run and (empty or level != depth):
            yield "quotation", depth, [run]
            run = []
        if not empty:
            run.append(line)
            depth = level
    if run:
        yield "quotation", depth, [run]


def _is_item(line: _Line) -> bool:
    return bool(_BULLET.match(line.text)) and not _RULE.match(line.text)


def _continues(before: _Line, line: _Line, width: int | None) -> bool:
    """Whether a line only goes on below because it had no room."""
    return width is not None and len(before.text) + 1 + len(line.text.split()[0]) > width - 2


def _items(group: list[_Line]) -> Iterator[list[_Line]]:
    item: list[_Line] = []
    for line in group:
        if item and _is_item(line):
            yield item
            item = []
        item.append(line)
    yield item


def _paragraphs(group: list[_Line], width: int | None, markdown: bool) -> Iterator[list[_Line]]:
    """Lines joined where the break means nothing: in Markdown, and where the next word had no room."""
    paragraph = [group[0]]
    for before, line in pairwise(group):
        if not before.hard if markdown else _continues(before, line, width):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _block(lines: list[_Line], kind: PassageKind, number: int, depth: int, alone: bool) -> Block | None:
    """The lines as one block, without the marks in front; None for a rule or nothing."""
    if not lines or (kind == "paragraph" and all(_NOTHING.match(line.text) for line in lines)):
        return None
    first, last = lines[0], lines[-1]
    indent = len(first.text) - len(first.text.lstrip())
    start = first.start + indent
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
    return Block(Passage(kind, Span(start, end), number, depth), words[: end - start], indent, alone)


def _mended(found: list[Block], text: str) -> list[Block]:
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


def _with_headings(found: list[Block]) -> list[Block]:
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
