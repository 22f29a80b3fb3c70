"""Local stations that go by their network's name: "ABC 7", "NBC10 Boston", "CBS New York"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.model import Outlet, Span
from citekit.text.occurrences import occurrences

_MOST = 40


def stations(text: str, known: Callable[[str], Sequence[Outlet]] = lambda name: ()) -> Iterator[Known]:
    """The stations that a text names by network and channel or place; `known` gives the registered ones.

    >>> text = "It rained, ABC 7 Chicago and CBS Boston reported; ABC Ltd did not."
    >>> [k.span.of(text) for k in stations(text)]
    ['ABC 7 Chicago', 'CBS Boston']
    """
    networks, after = _words()
    found = 0
    for network in networks:
        for start in occurrences(text, network):
            if found == _MOST:
                return
            rest = after.match(text, start + len(network))
            if rest is None or (start and text[start - 1].isalnum()):
                continue
            found += 1
            name = text[start : rest.end()]
            station = replace(organisation(name), kind="broadcaster", csl_type="article-newspaper")
            outlets = tuple(known(name))[:1] or (station,)
            yield Known(Span(start, rest.end()), letter.OUTLET, outlets)


@cache
def _words() -> tuple[Sequence[str], re.Pattern[str]]:
    """The networks, and what stands after one that makes a station of it."""
    data = tomllib.loads((files("citekit") / "data" / "stations.toml").read_text("utf-8"))
    places = sorted((w.replace("_", " ") for w in data["places"].split()), key=len, reverse=True)
    place = "|".join(map(re.escape, places))
    channel = rf" ?\d{{1,2}}(?: (?:{place}|News))?"
    after = re.compile(rf"(?:{channel}| (?:{place})(?: \d{{1,2}}| News)?)(?![\w-]| [A-Z])")
    return data["networks"].split(), after
