"""A sentence as tokens: its words and marks, and what was recognised in it before they were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.detect.known import Known
from citekit.model import Span

_TOKEN = re.compile(
    r"\w+(?:[-'’.&/]\w+)*\.?|[,;:()]|[–—-]+|['’]|[@#]\w+"
    r"|(?P<markup>\]\([^()\s]{0,400}\)|\[(?=[^\[\]\n]{1,200}\]\()|[*_])|\S"
)
"""A word or a mark; `markup` is that of links and emphasis in Markdown, and in text that keeps it."""
_ELIDED = re.compile(r"(\w{1,7})['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSED = "'s"
_LONGEST_ABBREVIATION = 3
_MARKS = frozenset(",;:()-–—")


@dataclass(slots=True)
class Tokens:
    """Tokens in columns: the token at an index stands at `starts` to `ends` of the article's text.

    `texts` are the words and marks, every form of "’s" as "'s", and "" for what was recognised before, which
    `known` gives by index. One more "" stands behind the last, so that any token may be asked for the next.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    known: dict[int, Known] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, text: str, start: int, end: int) -> None:
        """Put a token at the end."""
        self.texts.append(text)
        self.starts.append(start)
        self.ends.append(end)

    def grow(self, text: str, end: int) -> None:
        """Make the last token longer."""
        self.texts[-1], self.ends[-1] = text, end


def tokens(
    text: str, span: Span, known: Sequence[Known] = (), elisions: frozenset[str] = frozenset()
) -> Tokens:
    """The tokens of the sentence at `span`; each of `known`, which stand in order, is one token.

    `elisions` are the words that an apostrophe cuts off from the next one in the language: the "l" of
    "l’AFP".

    >>> tokens("Ada’s rain, said Gen. Moor.", Span(0, 27)).texts
    ['Ada', "'s", 'rain', ',', 'said', 'Gen.', 'Moor', '.', '']
    >>> tokens("selon l’Institut", Span(0, 16), elisions=frozenset("l")).texts
    ['selon', "l'", 'Institut', '']
    """
    found = Tokens()
    position = span.start
    for item in known:
        if item.span.start < position:
            continue
        _read(text, position, item.span.start, found, elisions)
        found.known[len(found)] = item
        found.add("", item.span.start, item.span.end)
        position = item.span.end
    _read(text, position, span.end, found, elisions)
    found.texts.append("")
    return found


def _read(text: str, start: int, end: int, into: Tokens, elisions: frozenset[str]) -> None:
    """Put the words between two positions at the end of `into`."""
    texts, starts, ends = into.texts, into.starts, into.ends
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        first, last = match.span()
        if (word.isalpha() and last - first > 1) or word in _MARKS:  # nearly all of them
            texts.append(word)
            starts.append(first)
            ends.append(last)
        elif match.lastgroup is None:
            _read_odd(word, first, last, end, into, elisions)


def _read_odd(word: str, first: int, last: int, end: int, into: Tokens, elisions: frozenset[str]) -> None:
    """Put a word that is more than letters, or one letter alone, at the end of `into`."""
    if word in ("'", "’", "s", "S") and into.ends and into.ends[-1] == first:
        before = into.texts[-1]
        if before.lower() in elisions:
            into.grow(before + "'", last)
            return
        if word in ("'", "’"):
            into.add(_POSSESSED, first, last)
            return
        if before == _POSSESSED:
            into.grow(_POSSESSED, last)
            return
    apostrophe = "’" in word or "'" in word
    elided = _ELIDED.match(word) if elisions and apostrophe else None
    if elided and elided[1].lower() in elisions:
        into.add(elided[1] + "'", first, first + elided.end())
        word, first = word[elided.end() :], first + elided.end()
    possessive = _POSSESSIVE.search(word) if apostrophe and len(word) > 2 else None
    if possessive:
        cut = first + possessive.start()
        into.add(word[: possessive.start()], first, cut)
        into.add(_POSSESSED, cut, last)
    elif word[-1] == "." and len(word) > 1 and last >= end - 1 and not _is_abbreviated(word):
        into.add(word[:-1], first, last - 1)
        into.add(".", last - 1, last)
    else:
        into.add(word, first, last)


def _is_abbreviated(word: str) -> bool:
    """Whether the stop at a word's end is its own: "U.S.", "Gen."."""
    return "." in word[:-1] or (len(word) <= _LONGEST_ABBREVIATION and word[0].isupper())
