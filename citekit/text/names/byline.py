"""A line of authors: "By AMANDA SEITZ and BEATRICE DUPUY, Associated Press"."""

from __future__ import annotations

import re
from functools import cache

from citekit.model import Author, Organisation, Person
from citekit.text.names.person import has_given_name, is_human, parse_author, parse_person
from citekit.text.names.words import words

_MAIL = re.compile(r"\(?\b[\w.+-]+(?:@|\s?\(at\)\s?)[\w-]+\.[\w.]+\)?")
_TAIL = re.compile(
    r"\s[|•·]\s|\s+(?:on|am|vom|le|el|at|um)\s+\S{0,20}\s?\S{0,20}\d|\s\d|\d{1,4}[./:-]\d|\b(?:19|20)\d\d\b|\bhttps?:|\n\s*\n"
)
_BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_COMMA = re.compile(r"\s*(?:[;|\n/•·]|(?<!\w\.),(?!\s*(?:Jr|Sr|II|III|IV)\b)|,(?=\s*\w{3}))\s*")


def split_byline(text: str) -> tuple[Author, ...]:
    """The authors that a byline names, in its order, each once.

    "By", titles, places, posts ("staff writer"), e-mails, dates and brackets are left out; bodies stay as
    `Organisation`; "Staff", "Redaktion" and the like are nobody.

    >>> [author.name for author in split_byline("By AMANDA SEITZ and BEATRICE DUPUY, Associated Press")]
    ['Amanda Seitz', 'Beatrice Dupuy', 'Associated Press']
    >>> split_byline("By Staff Writer")
    ()
    """
    line = _MAIL.sub(" ", text.replace("\u00a0", " ").strip()[:400])
    line = _lead().sub("", line.strip())
    if tail := _TAIL.search(line):
        line = line[: tail.start()] if tail.start() else ""
    line = _BRACKET.sub(" ", line)
    found: list[Author] = []
    for piece in _pieces(line):
        if (author := _author(piece, bool(found))) and author not in found:
            found.append(author)
    return tuple(found)


def is_byword(text: str) -> bool:
    """Whether `text` is nothing but words that introduce authors.

    >>> is_byword("Written by"), is_byword("Autor:"), is_byword("Ann")
    (True, True, False)
    """
    return text.lower().strip(" \t:|·•,–—-") in words("by")


def is_joint(text: str) -> bool:
    """Whether `text` is nothing but a word or mark that joins two authors.

    >>> is_joint(" and "), is_joint("&"), is_joint("Ann")
    (True, True, False)
    """
    bare = text.lower().strip(" \t:|·•,–—-")
    return not bare or bare in words("and") or bare in ("&", "/")


def opens_byline(text: str) -> bool:
    """Whether a line starts as a byline does: "By" or the like, then a capital or an account.

    >>> opens_byline("By Ann Lee"), opens_byline("By the way"), opens_byline("von 3 bis 5")
    (True, False, False)
    """
    found = _lead().match(text)
    rest = text[found.end() :].lstrip() if found else ""
    return bool(rest) and (rest[0].isupper() or rest[0] == "@")


def _pieces(line: str) -> list[str]:
    pieces = [
        piece.strip(" .:-–—*") if piece.strip().count(" ") else piece.strip(" :-–—*")
        for piece in _COMMA.split(line)
    ]
    pieces = [part for piece in pieces for part in _joined(piece) if part]
    if (
        len(pieces) == 2
        and all(" " not in piece.strip() for piece in pieces)
        and "," in line
        and is_human(line)
    ):
        return [line]  # Shea, Rainer
    return pieces


def _joined(piece: str) -> list[str]:
    """The names that "and" joins: both sides must be names, for "Ortega y Gasset" is one and "Bread and
    Roses" too.
    """
    parts = _and().split(piece)
    if len(parts) == 1:
        return [_lead().sub("", piece).strip()]
    parts = [_lead().sub("", part).strip(" ,") for part in parts]
    if all(part and (" " in part or parts[0].count(" ") == 0) for part in parts):
        words_only = all(" " not in part for part in parts)
        return (
            parts if words_only or any(is_human(part) and has_given_name(part) for part in parts) else [piece]
        )
    return [piece] if is_human(piece) else parts


def _author(piece: str, later: bool) -> Author | None:
    lowered = piece.lower().strip(" .")
    tokens = re.findall(r"[\w'’-]+", lowered)
    if not tokens or lowered in words("nobody") or len(piece) < 2:
        return None
    if is_human(piece) and not any(token in words("jobs") for token in tokens):
        if later and len(tokens) == 1:
            return None  # a place: "John Smith, Berlin"
        return parse_person(piece)
    if any(token in words("jobs") for token in tokens):
        return None
    if piece.islower() and len(piece) < 4 and not any(token in words("bodies") for token in tokens):
        return None  # an editor's initials
    author = parse_author(piece)
    if isinstance(author, Organisation) and len(author.name.split()) > 7:
        return None
    return None if isinstance(author, Person) and not author.family else author


@cache
def _lead() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(words("by"), key=len, reverse=True))
    return re.compile(rf"^[\s:–—-]*(?:{ways})(?=[\s:])[\s:]*(?:(?:{ways})(?=[\s:])[\s:]*)?", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    joins = "|".join(sorted(words("and"), key=len, reverse=True))
    return re.compile(rf"\s+(?:&|{joins})\s+", re.IGNORECASE)
