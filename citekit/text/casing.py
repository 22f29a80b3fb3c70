"""Lower case that moves no letter, so that what is found in it is found in the text."""

from __future__ import annotations


def lowered(text: str) -> str:
    """The text in lower case, each letter where it was: the few that would grow keep their first.

    >>> lowered("Kış İZMİR"), len("İZMİR".lower())
    ('kış izmir', 7)
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[:1] for letter in text)
