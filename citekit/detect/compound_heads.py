"""Names of bodies in one word, in languages that glue nouns together: "Hafenamt", "Regenversicherung"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from citekit.detect.phrases import Phrases
from citekit.text.occurrences import is_word_letter

_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")


def compound_heads(text: str, phrases: Phrases) -> Iterator[int]:
    """Where the capitalised words begin that end in a head of bodies' names.

    >>> from citekit.detect.phrases import phrases
    >>> list(compound_heads("Das Hafenamt schwieg, die Ämter auch.", phrases("de")))
    [4]
    """
    finder = _endings(phrases)
    if finder is None:
        return
    for _, ending, end in finder.find_matches_as_indexes(text, overlapping=True):
        if is_word_letter(text[end : end + 1]):
            continue
        start = ending
        while start and is_word_letter(text[start - 1]):
            start -= 1
        if text[start] in _CAPITALS and ending - start > 1:
            yield start


@cache
def _endings(phrases: Phrases) -> AhoCorasick | None:
    """Finds those heads that begin with a hyphen; None in languages without such."""
    endings = sorted(each[1:] for each in phrases.listed("ORGHEAD") if each[0] == "-")
    return AhoCorasick(endings, implementation=Implementation.DFA) if endings else None
