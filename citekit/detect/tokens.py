"""A sentence as tokens: its words and marks, and what was recognised in it before they were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.detect.known import Known
from citekit.model import Span

_TOKEN = re.compile(
    r"@\w+|#\w+|\w+(?:[-'’.&/]\w+)*\.?|[,;:()]|[–—-]+|['’]"
    r"|(?P<markup>\]\([^()\s]{0,400}\)|\[(?=[^\[\]\n]{1,200}\]\()|[*_])|\S"
)
"""A word or a mark; `markup` is that of links and emphasis in Markdown, and in text that keeps it."""
_ELIDED = re.compile(r"(\w{1,7})['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSED = "'s"
_LONGEST_ABBREVIATION = 3
_MARKS = frozenset(",;:()-–—")


class Word(NamedTuple):
    """A word or a mark, at `start` to `end` of the article's text; every form of "’s" has the text "'s".

    `plain` is the word in lower case, without the stop of an abbreviation.
    """

    start: int
    end: int
    text: str
    plain: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


Token = Word | Known


def tokens(
    text: str, span: Span, known: Sequence[Known] = (), elisions: frozenset[str] = frozenset()
) -> list[Token]:
    """The tokens of the sentence at `span`; each of `known`, which stand in order, is one token.

    `elisions` are the words that an apostrophe cuts off from the next one in the language: the "l" of
    "l’AFP".

    >>> [token.text for token in tokens("Ada’s rain, said Gen. Moor.", Span(0, 27))]
    ['Ada', "'s", 'rain', ',', 'said', 'Gen.', 'Moor', '.']
    >>> [token.text for token in tokens("selon l’Institut", Span(0, 16), elisions=frozenset("l"))]
    ['selon', "l'", 'Institut']
    """
    found: list[Token] = []
    position = span.start
    for item in known:
        if item.span.start < position:
            continue
        _read(text, position, item.span.start, found, elisions)
        found.append(item)
        position = item.span.end
    _read(text, position, span.end, found, elisions)
    return found


def _read(text: str, start: int, end: int, into: list[Token], elisions: frozenset[str]) -> None:
    """Put the words between two positions at the end of `into`."""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        first, last = match.span()
        if word.isalpha() and last - first > 1:  # nearly all of them
            into.append(Word(first, last, word, word.lower()))
        elif word in _MARKS:
            into.append(Word(first, last, word, word))
        elif match.lastgroup is None:
            _read_odd(word, first, last, end, into, elisions)


def _read_odd(
    word: str, first: int, last: int, end: int, into: list[Token], elisions: frozenset[str]
) -> None:
    """Put a word that is more than letters, or one letter alone, at the end of `into`."""
    if word in ("'", "’", "s", "S") and into and into[-1].end == first:
        before = into[-1]
        if isinstance(before, Word) and before.text.lower() in elisions:
            into[-1] = _word(before.start, last, before.text + "'")
            return
        if word in ("'", "’"):
            into.append(_word(first, last, _POSSESSED))
            return
        if isinstance(before, Word) and before.text == _POSSESSED:
            into[-1] = _word(before.start, last, _POSSESSED)
            return
    apostrophe = "’" in word or "'" in word
    elided = _ELIDED.match(word) if elisions and apostrophe else None
    if elided and elided[1].lower() in elisions:
        into.append(_word(first, first + elided.end(), elided[1] + "'"))
        word, first = word[elided.end() :], first + elided.end()
    possessive = _POSSESSIVE.search(word) if apostrophe and len(word) > 2 else None
    if possessive:
        cut = first + possessive.start()
        into += (_word(first, cut, word[: possessive.start()]), _word(cut, last, _POSSESSED))
    elif word[-1] == "." and len(word) > 1 and last >= end - 1 and not _is_abbreviated(word):
        into += (_word(first, last - 1, word[:-1]), _word(last - 1, last, "."))
    else:
        into.append(_word(first, last, word))


def _word(start: int, end: int, text: str) -> Word:
    lower = text.lower()
    return Word(start, end, text, lower[:-1] if lower[-1] == "." and len(lower) > 2 else lower)


def _is_abbreviated(word: str) -> bool:
    """Whether the stop at a word's end is its own: "U.S.", "Gen."."""
    return "." in word[:-1] or (len(word) <= _LONGEST_ABBREVIATION and word[0].isupper())
