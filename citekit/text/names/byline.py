"""A line of authors: "By AMANDA SEITZ and BEATRICE DUPUY, Associated Press"."""

from __future__ import annotations

import re
from functools import cache

from citekit.model import Author
from citekit.text.dates import find_dates, parse_date
from citekit.text.names.person import NO_CASE, has_given_name, is_human
from citekit.text.names.piece import author_in
from citekit.text.names.words import either, words

_MAIL = re.compile(r"\(?\b[\w.+-]+(?:@|\s?\(at\)\s?)[\w-]+\.[\w.]+\)?")
_EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")
_TAIL = re.compile(
    r"\s[|•·]\s|\s+(?:on|am|vom|le|el|at|um)\s+\S{0,20}\s?\S{0,20}\d|\s\d|\d{1,4}[./:-]\d|\b(?:19|20)\d\d\b|\bhttps?:|\n\s*\n"
)
_BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_COMMA = re.compile(r"\s*(?:[;|\n/•·、]|(?<!\w\.),(?!\s*(?:Jr|Sr|II|III|IV)\b)|,(?=\s*\w{3}))\s*")
_FIRST = re.compile(r"[\s:–—-]*([^\s:：／/|]+)")
_DIGIT = re.compile(r"\d")
_MARKS = r"\s:：／/|"
"""What may stand between "Author" and the name."""


def split_byline(text: str) -> tuple[Author, ...]:
    """The authors that a byline names, in its order, each once.

    "By", titles, places, posts ("staff writer"), e-mails, dates, brackets and who took the photos or edited
    the text are left out; bodies stay as `Organisation`; "Staff", "Redaktion" and the like are nobody.

    >>> [author.name for author in split_byline("By AMANDA SEITZ and BEATRICE DUPUY, Associated Press")]
    ['Amanda Seitz', 'Beatrice Dupuy', 'Associated Press']
    >>> split_byline("By Staff Writer")
    ()
    """
    line = _MAIL.sub(" ", _EMOJI.sub(" ", text.replace("\u00a0", " ").strip()[:400])).strip()
    line = _after_lead(line)
    line = _link().sub("", line)
    if aside := _aside().search(line):
        line = line[: aside.start()]
    if tail := _TAIL.search(line):
        line = line[: tail.start()] if tail.start() else ""
    line = _BRACKET.sub(" ", line)
    found: list[Author] = []
    for piece in _pieces(line):
        if (author := author_in(piece, found)) and author not in found:
            found.append(author)
    return tuple(found)


def is_byword(text: str) -> bool:
    """Whether `text` is nothing but words that introduce authors.

    >>> is_byword("Written by"), is_byword("Autor:"), is_byword("Ann")
    (True, True, False)
    """
    return text.lower().strip(" \t:：|·•,–—-") in words("by")


def is_joint(text: str) -> bool:
    """Whether `text` is nothing but a word or mark that joins two authors.

    >>> is_joint(" and "), is_joint("&"), is_joint("Ann")
    (True, True, False)
    """
    bare = text.lower().strip(" \t:|·•,–—-")
    return not bare or bare in words("and") or bare in ("&", "/")


def opens_byline(text: str) -> bool:
    """Whether a line starts as a byline does: "By" or the like, then a capital or an account.

    >>> opens_byline("By Ann Lee"), opens_byline("By the way"), opens_byline("Autor: annlee")
    (True, False, True)
    """
    end = _lead_end(text)
    account = ":" in text[:end] and len(text) > end + 2 and " " not in text[end:]
    return end > 0 and (account or _begins_name(text[end:]))


def is_byline(text: str) -> bool:
    """Whether a line is a byline, be it that a date stands before the "by".

    >>> is_byline("By Ann Lee"), is_byline("Posted on March 3, 2020 by Ann Lee")
    (True, True)
    """
    return opens_byline(text) or ((end := _dated_end(text)) > 0 and _begins_name(text[end:]))


def _begins_name(rest: str) -> bool:
    rest = rest.lstrip()
    return bool(rest) and (rest[0].isupper() or rest[0] == "@" or bool(NO_CASE.match(rest)))


def _after_lead(line: str) -> str:
    """What follows the words that open a byline; all of it where none do."""
    return line[_lead_end(line) or _dated_end(line) :].lstrip()


def _lead_end(line: str) -> int:
    """Where the words end that open a byline; 0 where there are none."""
    first = _FIRST.match(line)
    if first is None or first[1].lower() not in _first_words():
        return 0  # most lines: the long pattern need not look at them
    found = _lead().match(line)
    return found.end() if found else 0


def _dated_end(line: str) -> int:
    """Where the words end that open a byline with a date in front of them; 0 where there are none."""
    found = _dated_lead().match(line) if _DIGIT.search(line, 0, 60) else None
    return found.end() if found and (find_dates(found[1]) or parse_date(found[1])) else 0


def _pieces(line: str) -> list[str]:
    turned = [part.strip() for part in line.split(";")]
    if len(turned) > 1 and all(_is_turned(part) for part in turned):
        return turned  # Shea, Rainer; Lee, Ann
    pieces = [
        piece.strip(" .:-–—*／") if piece.strip().count(" ") else piece.strip(" :-–—*／")
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


def _is_turned(part: str) -> bool:
    family, comma, given = part.partition(",")
    return bool(comma and given.strip()) and " " not in family and "," not in given and is_human(part)


def _joined(piece: str) -> list[str]:
    """The names that "and" joins: both sides must be names, for "Ortega y Gasset" is one and "Bread and
    Roses" too.
    """
    parts = _and().split(piece)
    if len(parts) == 1:
        return [piece[_lead_end(piece) :].strip()]
    parts = [part[_lead_end(part) :].strip(" ,") for part in parts]
    if all(part and (" " in part or parts[0].count(" ") == 0) for part in parts):
        words_only = all(" " not in part for part in parts)
        return (
            parts if words_only or any(is_human(part) and has_given_name(part) for part in parts) else [piece]
        )
    return [piece] if is_human(piece) or _is_ministry(parts) else parts


def _is_ministry(parts: list[str]) -> bool:
    """Whether "and" joins two words of one body's name: "Ministry of Water and Pumps"."""
    head, last = parts[0], parts[-1]
    return " " in head and not is_human(head) and " " not in last and last.lower() not in words("bodies")


@cache
def _lead() -> re.Pattern[str]:
    ways = either("by")
    return re.compile(
        rf"^[\s:–—-]*(?:{ways})(?=[{_MARKS}])[{_MARKS}]*(?:(?:{ways})(?=[{_MARKS}])[{_MARKS}]*)?",
        re.IGNORECASE,
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(found[1] for way in words("by") if (found := _FIRST.match(way)))


@cache
def _dated_lead() -> re.Pattern[str]:
    """A date, and then the word: "Posted on March 3, 2020 by", "3. Mai 2020 von"."""
    return re.compile(rf"([^\n]{{4,60}}?)[\s,|/-](?:{either('by_after_date')})[\s:]+(?=\S)", re.IGNORECASE)


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"^(?:{either('links_to')})\s+(?=\S)", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either('asides')})(?!\w)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:&|{either('and')})\s+", re.IGNORECASE)
