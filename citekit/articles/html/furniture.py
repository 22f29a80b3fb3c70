"""What on a page is not the article: told by element, role, class and the words a line opens with."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

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


@lru_cache(maxsize=16384)
def is_furniture_class(names: str) -> bool:
    """Whether the classes and id of an element say that it is furniture.

    >>> is_furniture_class("postShareButtons left"), is_furniture_class("article-body shared-title")
    (True, False)
    """
    return bool(_furniture().search(_words(names)))


@lru_cache(maxsize=16384)
def is_standfirst_class(names: str) -> bool:
    """Whether they say that an element belongs to the headline: a line above it, a summary below it.

    >>> is_standfirst_class("article__dek"), is_standfirst_class("article__body")
    (True, False)
    """
    return bool(_classes("around_headline").search(_words(names)))


@lru_cache(maxsize=16384)
def is_elsewhere_class(names: str) -> bool:
    """Whether they say that an element is about other articles, or is the site's own frame.

    >>> is_elsewhere_class("related-posts"), is_elsewhere_class("author-box")
    (True, False)
    """
    return bool(_classes("readers", "cookies", "onward", "adverts", "navigation").search(_words(names)))


@lru_cache(maxsize=16384)
def is_apart_class(names: str) -> bool:
    """Whether they say that an element is never the article: what readers wrote, what a site must say on cookies.

    >>> is_apart_class("comment-list"), is_apart_class("commentary")
    (True, False)
    """
    return bool(_classes("readers", "cookies", "footers").search(_words(names)))


@lru_cache(maxsize=16384)
def is_text_class(names: str) -> bool:
    """Whether they say that an element holds the article's own text.

    >>> is_text_class("c-article-body"), is_text_class("article")
    (True, False)
    """
    return bool(_runs(table("texts")).search(_words(names)))


@lru_cache(maxsize=16384)
def is_byline_class(names: str) -> bool:
    """Whether they say that an element holds authors or credits.

    >>> is_byline_class("c-byline__item"), is_byline_class("bystander")
    (True, False)
    """
    return bool(_runs(table("bylines")).search(_words(names)))


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
def _furniture() -> re.Pattern[str]:
    return _classes(*(group for group in _tables()["classes"] if group != "around_headline"))


@cache
def _classes(*groups: str) -> re.Pattern[str]:
    """A pattern for the class names of some groups."""
    tables: dict[str, list[str]] = _tables()["classes"]
    return _runs(frozenset(way for group in groups for way in tables[group]))


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
