"""Dates that stand on their own: "Nov 11, 2019", "le 4 décembre 2019", "11/10/19", "2019-11-13T08:00Z"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from citekit.model import DateOrder, PartialDate, Span
from citekit.text.casing import lowered
from citekit.text.dates.edtf import valid
from citekit.text.dates.words import FULL, alternatives, chosen, months, words, zones

_ZONE = r"(?:z|utc|gmt|[+-]\d{2}:?\d{2}|[a-z]{3,4})"
_GAP = r"[\s,·•|/–—-]{0,4}"
_DAY_FIRST = frozenset({"es", "fr", "de", "pt", "it", "nl", "da", "sv", "no", "pl", "ru", "tr"}) | frozenset(
    ("cs", "sk", "uk", "el", "fi", "ro", "id", "ca", "hr", "bg", "ar", "he")
)
_ISO_DAY = (
    r"(?<![\w.,/-])(?P<iso_year>\d{4})(?P<iso_mark>[-/.])(?P<iso_month>\d{1,2})"
    r"(?:(?P=iso_mark)(?P<iso_day>\d{1,2}))?(?![\d/])"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d(?:\d{3}|[/.-]\d{1,2}[/.-]\d\d)|['’]\d\d")
"""What stands in every date that names its year."""


def parse_date(text: str, order: DateOrder | None = None, language: str | None = None) -> PartialDate | None:
    """The date that the whole of `text` is, or None.

    `order` says how 11/10/19 is to be read; without it, the language, the separator and impossible months
    decide, and where they do not, only the year is known. A weekday before and a time on either side may
    stand.

    >>> str(parse_date("le 4 décembre 2019")), str(parse_date("11/10/19", "mdy")), str(parse_date("11/10/19"))
    ('2019-12-04', '2019-11-10', '2019')
    >>> str(parse_date("20:19 UTC · Nov 11, 2019"))
    '2019-11-11T20:19:00Z'
    """
    words_ = " ".join(text.split()).strip(" \t,;()[]|·•")
    if not 4 <= len(words_) <= 80:
        return None
    lower = words_.lower()
    if len(lower) != len(words_):
        lower = words_
    # as machines write dates: the same in every language, and most dates are
    found = _iso().fullmatch(lower) or _whole(chosen(language)).fullmatch(lower)
    return _read(found, order, language) if found else None


def find_dates(
    text: str, order: DateOrder | None = None, language: str | None = None
) -> list[tuple[Span, PartialDate]]:
    """All dates in `text` that name at least a month and a year, in reading order, with where they stand.

    In running text of no known language, names of months under four letters count only where English has
    them.

    >>> find_dates("(FAIR, Nov. 2019; 2020-01-02)")[0]
    (Span(start=7, end=16), PartialDate(year=2019, month=11, day=None, time=None, qualifier='', until=None))
    """
    return list(_dates(text, order, language))


def _dates(text: str, order: DateOrder | None, language: str | None) -> Iterator[tuple[Span, PartialDate]]:
    digit = _DIGIT.search(text)
    if digit is None or not _YEAR.search(text, max(digit.start() - 1, 0)):
        return
    for found in _running(chosen(language), language is None).finditer(lowered(text)):
        date = _read(found, order, language)
        if (
            date is not None
            and (date.month is not None or found["number"])
            and not _is_version(found, language)
        ):
            yield Span(*found.span()), date


def _is_version(found: re.Match[str], language: str | None) -> bool:
    """Whether 1.2.13 may as well count something: only some languages write days so."""
    short = found["mark"] == "." and len(found["year_"]) == 2
    return short and (language or "").lower()[:2] not in _DAY_FIRST


def _read(found: re.Match[str], order: DateOrder | None, language: str | None) -> PartialDate | None:
    group = found.groupdict()
    time = _time(group, "before_") or _time(group, "after_")
    if group["iso_year"]:
        return valid(int(group["iso_year"]), _number(group["iso_month"]), _number(group["iso_day"]), time)
    if group["cjk_year"]:
        return valid(int(group["cjk_year"]), _number(group["cjk_month"]), _number(group["cjk_day"]), time)
    if group["number"]:
        date = _numeric(int(group["one"]), int(group["two"]), group["year_"], group["mark"], order, language)
        return replace(date, time=time) if date and date.day is not None else date
    if group.get("year_alone"):
        return valid(int(group["year_alone"]))
    name = group["month_a"] or group["month_b"] or group["month_c"]
    year = group["year_a"] or group["year_b"] or group["year_c"]
    number = months(chosen(language), 0).get(name) or months(chosen(None), 0)[name]
    return valid(_year(year), number, _number(group["day_a"] or group["day_b"]), time)


def _numeric(
    one: int, two: int, year: str, mark: str, order: DateOrder | None, language: str | None
) -> PartialDate | None:
    full = _year(year)
    if order is None or order == "ymd":
        code = (language or "").lower()[:2]
        order = "dmy" if code in _DAY_FIRST or mark == "." else None
    day_first, month_first = valid(full, two, one), valid(full, one, two)
    if one == two:
        return day_first
    if day_first and month_first:
        return {"dmy": day_first, "mdy": month_first}[order] if order else valid(full)
    return day_first or month_first


def _time(group: dict[str, str | None], which: str) -> dt.time | None:
    hour, minute = group.get(which + "hour"), group.get(which + "minute")
    if hour is None or minute is None:
        return None
    clock, half, zone = int(hour), group[which + "half"], group[which + "zone"]
    if half:
        clock = clock % 12 + (12 if half.startswith("p") else 0)
    if clock > 23 or int(minute) > 59:
        return None
    second = min(int(group[which + "second"] or 0), 59)
    return dt.time(clock, int(minute), second, tzinfo=_zone(zone))


def _zone(name: str | None) -> dt.timezone | None:
    if not name:
        return None
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        if hours > 23 or minutes > 59:
            return None
        shift = dt.timedelta(hours=hours, minutes=minutes)
        return dt.timezone(-shift if name[0] == "-" else shift)
    known = zones().get(name)
    return None if known is None else dt.timezone(dt.timedelta(hours=known))


def _year(digits: str) -> int:
    """Two digits are of this century up to ten years from now, else of the last."""
    number = int(digits.lstrip("'’"))
    if len(digits.lstrip("'’")) > 2:
        return number
    return number + (2000 if number <= dt.date.today().year % 100 + 10 else 1900)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _clock(which: str) -> str:
    return (
        rf"(?P<{which}hour>\d{{1,2}})[:.h](?P<{which}minute>\d{{2}})(?::(?P<{which}second>\d{{2}})(?:\.\d+)?)?"
        rf"(?:\s?(?P<{which}half>[ap]\.?m\.?))?(?:\s?(?P<{which}zone>{_ZONE})\b)?(?:\suhr)?"
    )


@cache
def _core(codes: tuple[str, ...], shortest: int) -> str:
    names = dict(months(codes, shortest))
    names.update(months(("en",), 0))
    month = alternatives(names)
    join = alternatives({join for code in codes for join in words(code).joins})
    ordinal = alternatives({ordinal for code in codes for ordinal in words(code).ordinals} | {"."})
    gap = rf"(?:[\s.,/-]{{1,3}}(?:(?:{join})\s)?)"
    day = rf"(?:(?:{ordinal})\b|[.º°])?"
    year = r"(?:\d{4}|['’]\d{2})(?!\d)"
    return (
        rf"(?:{_ISO_DAY}"
        r"|(?P<cjk_year>\d{4})\s?[年년]\s?(?P<cjk_month>\d{1,2})\s?[月월](?:\s?(?P<cjk_day>\d{1,2})\s?[日일])?"
        rf"|(?<![\w/])(?P<day_a>\d{{1,2}}){day}{gap}?(?P<month_a>{month})\b{gap}(?P<year_a>{year})"
        rf"|(?<!\w)(?P<month_b>{month})\b\.?\s?(?P<day_b>\d{{1,2}}){day}{gap}(?P<year_b>{year})"
        rf"|(?<!\w)(?P<month_c>{month})\b{gap}(?P<year_c>{year})"
        r"|(?<![\w/.,-])(?P<number>(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year_>\d{4}|\d{2}))(?![\w/-]|\.\d))"
    )


@cache
def _running(codes: tuple[str, ...], unknown: bool) -> re.Pattern[str]:
    before, after = _clock("before_"), _clock("after_")
    core = _core(codes, FULL if unknown else 0)
    return re.compile(
        rf"(?:(?<![\w:.]){before}{_GAP})?{core}(?:(?:t|,?\s(?:at\s|um\s|à\s)?|\s[·|–-]\s){after}(?!\w))?"
    )


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(_ISO_DAY + _tail())


@cache
def _whole(codes: tuple[str, ...]) -> re.Pattern[str]:
    before = _clock("before_")
    weekday = alternatives({day for code in codes for day in words(code).weekdays})
    join = alternatives({join for code in codes for join in words(code).joins} | {"on", "am", "vom"})
    lead = rf"(?:(?:{join})\s)?(?:(?:{weekday})\b\.?{_GAP})?(?:(?:{join})\s)?"
    return re.compile(rf"(?:(?:{before}{_GAP})?{lead}{_core(codes, 0)}{_tail()}|(?P<year_alone>\d{{4}}))")


def _tail() -> str:
    """The time that may follow a date."""
    return rf"(?:(?:t|{_GAP}(?:at\s|um\s|à\s|às\s|a las\s)?){_clock('after_')})?"
