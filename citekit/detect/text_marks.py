"""The words that mark another's in a text without markup, from `data/text_marks.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def marking(name: str) -> frozenset[str]:
    """One list of the file, in lower case; `KeyError` if there is none."""
    return frozenset(_table()[name])


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Finds one of the list's words in a text, whatever its case."""
    ways = "|".join(re.escape(way) for way in sorted(marking(name), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files("citekit").joinpath("data/text_marks.toml").read_text("utf-8"))
