"""What the shapes of URLs are made of, and the clocks inside the ids of posts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from citekit.model import PartialDate

Clock = Callable[[str], PartialDate | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """URLs of one kind: on any of `hosts`, whose path and query match `pattern`.

    The pattern's groups are `id` (what tells one work from another), `handle` and `code`. `canonical` is the
    URL that stands for the work, filled with the groups; `example` is a real one, and a test holds that it is
    found.
    """

    platform: str
    kind: str
    hosts: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str
    canonical: str | None = None
    clock: Clock | None = None
    lower_id: bool = False


def shape(
    platform: str,
    kind: str,
    hosts: str,
    pattern: str,
    example: str,
    canonical: str | None = None,
    clock: Clock | None = None,
    lower_id: bool = False,
) -> Shape:
    """A `Shape`, its hosts parted by spaces and its pattern not yet compiled."""
    return Shape(
        platform, kind, tuple(hosts.split()), re.compile(pattern), example, canonical, clock, lower_id
    )


def moment(milliseconds: int) -> PartialDate | None:
    """A time since 1970 in milliseconds as a date with its time (UTC); None outside 2004 to 2099.

    >>> str(moment(1577820376771))
    '2019-12-31T19:26:16.771000Z'
    """
    if not 1072915200000 <= milliseconds < 4102444800000:
        return None
    when = dt.datetime.fromtimestamp(milliseconds / 1000, dt.UTC)
    return PartialDate(when.year, when.month, when.day, when.timetz())


def snowflake(shift: int, epoch: int, least: int = 1) -> Clock:
    """The clock of ids whose upper bits count milliseconds since `epoch`.

    >>> str(snowflake(22, 1288834974657, 29_700_859_247)("1212092628029698048"))
    '2019-12-31T19:26:16.771000Z'
    """

    def read(text: str) -> PartialDate | None:
        if not text.isascii() or not text.isdigit() or len(text) > 20:
            return None
        number = int(text)
        return moment((number >> shift) + epoch) if number >= least else None

    return read


def _in_base(text: str, alphabet: str) -> int | None:
    number = 0
    for letter in text:
        place = alphabet.find(letter)
        if place < 0:
            return None
        number = number * len(alphabet) + place
    return number


_CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def instagram_time(code: str) -> PartialDate | None:
    """The time in the first 11 letters of an Instagram or Threads code.

    >>> str(instagram_time("B4zYFYPHkjN"))[:10]
    '2019-11-13'
    """
    number = _in_base(code[:11], _CODE) if len(code) >= 10 else None
    return moment((number >> 23) + 1314220021721) if number else None


def bluesky_time(tid: str) -> PartialDate | None:
    """The time in an AT Protocol record key (TID): microseconds above ten bits of clock id.

    >>> str(bluesky_time("3jzfcijpj2z2a"))[:16]
    '2023-06-30T15:03'
    """
    number = _in_base(tid, "234567abcdefghijklmnopqrstuvwxyz") if len(tid) == 13 else None
    return moment((number >> 10) // 1000) if number else None


def tiktok_time(number: str) -> PartialDate | None:
    """The time in a TikTok id: seconds in its upper 32 bits.

    >>> str(tiktok_time("6829267836783971589"))[:7]
    '2020-05'
    """
    return moment((int(number) >> 32) * 1000) if number.isdigit() and len(number) <= 20 else None


def _month_clock(pattern: str) -> Clock:
    compiled = re.compile(pattern)

    def read(text: str) -> PartialDate | None:
        match = compiled.match(text)
        if not match:
            return None
        year, month, day = (int(part) if part else None for part in ((*match.groups(), None, None, None))[:3])
        if not year or not month or not 1 <= month <= 12:
            return None
        year += 0 if year > 999 else 1900 if year >= 91 else 2000
        try:
            dt.date(year, month, day or 1)
        except ValueError:
            return None
        return PartialDate(year, month, day)

    return read


arxiv_time = _month_clock(r"(?:[a-z.-]+/)?(\d\d)(\d\d)")
"""arXiv numbers begin with year and month."""
biorxiv_time = _month_clock(r"10\.1101/(\d{4})\.(\d\d)\.(\d\d)\.")
"""bioRxiv's and medRxiv's DOIs hold the day of deposit."""

twitter_time = snowflake(22, 1288834974657, 29_700_859_247)
"""Tweets before 4 November 2010 carry no time."""
mastodon_time = snowflake(16, 0)
linkedin_time = snowflake(22, 0)
discord_time = snowflake(22, 1420070400000)
