"""Where the tokens of a sentence stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from citekit.model import Span


class Spans(Sequence[Span]):
    """Where tokens stand; few of the many are ever asked for, so a span is made when it is.

    >>> Spans([0, 4], [3, 9])[1:]
    [Span(start=4, end=9)]
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: Sequence[int] = (), ends: Sequence[int] = ()) -> None:
        self._starts = starts
        self._ends = ends

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        if isinstance(at, slice):
            return [*map(Span, self._starts[at], self._ends[at])]
        return Span(self._starts[at], self._ends[at])

    def __len__(self) -> int:
        return len(self._starts)
