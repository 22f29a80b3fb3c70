"""What on a page is not the article: told by element, role, class and the words a line opens with."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_CUT = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
_WORD = re.compile(r"[^\w’']+")


@cache
def table(name: str) -> frozenset[str]:
    """One list of `citekit/data/furniture.toml` as a set; `KeyError` if there is none."""
    return frozenset(_tables()[name])


@cache
def _tables() -> dict[str, list[str]]:
    return tomllib.loads(files("citekit").joinpath("data/furniture.toml").read_text("utf-8"))


@lru_cache(maxsize=16384)
def is_furniture_class(names: str) -> bool:
    """Whether the classes and id of an element say that it is furniture.

    >>> is_furniture_class("postShareButtons left"), is_furniture_class("article-body shared-title")
    (True, False)
    """
    return bool(_pattern("classes").search(_words(names)))


@lru_cache(maxsize=16384)
def is_readers_class(names: str) -> bool:
    """Whether the classes and id of an element say that readers wrote what is in it.

    >>> is_readers_class("comment-list"), is_readers_class("commentary")
    (True, False)
    """
    return bool(_pattern("readers").search(_words(names)))


@lru_cache(maxsize=16384)
def is_byline_class(names: str) -> bool:
    """Whether the classes and id of an element say that it holds authors or credits.

    >>> is_byline_class("c-byline__item"), is_byline_class("bystander")
    (True, False)
    """
    return bool(_pattern("bylines").search(_words(names)))


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
def _pattern(name: str) -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table(name), key=len, reverse=True))
    return re.compile(rf" (?:{ways}) ")


@cache
def _opening() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table("onward"), key=len, reverse=True))
    return re.compile(rf"(?:{ways})(?:(?:\s+[\w'’]+){{0,4}}\s*[:|»›>→]|\s*[–—\]-]|\s*$)")
