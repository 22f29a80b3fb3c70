"""Quotations in running text: which stretches stand between quotation marks.

Marks may be curly, straight, guillemets or low-high, nested, spread over paragraphs (each opens, only the
last closes; or none does but the first) or never closed. One pass over the marks with a stack; linear in the
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_SPARE = frozenset('”“»"')
_LONGEST_ASCII_SINGLE = 300
_FAR = 8
"""Paragraphs within which a quotation must be closed that they do not open anew."""
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


@dataclass(frozen=True, slots=True)
class _Marks:
    """The quotations of one paragraph: those that it closes, where and with which mark it leaves one open,
    and the first mark that closes nothing in it.
    """

    closed: tuple[tuple[int, int, int], ...]
    left_open: tuple[int, str] | None
    spare: tuple[int, str] | None
    opens: str | None
    """The mark that it begins with."""

    def closes(self, mark: str) -> bool:
        """Whether its spare mark can close what `mark` opened in a paragraph before."""
        return self.spare is not None and self.spare[1] in _CLOSERS[mark]


_NO_MARKS = _Marks((), None, None, None)


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[list[Quotation], list[Problem]]:
    """All quotations of the paragraphs, in order of start, and a problem for each that is never closed.

    A quotation that a paragraph leaves open goes on in the next one if that begins with the same mark, or if
    one of the next few closes what nothing in it opens; else it ends with its paragraph.

    >>> found, problems = find_quotations("He said: “It is a “coup”, no?”", [Span(0, 30)])
    >>> [q.inner.of("He said: “It is a “coup”, no?”") for q in found]
    ['It is a “coup”, no?', 'coup']
    """
    spans = list(paragraphs)
    marks = [_marks(text, span) for span in spans]
    found: list[Quotation] = []
    problems: list[Problem] = []
    pending: tuple[int, str] | None = None  # where a quotation over several paragraphs began, and its mark
    pending_end = until = 0  # `until` is the paragraph in which a spare mark closes it
    for number, (paragraph, here) in enumerate(zip(spans, marks, strict=True)):
        carried = pending is not None and here.opens is not None and here.opens in _reopening(pending[1])
        if pending is not None and not carried and number > until:
            found.append(_open_ended(text, pending[0], pending_end))
            problems.append(Problem(Span(pending[0], pending[0] + 1), "quotation never closed"))
            pending = None
        first = _first_mark(text, paragraph) if carried else None
        if first is not None and pending is not None and here.opens != pending[1]:
            here, first = _marks(text, Span(first + 1, paragraph.end)), None
        for start, end, depth in here.closed:
            if carried and pending is not None and start == first:
                found.append(Quotation(Span(pending[0], end), Span(pending[0] + 1, end - 1)))
                pending = None
            else:
                found.append(Quotation(Span(start, end), Span(start + 1, end - 1), depth))
        if pending is not None and here.spare is not None and here.closes(pending[1]):
            end = here.spare[0] + 1
            found.append(Quotation(Span(pending[0], end), Span(pending[0] + 1, end - 1)))
            pending = None
        if here.left_open is not None and pending is None:
            pending = here.left_open
            until = _closing(marks, number, pending[1])
        elif carried and pending is not None:
            until = max(until, _closing(marks, number, pending[1]))
        if pending is not None:
            pending_end = paragraph.end
    if pending is not None:
        found.append(_open_ended(text, pending[0], pending_end))
        problems.append(Problem(Span(pending[0], pending[0] + 1), "quotation never closed"))
    found.sort(key=lambda q: (q.outer.start, -q.outer.end))
    return found, problems


def _reopening(mark: str) -> str:
    """The marks with which a further paragraph of a quotation may begin: «One. »Two.» as well."""
    return mark + ("»" if mark == "«" else "")


def _closing(marks: list[_Marks], number: int, mark: str) -> int:
    """The paragraph after `number` that closes what it left open, no quotation between; else `number`."""
    for place in range(number + 1, min(len(marks), number + 1 + _FAR)):
        here = marks[place]
        if here.closes(mark):
            return place
        if here.closed or here.left_open is not None or here.spare is not None:
            break
    return number


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


def _marks(text: str, paragraph: Span) -> _Marks:
    """What the marks of a paragraph open and close, each counted from the paragraph's own start."""
    if _MARK.search(text, paragraph.start, paragraph.end) is None:
        return _NO_MARKS
    stack: list[tuple[int, str]] = []
    closed: list[tuple[int, int, int]] = []
    spare: tuple[int, str] | None = None
    opened = False
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
                closed.append((start, position + 1, matching))
            del stack[matching:]
        elif _opens(mark, before, after) and len(stack) < _MAX_DEPTH:
            stack.append((position, mark))
            opened = opened or mark not in _SINGLE
        elif not opened and spare is None and mark in _SPARE and _ends(mark, before, after):
            spare = position, mark
    left_open = next(((start, mark) for start, mark in stack if mark not in _SINGLE), None)
    first = _first_mark(text, paragraph)
    return _Marks(tuple(closed), left_open, spare, text[first] if first is not None else None)


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


def _ends(mark: str, before: str, after: str) -> bool:
    """Whether a mark that closes nothing in its paragraph stands as at the end of words."""
    return not after.isalnum() and (not before.isspace() or mark == "»") and not before.isdigit()


def _opens(mark: str, before: str, after: str) -> bool:
    starts_here = before.isspace() or before in "([{—–-/“‘«„:>*_|"
    if mark in "\"'":
        return starts_here and not after.isspace()
    if mark == "»":
        return starts_here and not after.isspace()
    if mark == "“":
        return starts_here or not after.isspace()
    return mark in _OPENERS and not (mark == "‘" and not starts_here)
