"""The date that the words of a link give to what it leads to: "a Feb. 17 post", "Rain Ministry, May 25"."""

from __future__ import annotations

from citekit.detect.reading import Reading
from citekit.model import PartialDate
from citekit.text.dates import find_dates, resolve_relative

_LONGEST = 80
_MOST = 3
"""Words of a date without a year, and that follow it."""


def date_on_link(reading: Reading, words: str) -> PartialDate | None:
    """The date after the last comma, or before the noun for what is linked; None where the words tell of
    something that happened then ("the Sept. 11 attacks").
    """
    if len(words) > _LONGEST or not any(letter.isdigit() for letter in words):
        return None
    outlet, language = reading.article.outlet, reading.article.language
    dates = find_dates(words, outlet.date_order if outlet else None, language)
    if len(dates) == 1 and _stands_for_work(reading, words[: dates[0][0].start], words[dates[0][0].end :]):
        return dates[0][1]
    head, comma, tail = words.rpartition(",")
    parts = tail.split()
    for width in range(min(len(parts), _MOST), 0, -1):
        for start in range(len(parts) - width + 1):
            day = " ".join(parts[start : start + width]).strip(" .")
            date = resolve_relative(day, reading.article.date, language) if day[-1:].isdigit() else None
            before = " ".join((head + comma, *parts[:start]))
            if date is not None and _stands_for_work(reading, before, " ".join(parts[start + width :])):
                return date
    return None


def _stands_for_work(reading: Reading, before: str, after: str) -> bool:
    """Whether a date between such words is that of a work: it ends an entry, or a noun for a work follows."""
    nouns = reading.phrases.listed("NOUN", "BOOKISH", "MEDIUM", "WORKREF")
    following = after.lower().strip(" .,)").split()
    if following:
        return following[-1] in nouns and len(following) <= _MOST
    return before.rstrip().endswith((",", "(", ":"))
