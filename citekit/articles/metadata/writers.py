"""The authors of an article: who is displayed, else whom the tags name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from citekit.articles.metadata.front import Front
from citekit.articles.metadata.marked import linked_below
from citekit.articles.metadata.shown import Way, alone_below, shown_ways, signed_ways
from citekit.articles.metadata.slugs import name_in
from citekit.model import Author, Organisation, Person
from citekit.text.names import has_given_name, is_human, split_byline
from citekit.text.names.words import words

_OWNER = re.compile(r"([^'’|]{5,40})(?:['’]s\s[^|]{3,40})?")
_NOT_WORD = re.compile(r"[\W_]+")
LONGEST_BODY = 3
"""Words of a body's name that stands without "By": more is a phrase."""


def writers(
    front: Front, told: Iterable[Iterable[str]], bodies: Iterable[str], outlets: list[str]
) -> tuple[Author, ...]:
    """The authors, in the order of the byline.

    `told` are the names in JSON-LD and in the tags, best first, `bodies` those that say they are
    organisations; `outlets` the names of the page's own outlet, which is no author. A byline that says "By"
    wins; then those told whom the page shows; then whoever seems to be displayed; a body only where there is
    no human.
    """
    own = {_key(name) for name in outlets}
    signed, shown = _displayed(front, own)
    named = [
        _told([author for name in names for author in split_byline(_spelled(name))], own) for names in told
    ]
    people = _people(signed) or [
        author for author in _people(shown) if not signed or has_given_name(author.name)
    ]
    if not _people(signed):
        for authors in named:
            humans = _people(authors)
            if humans and (not people or _shows(front, humans)):
                return tuple(_fuller(humans, named))
    if people:
        return tuple(_as_told(author, named) for author in people)
    told_bodies = _clean([Organisation(" ".join(name.split())) for name in bodies], own)
    brief = [author for author in shown if len(author.name.split()) <= LONGEST_BODY]
    boxed = _clean(alone_below(front) or linked_below(front), own)
    rest = (signed, brief, boxed, told_bodies, *named, _owner(outlets))
    return tuple(next(filter(None, rest), ()))


def _as_told(author: Person, named: list[list[Author]]) -> Author:
    """The author in the spelling of the tags: markup inside a name tears it apart."""
    key = _key(author.name)
    for authors in named:
        for other in _people(authors):
            told = _key(other.name)
            if (
                told != key
                and (told.startswith(key) or key.startswith(told))
                and abs(len(told) - len(key)) < 4
            ):
                return other
    return author


def _fuller(people: list[Person], named: list[list[Author]]) -> list[Person]:
    """The people, or those of a list that names them all and more: JSON-LD often has room for one only."""
    keys = {_key(author.name) for author in people}
    for others in map(_people, named):
        if keys < {_key(other.name) for other in others} and all(
            has_given_name(other.name) for other in others
        ):
            return others
    return people


def _shows(front: Front, people: list[Person]) -> bool:
    """Whether one of them is named around the text."""
    text = _key("\n".join(line.text for line in front.lines if len(line.text) < 400))
    return any(_key(author.name) in text for author in people)


def _displayed(front: Front, own: set[str]) -> tuple[list[Author], list[Author]]:
    """Who is displayed with a word such as "By", and who without."""
    beside, *farther = signed_ways(front)
    signed = _clean(beside(), own)
    for way in farther:
        signed = signed or [author for author in _clean(way(), own) if has_given_name(author.name)]
    return signed, [] if _people(signed) else _first_clean(own, shown_ways(front))


def _first_clean(own: set[str], ways: Iterable[Way]) -> list[Author]:
    best: list[Author] = []
    for way in ways:
        if found := _clean(way(), own):
            if _people(found):
                return found
            best = best or found
    return best


def _owner(sites: list[str]) -> list[Author]:
    """The human whom a personal site is named after: "Dr. Ann Lee", "Ann Lee's Notebook"."""
    for site in sites:
        found = _OWNER.fullmatch(site.strip())
        if (
            found
            and has_given_name(re.sub(r"\.(?=\w)", ". ", found[1]))
            and is_human(found[1].replace(".", ". "))
        ):
            return list(split_byline(found[1]))
    return []


def _spelled(name: str) -> str:
    """An account named after its owner, "jane.doe", or the address of an author's page, as the name."""
    if name.startswith(("http:", "https:", "/")):
        return name_in(name) or ""
    return name.replace(".", " ").title() if re.fullmatch(r"[a-z]{3,}\.[a-z]{3,}", name) else name


def _people(authors: Iterable[Author]) -> list[Person]:
    return [author for author in authors if isinstance(author, Person)]


def _clean(authors: Iterable[Author], own: set[str]) -> list[Author]:
    """Each author once, without the outlet itself; a nickname may be the name of its owner's blog as well."""
    found: list[Author] = []
    for author in authors:
        human = isinstance(author, Person) and has_given_name(author.name)
        is_outlet = not human and _key(author.name) in own
        if author not in found and not (is_outlet and (" " in author.name or "." in author.name)):
            found.append(author)
    return found


def _told(authors: Iterable[Author], own: set[str]) -> list[Author]:
    """The authors of a tag, without the outlet under any of its names: "News Larkhaven Gazette", "LG"."""
    around = _around()
    found = []
    for author in _clean(authors, own):
        parts = author.name.split()
        bare = [part for part in parts if part.lower() not in around]
        again = len(bare) < len(parts) and _key(" ".join(bare)) in own
        if not again and not (author.name.isupper() and _key(author.name) in own):
            found.append(author)
    return found


@cache
def _around() -> frozenset[str]:
    """Words that may stand around an outlet's name where its staff is meant."""
    return words("desks") | words("beats")


def _key(name: str) -> str:
    return _NOT_WORD.sub("", name.casefold())
