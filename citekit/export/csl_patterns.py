"""References by pattern: what a citation processor makes of one work, kept for all works of the same shape.

A work is rendered with a placeholder for each of its texts: a private character, between the very spaces and
stops that the text begins and ends with, since a processor looks at those where it joins two texts, and at
nothing else of them. Where it does look into a text - to change its case, to make initials, to name a month -
it works on the text itself, and what comes out has placeholders again; that step is noted, to be done anew
with each further text. So a pattern holds for all works with the same placeholders between the same spaces
and stops: the next of them is only filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

Values = dict[str, Any]
"""What each placeholder stands for: a text without the spaces and stops at its ends, or a number."""

Shape = tuple[tuple[str, Any], ...]
"""The variables that a work has, with placeholders for their texts."""

_FIRST, _LAST = 0xF0000, 0xFFFFD
_SLOT = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])")
_SEAMS = " .,;:!?"


class TraceError(Exception):
    """What is done to the texts of a work cannot be noted."""


def parted(text: str) -> tuple[str, str, str]:
    """The spaces and stops that a text begins with, what is between, and those it ends with.

    >>> parted("… who knows?!"), parted("...")
    (('', '… who knows', '?!'), ('...', '', ''))
    """
    if text[:1] not in _SEAMS and text[-1:] not in _SEAMS:
        return "", text, ""
    begun = text.lstrip(_SEAMS)
    inner = begun.rstrip(_SEAMS)
    return text[: len(text) - len(begun)], inner, begun[len(inner) :]


def holds(text: str) -> bool:
    """Whether there are placeholders in it."""
    return not text.isascii() and _SLOT.search(text) is not None


class Pattern:
    """A text with placeholders, to be filled in.

    >>> Pattern("“\\U000f0001”, \\U000f0000").filled({"\\U000f0000": "2019", "\\U000f0001": "Coup"})
    '“Coup”, 2019'
    """

    __slots__ = ("holes", "pieces")

    def __init__(self, text: str) -> None:
        self.pieces: list[str] = _SLOT.split(text)
        self.holes = [(place, self.pieces[place]) for place in range(1, len(self.pieces), 2)]

    def filled(self, values: Mapping[str, Any]) -> str:
        """The text with each value where its placeholder stands."""
        pieces = self.pieces.copy()
        for place, slot in self.holes:
            pieces[place] = values[slot]
        return "".join(pieces)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Something done to values; `shape` is what its outcome must be like for the pattern to hold, and `slots`
    are where it goes.
    """

    work: Callable[[Values], Any]
    shape: tuple[Any, ...]
    slots: tuple[str, ...]

    def done(self, values: Values) -> bool:
        """Add what the work makes of the values; false where it makes something of another shape."""
        if self.slots and self.slots[0] in values:
            return True  # done before, for another thing that is printed of the same item
        made = self.work(values)
        texts = [parted(str(text)) for text in _texts(made)]
        if _shape(made, texts) != self.shape:
            return False
        values.update(zip(self.slots, (inner for _, inner, _ in texts if inner), strict=True))
        return True


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """What was read and done, what came out, and in what state it left the processor."""

    read: frozenset[str]
    steps: tuple[Step, ...]
    made: Any
    state: Any = None

    def fits(self, values: Values) -> bool:
        """Whether the trace is these values' too; adds what its steps make of them."""
        return all(step.done(values) for step in self.steps)


class Traces:
    """The traces of one style by what was rendered, what it read, and what that was."""

    _MOST, _EACH = 40_000, 8

    def __init__(self) -> None:
        self._traces: dict[Hashable, dict[frozenset[str], dict[Shape, list[Trace]]]] = {}
        self._slots: dict[Hashable, str] = {}
        self._next = _FIRST
        self._count = 0

    def slot(self, name: Hashable = None) -> str:
        """A placeholder: the one of that name, or a new one."""
        if name in self._slots:
            return self._slots[name]
        if self._next > _LAST:
            raise TraceError
        made = chr(self._next)
        self._next += 1
        if name is not None:
            self._slots[name] = made
        return made

    def fitting(self, rendered: Hashable, shape: Shape, values: Values) -> Trace | None:
        """The trace for the values, which have then what its steps make of them; none if there is none.

        What a rendering has not read cannot have changed it, so a trace is for all that look the same to it.
        """
        for read, known in self._traces.get(rendered, {}).items():
            for trace in known.get(_seen(shape, read), ()):
                if trace.fits(values):
                    return trace
        return None

    def add(self, rendered: Hashable, shape: Shape, trace: Trace) -> None:
        """Keep a trace."""
        known = self._traces.setdefault(rendered, {}).setdefault(trace.read, {})
        alike = known.setdefault(_seen(shape, trace.read), [])
        if len(alike) < self._EACH:
            alike.append(trace)
            self._count += 1

    @property
    def full(self) -> bool:
        """Whether it is time to forget them all."""
        return self._count > self._MOST or self._next > _LAST - 1000


class Sheet:
    """What is done to the placeholders while a work is rendered; `numbers` says which of them are which parts
    of its date, and `read` which variables were read.
    """

    def __init__(self, traces: Traces, shape: Shape, values: Values, numbers: dict[str, str]) -> None:
        self.traces = traces
        self.shape = shape
        self.values = values
        self.numbers = numbers
        self.read: set[str] = set()
        self.steps: list[Step] = []

    def traced(self, rendered: Hashable, render: Callable[[], Any], state: Callable[[], Any]) -> Trace:
        """The trace of a rendering, be it an earlier one."""
        found = self.traces.fitting(rendered, self.shape, self.values)
        if found is not None:
            self.steps += found.steps
            self.read |= found.read
            return found
        since, before = len(self.steps), self.read
        self.read = set()
        try:
            made = render()
            steps = tuple(dict.fromkeys(self.steps[since:]))
            found = Trace(frozenset(self.read), steps, made, state())
            self.traces.add(rendered, self.shape, found)
        finally:
            self.read |= before
        return found

    def noted(self, work: Callable[[Values], Any]) -> Any:
        """What the work makes of the values, in placeholders."""
        made = work(self.values)
        if made is not None and not isinstance(made, str | list):
            raise TraceError
        texts = [parted(str(text)) for text in _texts(made)]
        held = [self.traces.slot() if inner else "" for _, inner, _ in texts]
        step = Step(work, _shape(made, texts), tuple(filter(None, held)))
        self.steps.append(step)
        self.values.update(zip(step.slots, (inner for _, inner, _ in texts if inner), strict=True))
        shown = [f"{before}{slot}{after}" for (before, _, after), slot in zip(texts, held, strict=True)]
        if isinstance(made, list):
            return type(made)(kind(text)(new) for text, new in zip(made, shown, strict=True))
        return made if made is None else kind(made)(shown[0])


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


def _shape(made: Any, texts: list[tuple[str, str, str]]) -> tuple[Any, ...]:
    return type(made), *[(before, bool(inner), after) for before, inner, after in texts]


def _seen(shape: Shape, read: frozenset[str]) -> Shape:
    return tuple([each for each in shape if each[0] in read])
