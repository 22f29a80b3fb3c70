"""Text that is safe to print on a terminal, and how many columns it takes."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls (ESC among them), marks that turn the direction of text, line separators, surrogates.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_SPACE = re.compile("[ \t\r\n\u2028\u2029]+")


def safe(text: str) -> str:
    r"""`text` on one line, with all that could steer a terminal or turn its words around made visible.

    >>> print(safe("a \x1b[31mred\n word"))
    a \x1b[31mred word
    """
    return _UNSAFE.sub(lambda found: found.group().encode("unicode_escape").decode(), _SPACE.sub(" ", text))


def width(text: str) -> int:
    """The columns that `text` takes: two for wide characters, none for combining ones (Unicode Annex 11).

    >>> width("e\u0301té"), width("新聞")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clip(text: str, columns: int) -> str:
    """`text` cut to at most `columns`, with an ellipsis where something was cut.

    >>> clip("according to", 9)
    'accordin…'
    """
    if width(text) <= columns:
        return text
    taken = 0
    for index, character in enumerate(text):
        taken += _columns(character)
        if taken > columns - 1:
            return text[:index].rstrip() + "…"
    return text


def pad(text: str, columns: int) -> str:
    """`text` filled up with spaces to `columns`."""
    return text + " " * max(0, columns - width(text))
