"""People whom everybody calls by one name: "Mao" is Mao Zedong, "Lenin" Vladimir Lenin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from citekit.model import Author, Person
from citekit.text.names import parse_author


@cache
def known_by_one_name() -> Mapping[str, str]:
    """The full names by the one name, in lower case."""
    data = tomllib.loads((files("citekit") / "data" / "one_name.toml").read_text("utf-8"))
    return {short.lower(): str(full) for short, full in data["people"].items()}


def full_name(author: Person) -> Author:
    """The person in full where one name is enough to know who is meant, else as given.

    >>> full_name(Person("Lenin")).name
    'Vladimir Lenin'
    """
    full = known_by_one_name().get(author.name.lower())
    return parse_author(full) if full else author
