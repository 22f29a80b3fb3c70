"""Lines that say both who wrote a text and when: "Posted 7 May 2016 by Ann Lee"."""

from __future__ import annotations

import re
from functools import cache

from citekit.articles.line_words import words
from citekit.model import DateOrder
from citekit.text.dates import find_dates, parse_date
from citekit.text.dates.words import alternatives, languages
from citekit.text.dates.words import words as date_words
from citekit.text.names import has_given_name, is_human, opens_byline

LONGEST = 400
"""Characters of a line that may be a byline."""
_PIECES = re.compile(r"\s+[|•·/]\s+")
_APART = re.compile(r"\s{2,}|\s+[|•·/–—-]\s+|,\s*$|^\s*,")
"""What parts a name from what else stands in its line."""


def byline_of(line: str, order: DateOrder | None = None, language: str | None = None) -> str | None:
    """The part of a line that begins with "By" and ends before its date; None if there is none.

    >>> byline_of("Posted 7 May 2016 by Ann Lee"), byline_of("By Ann Lee, Bo Dahl on Monday, May 7th, 2016")
    ('by Ann Lee', 'By Ann Lee, Bo Dahl')
    >>> byline_of("Home | By Ann Lee | The Sun"), byline_of("Posted in Politics")
    ('By Ann Lee', None)
    """
    for piece in _PIECES.split(line.strip()) if len(line) <= LONGEST else ():
        found = find_dates(piece, order, language)
        if opens_byline(piece):
            return _weekday().sub("", piece[: found[0][0].start]).strip(" ,") if found else piece
        if found and (says_posted(piece) or not piece[: found[0][0].start].strip()):
            after = piece[found[0][0].end :].strip(" ,")
            if opens_byline(after):
                return after
    return None


def beside_day(line: str, order: DateOrder | None = None, language: str | None = None) -> str | None:
    """The human's name that stands in a line with a day, parted from all else in it; None if there is none.

    >>> beside_day("Ann Lee   23/5/2022 22:41"), beside_day("2 May 2020   Ann Lee   4 comments")
    ('Ann Lee', 'Ann Lee')
    >>> beside_day("Ann Lee died on 2 May 2020")
    """
    if len(line) > LONGEST:
        return None
    days = [span for span, date in find_dates(line, order, language) if date.day]
    for part in (line[: days[0].start], line[days[-1].end :]) if days else ():
        for piece in _APART.split(_counted().sub("", _weekday().sub("", part))):
            name = piece.strip(" ,;|·•()")
            if " " in name and is_human(name) and has_given_name(name):
                return name
    return None


def says_posted(line: str) -> bool:
    """Whether a line opens as one does that says when a text appeared."""
    return bool(_posted().match(line.lower()))


def is_day(line: str) -> bool:
    """Whether a line is a date with an hour or a time zone at most.

    >>> is_day("26 Jan, 2022 09:22 Uhr"), is_day("In May 2022 it rained.")
    (True, False)
    """
    rest = line
    for span, _ in reversed(find_dates(line)):
        rest = rest[: span.start] + rest[span.end :]
    return parse_date(line) is not None or (rest != line and len(rest.split()) <= 2)


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('posted'))})(?!\w)")


@cache
def _weekday() -> re.Pattern[str]:
    """The day of the week, and the word before it or before a date, at the end of what precedes a date."""
    days = alternatives(day for code in languages() for day in date_words(code).weekdays)
    return re.compile(
        rf"(?:\s+(?:{alternatives(words('between'))}))?(?:[\s,]+(?:{days})\.?)?,?\s*$", re.IGNORECASE
    )


@cache
def _counted() -> re.Pattern[str]:
    """How many comments there are, or the offer to write one."""
    return re.compile(rf"\s+(?:\d+|\w+ \w+) (?:{alternatives(words('comments'))})\s*$", re.IGNORECASE)
