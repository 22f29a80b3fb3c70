"""Quotations in running text: which stretches stand between quotation marks.

Marks may be curly, straight, guillemets or low-high, nested, spread over paragraphs (each opens, only the
last closes) or never closed. One pass over the marks with a stack; linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citekit.model import Problem, Span

_MARK = re.compile("[“”„‟«»‹›‘’‚\"']")
_CLOSERS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
_OPENERS = frozenset("“„‟«‹‘‚")
_SINGLE = frozenset("‘’‚'")
_LONGEST_ASCII_SINGLE = 300
_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: `outer` with the marks, `inner` without; `depth` counts those around
    it.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[list[Quotation], list[Problem]]:
    """All quotations of the paragraphs, in order of start, and a problem for each that is never closed.

    A quotation that a paragraph leaves open goes on in the next one if that begins with the same opening
    mark; else it ends with its paragraph.

    >>> found, problems = find_quotations("He said: “It is a “coup”, no?”", [Span(0, 30)])
    >>> [q.inner.of("He said: “It is a “coup”, no?”") for q in found]
    ['It is a “coup”, no?', 'coup']
    """
    found: list[Quotation] = []
    problems: list[Problem] = []
    pending: tuple[int, str] | None = None  # where a quotation over several paragraphs began, and its mark
    pending_end = 0
    for paragraph in paragraphs:
        first = _first_mark(text, paragraph)
        carried = pending is not None and first is not None and text[first] == pending[1]
        if pending is not None and not carried:
            found.append(_open_ended(text, pending[0], pending_end))
            problems.append(Problem(Span(pending[0], pending[0] + 1), "quotation never closed"))
            pending = None
        left_open: tuple[int, str] | None = None
        for start, end, depth, mark in _in_paragraph(text, paragraph):
            if end is None:
                left_open = (start, mark)
            elif carried and pending is not None and start == first:
                found.append(Quotation(Span(pending[0], end), Span(pending[0] + 1, end - 1)))
                pending = None
            else:
                found.append(Quotation(Span(start, end), Span(start + 1, end - 1), depth))
        if left_open is not None and pending is None:
            pending = left_open
        if pending is not None:
            pending_end = paragraph.end
    if pending is not None:
        found.append(_open_ended(text, pending[0], pending_end))
        problems.append(Problem(Span(pending[0], pending[0] + 1), "quotation never closed"))
    found.sort(key=lambda q: (q.outer.start, -q.outer.end))
    return found, problems


def _open_ended(text: str, start: int, end: int) -> Quotation:
    """A quotation that nothing closes: to the end of its paragraph, or to a bracket that closes what was open
    before it.
    """
    depth = 0
    for position in range(start + 1, min(end, start + 400)):
        if text[position] in "([":
            depth += 1
        elif text[position] in ")]":
            if depth == 0:
                end = position
                break
            depth -= 1
    return Quotation(Span(start, end), Span(start + 1, end), closed=False)


def _first_mark(text: str, paragraph: Span) -> int | None:
    """Where the paragraph's first character stands if it is a quotation mark."""
    position = paragraph.start
    while position < paragraph.end and text[position].isspace():
        position += 1
    return position if position < paragraph.end and text[position] in _CLOSERS else None


def _in_paragraph(text: str, paragraph: Span) -> Iterator[tuple[int, int | None, int, str]]:
    """(start, end, depth, mark) of each quotation; end is None for the outermost one that stays open."""
    stack: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, position = match.group(), match.start()
        before = text[position - 1] if position > paragraph.start else " "
        after = text[position + 1] if position + 1 < paragraph.end else " "
        if mark in _SINGLE and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        matching = _matching(stack, mark)
        if matching is not None and not _closes(mark, before, after, stack[matching][1]):
            matching = None
        if matching is not None:
            start, _ = stack[matching]
            if not (mark == "'" and position - start > _LONGEST_ASCII_SINGLE):
                yield start, position + 1, matching, mark
            del stack[matching:]
        elif _opens(mark, before, after) and len(stack) < _MAX_DEPTH:
            stack.append((position, mark))
    for start, mark in stack:
        if mark not in _SINGLE:
            yield start, None, 0, mark
            break


def _matching(stack: list[tuple[int, str]], mark: str) -> int | None:
    """The innermost open quotation that `mark` may close."""
    for index in range(len(stack) - 1, -1, -1):
        if mark in _CLOSERS[stack[index][1]]:
            return index
    return None


def _closes(mark: str, before: str, after: str, opener: str) -> bool:
    if mark in "\"'" or (mark == "’" and opener in "‘‚"):
        return not before.isspace() and not after.isalnum()
    if mark == "“" and opener == "„":
        return not before.isspace()
    return True


def _opens(mark: str, before: str, after: str) -> bool:
    starts_here = before.isspace() or before in "([{—–-/“‘«„:>*_|"
    if mark in "\"'":
        return starts_here and not after.isspace()
    if mark == "»":
        return starts_here and not after.isspace()
    return mark in _OPENERS and not (mark == "‘" and not starts_here)
