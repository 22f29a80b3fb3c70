"""Dates that are as coarse as they were written, against a period."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from citekit.model import PartialDate

Day = tuple[int, int, int]


def first_day(date: PartialDate) -> Day:
    """The earliest day that the date can mean.

    >>> first_day(PartialDate(2019, 11)), last_day(PartialDate(2019, 11))
    ((2019, 11, 1), (2019, 11, 30))
    """
    return date.year, date.month or 1, date.day or 1


def last_day(date: PartialDate) -> Day:
    """The latest day that the date can mean."""
    if date.until is not None:
        return last_day(date.until)
    month = date.month or 12
    return date.year, month, date.day or monthrange(max(1, min(date.year, 9999)), month)[1]


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of `since` to the last of `until`; either may be open.

    >>> Period(PartialDate(2019, 6)).takes(PartialDate(2019, 11)), Period(PartialDate(2019)).takes(None)
    (True, False)
    """

    since: PartialDate | None = None
    until: PartialDate | None = None

    def takes(self, date: PartialDate | None) -> bool:
        """Whether the date surely lies in the period: a date that may lie outside, or none, is not taken."""
        if self.since is None and self.until is None:
            return True
        if date is None:
            return False
        return (self.since is None or first_day(date) >= first_day(self.since)) and (
            self.until is None or last_day(date) <= last_day(self.until)
        )
