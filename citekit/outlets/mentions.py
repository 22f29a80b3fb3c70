"""Outlets' names in running text: one automaton, word boundaries, leftmost longest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from citekit.model import Outlet, Span
from citekit.outlets.names import articles
from citekit.outlets.spellings import ADDRESS, SINGLE, SURE, Spelled

_GLUED_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}|(?:19|20)\d\d(?!\d)")
_HOST_LETTER = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_PLAIN_BEFORE = frozenset(" \n\t(“”\"'’‘«*")
_PLAIN_AFTER = frozenset(" \n\t,;:)”“\"'’»*?!")
_LONGEST_HOST = 64
_LONGEST_WORD = 40
_LONGEST_ADDRESS = 200


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet's name in a text.

    `candidates` are the outlets it may mean, the likeliest first. `sure` is False where the name needs its
    context: it is also a common word, a person, a place or something's initials, or several outlets share it
    and none is meant by default.
    """

    span: Span
    surface: str
    candidates: tuple[Outlet, ...]
    sure: bool


class Finder:
    """The automaton over all spellings.

    `at_host` gives the outlet of a bare host, for addresses written in prose ("FAIR.org").
    """

    def __init__(
        self, spelled: Spelled, outlets: Sequence[Outlet], at_host: Callable[[str], Outlet | None]
    ) -> None:
        self._spelled = spelled
        self._outlets = outlets
        self._at_host = at_host
        self._automaton = AhoCorasick(
            spelled.texts, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[Mention]:
        """The mentions in a text, in order, none overlapping another; time is linear in the text."""
        skips, leads, flags = self._spelled.skips, self._spelled.leads, self._spelled.flags
        found: list[tuple[int, int, int, int]] = []
        size = len(text)
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            flag = flags[number]
            # Most hits are parts of words; they go at once.
            if end < size and text[end].isalpha():
                continue
            if start and text[start - 1].isalpha() and not flag & ADDRESS:
                continue
            if flag & ADDRESS:
                start = _start_of_address(text, end)
                if start < end:
                    found.append((start, -end, start, number))
                continue
            single = flag & SINGLE
            plain = start and end < size and text[start - 1] in _PLAIN_BEFORE and text[end] in _PLAIN_AFTER
            if not plain and not _stands_alone(text, start, end, bool(single)):
                continue
            if single and not flag & SURE and _ends_longer_name(text, start):
                continue
            start += skips[number]
            # The article does not count: "the World" starts no earlier than "World Bank" does.
            found.append((start + leads[number], -end, start, number))
        found.sort()
        mentions: list[Mention] = []
        reached = 0
        for _, negative_end, start, number in found:
            if start < reached:
                continue
            mention = self._mention(text, Span(start, -negative_end), number)
            if mention is not None or not flags[number] & ADDRESS:
                # A phrase that means no outlet hides the names inside it; an unknown address hides nothing.
                reached = -negative_end
            if mention is not None:
                mentions.append(mention)
        return mentions

    def _mention(self, text: str, span: Span, number: int) -> Mention | None:
        surface = span.of(text)
        flag = self._spelled.flags[number]
        if flag & ADDRESS:
            outlet = self._at_host(surface.lower())
            return Mention(span, surface, (outlet,), True) if outlet else None
        owners = self._spelled.owners[number]
        places = (owners,) if isinstance(owners, int) else owners
        candidates = tuple(self._outlets[place] for place in places)
        return Mention(span, surface, candidates, bool(flag & SURE)) if candidates else None


def _stands_alone(text: str, start: int, end: int, single: bool) -> bool:
    """Whether the words at a span are a name by themselves, not a part of a longer word, handle or address.

    A date may follow with no space ("ABC News11/10/19"), as it does where links were stripped.
    """
    if start:
        before = text[start - 1]
        if before.isalnum() or before in "@#":
            return False
        if before in "/.-=_&?%" and _inside_address(text, start):
            return False
        if single and before == "-" and start > 1 and text[start - 2].isalnum():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum():
            return after.isdigit() and _GLUED_DATE.match(text, end) is not None
        following = text[end + 1 : end + 2]
        if after == "-" and (following.isdigit() or (single and following.isalpha())):
            return False
        if after == "." and following.isalpha() and text[end - 1].isalpha():
            # "FAIR.org" is an address, "TIME.But" a lost space.
            return following.isupper()
    return True


def _ends_longer_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands before, inside the sentence: "the Gotham Times" is not the Times."""
    if start < 2 or text[start - 1] != " ":
        return False
    low = max(0, start - _LONGEST_WORD)
    first = max(text.rfind(" ", low, start - 1), text.rfind("\n", low, start - 1)) + 1
    word = text[first : start - 1]
    if not word[:1].isupper() or not word[-1:].isalnum() or word in articles():
        return False
    return first >= 2 and text[first - 1] == " " and text[first - 2] not in '.!?:;…"”“*)]'


def _inside_address(text: str, start: int) -> bool:
    head = text[max(0, start - _LONGEST_ADDRESS) : start].rsplit(None, 1)
    token = head[-1] if head and not text[start - 1].isspace() else ""
    return "://" in token or "www." in token.lower()


def _start_of_address(text: str, end: int) -> int:
    """Where a bare host ending at `end` starts, such as "FAIR.org"; `end` if there is none."""
    if end < len(text):
        after = text[end]
        if after.isalpha() or after == "-" or (after == "." and text[end + 1 : end + 2].isalpha()):
            return end
    start = end
    while start and text[start - 1] in _HOST_LETTER and end - start < _LONGEST_HOST:
        start -= 1
    if text[start - 1 : start] in ("@", "/", "_", "%", "="):
        return end
    while start < end and text[start] in ".-":
        start += 1
    return start
