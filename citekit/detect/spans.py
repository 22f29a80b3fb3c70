"""Where the tokens of a sentence stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, overload

from citekit.model import Span


class Placed(Protocol):
    """What stands somewhere in the text: a word, something known, a span."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class Spans(Sequence[Span]):
    """Where tokens stand; few of the many are ever asked for, so a span is made when it is.

    >>> Spans([Span(0, 3), Span(4, 9)])[1:]
    [Span(start=4, end=9)]
    """

    __slots__ = ("_places",)

    def __init__(self, places: Sequence[Placed] = ()) -> None:
        self._places = places

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        if isinstance(at, slice):
            return [Span(place.start, place.end) for place in self._places[at]]
        place = self._places[at]
        return Span(place.start, place.end)

    def __len__(self) -> int:
        return len(self._places)
