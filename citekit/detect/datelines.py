"""The place, the day and the agency before the first words of an article: "CHICAGO (AP) —"."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n(!?]{1,60}?)\s*\((?P<wire>[^)\n]{2,40})\)(?:\.?\s*[-–—|:]|(?=\s[A-ZÀ-Þ“\"„«]))"
    r"|^\((?P<alone>[^)\n]{2,40})\)\.?\s*[-–—]|^(?P<bare>[^\n(,.:;!?]{2,30}?)(?:\.-|\s[—–-]{1,2})\s"
)
"""`wire` stands in a bracket after `place`, `alone` in one, `bare` before a dash."""


def is_place(words: str) -> bool:
    """Whether words before a wire's bracket are a place and perhaps a date: "Hanoi, Vietnam", "PARIS, 3 May".

    >>> is_place("HANOI, Vietnam"), is_place("The pumps were sold")
    (True, False)
    """
    parts = re.findall(r"[^\W_]+", words)
    return 0 < len(parts) <= 8 and all(p[0].isupper() or p.isdigit() or len(p) <= 3 for p in parts)
