"""What the first and last lines of a text say of it: title, authors, date, outlet, address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from citekit.articles.hints import Hints
from citekit.articles.line_words import words
from citekit.articles.metadata.publisher import publisher
from citekit.articles.plain.block import Block
from citekit.articles.plain.dateline import byline_of, is_day, says_posted
from citekit.articles.plain.edges import Parts
from citekit.articles.plain.frame import is_credit, is_furniture_line, with_kind
from citekit.articles.plain.letter import letter
from citekit.articles.plain.markup import bare
from citekit.articles.plain.masthead import Masthead, framed, masthead_of, outlet_of
from citekit.articles.plain.signed import Signed, signed
from citekit.articles.plain.title import is_said, is_title, title_of
from citekit.articles.plain.writers import LONGEST_BYLINE, LONGEST_LINE, Lines, authors_of
from citekit.model import Author, DateOrder, Outlet, PartialDate, Person
from citekit.outlets import default_registry
from citekit.text.dates import find_dates
from citekit.text.language import detect_language
from citekit.text.names import (
    has_given_name,
    is_human,
    opens_byline,
    parse_author,
)
from citekit.text.urls import date_in, is_home

_BARE_URL = re.compile(
    r"\W*(?:url|link|source|permalink)?\s*:?\s*<?(https?://[^\s<>\"]+)>?\W*$", re.IGNORECASE
)
_SHARED = frozenset(("platform", "social network", "shortener", "archive", "search engine"))
_SUMMARY, _EARLY, _LATE = 4, 9, 6
"""Blocks from the first prose on among which a byline may stand, and a day or a name alone in a line; blocks
at the end that may name the author.
"""


@dataclass(frozen=True, slots=True)
class Front:
    """What the lines say, and the blocks that are the article with the lines of authors and credits before
    them.
    """

    passages: tuple[Block, ...]
    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PartialDate | None = None
    outlet: Outlet | None = None
    url: str | None = None
    language: str | None = None


def read_front(parts: Parts, hints: Hints, address: str | None) -> Front:
    """Read the lines around the article; what `hints` say fills the gaps."""
    language = hints.language or detect_language("\n".join(block.text for block in parts.body[:8]))
    parts = _from_byline(parts)
    head, body = list(parts.head), list(parts.body)
    masthead = masthead_of(parts, is_title)
    title_at = title_of(head, body, masthead.blocks if masthead else 0)
    if title_at is None and len(body) > 1 and is_title(body[0]) and not is_said(body[0].text):
        head, body = [*head, body[0]], body[1:]
        title_at = len(head) - 1
    below = head[title_at + 1 :] if title_at is not None else head
    said = [line for block in below for line in _lines(block)]
    said += [line for block in body[:4] for line in _lines(block) if says_posted(line)]
    after = [line for block in parts.tail for line in _lines(block)]
    url = hints.url or address or _address(head, parts.tail)
    above = [line for block in reversed(head[: title_at or 0]) for line in _lines(block)]
    mast = _signed([*said[:4], *above[:4]], language)
    outlet = publisher(default_registry(), hints, url, None) or mast.outlet or _outlet(parts, masthead)
    order = outlet.date_order if outlet else None
    post = letter([line for block in head for line in block.text.split("\n")])
    authors = post.authors or authors_of(
        Lines(said, above, _short(body[:_EARLY]), _short(body[-_LATE:]), after), order, language
    )
    authors = authors or tuple(map(parse_author, mast.names))
    body = _without_bio(body, authors)
    early = [line for block in body[:_EARLY] for line in _lines(block) if is_day(line) or says_posted(line)]
    dated = [*said, *above[:4], *early, *(line for line in after if says_posted(line))]
    date = next((found for line in dated if (found := _date(line, order, language))), None)
    bylines = [with_kind(block) for block in below if _is_byline(block, authors)]
    return Front(
        (*bylines, *body),
        post.subject or (bare(head[title_at].text) if title_at is not None else None),
        authors,
        date or hints.date or (date_in(url) if url else None),
        outlet,
        url,
        language,
    )


def _from_byline(parts: Parts) -> Parts:
    """The parts with the article beginning below a byline that stands under its summary."""
    for place, block in enumerate(parts.body[:_SUMMARY]):
        if (
            place
            and len(block.text) <= LONGEST_BYLINE
            and byline_of(block.text)
            and len(parts.body) > place + 1
        ):
            return replace(parts, head=(*parts.head, *parts.body[: place + 1]), body=parts.body[place + 1 :])
    return parts


def _signed(lines: list[str], language: str | None) -> Signed:
    """What the first line that is nothing but author, outlet and day says."""
    found = (signed(line, default_registry(), None, language) for line in lines)
    return next((each for each in found if each is not None), Signed((), None))


def _without_bio(body: list[Block], authors: tuple[Author, ...]) -> list[Block]:
    """The article without the paragraphs at its head and its end that tell of its author."""
    ways = "|".join(re.escape(way) for way in words("bios"))
    names = "|".join(re.escape(author.name) for author in authors if isinstance(author, Person))
    if not names:
        return body
    about = re.compile(rf"\W{{0,3}}(?:{names})\W{{0,3}} (?:{ways})(?!\w)")
    while len(body) > 2 and about.match(body[-1].text):
        body = body[:-1]
    while len(body) > 2 and about.match(body[0].text):
        body = body[1:]
    return body


def _lines(block: Block) -> list[str]:
    """A block's lines as they read."""
    return [words for line in block.text.split("\n") if (words := bare(line))]


