"""Offices named by who holds them: "the U.S. Attorney’s Office for Ohio", "the Halton sheriff’s office"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.model import Outlet, Span
from citekit.text.occurrences import occurrences

_REACH = 80  # code points before "office" in which its name begins
_MOST = 40
_OFFICE = ("s office", "s Office", "s’ office", "s' office", "s’ Office")
_NATION = "U.S. "  # before an attorney, it says no more of the place
_PLACE = re.compile(r" (?:for|of) (?:the )?[A-Z][\w.-]*(?: (?:of (?:the )?)?[A-Z][\w.-]*){0,5}")


class _Words(NamedTuple):
    """What ends a name before "office", and which holders stand for others named before."""

    name: re.Pattern[str]
    general: frozenset[str]
    prosecuting: frozenset[str]


def offices(text: str, known: Callable[[str], Sequence[Outlet]] = lambda name: ()) -> Iterator[Known]:
    """The offices that English text names by their holder and place, in order, and where they are named again
    by the holder alone; `known` gives the registered ones by name.

    >>> text = "It sank, the Halton County sheriff’s office said. The sheriff’s office has the ferry."
    >>> [(k.span.of(text), k.outlets[0].name) for k in offices(text)][1]
    ('sheriff’s office', 'Halton County sheriff’s office')
    """
    named: dict[str, tuple[Outlet, ...]] = {}
    for end in _ends(text):
        found = _words().name.search(text, max(0, end - _REACH), end)
        if found is None:
            continue
        holder, before, place = (
            found["holder"].lower().replace("’", "'"),
            found["place"],
            _PLACE.match(text, end),
        )
        start = found.start("place" if before else "holder")
        if place is None and holder in named and before in (None, _NATION):
            outlets = named[holder]
        elif place is None and before is None:
            continue
        else:
            end = place.end() if place else end
            name = text[start:end]
            outlets = tuple(known(name))[:1] or (organisation(name),)
            named[holder] = outlets
            if holder in _words().prosecuting:
                named |= dict.fromkeys(_words().general, outlets)
        yield Known(Span(start, end), letter.OUTLET, outlets)


def _ends(text: str) -> Iterator[int]:
    """Where a word for an office ends that someone is said to hold."""
    ends = (at + len(word) for word in _OFFICE for at in occurrences(text, word))
    return iter(sorted(islice(ends, _MOST)))


@cache
def _words() -> _Words:
    data = tomllib.loads((files("citekit") / "data" / "offices.toml").read_text("utf-8"))
    lists = {key: [w.replace("_", " ") for w in str(words).split()] for key, words in data.items()}
    holders = "|".join(sorted((w.replace("'", "['’]") for w in lists["holders"]), key=len, reverse=True))
    openers = "|".join(word.capitalize() for word in lists["openers"])
    word = r"[A-Z][\w.-]*(?:['’]s)? "
    place = rf"(?<![\w.])(?!(?:{openers}) ){word}(?:{word}){{0,3}}(?:(?:state|city|county) )?"
    name = re.compile(rf"(?P<place>{place})?(?<![\w-])(?P<holder>(?i:{holders}))(?:['’]s|s['’]) [Oo]ffice$")
    return _Words(name, frozenset(lists["general"]), frozenset(lists["prosecuting"]))
