"""Firms and groups that no registry knows: English tells them from people by what stands beside the name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from citekit.detect.known import organisation
from citekit.detect.phrases import Phrases
from citekit.detect.states import places
from citekit.model import Outlet
from citekit.text.casing import squeezed
from citekit.text.names import has_given_name

_NAME_BEFORE = re.compile(r"(?<![\w.’'&-])((?:[A-Z][\w&-]+ ){0,2}[A-Z][\w&-]+)$")
_NAME_AFTER = re.compile(r"((?:[A-Z][\w&-]+ ){0,2}[A-Z][\w&-]+)(?![\w&-]| [A-Z])")
_ADJECTIVE = re.compile(r"-[a-z]")  # "Larkhaven-based"
_NAME = 40  # code points in which a name is looked for
_APPOSED = 60  # code points after a name in which it is told what it is
_MOST = 60
_CLAUSE = re.compile(r"[A-Za-z-]+|[^\w\s-]")


def companies(text: str, phrases: Phrases) -> Mapping[str, Outlet]:
    """The firms that a text says are ones, by their name in small letters without spaces.

    >>> from citekit.detect.phrases import phrases
    >>> sorted(companies("It rained, said a spokesperson for Acme. Moor’s CEO is Ada Moor.", phrases("en")))
    ['acme']
    """
    found: dict[str, Outlet] = {}
    for name in _named(text):
        key = squeezed(name)
        if key not in found and _may_be_firm(name, text, phrases):
            found[key] = replace(organisation(name), kind="company")
    return found


def _named(text: str) -> Iterator[str]:
    """The names beside what shows that they are a firm's."""
    after, before, _ = _finders()
    matches = _words().find_matches_as_indexes(text, overlapping=True)
    for number, start, end in matches[:_MOST]:
        if number < after:
            found = _NAME_BEFORE.search(text, max(0, start - _NAME), start)
        elif number < after + before:
            found = _NAME_AFTER.match(text, end, end + _NAME)
            found = found if found is not None and found.end() < end + _NAME else None
        else:
            found = _NAME_BEFORE.search(text, max(0, start - _NAME), start)
            found = found if _is_apposed(text, end) else None
        if found is not None:
            yield found[1]


def _is_apposed(text: str, start: int) -> bool:
    """Whether what follows a name and a comma says that it is a firm: "a small pump maker in Larkhaven"."""
    kinds = _finders()[2]
    words = _CLAUSE.findall(text, start, start + _APPOSED)
    for place, word in enumerate(words[:8]):
        if word in kinds:
            return True
        if place and not word[0].isalpha():
            return False
    return False


def _may_be_firm(name: str, text: str, phrases: Phrases) -> bool:
    """Whether nothing says that a name is a person's, a place's or a part of something else's."""
    words = name.split()
    never = phrases.listed("NEVERNAME", "HONORIFIC", "OPENER", "FUNCTION", "ORGHEAD", "DATEWORD", "ROLE")
    if any(word.lower() in never for word in words) or name.lower() in places(phrases.language):
        return False
    if (
        _ADJECTIVE.search(name)
        or has_given_name(name)
        or (len(words) == 1 and has_given_name(f"{name} {name}"))
    ):
        return False
    return len(words) > 1 or not _is_other(name, text)


def _is_other(name: str, text: str) -> bool:
    """Whether a text has a word with another capital before it ("Mayor Moor"), or as a mere word."""
    word = re.escape(name)
    return re.search(rf"[A-Z][\w.’-]+ {word}\b|\b{word.lower()}\b", text) is not None


@cache
def _finders() -> tuple[int, int, frozenset[str]]:
    """How many ways there are after a name, how many before it, and the kinds of firms."""
    data = _data()
    return 2 * len(data["after"]), len(data["before"]), frozenset(str(data["kinds"]).split())


@cache
def _words() -> AhoCorasick:
    """Finds all that shows that a name is a firm's."""
    data = _data()
    after = [way.replace("'", mark) for way in data["after"] for mark in "'’"]
    return AhoCorasick([*after, *data["before"], ", a ", ", an ", ", the "])


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files("citekit") / "data" / "companies.toml").read_text("utf-8"))
