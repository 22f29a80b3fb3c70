"""Words in a text, however they are spaced and punctuated."""

from __future__ import annotations

import re
from bisect import bisect_left

from citekit.model import Span

_WORD = re.compile("\\w+(?:\xad\\w+)*")


def places(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in the text, one after the other; case and what is between them do not count.

    >>> places("He said: “Coup—what coup?” Twice.", "coup, what coup")
    (Span(start=10, end=24),)
    """
    sought = f" {' '.join(word for word, _, _ in _words(words))} "
    if not sought.strip():
        return ()
    found = _words(text)
    line = " "
    starts = []  # where each word begins in the line
    parts = []
    length = 1
    for word, _, _ in found:
        starts.append(length)
        parts.append(word)
        length += len(word) + 1
    line += " ".join(parts) + " "
    spans = []
    at = line.find(sought)
    while at >= 0:
        first = bisect_left(starts, at + 1)
        last = bisect_left(starts, at + len(sought)) - 1
        spans.append(Span(found[first][1], found[last][2]))
        at = line.find(sought, at + len(sought) - 1)
    return tuple(spans)


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(m.group().replace("\xad", "").casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
