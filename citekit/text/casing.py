"""Lower case that moves no letter, so that what is found in it is found in the text; and names as domains
spell them.
"""

from __future__ import annotations

import re

_NOT_IN_DOMAIN = re.compile(r"[^a-z0-9]")


def lowered(text: str) -> str:
    """The text in lower case, each letter where it was: the few that would grow keep their first.

    >>> lowered("Kış İZMİR"), len("İZMİR".lower())
    ('kış izmir', 7)
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[:1] for letter in text)


def squeezed(name: str) -> str:
    """The letters a to z and the digits of a name, as domains spell it.

    >>> squeezed("The Rain-Watch 24")
    'therainwatch24'
    """
    return _NOT_IN_DOMAIN.sub("", name.lower())
