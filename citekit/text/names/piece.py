"""One piece of a byline: whom it names beside posts, places, outlets and degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from citekit.model import Author, Organisation, Person
from citekit.text.dates.words import chosen, months
from citekit.text.names.person import NO_CASE, has_given_name, is_human, parse_author, parse_person
from citekit.text.names.words import either, words

_TOKEN = re.compile(r"[\w'’-]+")
LONGEST_BODY, LONGEST_NAME, LONGEST_DESK = 7, 4, 5
"""Words of a body's name, of a human's, of a desk's."""


def author_in(piece: str, before: Sequence[Author] = ()) -> Author | None:
    """The author that a piece between commas names; `before` are those of the pieces before it.

    >>> [author_in(piece).name for piece in ("Senior Reporter Ann Lee", "Ann Lee for The Daily Bugle")]
    ['Ann Lee', 'Ann Lee']
    >>> author_in("Staff Writer") is None
    True
    """
    piece = _without_end(piece)
    if "_" in piece and has_given_name(spaced := piece.replace("_", " ")):
        piece = spaced
    lowered = piece.lower().strip(" .")
    tokens = _TOKEN.findall(lowered)
    if not tokens or lowered in words("nobody") or len(piece) < 2 or ":" in piece or _is_day(tokens):
        return None
    if before and (lowered.replace(".", "") in words("degrees") or _is_mark(piece, tokens)):
        return None
    if not words("jobs").isdisjoint(tokens):
        name = _beside_post(piece)
        return parse_person(name) if name else (None if before else _desk(piece, tokens))
    if piece.islower() and len(tokens) in (2, 3) and has_given_name(piece) and is_human(piece.title()):
        return parse_person(piece.title())
    if is_human(piece):
        place = before and (len(tokens) == 1 or (_only_bodies(before) and not has_given_name(piece)))
        return None if place else parse_person(_turned(piece))  # "John Smith, Berlin", "PTI, New Delhi"
    if not words("desks").isdisjoint(tokens) and (name := _beside_post(piece)):
        return parse_person(name)
    if piece.islower() and len(piece) < 4 and words("bodies").isdisjoint(tokens):
        return None  # an editor's initials
    author = parse_author(piece)
    if isinstance(author, Organisation) and len(author.name.split()) > LONGEST_BODY:
        return None
    return None if isinstance(author, Person) and not author.family else author


def _without_end(piece: str) -> str:
    """A piece without the outlet or place that follows a human's name: "Ann Lee in Berlin"."""
    found = _end().search(piece)
    head = piece[: found.start()].strip() if found else ""
    return head if head and has_given_name(head) and is_human(head) else piece


def _is_day(tokens: list[str]) -> bool:
    """Whether a piece is a day and a month, what is left of a date that was cut."""
    return len(tokens) == 2 and tokens[0].isdigit() and tokens[1] in months(chosen(None), 3)


def _is_mark(piece: str, tokens: list[str]) -> bool:
    """Whether a later piece is an editor's mark in capitals: "Daily Bugle / PP"."""
    return len(piece) <= 2 and piece.isupper() and words("bodies").isdisjoint(tokens)


def _only_bodies(authors: Sequence[Author]) -> bool:
    return all(isinstance(author, Organisation) for author in authors)


def _beside_post(piece: str) -> str | None:
    """The human who is named before or after a post: "Ann Lee Staff Writer", "Redakteur Max Müller".

    >>> _beside_post("Ann Lee Daily News Sports Writer"), _beside_post("Senior Sports Writer")
    ('Ann Lee', None)
    """
    parts = piece.split()
    stops = [at for at, part in enumerate(parts) if not _stops().isdisjoint(_TOKEN.findall(part.lower()))]
    if not stops:
        return None
    for name in (parts[: stops[0]], parts[stops[-1] + 1 :]):
        said = " ".join(name)
        if NO_CASE.search(said):
            return said
        if 2 <= len(name) <= LONGEST_NAME and has_given_name(said) and is_human(said):
            return said
    return None


def _desk(piece: str, tokens: list[str]) -> Organisation | None:
    """An outlet's staff, where it is told whose: "WXYZ Staff", but not "Sports Staff"."""
    known = words("jobs") | words("beats") | words("nobody") | words("by")
    is_desk = tokens[-1] in words("desks") and len(tokens) <= LONGEST_DESK
    return Organisation(piece) if is_desk and any(token not in known for token in tokens) else None


def _turned(piece: str) -> str:
    """A name whose family name stands first in capitals, turned round: "DUPONT Marie"."""
    head, _, rest = piece.partition(" ")
    family_first = len(head) > 2 and head.isupper() and head.isalpha() and rest and not rest.isupper()
    return f"{rest} {head.capitalize()}" if family_first and has_given_name(f"{rest} {head}") else piece


@cache
def _stops() -> frozenset[str]:
    return (words("jobs") | words("beats") | words("desks") | words("bodies")) - words("particles")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[–—-]|{either('ends')})\s|\s(?:{either('links')})$", re.IGNORECASE)
