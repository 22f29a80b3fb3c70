"""A text's lines: the width that they were broken to, and those that stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
NARROWEST, WIDEST = 45, 130
"""Characters of a line in a text that was broken to a fixed width."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and where it begins."""

    start: int
    text: str
    """Without the line's end and its trailing white space."""
    hard: bool
    """Whether Markdown breaks the line here."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How much white space stands before its words."""
        return len(self.text) - len(self.text.lstrip())


def lines(text: str) -> Iterator[Line]:
    """Each line with where it begins."""
    start = 0
    for line in text.split("\n"):
        bare = line.rstrip("\r")
        yield Line(start, bare.rstrip(), bare.endswith(("  ", "\\")))
        start += len(line) + 1


def width_of(lines: list[Line]) -> int | None:
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


def groups(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines between empty ones; a fence keeps its lines together."""
    group: list[Line] = []
    fence = ""
    for line in lines:
        opened = FENCE.match(line.text)
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


def continues(before: Line, line: Line, width: int | None) -> bool:
    """Whether a line only goes on below because it had no room."""
    return width is not None and len(before.text) + 1 + len(line.text.split()[0]) > width - 2
