"""Dates that count from the article's own: "last month", "Tuesday", "two days ago", "October 20"."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from itertools import chain

from citekit.model import PartialDate
from citekit.text.dates.edtf import valid
from citekit.text.dates.words import Words, alternatives, chosen, words


def resolve_relative(
    words_: str, base: PartialDate | None, language: str | None = None
) -> PartialDate | None:
    """What `words_` mean in an article of the date `base`; None where the words or the base do not tell.

    Reports look back: a weekday or a month is the latest one that is not after the base. A base without a day
    resolves only words that need none. A week is a range of its seven days.

    >>> base = PartialDate(2019, 11, 13)
    >>> [str(resolve_relative(words, base)) for words in ("last month", "Sunday", "last week", "October 20")]
    ['2019-10', '2019-11-10', '2019-11-04/2019-11-10', '2019-10-20']
    """
    if base is None:
        return None
    text = " ".join(words_.lower().strip(" ,.;:()").split())
    for code in chosen(language):
        found = _resolve(text, base, code)
        if found:
            return found
    return None


def _resolve(text: str, base: PartialDate, code: str) -> PartialDate | None:
    known = words(code)
    if text in known.days:
        return _shifted(base, known.days[text])
    ago = _ago(code)
    if ago and (found := ago.fullmatch(text)):
        count, unit = next(
            (c, u) for c, u in zip(found.groups()[::2], found.groups()[1::2], strict=True) if c
        )
        number = int(count) if count.isdigit() else known.numbers[count]
        return _back(base, number, known.units[unit])
    found = _period(code).fullmatch(text)
    if not found:
        return None
    lead, name, day, tail = (
        found["lead"] or "",
        found["name"],
        found["day"] or found["day_"],
        found["tail"] or "",
    )
    past = lead in known.last or tail in known.last
    coming = lead in known.next or tail in known.next
    if name in known.weekdays:
        return None if day else _weekday(base, known.weekdays[name], past, coming)
    if name in known.months:
        return _month(base, known.months[name], int(day) if day else None, past, coming)
    if day or not (past or coming or lead in known.this or tail in known.this):
        return None
    return _back(base, 1 if past else -1 if coming else 0, known.units[name])


@cache
def _period(code: str) -> re.Pattern[str]:
    known: Words = words(code)
    names = alternatives(chain(known.weekdays, known.months, (unit for unit in known.units)))
    around = alternatives(chain(known.last, known.this, known.next)) or "(?!)"
    join = alternatives(known.joins) or "(?!)"
    ordinal = alternatives(known.ordinals) or "(?!)"
    return re.compile(
        rf"(?:(?:{join})\s)?(?:(?P<lead>{around})\s)?(?:(?:{join})\s)?(?:(?P<day>\d{{1,2}})(?:{ordinal})?\s(?:(?:{join})\s)?)?"
        rf"(?P<name>{names})\.?(?:\s(?P<day_>\d{{1,2}})(?:{ordinal})?)?(?:\s(?P<tail>{around}))?"
    )


@cache
def _ago(code: str) -> re.Pattern[str] | None:
    known = words(code)
    if not known.ago:
        return None
    number, unit = rf"(\d{{1,3}}|{alternatives(known.numbers)})", f"({alternatives(known.units)})"
    return re.compile(
        "|".join(re.escape(way).replace(r"\{n\}", number).replace(r"\{unit\}", unit) for way in known.ago)
    )


def _shifted(base: PartialDate, days: int) -> PartialDate | None:
    if base.month is None or base.day is None:
        return None
    try:
        day = dt.date(base.year, base.month, base.day) + dt.timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    return PartialDate(day.year, day.month, day.day)


def _back(base: PartialDate, count: int, unit: str) -> PartialDate | None:
    """`count` units before the base; a count of weeks above one is not meant to the day."""
    if unit == "year":
        return valid(base.year - count)
    if unit == "month":
        if base.month is None:
            return None
        months = base.year * 12 + base.month - 1 - count
        return valid(months // 12, months % 12 + 1)
    if unit == "day":
        return _shifted(base, -count)
    if base.month is None or base.day is None:
        return None
    if count > 1:
        day = _shifted(base, -7 * count)
        return day and PartialDate(day.year, day.month, day.day, qualifier="~")
    monday = _shifted(base, -dt.date(base.year, base.month, base.day).weekday() - 7 * count)
    sunday = monday and _shifted(monday, 6)
    return monday and PartialDate(monday.year, monday.month, monday.day, until=sunday)


def _weekday(base: PartialDate, number: int, past: bool, coming: bool) -> PartialDate | None:
    if base.month is None or base.day is None:
        return None
    back = (dt.date(base.year, base.month, base.day).weekday() - (number - 1)) % 7
    if coming:
        return _shifted(base, 7 - back)
    return _shifted(base, -(back or 7) if past else -back)


def _month(base: PartialDate, month: int, day: int | None, past: bool, coming: bool) -> PartialDate | None:
    if base.month is None:
        return None
    here, there = (base.month, base.day or 31), (month, day or 1)
    if coming:
        year = base.year + (there <= here)
    elif past and day is None:
        year = base.year - (month >= base.month)
    else:
        year = base.year - (there > here)
    return valid(year, month, day)
