"""Readers' comments under an article in plain text: the line over them, and who wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from citekit.articles.line_words import words
from citekit.articles.plain.block import Block
from citekit.articles.plain.dateline import says_posted
from citekit.text.dates import find_dates
from citekit.text.names import is_human

LONGEST_NAME = 80
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)


def opens_comments(line: str) -> bool:
    """Whether a line counts or announces what readers wrote, and says nothing else.

    >>> opens_comments("Comentários (7)"), opens_comments("Responses from 11 towns")
    (True, False)
    """
    return len(line) <= 160 and bool(_announcing().match(" ".join(line.lower().split())))


def names_commenter(line: str) -> bool:
    """Whether a line is a name with a day and nothing else, as over a comment; one word needs the hour too.

    >>> names_commenter("Kath, March 17, 2022 at 4:40 pm"), names_commenter("Ann Lee, 5 May 1926, p. 1")
    (True, False)
    """
    if len(line) > LONGEST_NAME or "@" in line or says_posted(line):
        return False
    if line.endswith(":") and not line.lower().rstrip(" :").endswith(words("saying")):
        return False
    found = find_dates(line)
    if len(found) != 1 or found[0][1].day is None:
        return False
    span = found[0][0]
    name, rest = line[: span.start], line[span.end :]
    if name.rstrip().endswith(":"):
        return False  # "Air date:"
    clock = bool(_CLOCK.search(line))
    if _between().sub(" ", _CLOCK.sub(" ", rest)).strip(" ,;:.|/·•-–—()"):
        return False
    named = _between().sub(" ", name).strip(" ,;:|/·•-–—(")
    if not named or not named[0].isupper() or len(named.split()) > 4:
        return False
    return clock if " " not in named else is_human(named)


def commenters(blocks: Sequence[Block], start: int) -> list[int]:
    """The places of lines that name a commenter and have a comment, not another such line, under them."""
    named = [
        place
        for place in range(start + 1, len(blocks) - 1)
        if blocks[place].passage.kind in ("paragraph", "heading")
        and names_commenter(blocks[place].text.strip())
    ]
    known = set(named)
    return [place for place in named if place + 1 not in known]


@cache
def _announcing() -> re.Pattern[str]:
    counted = "|".join(re.escape(way) for way in sorted(words("comments"), key=len, reverse=True))
    announced = "|".join(re.escape(way) for way in words("announced"))
    titled = r"(?: (?:to |on )?[“\"«„].*)?[:.]?$"
    return re.compile(rf"(?:\d+ (?:{counted})|(?:{counted}) ?\(\d+\)|{announced}){titled}")


@cache
def _between() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(words("between"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)
