"""The order of a bibliography: by several keys, each of which may be a text, a number or not there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key, partial

Key = int | str | None


def key_of(text: str | None) -> Key:
    """What a printed key is compared by: its number if it is one, else the text with no regard to case.

    >>> key_of("1984"), key_of("Lobo, A."), key_of(None)
    (1984, 'lobo, a.', None)
    """
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        return text.lower()


def ordered(columns: Sequence[tuple[Sequence[Key], bool]], count: int) -> list[int]:
    """The places of `count` items, whose keys are columns that ascend or descend; what has no key is last.

    >>> ordered([(["b", None, "a", "b"], False), ([1, 2, 3, 4], True)], 4)
    [2, 3, 0, 1]
    """
    if any({int, str} <= set(map(type, column)) for column, _ in columns):
        return sorted(range(count), key=cmp_to_key(partial(_compared, columns)))
    order = list(range(count))
    for column, descending in reversed(columns):
        known = [place for place in order if column[place] is not None]
        known.sort(key=column.__getitem__, reverse=descending)  # type: ignore[arg-type]
        order = known + [place for place in order if column[place] is None]
    return order


def _compared(columns: Sequence[tuple[Sequence[Key], bool]], one: int, other: int) -> int:
    """As citeproc-py compares: two numbers by their value, a number and a text as texts."""
    for column, descending in columns:
        left, right = column[one], column[other]
        if left is None or right is None:
            if left is not right:
                return 1 if left is None else -1
            continue
        if type(left) is not type(right):
            left, right = str(left), str(right)
        if left != right:
            return 1 if (left > right) is not descending else -1  # type: ignore[operator]
    return 0
