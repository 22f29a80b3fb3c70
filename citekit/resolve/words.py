"""Names and titles cut down to what a citekey is made of: ASCII letters and digits, telling words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_KEY = re.compile(r"[^A-Za-z0-9]+")

_ENOUGH = 400
"""Code points of a text that are looked at: a key needs a few words, and a title may be a whole article."""


def folded(text: str) -> str:
    """The text in ASCII letters and digits alone, other scripts transliterated.

    >>> folded("Müller-Łukasz"), folded("Зеленский"), folded("O’Neill")
    ('MullerLukasz', 'Zelenskiy', 'ONeill')
    """
    return _NOT_KEY.sub("", anyascii(text))


def words(text: str) -> Iterator[str]:
    """The words of a text, folded; those that fold to nothing are left out.

    >>> list(words("Morales’s “coup”: 2019, año uno"))
    ['Moraless', 'coup', '2019', 'ano', 'uno']
    """
    for match in _WORD.finditer(text[:_ENOUGH]):
        if word := folded(match[0]):
            yield word


def telling(text: str) -> Iterator[str]:
    """The words of a text that say what it is about.

    >>> list(telling("The US and the Coup in Bolivia"))
    ['US', 'Coup', 'Bolivia']
    """
    skipped = skipwords()
    for word in words(text):
        # "US" and "IT" in capitals are names, "us" and "it" are not.
        if word.lower() not in skipped or (word.isupper() and len(word) > 1 and not text.isupper()):
            yield word


@cache
def skipwords() -> frozenset[str]:
    """The words of `data/skipwords.toml`, all languages together, folded."""
    data = tomllib.loads((files("citekit") / "data" / "skipwords.toml").read_text("utf-8"))
    return frozenset(folded(word).lower() for listed in data.values() for word in listed.split())
