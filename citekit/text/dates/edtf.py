"""EDTF, the notation in which citekit writes every date at its edges."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import replace

from citekit.model import PartialDate

_EDTF = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?"
    r"(?:Z|[+-]\d{2}:\d{2})?))?)?)?(?P<qualifier>[~?%]?)"
)


def parse_edtf(text: str) -> PartialDate:
    """Read a date of EDTF level 1 as far as `PartialDate` can hold it: years, months, days, times, "~?%",
    ranges.

    Raises `ValueError` for anything else, and for days that no calendar has.
    Source: the Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019.

    >>> parse_edtf("2019-11"), str(parse_edtf("2019-11-04/2019-11-10"))
    (PartialDate(year=2019, month=11, day=None, time=None, qualifier='', until=None), '2019-11-04/2019-11-10')
    """
    first, slash, last = text.partition("/")
    date = _single(first)
    return replace(date, until=_single(last)) if slash else date


def valid(
    year: int, month: int | None = None, day: int | None = None, time: dt.time | None = None
) -> PartialDate | None:
    """The date if a calendar has it and a news article can name it (years 1000 to 2999), else None.

    >>> valid(2019, 2, 30) is None
    True
    """
    if not 1000 <= year <= 2999 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
        return None
    return PartialDate(year, month, day, time if day is not None else None)


def _single(text: str) -> PartialDate:
    found = _EDTF.fullmatch(text)
    if not found:
        raise ValueError(f"not an EDTF date: {text!r}")
    month, day, time = found["month"], found["day"], found["time"]
    date = PartialDate(
        int(found["year"]),
        int(month) if month else None,
        int(day) if day else None,
        dt.time.fromisoformat(time.replace("Z", "+00:00")) if time else None,
    )
    if date.month is not None:
        if not 1 <= date.month <= 12:
            raise ValueError(f"no such month: {text!r}")
        if date.day is not None and not 1 <= date.day <= monthrange(date.year or 4, date.month)[1]:
            raise ValueError(f"no such day: {text!r}")
    match found["qualifier"]:
        case "~" | "?" | "%" as qualifier:
            return replace(date, qualifier=qualifier)
    return date
