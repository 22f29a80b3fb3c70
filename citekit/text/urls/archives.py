"""Web archives, whose URLs hold the address they keep and the time they kept it."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from citekit.model import PartialDate
from citekit.text.urls.parts import Parts, absolute

_TODAY = frozenset(f"archive.{tld}" for tld in ("today", "is", "ph", "fo", "li", "md", "vn"))
_WAYBACK = {
    "web.archive.org": re.compile(r"/+(?:web/)?(?P<ts>\d{4,14}|\*|save)[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "wayback.archive.org": re.compile(r"/+web/(?P<ts>\d{4,14}|\*)[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "archive.org": re.compile(r"/+(?:web|wayback)/(?P<ts>\d{4,14}|\*)[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "arquivo.pt": re.compile(r"/+(?:noFrame/replay|wayback)/(?P<ts>\d{4,14})[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "webarchive.nationalarchives.gov.uk": re.compile(
        r"/+(?:ukgwa/)?(?P<ts>\d{4,14}|\*)[a-z_]*/+(?P<url>.+)", re.DOTALL
    ),
    "wayback.archive-it.org": re.compile(r"/+(?:\d+|all)/(?P<ts>\d{4,14})[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "webarchive.loc.gov": re.compile(r"/+\w+/(?P<ts>\d{4,14})[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "webarchive.org.uk": re.compile(r"/+wayback/(?:\w+/)?(?P<ts>\d{4,14})[a-z_]*/+(?P<url>.+)", re.DOTALL),
    "megalodon.jp": re.compile(r"/+(?P<ts>\d{4}-\d{4}-\d{4}-\d{2})/+(?P<url>.+)", re.DOTALL),
}
_TODAY_LONG = re.compile(
    r"/+(?:(?P<ts>\d{4}[\d.-]{0,16})|newest|oldest|timegate|o/\w{4,6})/+(?P<url>\S+\..+)", re.DOTALL
)
_CODES = {
    "perma.cc": re.compile(r"/[A-Z0-9]{4}-[A-Z0-9]{4}", re.IGNORECASE),
    "ghostarchive.org": re.compile(r"/archive/\w+"),
    "webcitation.org": re.compile(r"/\w+"),
    "freezepage.com": re.compile(r"/\w+"),
} | dict.fromkeys(_TODAY, re.compile(r"/(?:wip/)?\w{4,6}"))


class Kept(NamedTuple):
    """What an archive's URL says: the address kept (None where only the archive knows it) and when."""

    url: str | None
    date: PartialDate | None


def archived(parts: Parts) -> Kept | None:
    """The address inside an archive's URL, or None where `parts` is no archive's.

    >>> kept = archived(Parts("https", "web.archive.org", "/web/20191113015611/http://wsws.org/x", "", ""))
    >>> kept.url, str(kept.date)
    ('http://wsws.org/x', '2019-11-13T01:56:11Z')
    """
    host = parts.host.removeprefix("www.")
    pattern = _TODAY_LONG if host in _TODAY else _WAYBACK.get(host)
    if pattern and (match := pattern.match(parts.tail)):
        inner = absolute(match["url"]) or absolute("https://" + match["url"].lstrip("/"))
        if inner:
            return Kept(inner, timestamp(match["ts"] or ""))
    code = _CODES.get(host)
    return Kept(None, None) if code and code.match(parts.path) else None


def timestamp(text: str) -> PartialDate | None:
    """An archive's time stamp (1 to 14 digits, punctuation ignored) as a date; None where it is none.

    >>> str(timestamp("201911")), str(timestamp("2019.11.13-015611")), timestamp("*")
    ('2019-11', '2019-11-13T01:56:11Z', None)
    """
    digits = re.sub(r"\D", "", text)[:14]
    if len(digits) < 4:
        return None
    year = int(digits[:4])
    month = int(digits[4:6]) if len(digits) >= 6 else None
    day = int(digits[6:8]) if len(digits) >= 8 else None
    try:
        dt.date(year, month or 1, day or 1)
        if len(digits) < 12:
            return PartialDate(year, month, day)
        seconds = int(digits[12:14]) if len(digits) == 14 else 0
        time = dt.time(int(digits[8:10]), int(digits[10:12]), seconds, tzinfo=dt.UTC)
    except ValueError:
        return None
    return PartialDate(year, month, day, time)
