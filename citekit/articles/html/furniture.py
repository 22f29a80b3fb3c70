"""What on a page is not the article: told by element, role, class and the words a line opens with."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_CUT = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
_WORD = re.compile(r"[^\w’']+")


@cache
def table(name: str) -> frozenset[str]:
    """One list of `citekit/data/furniture.toml` as a set; `KeyError` if there is none."""
    return frozenset(_tables()[name])


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("citekit").joinpath("data/furniture.toml").read_text("utf-8"))


@lru_cache(maxsize=16384)
def is_furniture_class(names: str) -> bool:
    """Whether the classes and id of an element say that it is furniture.

    >>> is_furniture_class("postShareButtons left"), is_furniture_class("article-body shared-title")
    (True, False)
    """
    return bool(_classes().search(_words(names)))


@lru_cache(maxsize=16384)
def is_elsewhere_class(names: str) -> bool:
    """Whether they say that an element is about other articles, or is the site's own frame.

    >>> is_elsewhere_class("related-posts"), is_elsewhere_class("author-box")
    (True, False)
    """
    return bool(_classes("readers", "onward", "adverts", "navigation").search(_words(names)))


@lru_cache(maxsize=16384)
def is_readers_class(names: str) -> bool:
    """Whether they say that readers wrote what is in an element.

    >>> is_readers_class("comment-list"), is_readers_class("commentary")
    (True, False)
    """
    return bool(_classes("readers").search(_words(names)))


@lru_cache(maxsize=16384)
def is_byline_class(names: str) -> bool:
    """Whether they say that an element holds authors or credits.

    >>> is_byline_class("c-byline__item"), is_byline_class("bystander")
    (True, False)
    """
    return bool(_runs(table("bylines")).search(_words(names)))


def is_closing(heading: str) -> bool:
    """Whether a heading opens a part of the page that is no longer the article.

    >>> is_closing("Leave a Reply"), is_closing("Commentary")
    (True, False)
    """
    words = " ".join(heading.lower().split()).strip(" .:–—-»›>…(0123456789)")
    return words in table("closing")


def is_onward(line: str) -> bool:
    """Whether a line opens as one does that sends the reader on to another article.

    >>> is_onward("READ MORE: Who is Kamala Harris?"), is_onward("More than ten people")
    (True, False)
    """
    head = line[:60].lower().strip(" \n\t([{»›>–—-•*|▶►→")
    found = _opening().match(head)
    return bool(found)


def _words(names: str) -> str:
    return f" {' '.join(filter(None, _CUT.split(names)))} ".lower()


@cache
def _classes(*groups: str) -> re.Pattern[str]:
    """A pattern for the class names of some groups, or of all."""
    tables: dict[str, list[str]] = _tables()["classes"]
    return _runs(frozenset(way for group in groups or tables for way in tables[group]))


@cache
def _runs(ways: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(re.escape(way) for way in sorted(ways, key=len, reverse=True))}) ")


@cache
def _opening() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table("onward"), key=len, reverse=True))
    return re.compile(rf"(?:{ways})(?:(?:\s+[\w'’]+){{0,4}}\s*[:|»›>→]|\s*[–—\]-]|\s*$)")
