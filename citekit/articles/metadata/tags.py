"""The <meta> tags of a page, and the lists of names that matter among them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from selectolax.lexbor import LexborNode

from citekit.text.names import has_given_name, is_byword, is_human

LONGEST = 1000
"""Characters of a tag's content that can be a title, a name, a date."""

Tags = dict[str, list[str]]
"""What a page says under each name, in lower case, in its order."""


def read_tags(metas: Iterable[LexborNode]) -> Tags:
    """Every `<meta>` with content by its name, property or itemprop; Twitter's label1/data1 pairs by their
    label.
    """
    found: Tags = {}
    for meta in metas:
        attributes = meta.attributes
        content = (attributes.get("content") or "")[:LONGEST].strip()
        if not content:
            continue
        for kind in ("property", "name", "itemprop", "http-equiv"):
            if name := attributes.get(kind):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def first(tags: Tags, table: str) -> str | None:
    """The first content under the names of a table of `citekit/data/metadata.toml`."""
    return next((tags[name][0] for name in names(table) if name in tags), None)


def labelled(tags: Tags) -> list[str]:
    """The author in the pairs of label and data that some blogs give to Twitter ("Written by", "Ann Lee")."""
    found = []
    for number in "123":
        label, data = tags.get(f"twitter:label{number}"), tags.get(f"twitter:data{number}")
        if label and data and is_byword(label[0]):
            found.append(data[0])
    return found


def lesser(tags: Tags) -> list[str]:
    """Names in full under other names that end in "author"; of a Twitter account only its owner's name."""
    known = names("authors")
    return [
        value
        for name, values in tags.items()
        if name.endswith(names("author_ends")) and name not in known
        for value in values
        if has_given_name(value) and is_human(value)
    ]


@cache
def names(table: str) -> tuple[str, ...]:
    """One list of `citekit/data/metadata.toml`, best first."""
    return tuple(_tables()[table])


@cache
def pattern(*tables: str) -> re.Pattern[str]:
    """A pattern that any of the words of the tables fits, wherever it stands and in any case."""
    ways = sorted({way for table in tables for way in names(table)}, key=len, reverse=True)
    return re.compile("|".join(re.escape(way) for way in ways), re.IGNORECASE)


@cache
def _tables() -> dict[str, list[str]]:
    return tomllib.loads(files("citekit").joinpath("data/metadata.toml").read_text("utf-8"))
