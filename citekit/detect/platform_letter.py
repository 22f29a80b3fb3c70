"""The platform that goes by one letter, where the word before says that something stands there: "auf X"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from citekit.detect import patterns as letter
from citekit.detect.known import Known
from citekit.detect.phrases import Phrases
from citekit.model import Outlet, Span
from citekit.text.occurrences import occurrences

_NAME = "X"
_AFTER = frozenset(" ,.;:)”’»“\"'\n\u00a0\u202f")
"""What may follow the letter: no hyphen and no apostrophe with letters, as in "X-ray"."""
_LONGEST = 14  # letters of the word before


def platform_letters(
    text: str, phrases: Phrases, known: Callable[[str], Sequence[Outlet]] = lambda name: ()
) -> Iterator[Known]:
    """Where a text names the platform after one of the language's words for being posted on it.

    `known` gives the registered outlets of a name; where none is registered nothing is found.

    >>> from citekit.detect.phrases import phrases
    >>> from citekit.outlets import default_registry
    >>> words = "Das schrieb sie auf X. Malcolm X schwieg."
    >>> [k.span for k in platform_letters(words, phrases("de"), default_registry().by_name)]
    [Span(start=20, end=21)]
    """
    before = phrases.listed("POSTEDON")
    if not before:
        return
    outlets: tuple[Outlet, ...] | None = None
    for at in occurrences(text, f" {_NAME}"):
        start = at + 1
        after = text[start + 1 : start + 2]
        if (after and after not in _AFTER) or text[start + 2 : start + 3].isupper():
            continue
        words = text[max(0, start - 1 - _LONGEST) : start - 1].lower().split()
        if not words or words[-1].lstrip("(«„“\"'") not in before:
            continue
        if outlets is None:
            outlets = tuple(known(_NAME))[:1]
        if outlets:
            yield Known(Span(start, start + 1), letter.OUTLET, outlets)
