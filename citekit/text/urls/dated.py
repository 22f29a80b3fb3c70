"""Dates that a URL's path gives away."""

from __future__ import annotations

import datetime as dt
import re

from citekit.model import PartialDate
from citekit.text.urls.parts import split
from citekit.text.urls.unwrapping import unwrap

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero janvier januar gennaio janeiro janv",
            "feb february febrero fevrier februar febbraio fevereiro fev",
            "mar march marzo mars maerz marco mrz",
            "apr april abr abril avril aprile avr",
            "may mayo mai maggio maio",
            "jun june junio juin juni giugno junho",
            "jul july julio juillet juli luglio julho",
            "aug august ago agosto aout",
            "sep sept september septiembre septembre settembre setembro set",
            "oct october octubre octobre oktober ottobre outubro okt out",
            "nov november noviembre novembre novembro",
            "dec december dic diciembre decembre dezember dicembre dezembro dez",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR = r"(?P<y>19[89]\d|20[0-4]\d)"
_EDGE = r"(?=$|[/._?-])"
_ANY_YEAR = re.compile(r"19[89]\d|20[0-4]\d")
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"/{_YEAR}/(?P<m>\d\d?)/(?P<d>\d\d?){_EDGE}",
        rf"/{_YEAR}/(?P<n>[a-z]{{3,10}})/(?P<d>\d\d?){_EDGE}",
        rf"(?<!\d){_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}_(?P<m>\d\d)_(?P<d>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?P<m>\d\d)/?(?P<d>\d\d)(?!\d)",
        rf"/(?P<d>\d\d)-(?P<m>\d\d)-{_YEAR}{_EDGE}",
        rf"/(?P<d>\d\d)/(?P<m>\d\d)/{_YEAR}{_EDGE}",
        rf"/{_YEAR}/(?P<m>\d\d)(?=$|[/.?-])",
        rf"/{_YEAR}/(?P<n>[a-z]{{3,10}})(?=/|$)",
        rf"/{_YEAR}-(?P<m>\d\d)(?=/|$)",
        rf"[a-z]-{_YEAR}-(?P<m>\d\d?)(?=/?$|\.html?$)",
    )
)
_HOUSE = {
    # Mediapart: /journal/france/290818/slug; OpEdNews: Title-by-Author-Tags-191113-11.html.
    "mediapart.fr": re.compile(r"/journal/[\w-]+/(?P<d>\d\d)(?P<m>\d\d)(?P<s>\d\d)/"),
    "opednews.com": re.compile(r"[-_](?P<s>\d\d)(?P<m>\d\d)(?P<d>\d\d)-\d+\.html"),
}


def date_in(url: str) -> PartialDate | None:
    """The date that a URL's path shows, as coarse as it shows it, or None. Ids of posts are `identify`'s
    matter.

    >>> str(date_in("https://www.theguardian.com/world/2019/nov/18/china-plague"))
    '2019-11-18'
    >>> str(date_in("https://www.moonofalabama.org/2019/11/lessons-to-learn.html"))
    '2019-11'
    """
    parts = split(unwrap(url).url)
    if parts is None:
        return None
    house = _HOUSE.get(parts.host.removeprefix("www."))
    match = house.search(parts.path) if house else None
    return (_date(match) if match else None) or date_of_path(parts.path)


def date_of_path(path: str) -> PartialDate | None:
    """The date in a path, the finest first, or None.

    >>> str(date_of_path("/article/20191113/content-526068.html")), date_of_path("/news/50358823")
    ('2019-11-13', None)
    """
    if not _ANY_YEAR.search(path):
        return None
    for pattern in _PATTERNS:
        for match in pattern.finditer(path):
            if found := _date(match):
                return found
    return None


def _date(match: re.Match[str]) -> PartialDate | None:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else 2000 + int(groups["s"])
    name = groups.get("n")
    month = _MONTHS.get(name.lower()) if name else int(groups["m"])
    day = int(groups["d"]) if groups.get("d") else None
    if month is None:
        return None
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)
