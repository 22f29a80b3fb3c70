"""Many small strings to fewer large ones, so that writing a million edges is neither slow nor large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice


def chunks(pieces: Iterable[str], size: int = 2000) -> Iterator[str]:
    """The pieces, joined by `size` at a time.

    >>> list(chunks("abcde", 2))
    ['ab', 'cd', 'e']
    """
    rest = iter(pieces)
    while piece := "".join(islice(rest, size)):
        yield piece


def separated(pieces: Iterable[str], separator: str) -> Iterator[str]:
    """The pieces with the separator between them.

    >>> "".join(separated(["1", "2"], ", "))
    '1, 2'
    """
    before = ""
    for piece in pieces:
        yield before + piece
        before = separator
