"""Where fixed words stand in a text, and where words begin and end."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(text: str, part: str) -> Iterator[int]:
    """The places in a text at which a part of it begins, in order.

    >>> list(occurrences("rain on rain", "rain"))
    [0, 8]
    """
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def is_word_letter(each: str) -> bool:
    """Whether a letter, figure or "_" is given, and not a mark, a space or "".

    >>> [is_word_letter(each) for each in ("ä", "_", "-", "")]
    [True, True, False, False]
    """
    return each.isalnum() or each == "_"
