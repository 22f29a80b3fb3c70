"""The words that make a name that of the press, though no registry knows it: "Gazette", "Courrier"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LONGEST = 6
"""Words of a name."""


@cache
def press_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """`citekit/data/press_names.toml`: by language, the words that names end in or begin with, by kind."""
    data: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(
        (files("citekit") / "data" / "press_names.toml").read_text("utf-8")
    )
    return data


def is_press_name(name: str) -> bool:
    """Whether words that stand by themselves read as the name of a newspaper, a magazine or a station.

    >>> [is_press_name(name) for name in ("The Halifax Courier", "Diario de Orn", "Courier", "Daily post")]
    [True, True, False, False]
    """
    words = name.split()
    if not 1 < len(words) <= _LONGEST or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    last, first = words[-1].lower(), words[0].lower()
    if last in _heads("last"):
        before = words[-2].lower()
        return len(words) > 2 or (before != "the" and before not in _never())
    return first in _heads("first") and words[1].lower() not in _never()


@cache
def _heads(side: str) -> frozenset[str]:
    entries = (entry.get(side, {}) for entry in press_words().values())
    return frozenset(word for entry in entries for text in entry.values() for word in text.split())


@cache
def _never() -> frozenset[str]:
    return frozenset(
        word for entry in press_words().values() for word in entry.get("never", {}).get("words", "").split()
    )
