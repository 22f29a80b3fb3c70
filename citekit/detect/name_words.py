"""What single words are in capitalised names: heads of bodies, titles, particles."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_SHORTEST_HEAD = 7


def is_head(word: str, heads: frozenset[str]) -> bool:
    """Whether a word heads the name of a body: by itself, behind a hyphen ("Leibniz-Institut"), or with the
    end that the language glues to others ("Hafenamt").
    """
    lower = word.lower()
    if lower in heads or ("-" in lower and lower.rpartition("-")[2] in heads):
        return True
    return lower.endswith(_endings(heads)) and len(lower) > _SHORTEST_HEAD


def nominative(name: str, heads: frozenset[str]) -> str:
    """A body's name without the ending of its head in the genitive: "des Regen-Instituts".

    >>> nominative("Regen-Instituts", frozenset(["institut"])), nominative("Regenhauses", frozenset())
    ('Regen-Institut', 'Regenhauses')
    """
    first, space, rest = name.partition(" ")
    for ending in ("es", "s"):
        if first.endswith(ending) and is_head(first.removesuffix(ending), heads):
            return first.removesuffix(ending) + space + rest
    return name


def is_honorific(word: str, honorifics: frozenset[str]) -> bool:
    """Whether a word is a title or office, or ends in one that the language glues to other words
    ("-minister").
    """
    lower = word.lower().rstrip(".")
    return lower in honorifics or lower.endswith(_endings(honorifics))


@cache
def _endings(honorifics: frozenset[str]) -> tuple[str, ...]:
    """What stands after the hyphen in those that are glued to other words."""
    return tuple(each[1:] for each in honorifics if each[0] == "-")


@cache
def name_words(table: str) -> frozenset[str]:
    """The words of one table of `data/name_runs.toml`."""
    return _tables()[table]


@cache
def _tables() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("citekit") / "data" / "name_runs.toml").read_text("utf-8"))
    return {table: frozenset(str(words).split()) for table, words in data.items()}
