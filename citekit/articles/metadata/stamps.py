"""The dates in tags and JSON-LD, which machines write, and which day they mean where the page is read."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from citekit.articles.metadata.tags import pattern
from citekit.model import PartialDate
from citekit.text.dates import find_dates, parse_date
from citekit.text.dates.words import chosen, months

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\.?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def read_stamp(text: str | None, language: str | None) -> PartialDate | None:
    """The whole date that a tag tells: in any form that is read in texts, in digits alone, in seconds since
    1970; None if it tells none, or one that cannot be.

    >>> str(read_stamp("20240503T1000", None)), str(read_stamp("1714730400", None))
    ('2024-05-03', '2024-05-03T10:00:00Z')
    """
    if not text:
        return None
    date = _in_digits(text.strip()) or parse_date(
        text, "mdy" if _HALF_DAY.search(text.strip()) else None, language
    )
    if date is None and (inner := find_dates(text[:60], language=language)):
        date = inner[0][1]
    return date if date is not None and date.day and is_sensible(date) else None


def is_sensible(date: PartialDate) -> bool:
    """Whether a page can have been published then."""
    return 1990 <= date.year <= dt.date.today().year + 1


def is_utc(date: PartialDate) -> bool:
    """Whether a date's hour is in UTC, which is the hour of no reader."""
    return date.time is not None and date.time.tzinfo is not None and not date.time.utcoffset()


def days_between(one: PartialDate, other: PartialDate) -> int | None:
    """The days between two dates; None if one of them has no day."""
    if not (one.month and one.day and other.month and other.day):
        return None
    return abs((dt.date(one.year, one.month, one.day) - dt.date(other.year, other.month, other.day)).days)


def local(stamps: list[PartialDate], shown: list[str], language: str | None) -> PartialDate:
    """The first of a page's stamps, or where that is in UTC the day before or after it, if another stamp
    is of that day, or if a short text shows it without a year: "Posted Nov 18".

    >>> utc = parse_date("2019-11-19T01:20:00Z")
    >>> str(local([utc], ["Posted Nov 18, 8:20 PM"], "en")), str(local([utc], ["Comments 18"], "en"))
    ('2019-11-18', '2019-11-19T01:20:00Z')
    """
    first = stamps[0]
    if not is_utc(first):
        return first
    days = [day for text in shown for day in _yearless(text, first.year, language)]
    if any(days_between(day, first) == 0 for day in days):
        return first
    others = [stamp for stamp in stamps[1:] if not is_utc(stamp)]
    return next((day for day in (*days, *others) if days_between(day, first) == 1), first)


def _in_digits(text: str) -> PartialDate | None:
    if found := _COMPACT.fullmatch(text):
        return parse_date("-".join(found.groups()))
    if found := _SECONDS.fullmatch(text):
        moment = dt.datetime.fromtimestamp(int(found[1]), dt.UTC)
        return parse_date(moment.isoformat())
    return None


def _yearless(text: str, year: int, language: str | None) -> list[PartialDate]:
    """Days and months in a short text, as days of a year; none if it tells of a change."""
    if not _DIGIT.search(text) or pattern("updated").search(text):
        return []
    tokens = _TOKEN.findall(text.lower())
    known = months(chosen(language), 3)
    found = []
    for one, other in pairwise(tokens):
        name, day = (one, other) if other.isdigit() else (other, one)
        if name in known and day.isdigit() and len(day) < 3:
            date = parse_date(f"{year}-{known[name]:02}-{int(day):02}")
            found += [date] if date else []
    return found
