"""References by pattern: what a citation processor makes of one work, kept for all works of the same shape.

A work is rendered with a placeholder for each of its texts: a private character, between the very spaces and
stops that the text begins and ends with, since a processor looks at those where it joins two texts, and at
nothing else of them. Where it does look into a text - to change its case, to make initials, to name a month -
it works on the text itself, and what comes out has placeholders again; that step is noted, to be done anew with
each further text. So a pattern holds for all works with the same placeholders between the same spaces and
stops: the next of them is only filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Values = list[Any]
"""What the placeholders stand for, by their number: a text without the spaces and stops at its ends, or a
number."""

Parts = tuple[str, str, str]
"""The spaces and stops that a text begins with, what is between, and those it ends with."""

_FIRST, _LAST = 0xF0000, 0xF03FF
SLOTS = tuple(map(chr, range(_FIRST, _LAST + 1)))
"""The placeholders."""

_SLOT = re.compile(f"([{SLOTS[0]}-{SLOTS[-1]}])")
_SEAMS = " .,;:!?"


class Untraceable(Exception):
    """What is done to the texts of a work cannot be noted."""


def parted(text: str) -> Parts:
    """A text in its three parts.

    >>> parted("… who knows?!"), parted("...")
    (('', '… who knows', '?!'), ('...', '', ''))
    """
    if text[:1] not in _SEAMS and text[-1:] not in _SEAMS:
        return "", text, ""
    begun = text.lstrip(_SEAMS)
    inner = begun.rstrip(_SEAMS)
    return text[: len(text) - len(begun)], inner, begun[len(inner) :]


def held(text: str, values: Values) -> str:
    """The text with a placeholder, for a value that is added.

    >>> values = ["2019"]
    >>> held("Who knows?", values) == f"{SLOTS[1]}?", values
    (True, ['2019', 'Who knows'])
    """
    before, inner, after = parted(text)
    if not inner:
        return text
    if len(values) >= len(SLOTS):
        raise Untraceable
    values.append(inner)
    return f"{before}{SLOTS[len(values) - 1]}{after}"


def holds(text: str) -> bool:
    """Whether there are placeholders in it."""
    return not text.isascii() and _SLOT.search(text) is not None


class Pattern:
    """A text with placeholders, to be filled in.

    >>> Pattern(f"“{SLOTS[1]}”, {SLOTS[0]}").filled(["2019", "Coup"])
    '“Coup”, 2019'
    """

    __slots__ = ("holes", "pieces")

    def __init__(self, text: str) -> None:
        self.pieces: list[str] = _SLOT.split(text)
        self.holes = [(place, ord(self.pieces[place]) - _FIRST) for place in range(1, len(self.pieces), 2)]

    def filled(self, values: Sequence[Any]) -> str:
        """The text with each value where its placeholder stands."""
        pieces = self.pieces.copy()
        for place, slot in self.holes:
            pieces[place] = values[slot]
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Step:
    """Something done to values; `shape` is what its outcome must be like for the pattern to hold."""

    work: Callable[[Values], Any]
    shape: tuple[Any, ...]

    def done(self, values: Values) -> bool:
        """Add what the work makes of the values; false where it makes something of another shape."""
        made = self.work(values)
        texts = [parted(str(text)) for text in _texts(made)]
        if _shape(made, texts) != self.shape:
            return False
        values += [inner for _, inner, _ in texts if inner]
        return True


@dataclass(frozen=True, slots=True)
class Trace:
    """All that was done, and the pattern that came out; none where nothing is printed."""

    steps: Sequence[Step]
    pattern: Pattern | None

    def of(self, values: Values) -> list[str | None]:
        """The text for these values; no item where the trace is not theirs."""
        values = values.copy()
        if not all(step.done(values) for step in self.steps):
            return []
        return [self.pattern and self.pattern.filled(values)]


class Sheet:
    """What is done to the placeholders while a work is rendered; `numbers` says which slot is which part of a
    date.
    """

    def __init__(self, values: Values, numbers: dict[str, int]) -> None:
        self.values = values
        self.numbers = numbers
        self.steps: list[Step] = []

    def noted(self, work: Callable[[Values], Any]) -> Any:
        """What the work makes of the values, in placeholders."""
        made = work(self.values)
        if made is not None and not isinstance(made, str | list):
            raise Untraceable
        texts = [str(text) for text in _texts(made)]
        self.steps.append(Step(work, _shape(made, map(parted, texts))))
        shown = [held(text, self.values) for text in texts]
        if isinstance(made, list):
            return type(made)(kind(text)(new) for text, new in zip(made, shown, strict=True))
        return made if made is None else kind(made)(shown[0])

    def trace(self, text: Any) -> Trace:
        """All that was done, with the text that came out."""
        return Trace(tuple(self.steps), None if text is None else Pattern(str(text)))


def refilled(text: Any) -> Callable[[Values], Any]:
    """How to make the text, with each value where its placeholder stands, in the processor's own class."""
    if isinstance(text, list):
        makers, whole = [refilled(piece) for piece in text], type(text)
        return lambda values: whole(make(values) for make in makers)
    pattern, make = Pattern(str(text)), kind(text)
    return lambda values: make(pattern.filled(values))


def kind(text: str) -> Callable[[str], str]:
    """The class of a text; plain for a text in tags, which its class would put about it again."""
    return str if hasattr(text, "tag") else type(text)


def _texts(made: Any) -> list[str]:
    return made if isinstance(made, list) else [] if made is None else [made]


def _shape(made: Any, texts: Any) -> tuple[Any, ...]:
    return type(made), *((before, bool(inner), after) for before, inner, after in texts)
