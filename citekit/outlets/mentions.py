"""Outlets' names in running text: one automaton, word boundaries, leftmost longest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ahocorasick import Automaton

from citekit.model import Outlet, Span
from citekit.outlets.ambiguity import Ambiguity
from citekit.outlets.names import articles, folded, surfaces

_GLUED_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}|(?:19|20)\d\d(?!\d)")
_HOST_BEFORE = re.compile(r"[A-Za-z0-9.-]*$")
_LONGEST_HOST = 64


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet's name in a text.

    `candidates` are the outlets it may mean, the likeliest first. `sure` is False where the name needs its context:
    it is also a common word, a person, a place or something's initials, or several outlets share it and none is
    meant by default.
    """

    span: Span
    surface: str
    candidates: tuple[Outlet, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Surface:
    """What a pattern of the automaton stands for: its length, the letters before the name, and whom it names."""

    length: int
    skip: int
    single: bool
    candidates: tuple[Outlet, ...]
    sure: bool


class Finder:
    """The automaton over all names, and over the endings of all hosts for addresses written in prose."""

    def __init__(
        self,
        outlets: Iterable[Outlet],
        ambiguities: Mapping[str, Ambiguity],
        host: Callable[[str], Outlet | None],
    ) -> None:
        self._host = host
        shared: dict[tuple[str, int], list[Outlet]] = {}
        endings: set[str] = set()
        for outlet in outlets:
            for name in {outlet.name: None} | dict.fromkeys(outlet.aliases):
                known = ambiguities.get(folded(name))
                if known is not None and "person" in known.why:
                    continue
                common = known is not None and known.needs_context
                for surface, skip in surfaces(name, common=common):
                    if len(surface) - skip > 1:
                        owners = shared.setdefault((surface, skip), [])
                        if not owners or owners[-1] is not outlet:
                            owners.append(outlet)
            for domain in (*outlet.domains, *outlet.former_domains):
                endings.add("." + domain.partition("/")[0].partition(".")[2])
        self._automaton = Automaton()
        for (surface, skip), owners in shared.items():
            own = surface[skip:]
            known = ambiguities.get(folded(own))
            candidates = ordered(tuple(dict.fromkeys(owners)), known)
            sure = len(candidates) == 1 if known is None else not known.needs_context or own in known.sure
            single = " " not in own and not own.isupper()
            self._automaton.add_word(surface, _Surface(len(surface), skip, single, candidates, sure))
        for known in ambiguities.values():
            for phrase in known.never:
                self._automaton.add_word(phrase, _Surface(len(phrase), 0, False, (), False))
        for ending in endings:
            self._automaton.add_word(ending, None)
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Mention]:
        """The mentions in a text, in order, none overlapping another."""
        found: list[tuple[int, int, Mention | None]] = []
        for last, surface in self._automaton.iter(text):
            end = last + 1
            if surface is None:
                mention = self._address(text, end)
                if mention:
                    found.append((mention.span.start, -mention.span.end, mention))
                continue
            start = end - surface.length
            if not _stands_alone(text, start, end, surface.single):
                continue
            if surface.single and not surface.sure and _ends_longer_name(text, start):
                continue
            span = Span(start + surface.skip, end)
            own = (
                Mention(span, span.of(text), surface.candidates, surface.sure) if surface.candidates else None
            )
            found.append((span.start, -end, own))
        found.sort(key=lambda hit: hit[:2])
        mentions: list[Mention] = []
        reached = 0
        for start, negative_end, mention in found:
            if start >= reached:
                reached = -negative_end
                if mention is not None:
                    mentions.append(mention)
        return mentions

    def _address(self, text: str, end: int) -> Mention | None:
        """A bare address in prose, such as "FAIR.org", whose ending stops at `end`."""
        if end < len(text):
            after = text[end]
            if (after.isalpha() or after == "-") or (after == "." and text[end + 1 : end + 2].isalpha()):
                return None
        head = _HOST_BEFORE.search(text, max(0, end - _LONGEST_HOST), end)
        start = head.start() if head else end
        before = text[max(0, start - 3) : start]
        if before.endswith(("@", "/", "_", "%", "=")) or before.endswith("://"):
            return None
        start += len(text[start:end]) - len(text[start:end].lstrip(".-"))
        outlet = self._host(text[start:end].lower())
        return Mention(Span(start, end), text[start:end], (outlet,), True) if outlet else None


def ordered(candidates: tuple[Outlet, ...], known: Ambiguity | None) -> tuple[Outlet, ...]:
    """Candidates in the order that the table of ambiguous names gives them, the others behind by id."""
    if len(candidates) < 2:
        return candidates
    places = {outlet: place for place, outlet in enumerate(known.outlets)} if known else {}
    return tuple(sorted(candidates, key=lambda outlet: (places.get(outlet.id, len(places)), outlet.id)))


def _stands_alone(text: str, start: int, end: int, single: bool) -> bool:
    """Whether the words at a span are a name by themselves, not a part of a longer word, handle or address.

    A date may follow with no space ("ABC News11/10/19"), as it does where links were stripped.
    """
    if start:
        before = text[start - 1]
        if before.isalnum() or before in "@#":
            return False
        if before in "/.-=_&?%" and (before != "_" or start > 1) and _inside_address(text, start):
            return False
        if single and before == "-" and start > 1 and text[start - 2].isalnum():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum():
            return after.isdigit() and _GLUED_DATE.match(text, end) is not None
        if single and after == "-" and text[end + 1 : end + 2].isalpha():
            return False
        if after == "." and text[end + 1 : end + 2].isalpha() and text[end - 1].isalpha():
            # "FAIR.org" is an address, "TIME.But" a lost space.
            return text[end + 1].isupper()
    return True


def _ends_longer_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands before, inside the sentence: "the Gotham Times" is not the Times."""
    if start < 2 or text[start - 1] != " ":
        return False
    first = (
        max(text.rfind(" ", max(0, start - 40), start - 1), text.rfind("\n", max(0, start - 40), start - 1))
        + 1
    )
    word = text[first : start - 1]
    if not word[:1].isupper() or not word[-1:].isalnum() or word in articles():
        return False
    return first >= 2 and text[first - 1] == " " and text[first - 2] not in '.!?:;…"”“*)]'


def _inside_address(text: str, start: int) -> bool:
    head = text[max(0, start - 200) : start].rsplit(None, 1)
    token = head[-1] if head and not text[start - 1].isspace() else ""
    return "://" in token or "www." in token.lower()
