"""Values that are made of plain rows when they are first asked for: most of 4,000 outlets never are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Rows(Sequence[T], Generic[T]):
    """A sequence over rows; each value is made once.

    >>> values = Rows([[1, 2], [3, 4]], sum)
    >>> values[1], len(values), list(values)
    (7, 2, [3, 7])
    """

    def __init__(self, rows: Sequence[Any], make: Callable[[Any], T]) -> None:
        self._rows = rows
        self._make = make
        self._made: dict[int, T] = {}

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = self._make(self._rows[place])
        return found

    def __len__(self) -> int:
        return len(self._rows)


class Table(Mapping[str, T], Generic[T]):
    """A mapping over rows by name; each value is made once.

    >>> Table({"a": [1, 2]}, sum)["a"]
    3
    """

    def __init__(self, rows: Mapping[str, Any], make: Callable[[Any], T]) -> None:
        self._rows = rows
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._make(self._rows[name])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
