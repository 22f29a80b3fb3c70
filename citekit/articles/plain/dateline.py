"""Lines that say both who wrote a text and when: "Posted 7 May 2016 by Ann Lee"."""

from __future__ import annotations

import re
from functools import cache

from citekit.articles.plain.comments import words
from citekit.model import DateOrder
from citekit.text.dates import find_dates, parse_date
from citekit.text.names import opens_byline

_PIECES = re.compile(r"\s+[|•·/]\s+")
_WEEKDAY = re.compile(r"(?:\s+\w{2,3})?(?:\s+\w{5,10},)?\s*$")


def byline_of(line: str, order: DateOrder | None = None, language: str | None = None) -> str | None:
    """The part of a line that begins with "By" and ends before its date; None if there is none.

    >>> byline_of("Posted 7 May 2016 by Ann Lee"), byline_of("By Ann Lee, Bo Dahl on Monday, May 7th, 2016")
    ('by Ann Lee', 'By Ann Lee, Bo Dahl')
    >>> byline_of("Home | By Ann Lee | The Sun"), byline_of("Posted in Politics")
    ('By Ann Lee', None)
    """
    for piece in _PIECES.split(line.strip()):
        found = find_dates(piece, order, language)
        if opens_byline(piece):
            return _WEEKDAY.sub("", piece[: found[0][0].start]).strip(" ,") if found else piece
        if found and says_posted(piece):
            after = piece[found[0][0].end :].strip(" ,")
            if opens_byline(after):
                return after
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
    for span, _ in find_dates(line)[:1]:
        rest = line[: span.start] + line[span.end :]
    return parse_date(line) is not None or (rest != line and len(rest.split()) <= 2)


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(re.escape(way) for way in words('posted'))})(?!\w)")
