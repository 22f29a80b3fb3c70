"""What on a page is not the article: told by element, role, class and the words a line opens with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick

_AUTHORING = ("author", "byline", "autor", "posted", "credit", "writer")
_DATING = ("date", "time", "meta", "publish", "title", "headline", "info")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPACED = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789" else 32 for code in range(256))
"""For `bytes.translate`: a space for all that is no part of a word."""
_MORE = re.compile(
    r"(?:more|other|latest|top|recent|related)(?: \w+){0,3}"
    r" (?:stories|news|articles|posts|coverage|reads?|from)(?: \w+){0,4}"
)
_SOCIAL = "social"
_SHOWN = frozenset(("embed", "embeds", "embedded"))
_ABOUT = ("category-", "tag-", "no-", "not-", "without-", "has-", "with-", "topic-", "elementor-location-")


@cache
def table(name: str) -> frozenset[str]:
    """One list of `citekit/data/furniture.toml` as a set; `KeyError` if there is none."""
    return frozenset(_tables()[name])


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("citekit").joinpath("data/furniture.toml").read_text("utf-8"))


FURNITURE, ELSEWHERE, APART, TEXT, BYLINE, STANDFIRST = 1, 2, 4, 8, 16, 32
"""What the classes and the id of an element say of it; flags of `said_by`.

`FURNITURE`: it is no part of an article; `ELSEWHERE`: it is about other articles, or the site's own frame;
`APART`: it is never the article, however much it holds, because readers wrote it or because it is about
cookies; `TEXT`: it holds the article's own text; `BYLINE`: authors or credits; `STANDFIRST`: it belongs to
the headline, a line above it or a summary below it.
"""


@lru_cache(maxsize=32768)
def said_by(classes: str | None, id: str | None) -> int:
    """The flags for the classes and the id of an element.

    >>> said_by("postShareButtons left", None) == FURNITURE, said_by("c-byline__item", None) == BYLINE
    (True, True)
    >>> said_by("article-body shared-title", "x") & (FURNITURE | TEXT) == TEXT
    True
    """
    name = f"{classes or ''} {id or ''}"
    lower = name.lower()
    flags = 0
    if _special().find_matches_as_indexes(lower):
        words: list[str] = []
        for each in name.split():
            own, parts = _said_by_name(each)
            flags |= own
            words += parts
    else:
        words = _parts(name, lower)
    said, finder = _finder()
    for run, _, _ in finder.find_matches_as_indexes(f" {' '.join(words)} ", overlapping=True):
        flags |= said[run]
    return flags & ~FURNITURE if flags & TEXT else flags


@lru_cache(maxsize=32768)
def may_tell(classes: str | None, id: str | None) -> bool:
    """Whether an element of these classes and this id may tell the title, the author, the date.

    >>> may_tell("c-byline__item", None), may_tell("menu", "main-menu")
    (True, False)
    """
    return bool(_front().find_matches_as_indexes(f"{classes or ''} {id or ''}".lower()))


def _said_by_name(name: str) -> tuple[int, Sequence[str]]:
    """The flags for one name alone, and its words, which may say more with those beside them."""
    lower = name.lower()
    parts = _parts(name, lower)
    if lower.startswith(_ABOUT):  # what the post is about, unless it is a name of its own
        return _runs().get(" ".join(parts), 0), ()
    if _SOCIAL in parts and not _SHOWN.isdisjoint(parts):  # it holds a post, not share buttons
        return 0, tuple(_SHOWN.intersection(parts))
    return 0, parts


def _parts(name: str, lower: str) -> list[str]:
    """The words of a name, which is also given in lower case: "postShareButtons" has three."""
    spaced = lower if lower == name else _HUMP.sub(" ", name).lower()
    return spaced.encode("ascii", "replace").translate(_SPACED).decode("ascii").split()


def is_closing(heading: str) -> bool:
    """Whether a heading opens a part of the page that is no longer the article.

    >>> is_closing("Leave a Reply"), is_closing("More Great Stories From Us"), is_closing("Commentary")
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
    lowered = line.lower()
    return any(
        not (start and lowered[start - 1].isalnum()) and not lowered[end : end + 1].isalnum()
        for _, start, end in _appeals().find_matches_as_indexes(lowered, overlapping=True)
    )


def is_picture_credit(line: str) -> bool:
    """Whether a line says who made a picture and nothing else.

    >>> is_picture_credit("Photo: Ann Lee/AP"), is_picture_credit("Photos show the damage in the city.")
    (True, False)
    """
    return len(line) <= 160 and bool(_picture().match(line.lower()))


def is_onward(line: str) -> bool:
    """Whether a line opens as one does that sends the reader on to another article.

    >>> is_onward("READ MORE: Who is Kamala Harris?"), is_onward("More than ten people")
    (True, False)
    """
    return bool(_opening().match(line[:60].lower().strip(" \n\t([{»›>–—-•*|▶►→")))


def _bare(line: str) -> str:
    return " ".join(line.lower().split()).strip(" .:–—-»›>…!?*|[](0123456789)")


@cache
def _runs() -> dict[str, int]:
    """What each run of words in class names says."""
    groups: dict[str, list[str]] = _tables()["classes"]
    found: dict[str, int] = {}
    for group, ways in groups.items():
        flags = STANDFIRST if group == "around_headline" else FURNITURE
        flags |= ELSEWHERE if group in ("readers", "cookies", "onward", "adverts", "navigation") else 0
        flags |= APART if group in ("readers", "cookies", "footers") else 0
        for way in ways:
            found[way] = found.get(way, 0) | flags
    for way in table("texts"):
        found[way] = found.get(way, 0) | TEXT
    for way in table("bylines"):
        found[way] = found.get(way, 0) | BYLINE
    return found


@cache
def _finder() -> tuple[list[int], AhoCorasick]:
    """What each run says, and what finds the runs among words with a space on either side."""
    runs = _runs()
    return [*runs.values()], AhoCorasick([f" {run} " for run in runs])


@cache
def _special() -> AhoCorasick:
    """What finds the names that are to be read one by one."""
    return AhoCorasick([*_ABOUT, _SOCIAL])


@cache
def _front() -> AhoCorasick:
    return AhoCorasick(_AUTHORING + _DATING)


@cache
def _appeals() -> AhoCorasick:
    return AhoCorasick(sorted(table("appeals")))


@cache
def _picture() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table("pictures"), key=len, reverse=True))
    return re.compile(
        rf"\W*(?:(?:{ways})(?:\s+(?:credit|by|von|de|par|courtesy|via|source))?\s*[:©|/]|©\s(?!\d)|\((?:{ways})\b)"
    )


@cache
def _opening() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(table("onward"), key=len, reverse=True))
    return re.compile(rf"(?:{ways})(?:(?:\s+[\w'’.]+){{0,4}}\s*[:|»›>→]|\s*[–—\]-]|\s*$)")
