"""Entries that begin with a family name: "Moor, A. (2019). The Long Rain. Journal of Rain, 12(3)."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.model import Author
from citekit.text.names import parse_author

_FAMILY = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
_INITIALS = r"[A-ZÀ-Þ]\.(?:[ -]?[A-ZÀ-Þ]\.){0,3}"
_ENDS = r"(?=[.,:;(&]| [(&]| and | und | y | et | e )"
_NAME = re.compile(
    rf"(?P<family>{_FAMILY}), ?(?P<given>{_INITIALS}|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?{_ENDS})"
    rf"|(?P<first>{_INITIALS}) (?P<surname>{_FAMILY}){_ENDS}"
    r"|(?P<last>[A-ZÀ-Þ][\w'’-]+) (?P<short>[A-ZÀ-Þ]{1,3})\.?(?=[,.])"
)
_JOINT = re.compile(r"(?:[,;] (?:& |and |und |y |et |e )?| & | and | und | y | et | e )")
_OTHERS = re.compile(r",? et al\.?")
_YEAR = re.compile(r"[\s.,:]*\(?(?P<year>(?:1[5-9]|20)\d\d)[a-d]?\)?[.,:]?\s*")
_TITLE = re.compile(
    r"[“\"„«*_]?(?P<title>[A-ZÀ-Þ¿¡0-9][^“”\"„«»*_\n]{2,250}?)"
    r"(?:,?[”\"“»*_]|[.?!](?=\s|$)|,? (?=\()|,(?= [A-Z][\w ]{2,40}:))"
)
_JOURNAL = re.compile(
    r"[\s.,*_”\"]*(?:In:? )?[*_]?(?P<name>[A-ZÀ-Þ][^\d.,(*_:;\n]{2,80}?)[*_]?,? (?:vol\.? |v\. |Bd\. )?"
    r"(?:\d{1,3}[,:;(. ]|(?:1[5-9]|20)\d\d ?;)"
)
_RESTS = re.compile(r"\b(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)")
_MOST_AUTHORS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """What such an entry says; `journal` is the name of the periodical that holds the work, if one does."""

    authors: tuple[Author, ...]
    title: str
    year: int | None
    journal: str | None


def family_first(words: str) -> Entry | None:
    """The parts of an entry; None for words that do not begin so.

    >>> entry = family_first("Moor, A. and Yerk, B. (2019). The long rain. Journal of Rain, 12(3), 4-9.")
    >>> [a.name for a in entry.authors], entry.title, entry.year, entry.journal
    (['A. Moor', 'B. Yerk'], 'The long rain', 2019, 'Journal of Rain')
    >>> family_first("It rained, and nobody said so.") is None
    True
    """
    authors, end = _authors(words)
    if not authors:
        return None
    year = _YEAR.match(words, end)
    start = year.end() if year else end + len(words[end:]) - len(words[end:].lstrip(" .,:"))
    title = _TITLE.match(words, start)
    if title is None:
        return None
    journal = _JOURNAL.match(words, title.end())
    dated = year or _RESTS.search(words, title.end())
    if dated is None:
        return None
    return Entry(
        authors,
        title["title"].strip(" ,.:"),
        int(dated["year"]),
        journal["name"].strip() if journal else None,
    )


def _authors(words: str) -> tuple[tuple[Author, ...], int]:
    """The people at the head of an entry, and where their names end."""
    found: list[Author] = []
    at = 0
    while len(found) < _MOST_AUTHORS:
        name = _NAME.match(words, at)
        if name is None:
            break
        found.append(parse_author(" ".join(_spelled(name))))
        end = name.end()
        others = _OTHERS.match(words, end)
        if others:
            return tuple(found), others.end()
        joint = _JOINT.match(words, end)
        if joint is None or _NAME.match(words, joint.end()) is None:
            return tuple(found), end
        at = joint.end()
    return tuple(found), at


def _spelled(name: re.Match[str]) -> tuple[str, str]:
    """The given name or initials, and the family name; a name in capitals alone is spelled as names are."""
    family = name["family"] or name["surname"] or name["last"]
    given = name["given"] or name["first"] or ". ".join(name["short"]) + "."
    return given.strip(), family.title() if family.isupper() and len(family) > 2 else family
