"""People whom everybody calls by one name: "Mao" is Mao Zedong, "Lenin" Vladimir Lenin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from citekit.model import Author, Organisation, Person
from citekit.text.names import parse_author


@cache
def known_by_one_name() -> Mapping[str, str]:
    """The full names by the one name, in lower case."""
    return {short.lower(): str(full) for short, full in _data()["people"].items()}


@cache
def family_first() -> frozenset[str]:
    """Full names whose first word is the family's, as their bearers write them: never to be split."""
    return frozenset(_data()["family_first"]["names"])


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("citekit") / "data" / "one_name.toml").read_text("utf-8"))


def full_name(author: Person) -> Author:
    """The person in full where one name is enough to know who is meant, else as given.

    >>> full_name(Person("Lenin")).name
    'Vladimir Lenin'
    """
    full = known_by_one_name().get(author.name.lower(), author.name)
    if full in family_first():
        return Organisation(full)
    return parse_author(full) if full != author.name else author
