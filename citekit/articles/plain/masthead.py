"""The site's own name in a page saved as plain text: over or before its motto, or in its frame."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from citekit.articles.line_words import words
from citekit.articles.metadata.publisher import named
from citekit.articles.plain.block import Block
from citekit.articles.plain.dateline import byline_of, says_posted
from citekit.articles.plain.edges import Parts
from citekit.articles.plain.frame import is_credit, is_furniture_line
from citekit.model import Outlet
from citekit.outlets import Registry
from citekit.text.dates import find_dates
from citekit.text.names import has_given_name

_GAP = re.compile(r"\s+\|\s*|\s{2,}")
_MENU = 3
"""Words or so apart from each other that make a line a menu's."""
_FIRST = 6
"""Lines at the top among which the name stands."""
_DOMAIN = re.compile(r"\b(?:[\w-]+\.)+[A-Za-z]{2,8}\b")
_BUTTON = 5
"""Words of the longest line that is nothing but buttons."""
_MOTTO = 4
"""Words that a motto has at least."""
_LONGEST = 200


class Masthead(NamedTuple):
    """A site's name, and how many blocks of the head it takes with what is before it and its motto."""

    name: str
    blocks: int


def masthead_of(parts: Parts, is_title: Callable[[Block], bool]) -> Masthead | None:
    """The name over its motto, beside it in one line, or alone with its article ("The Rain Papers")."""
    head = parts.head
    first = next((n for n, block in enumerate(head[:_FIRST]) if not _is_frame(block)), None)
    if first is None:
        return None
    line = head[first].text.strip()
    pieces = _GAP.split(line)
    rest = (*head[first + 1 :], *parts.body[:1])
    if len(pieces) == 2 and _is_name(pieces[0]) and _is_motto(pieces[1]):
        return Masthead(pieces[0], first + 1) if any(map(is_title, rest)) else None
    if not _is_name(line):
        return None
    if first + 1 < len(head) and not head[first].alone and not head[first + 1].alone:
        after = (*head[first + 2 :], *parts.body[:1])
        if _is_motto(head[first + 1].text.strip()) and any(map(is_title, after)):
            return Masthead(line, first + 2)
    name = line.split()
    if (
        name[0] == "The"
        and 1 < len(name) <= _MOTTO
        and all(part[0].isupper() for part in name)
        and any(map(is_title, rest))
    ):
        return Masthead(line, first + 1)
    return None


def _is_frame(block: Block) -> bool:
    """Whether a line at the top is a button or a menu."""
    text = block.text.strip()
    menu = len([piece for piece in _GAP.split(text) if piece]) >= _MENU
    return (
        block.passage.kind == "item"
        or menu
        or (block.words <= _BUTTON and is_furniture_line(text))
        or (block.words == 1 and text.isupper())
    )


def _is_name(line: str) -> bool:
    return 1 <= len(line.split()) <= 5 < len(line) and line[0].isupper() and not _is_said(line)


def _is_motto(line: str) -> bool:
    return len(line.split()) >= _MOTTO and not _is_said(line)


def _is_said(line: str) -> bool:
    """Whether a line tells authors, a day or a source, and is no name of anything."""
    return bool(
        byline_of(line) or says_posted(line) or find_dates(line) or has_given_name(line) or is_credit(line)
    )


def framed(parts: Parts, registry: Registry, shared: frozenset[str]) -> Outlet | None:
    """The outlet that the lines around the article name most as their own: "More stories from X", "© X"."""
    found: Counter[str] = Counter()
    outlets: dict[str, Outlet] = {}
    for outlet in _framed(parts, registry):
        if outlet.kind not in shared:
            found[outlet.id] += 1
            outlets.setdefault(outlet.id, outlet)
    ranked = found.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return outlets[ranked[0][0]]


def _framed(parts: Parts, registry: Registry) -> Iterator[Outlet]:
    ways = words("framing")
    for block in (*parts.head, *parts.tail):
        text = block.text
        if len(text) > _LONGEST:
            continue
        lowered = text.lower()
        if "©" in text or "copyright" in lowered:
            address = _DOMAIN.search(text)
            outlet = registry.by_url(f"https://{address.group().lower()}/") if address else None
            if outlet is not None:
                yield outlet
                continue
        if not _any_way().search(lowered):
            continue
        for mention in registry.mentions(text):
            before = lowered[: mention.span.start].removesuffix("the ").rstrip(" “\"'")
            chosen = registry.choose(mention.candidates)
            if before.endswith(ways) and mention.sure and chosen is not None:
                yield chosen


@cache
def _any_way() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(way) for way in words("framing")))


def outlet_of(masthead: Masthead | None, registry: Registry) -> Outlet | None:
    """The outlet of a masthead's name."""
    return named(registry, masthead.name) if masthead else None