def _short(body: list[Block]) -> list[str]:
    """The lines of those blocks that are no running text."""
    return [line for block in body if len(block.text) <= LONGEST_BYLINE for line in _lines(block)]


def _date(line: str, order: DateOrder | None, language: str | None) -> PartialDate | None:
    if len(line) > LONGEST_LINE:
        return None
    found = find_dates(line, order, language)
    return next((date for _, date in found if date.day), None)


def _is_byline(block: Block, authors: tuple[Author, ...]) -> bool:
    """Whether a line under the title names the authors, the day or the source."""
    text = bare(block.text)
    if len(text) > LONGEST_LINE or (is_furniture_line(text) and not opens_byline(text)):
        return is_credit(text)
    named = any(author.name and author.name.split()[-1] in text for author in authors)
    if text.lower().startswith(tuple(f"{way} " for way in words("passed_on"))):
        return True
    return named or is_credit(text) or opens_byline(text) or bool(find_dates(text))


def _address(head: list[Block], tail: Iterable[Block]) -> str | None:
    """An address that stands alone in a line around the text is the page's own."""
    for block in (*head, *tail):
        found = _BARE_URL.match(block.text.strip())
        if found and not is_home(found[1]):
            return found[1]
    return None


def _outlet(parts: Parts, masthead: Masthead | None) -> Outlet | None:
    """The outlet that a line around the text says is its own: "Exclusive to", "©", a masthead."""
    registry = default_registry()
    for block in (*parts.head, *parts.tail):
        if len(block.text) > 300 or not _owned().search(block.text.lower()) or _is_of_another(block.text):
            continue
        for mention in registry.mentions(block.text):
            outlet = registry.choose(mention.candidates)
            if outlet is not None and outlet.kind not in _SHARED:
                return outlet
    return _alone(parts.head) or outlet_of(masthead, registry) or framed(parts, registry, _SHARED)


def _is_of_another(line: str) -> bool:
    """Whether a line says where a text was printed before."""
    return any(way in line.lower() for way in words("first_printed"))


def _alone(head: Iterable[Block]) -> Outlet | None:
    """The one outlet whose name stands alone before the article; None if several do, as in a menu."""
    registry = default_registry()
    found: dict[str, Outlet] = {}
    for block in head:
        if block.passage.kind == "item":
            continue
        for piece in re.split(r"\s[|/]\s|\n", block.text):
            name = piece.strip()
            if len(name) > 60 or (is_human(name) and has_given_name(name)):
                continue
            for mention in registry.mentions(name):
                address = "." in mention.surface and " " not in mention.surface
                alone = address or len(mention.span) == len(name)
                outlet = registry.choose(mention.candidates)
                if alone and mention.sure and outlet is not None and outlet.kind not in _SHARED:
                    found[outlet.id] = outlet
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _owned() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(words("outlets"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})")
