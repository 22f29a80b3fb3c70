"""Who wrote a text, by the lines around it and its own first and last ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from citekit.articles.line_words import words
from citekit.articles.plain.dateline import beside_day, byline_of, is_day
from citekit.model import Author, DateOrder, Person
from citekit.text.dates import find_dates
from citekit.text.names import has_given_name, is_human, parse_person, split_byline

LONGEST_LINE, LONGEST_BYLINE = 140, 80


class Lines(NamedTuple):
    """Lines below the title, over it (the nearest first), at the head of the text, at its end, after it."""

    below: Sequence[str] = ()
    above: Sequence[str] = ()
    opening: Sequence[str] = ()
    closing: Sequence[str] = ()
    tail: Sequence[str] = ()


def authors_of(lines: Lines, order: DateOrder | None, language: str | None) -> tuple[Author, ...]:
    """Those in a line that says "By", else a name alone or beside the day, else the one who signs, else the
    one whose pages a line offers.

    >>> [a.name for a in authors_of(Lines(closing=["Text: Ann Lee"]), None, "de")]
    ['Ann Lee']
    """
    for line in (*lines.below, *lines.above[:2]):
        passed_on = line.lower().startswith(words("passed_on"))
        byline = byline_of(line, order, language) if len(line) <= LONGEST_LINE and not passed_on else None
        if byline and (found := split_byline(byline)):
            return tuple(author for author in found if isinstance(author, Person)) or found
    near = [*lines.below, *lines.above[:4]]
    return (
        _alone(near, order, language)
        or next(filter(None, (_beside_day(line, order, language) for line in near)), ())
        or _at_head(lines.opening, order, language)
        or next(filter(None, map(_signed, (*lines.closing, *lines.tail[:3]))), ())
        or next(((person,) for line in (*lines.below, *lines.tail) if (person := _named(line))), ())
    )


def _alone(lines: Sequence[str], order: DateOrder | None, language: str | None) -> tuple[Author, ...]:
    """A name that stands alone in a line or at its head; one not known as a human's needs a day beside it."""
    for place, line in enumerate(lines):
        name = re.split(r"\s[/|·•–-]\s", line)[0].strip()
        dated = any(find_dates(text, order, language) for text in lines[place : place + 2])
        if len(name) <= 60 and is_human(name) and (has_given_name(name) or (dated and " " in name)):
            return split_byline(name)
    return ()


def _beside_day(line: str, order: DateOrder | None, language: str | None) -> tuple[Author, ...]:
    name = beside_day(line, order, language) if len(line) <= LONGEST_LINE else None
    return split_byline(name) if name else ()


def _at_head(lines: Sequence[str], order: DateOrder | None, language: str | None) -> tuple[Author, ...]:
    """Who is named at the head of the text: after "By", or beside a day in one line with it or the next."""
    for place, line in enumerate(lines):
        if found := _signed(line, order, language) or _beside_day(line, order, language):
            return found
        human = " " in line and is_human(line) and has_given_name(line)
        if human and any(is_day(other) for other in lines[max(place - 1, 0) : place + 2]):
            return split_byline(line)
    return ()


def _signed(line: str, order: DateOrder | None = None, language: str | None = None) -> tuple[Author, ...]:
    """The humans, by their given names, whom a short line names after "By", "Text:" or the like."""
    byline = byline_of(line, order, language) if len(line) <= LONGEST_BYLINE else None
    found = split_byline(byline) if byline else ()
    return tuple(a for a in found if isinstance(a, Person) and has_given_name(a.name))


def _named(line: str) -> Person | None:
    """The human named in a line such as "Message Rainer Shea" or "Rainer Shea Social Media Pages"."""
    if len(line) > 400:
        return None
    lower = line.lower()
    for told, pattern in _patterns():
        for found in pattern.finditer(line) if told in lower else ():
            name = found[1].strip()
            if has_given_name(name) and is_human(name):
                return parse_person(name)
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The ways in which a line offers an author's pages, each with words that it has."""
    name = r"([A-ZÀ-Þ][\w'’.-]+(?:\s(?:(?:van|von|de|der|del|la|bin|al)\s)?[A-ZÀ-Þ][\w'’.-]+){1,2})"
    return tuple(
        (
            max(way.split("NAME"), key=len).strip().lower(),
            re.compile(rf"(?:^|(?<=\s)){_any_case(re.escape(way).replace('NAME', name), name)}(?!\w)"),
        )
        for way in words("authors")
    )


def _any_case(way: str, name: str) -> str:
    """The words around the name in any case, the name as it is."""
    return name.join(f"(?i:{part})" if part else "" for part in way.split(name))
