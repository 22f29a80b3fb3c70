"""What the first and last lines of a text say of it: title, authors, date, outlet, address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from citekit.articles.hints import Hints
from citekit.articles.metadata.publisher import publisher
from citekit.articles.plain.blocks import Block
from citekit.articles.plain.dateline import byline_of, says_posted
from citekit.articles.plain.edges import Parts, is_credit, is_furniture_line, tables, with_kind
from citekit.articles.plain.markup import bare
from citekit.articles.plain.masthead import Masthead, framed, masthead_of, outlet_of
from citekit.model import Author, DateOrder, Outlet, PartialDate, Person
from citekit.outlets import default_registry
from citekit.text.dates import find_dates, parse_date
from citekit.text.language import detect_language
from citekit.text.names import has_given_name, is_human, opens_byline, parse_person, split_byline
from citekit.text.urls import date_in, is_home

_URL = re.compile(r"<?(https?://[^\s<>\"]+)>?")
_BARE_URL = re.compile(
    r"\W*(?:url|link|source|permalink)?\s*:?\s*<?(https?://[^\s<>\"]+)>?\W*$", re.IGNORECASE
)
_SHARED = frozenset(("platform", "social network", "shortener", "archive", "search engine"))
LONGEST_TITLE, LONGEST_LINE = 200, 140


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
    head, body = list(parts.head), list(parts.body)
    masthead = masthead_of(parts, _is_title)
    title_at = _title(head, masthead.blocks if masthead else 0)
    if title_at is None and body and _is_title(body[0]) and len(body) > 1:
        head, body = [*head, body[0]], body[1:]
        title_at = len(head) - 1
    below = head[title_at + 1 :] if title_at is not None else head
    said = [line for block in below for line in _lines(block)]
    said += [line for block in body[:4] for line in _lines(block) if says_posted(line)]
    after = [line for block in parts.tail for line in _lines(block)]
    url = hints.url or address or _address(head, parts.tail)
    outlet = publisher(default_registry(), hints, url, None) or _outlet(parts, masthead)
    order = outlet.date_order if outlet else None
    above = [line for block in reversed(head[: title_at or 0]) for line in _lines(block)]
    authors = _authors(said, above, after, order, language)
    dated = [*said, *above[:4], *(line for line in after if says_posted(line))]
    date = next((found for line in dated if (found := _date(line, order, language))), None)
    bylines = [with_kind(block) for block in below if _is_byline(block, authors)]
    return Front(
        (*bylines, *body),
        bare(head[title_at].text) if title_at is not None else None,
        authors,
        date or hints.date or (date_in(url) if url else None),
        outlet,
        url,
        language,
    )


def _title(head: list[Block], first: int = 0) -> int | None:
    """The line most like a title: a heading, else one above a byline, else the longest that is no menu's."""
    marked = [place for place, block in enumerate(head) if block.passage.kind == "heading"]
    fit = [
        place
        for place, block in enumerate(head)
        if place >= first
        and _is_title(block)
        and not any(_is_signature(after.text) for after in head[place + 1 : place + 2])
    ]
    if marked and not any(head[place].words > head[marked[0]].words for place in fit if place < marked[0]):
        return marked[0]
    if not fit:
        return None
    above = [place for place in fit if any(_is_signed(block) for block in head[place + 1 : place + 3])]
    return above[-1] if above else max(fit, key=lambda place: (min(head[place].words, 8), -place))


def _is_signed(block: Block) -> bool:
    """Whether a line under a title is one of authors: "By" and a name, or a name alone."""
    return byline_of(block.text) is not None or (is_human(block.text) and has_given_name(block.text))


def _is_day(line: str) -> bool:
    """Whether a line is a date with an hour or a time zone at most."""
    rest = line
    for span, _ in find_dates(line)[:1]:
        rest = line[: span.start] + line[span.end :]
    return parse_date(line) is not None or (rest != line and len(rest.split()) <= 2)


def _is_signature(line: str) -> bool:
    """Whether a line names whom the words above it are from, as under a motto."""
    return line.lstrip()[:1] in "—–-"


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    if (
        block.passage.kind not in ("paragraph", "heading")
        or "\n" in text
        or not 8 <= len(text) <= LONGEST_TITLE
    ):
        return False
    if is_furniture_line(text) or is_credit(text) or _URL.search(text):
        return False
    if byline_of(text) or says_posted(text):
        return False
    if text.endswith((".", ",", ";", ":")) and not text.endswith(("U.S.", "Jr.", "...")):
        return False
    return block.words >= 2 and not is_human(text) and not _is_day(text)


def _lines(block: Block) -> list[str]:
    """A block's lines as they read."""
    return [words for line in block.text.split("\n") if (words := bare(line))]


def _authors(
    below: list[str], above: list[str], tail: list[str], order: DateOrder | None, language: str | None
) -> tuple[Author, ...]:
    """Those in a line that says "By", else a name alone, else the one whose pages a line offers."""
    for line in (*below, *above[:2]):
        byline = byline_of(line, order, language) if len(line) <= LONGEST_LINE else None
        if byline and (found := split_byline(byline)):
            return tuple(author for author in found if isinstance(author, Person)) or found
    lines = [*below, *above[:4]]
    for place, line in enumerate(lines):
        name = re.split(r"\s[/|·•–-]\s", line)[0].strip()
        dated = any(find_dates(text, order, language) for text in lines[place : place + 2])
        if len(name) <= 60 and is_human(name) and (has_given_name(name) or (dated and " " in name)):
            return split_byline(name)
    for line in (*below, *tail):
        if person := _named(line):
            return (person,)
    return ()


def _named(line: str) -> Person | None:
    """The human named in a line such as "Message Rainer Shea" or "Rainer Shea Social Media Pages"."""
    if len(line) > 400:
        return None
    for pattern in _patterns():
        for found in pattern.finditer(line):
            name = found[1].strip()
            if has_given_name(name) and is_human(name):
                return parse_person(name)
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = r"([A-ZÀ-Þ][\w'’.-]+(?:\s(?:(?:van|von|de|der|del|la|bin|al)\s)?[A-ZÀ-Þ][\w'’.-]+){1,2})"
    ways = [re.escape(way).replace("NAME", name) for way in tables()["authors"]]
    return tuple(re.compile(rf"(?:^|(?<=\s)){_any_case(way, name)}(?!\w)") for way in ways)


def _any_case(way: str, name: str) -> str:
    """The words around the name in any case, the name as it is."""
    return name.join(f"(?i:{part})" if part else "" for part in way.split(name))


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
        if len(block.text) > 300 or not _owned().search(block.text.lower()):
            continue
        for mention in registry.mentions(block.text):
            outlet = registry.choose(mention.candidates)
            if outlet is not None and outlet.kind not in _SHARED:
                return outlet
    return _alone(parts.head) or outlet_of(masthead, registry) or framed(parts, registry, _SHARED)


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
    ways = "|".join(re.escape(way) for way in sorted(tables()["outlets"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})")
