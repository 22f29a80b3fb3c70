"""What on a page is not the article: told by element, role, class and the words a line opens with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_FRONT = re.compile(
    r"author|byline|date|time|meta|publish|autor|posted|credit|writer|title|headline|info", re.IGNORECASE
)
_CUT = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
_MORE = re.compile(
    r"(?:more|other|latest|top|recent|related)(?: \w+){0,3} (?:stories|news|articles|posts|coverage|reads?|from)(?: \w+){0,4}"
)
_ABOUT = ("category-", "tag-", "no-", "not-", "without-", "has-", "with-", "topic-", "elementor-location-")


@cache
def table(name: str) -> frozenset[str]:
    """One list of `citekit/data/furniture.toml` as a set; `KeyError` if there is none."""
    return frozenset(_tables()[name])


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("citekit").joinpath("data/furniture.toml").read_text("utf-8"))


FURNITURE, ELSEWHERE, APART, TEXT, BYLINE, STANDFIRST, FRONT = 1, 2, 4, 8, 16, 32, 64
"""What the classes and the id of an element say of it; flags of `said_by`.

`FURNITURE`: it is no part of an article; `ELSEWHERE`: it is about other articles, or the site's own frame;
`APART`: it is never the article, however much it holds, because readers wrote it or because it is about
cookies; `TEXT`: it holds the article's own text; `BYLINE`: authors or credits; `STANDFIRST`: it belongs to
the headline, a line above it or a summary below it; `FRONT`: it may tell the title, the author, the date.
"""


@lru_cache(maxsize=32768)
def said_by(classes: str | None, id: str | None) -> int:
    """The flags for the classes and the id of an element.

    >>> said_by("postShareButtons left", None) == FURNITURE, said_by("c-byline__item", None) == BYLINE | FRONT
    (True, True)
    >>> said_by("article-body shared-title", "x") & (FURNITURE | TEXT) == TEXT
    True
    """
    names = f"{classes or ''} {id or ''}"
    words = _words(names)
    flags = sum(flag for flag, pattern in _patterns() if pattern.search(words))
    if flags & TEXT:
        flags &= ~FURNITURE
    return flags | (FRONT if _FRONT.search(names) else 0)


def is_closing(heading: str) -> bool:
    """Whether a heading opens a part of the page that is no longer the article.

    >>> is_closing("Leave a Reply"), is_closing("More Great Stories From Vanity Fair"), is_closing("Commentary")
    (True, True, False)
    """
    words = _bare(heading)
    return words in table("closing") or bool(_MORE.fullmatch(words))


def is_label(line: str) -> bool:
    """Whether a line is nothing but the label of a button, an advertisement, a picture's agency.

    >>> is_label("- Anzeige -"), is_label("Share on Facebook"), is_label("Share prices fell")
    (True, True, False)
    """
    return (
        _bare(line) in table("labels")
        or (line[:1] == "<" and line[-1:] == ">")
        or not any(letter.isalnum() for letter in line)
    )


def is_appeal(line: str) -> bool:
    """Whether a paragraph asks the reader to subscribe, to donate, to follow.

    >>> is_appeal("Sign up for our free newsletter."), is_appeal("He signed the petition.")
    (True, False)
    """
    return bool(_containing("appeals").search(line.lower()))


def is_picture_credit(line: str) -> bool:
    """Whether a line says who made a picture and nothing else.

    >>> is_picture_credit("Photo: Ann Lee/AP"), is_picture_credit("Photos show the damage in the city.")
    (True, False)
    """
    return bool(_picture().match(line.lower())) and len(line) <= 160


def is_onward(line: str) -> bool:
    """Whether a line opens as one does that sends the reader on to another article.

    >>> is_onward("READ MORE: Who is Kamala Harris?"), is_onward("More than ten people")
    (True, False)
    """
    return bool(_opening().match(line[:60].lower().strip(" \n\t([{»›>–—-•*|▶►→")))


def _bare(line: str) -> str:
    return " ".join(line.lower().split()).strip(" .:–—-»›>…!?*|[](0123456789)")


def _words(names: str) -> str:
    """The words of classes and ids, those left out that say what a post is about or what an element lacks."""
    kept = " ".join(name for name in names.split() if not name.lower().startswith(_ABOUT))
    return f" {' '.join(filter(None, _CUT.split(kept)))} ".lower()


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    groups: dict[str, list[str]] = _tables()["classes"]
    furniture = [group for group in groups if group != "around_headline"]

    def of(names: Iterable[str]) -> re.Pattern[str]:
        return _runs(frozenset(way for name in names for way in groups[name]))

    return (
        (FURNITURE, of(furniture)),
        (ELSEWHERE, of(("readers", "cookies", "onward", "adverts", "navigation"))),
        (APART, of(("readers", "cookies", "footers"))),
        (STANDFIRST, of(("around_headline",))),
        (TEXT, _runs(table("texts"))),
        (BYLINE, _runs(table("bylines"))),
    )


@cache
def _runs(ways: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(re.escape(way) for way in sorted(ways, key=len, reverse=True))}) ")


@cache
def _containing(name: str) -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table(name), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")


@cache
def _picture() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table("pictures"), key=len, reverse=True))
    return re.compile(
        rf"\W*(?:(?:{ways})(?:\s+(?:credit|by|von|de|par|courtesy|via|source))?\s*[:©|/]|©\s|\((?:{ways})\b)"
    )


@cache
def _opening() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table("onward"), key=len, reverse=True))
    return re.compile(rf"(?:{ways})(?:(?:\s+[\w'’.]+){{0,4}}\s*[:|»›>→]|\s*[–—\]-]|\s*$)")
