"""Text that is safe to print, in columns; and a line of progress."""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from types import TracebackType

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


class Progress:
    """One line on standard error that counts articles; silent where standard error is no terminal."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._start = time.monotonic()
        self._last = 0.0
        self._count = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, source: str) -> None:
        """Count one more; redraw ten times a second at most."""
        self._count += 1
        now = time.monotonic()
        if self._shown and now - self._last >= 0.1:
            self._last = now
            rate = self._count / max(now - self._start, 0.001)
            line = f"{self._count} articles, {rate:.0f} a second  {safe(source)}"
            sys.stderr.write(f"\r\x1b[2K{clip(line, 79)}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line, so that something else can be written in its place."""
        if self._shown and self._last:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
