"""The words of names and bylines, from `citekit/data/names.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(table: str) -> frozenset[str]:
    """The words of one table of the file, in lower case; `KeyError` if there is no such table."""
    return frozenset(_tables()[table])


@cache
def either(table: str) -> str:
    """A pattern for any of the words of a table, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words(table), key=lambda word: (-len(word), word)))


@cache
def given_names() -> frozenset[str]:
    """Common given names, in lower case: evidence that a name is a human's."""
    lines = files("citekit").joinpath("data/given_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


@cache
def _tables() -> dict[str, list[str]]:
    return tomllib.loads(files("citekit").joinpath("data/names.toml").read_text("utf-8"))
