"""Whether words read as the title of a work."""

from __future__ import annotations

_LONGEST_TITLE = 16
_SHARE_OF_CAPITALS = 0.75


def is_title(words: str) -> bool:
    """Whether words between quotation marks or in italics read as the title of a work.

    >>> is_title("The Long Rain of May,"), is_title("99% Rain"), is_title("it rained"), is_title("Yes")
    (True, True, False, False)
    """
    parts = words.strip(" ,.;:").split()
    if not 1 < len(parts) <= _LONGEST_TITLE or not (parts[0][0].isupper() or parts[0][0].isdigit()):
        return False
    telling = [w for w in parts if len(w) > 3]
    capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in telling)
    return bool(telling) and capitals >= _SHARE_OF_CAPITALS * len(telling)
