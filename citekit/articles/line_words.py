"""The words of lines around an article, from `citekit/data/plain.toml` and `plain_furniture.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_FILES = ("plain.toml", "plain_furniture.toml")


@cache
def words(name: str) -> tuple[str, ...]:
    """One list by its name; `KeyError` if there is none.

    >>> "written by NAME" in words("authors"), "bibliography" in words("sources")
    (True, True)
    """
    return tuple(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    folder = files("citekit").joinpath("data")
    return {
        name: listed
        for each in _FILES
        for name, listed in tomllib.loads(folder.joinpath(each).read_text("utf-8")).items()
    }
