"""Things by their place in a text, so that those near a span are found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Generic, TypeVar

from citekit.model import Span

T = TypeVar("T")


class Places(Generic[T]):
    """What `items` cover, which stand in order of start; `span` says where each one is.

    `starts` is where they begin.

    >>> class At:
    ...     def __init__(self, start, end):
    ...         self.span = Span(start, end)
    >>> places = Places([At(0, 9), At(4, 5), At(7, 8)])
    >>> [item.span for item in places.starting_in(Span(4, 8))]
    [Span(start=4, end=5), Span(start=7, end=8)]
    >>> [item.span for item in places.touching(Span(6, 6))]
    [Span(start=0, end=9)]
    """

    def __init__(self, items: Sequence[T], span: Callable[[T], Span] = attrgetter("span")) -> None:
        self.items = items
        self._span = span
        self.starts = [span(item).start for item in items]

    @cached_property
    def _longest(self) -> int:
        return max((len(self._span(item)) for item in self.items), default=0)

    def before(self, position: int) -> int:
        """How many items start before a position."""
        return bisect_left(self.starts, position)

    def last_by(self, position: int) -> int:
        """The index of the last item that starts at or before a position; -1 where none does."""
        return bisect_right(self.starts, position) - 1

    def starting_in(self, span: Span) -> Sequence[T]:
        """The items that start inside `span`, in order."""
        starts = self.starts
        return self.items[bisect_left(starts, span.start) : bisect_left(starts, span.end)] if starts else ()

    def touching(self, span: Span) -> list[T]:
        """The items that share a code point with `span` or touch it, in order."""
        first = self.before(span.start - self._longest)
        return [
            item
            for item in self.items[first : self.last_by(span.end) + 1]
            if self._span(item).end >= span.start
        ]
