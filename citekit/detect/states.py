"""Bodies of states that are named by the country: "the Jordanian government", "Russia's foreign ministry"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.model import Outlet, Span
from citekit.text.casing import lowered


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("citekit") / "data" / "countries.toml").read_text("utf-8"))


@cache
def _tables() -> tuple[AhoCorasick, Mapping[str, str], Sequence[tuple[str, str]]]:
    """What finds the nouns of bodies, the countries by each form of their name, and each noun's official
    name.
    """
    data = _data()
    countries = {}
    for name, others in data["countries"].items():
        for form in (name, *others.split()):
            countries[form.replace("_", " ").removeprefix("the ").lower()] = name
    bodies = list(dict(data["bodies"]).items())
    nouns = AhoCorasick([noun for noun, _ in bodies], matchkind=MatchKind.LeftmostLongest)
    return nouns, countries, bodies


def demonyms() -> frozenset[str]:
    """What English calls the people of countries, in lower case; never part of a person's name."""
    _, countries, _ = _tables()
    return frozenset(
        form
        for form, name in countries.items()
        if form != name.lower().removeprefix("the ") and " " not in form
    )


@cache
def places(language: str) -> frozenset[str]:
    """Countries and the cities that stand for governments, in lower case; none for other languages yet."""
    if language != "en":
        return frozenset()
    data = _data()
    capitals = frozenset(
        city.replace("_", " ").lower() for city in f"{data['governments']} {data['provinces']}".split()
    )
    return capitals | {name.removeprefix("the ").lower() for name in data["countries"]}


def is_state(name: str, language: str, full_name: Callable[[str], str]) -> bool:
    """Whether a country or its capital stands for its government; people are named in full somewhere.

    >>> is_state("Brazil", "en", lambda name: name), is_state("Chad", "en", lambda name: "Chad Moor")
    (True, False)
    """
    return name.lower() in places(language) and full_name(name) == name


_COUNTRY = re.compile(r"((?:[A-Z][\w.]+[ -])?[A-Z][\w.]*)(?:['’]s|['’])? $")


def state_bodies(text: str, known: Callable[[str], Sequence[Outlet]] = lambda name: ()) -> Iterator[Known]:
    """The bodies of states named in English text, in order; `known` gives the registered ones by name.

    >>> text = "It rained, according to the Jordanian government."
    >>> [(k.span.of(text), k.outlets[0].name) for k in state_bodies(text)]
    [('Jordanian government', 'Government of Jordan')]
    """
    nouns, countries, bodies = _tables()
    # the noun is found first, being rarer; the country is then read backwards from it
    for number, start, end in nouns.find_matches_as_indexes(lowered(text)):
        before = _COUNTRY.search(text, max(0, start - 40), start)
        if before is None or text[end : end + 1].isalnum():
            continue
        words = before.group(1)
        for offset, form in ((0, words), (words.find(" ") + 1, words.rpartition(" ")[2])):
            country = countries.get(form.lower())
            if country is not None:
                span = Span(before.start() + offset, end)
                name = bodies[number][1].format(country)
                found = tuple(known(span.of(text)) or known(name))[:1] or (organisation(name),)
                yield Known(span, letter.OUTLET, found)
                break
