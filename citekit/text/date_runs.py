"""Dates that lost what stood between them: "5/6/098/1/124/11/19" is 5/6/09, 8/1/12 and 4/11/19.

Every way to cut the run into dates is tried; the best has all of the run used, dates in order of time, and
none after the article. Two that are equally good are both returned, so that the caller can say so.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from citekit.model import DateOrder, PartialDate, Span

RUN = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2}[\d/., ;]{0,120}")
"""Where a run may begin and how far it may reach."""

_DATES = tuple(re.compile(rf"(\d{{1,2}})([/.])(\d{{1,2}})\2(\d{{{digits}}})") for digits in (4, 2))
_DATE = re.compile(r"\d([/.])(\d{1,2})\1(?:\d{4}|\d{2})")  # from the last digit of its first number
_BETWEEN = re.compile(r"[,;\s]*")
_ORDERS: tuple[DateOrder, ...] = ("mdy", "dmy")
_MAX_DATES = 12
_PIVOT = 70


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to read a run: where each date stands in it, and which it is."""

    dates: tuple[tuple[Span, PartialDate], ...]


def cut(run: str, order: DateOrder | None = "mdy", latest: PartialDate | None = None) -> tuple[Cut, ...]:
    """The best ways to read `run` as dates: one, or two that are equally good, or none.

    `order` says whether day or month comes first; where it is None both are tried, and two readings that fit
    equally well are both given. `latest` is the article's date.

    >>> [[str(d) for _, d in c.dates] for c in cut("5/6/098/1/124/11/19")]
    [['2009-05-06', '2012-08-01', '2019-04-11']]
    >>> len(cut("4/5/22", None)), len(cut("4/25/22", None))
    (2, 1)
    """
    if order is None:
        both = [way for each in _ORDERS for way in cut(run, each, latest)]
        best = max((_score(list(way.dates), latest) for way in both), default=None)
        return tuple(dict.fromkeys(way for way in both if _score(list(way.dates), latest) == best))
    ways: list[list[tuple[Span, PartialDate]]] = []
    open_: list[tuple[int, list[tuple[Span, PartialDate]]]] = [(0, [])]
    run = run.rstrip(" ,;.")
    while open_ and len(ways) < 64:
        position, dates = open_.pop()
        if position >= len(run):
            ways.extend([dates] if dates else [])
            continue
        if len(dates) >= _MAX_DATES:
            continue
        for end, found in _dates_at(run, position, order):
            after = _BETWEEN.match(run, end)
            step = after.end() if after else end
            if step < len(run) and not run[step].isdigit():
                continue
            open_.append((step, [*dates, (Span(position, end), found)]))
    if not ways:
        return ()
    scored = [(_score(dates, latest), dates) for dates in ways]
    best = max(score for score, _ in scored)
    return tuple(Cut(tuple(dates)) for score, dates in scored if score == best)


def order_of(text: str) -> Literal["mdy", "dmy"] | None:
    """The order that a text's own dates prove: one of them has a number over 12 where only a day can stand.

    >>> order_of("(Post, 11/30/19)"), order_of("(Post, 11/10/19)")
    ('mdy', None)
    """
    reached = 0
    for match in _DATE.finditer(text):
        begin = match.start()
        if begin > reached and text[begin - 1].isdecimal():
            begin -= 1
        reached = match.end()
        first, second = int(text[begin : match.start() + 1]), int(match.group(2))
        if first > 12 >= second > 0 and first <= 31:
            return "dmy"
        if second > 12 >= first > 0 and second <= 31:
            return "mdy"
    return None


def _dates_at(run: str, position: int, order: DateOrder) -> list[tuple[int, PartialDate]]:
    found = []
    for pattern in _DATES:
        match = pattern.match(run, position)
        if match is None:
            continue
        first, second, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
        if len(match.group(4)) == 2:
            year += 1900 if year >= _PIVOT else 2000
        if not 1900 <= year <= 2100:
            continue
        month, day = (first, second) if order == "mdy" else (second, first)
        if month > 12 >= day:
            month, day = day, month
        if _valid(year, month, day):
            found.append((match.end(), PartialDate(year, month, day)))
    return found


def _valid(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _score(dates: list[tuple[Span, PartialDate]], latest: PartialDate | None) -> tuple[int, int]:
    keys = [(d.year, d.month or 0, d.day or 0) for _, d in dates]
    limit = (latest.year, latest.month or 12, latest.day or 31) if latest else (2100, 1, 1)
    in_order = sum(a <= b for a, b in pairwise(keys))
    return -sum(key > limit for key in keys), in_order - len(keys)
