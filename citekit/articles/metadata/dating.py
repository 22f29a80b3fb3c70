"""The date of an article: the day on which it says it was published, as it is displayed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from citekit.articles.metadata.front import Front, Line
from citekit.articles.metadata.stamps import days_between, is_sensible, is_utc, local, read_stamp
from citekit.articles.metadata.tags import names, pattern
from citekit.model import DateOrder, PartialDate, Span
from citekit.text.dates import find_dates, parse_date
from citekit.text.urls import date_in

_APART = re.compile(r"(?<![\w.])(\d{1,2}|\d{4})(?: \| |\. )(\d{1,2})(?: \| |\. )(\d{1,4})(?!\w)")
_DAY_MONTH_YEAR = re.compile(r"(?<!\d)(\d{1,2})[._-](\d{1,2})[._-](20\d\d)(?!\d)")
_SCRIPTED = re.compile(
    r"\"(?:date_?published|published_?(?:at|on|date)?|publish_?(?:ed)?_?date|publication_?date|pub_?date|created_?at|date_?created)"
    r"\\?\"\s*:\s*\\?\"(\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
LONGEST = 120


def dated(
    front: Front,
    told: Iterable[str | None],
    changed: Iterable[str | None],
    url: str | None,
    order: DateOrder | None,
    language: str | None,
    markup: str = "",
) -> PartialDate | None:
    """The date of publication.

    `told` are the dates in JSON-LD and tags, best first, `changed` those of the last change. The date
    displayed beside the headline wins over another one in the tags. Without either, what the markup calls a
    date counts, then the address, the end of the text, the last change, the page's own scripts.
    """
    stamps = [date for each in told if (date := read_stamp(each, language))]
    published, above, updated = _shown(front, order, language)
    address = date_in(url) if url else None
    if stamps:
        here = local(stamps, [piece.text for piece in front.after if len(piece.text) < 60], language)
        return _agreed(here, published, above, updated, address)
    ways = (
        lambda: filter(None, (_marked(line, language, "itemprop") for line in front.lines)),
        lambda: [*published, *above],
        lambda: [*filter(None, (_marked(line, language, "time") for line in front.lines)), *updated],
        lambda: [address] if address else [],
        lambda: _below(front, order, language),
        lambda: _lined(front, order, language),
        lambda: _in_month(markup, address, order, language) if address else (),
        lambda: filter(None, (read_stamp(each, language) for each in changed)),
        lambda: _last_changed(markup, order, language),
        lambda: _spelled(url, front.shown),
        lambda: _scripted(markup),
    )
    for way in ways:
        for date in way():
            if date.day and is_sensible(date):
                return date
    return address


def _agreed(
    told: PartialDate,
    below: list[PartialDate],
    above: list[PartialDate],
    updated: list[PartialDate],
    address: PartialDate | None,
) -> PartialDate:
    """The tag's date, or the displayed one where they differ: the tags of many sites are in UTC, or of the
    file.

    What stands above the headline may be the day on which the page was saved, so it can only agree.
    """
    if any(days_between(date, told) == 0 for date in (*below, *above)):
        return told
    if below:
        return below[0]
    if (
        address is not None
        and (days := days_between(address, told)) is not None
        and (days > 1 or is_utc(told))
    ):
        return address
    if any(days_between(date, told) == 0 for date in updated):
        return told
    return updated[0] if updated else told


def _below(front: Front, order: DateOrder | None, language: str | None) -> Iterator[PartialDate]:
    """Dates under the text that a word such as "published" opens."""
    lead = ""
    for piece in front.below:
        for span, date in find_dates(piece.text[:LONGEST], order, language):
            if _published().search(f"{lead} {piece.text[: span.start]}"):
                yield date
        lead = piece.text if len(piece.text) < 40 else ""


def _in_month(
    markup: str, month: PartialDate, order: DateOrder | None, language: str | None
) -> Iterator[PartialDate]:
    """Dates anywhere on the page in the month that the address tells."""
    for found in re.finditer(rf">([^<>]{{1,40}}\b{month.year:04}\b[^<>]{{0,10}})<", markup):
        for _, date in find_dates(found[1], order, language):
            if (date.year, date.month) == (month.year, month.month):
                yield date


def _last_changed(markup: str, order: DateOrder | None, language: str | None) -> Iterator[PartialDate]:
    """Dates in what the markup calls the last change: "zuletzt am 29. Januar 2020 geändert"."""
    lowered = markup.lower()
    if not any(name in lowered for name in names("last_changed")):
        return
    for found in _changed().finditer(markup):
        for _, date in find_dates(found[1], order, language):
            yield date


def _spelled(url: str | None, headline: Line | None) -> Iterator[PartialDate]:
    """A date in the words of an address or of the headline: "bericht_vom_22.04.2020"."""
    for text in (url or "", headline.text if headline else ""):
        for found in _DAY_MONTH_YEAR.finditer(text):
            date = parse_date("/".join(found.groups()), "dmy")
            if date:
                yield date


def _scripted(markup: str) -> Iterator[PartialDate]:
    """Dates in the data that a page's own scripts carry."""
    for found in _SCRIPTED.finditer(markup):
        if date := parse_date(found[1]):
            yield date


def _shown(
    front: Front, order: DateOrder | None, language: str | None
) -> tuple[list[PartialDate], list[PartialDate], list[PartialDate]]:
    """The dates displayed around the headline: of publication, below it and above it, and of changes."""
    below: list[PartialDate] = []
    above: list[PartialDate] = []
    updated: list[PartialDate] = []
    for texts, found in ((front.after, below), (front.before, above)):
        lead = ""
        for piece in texts:
            text = _APART.sub(r"\1.\2.\3", piece.text) if len(piece.text) <= LONGEST else piece.text
            for span, date in find_dates(text, order, language) if len(text) <= LONGEST else ():
                if date.day and is_sensible(date) and not _is_said(text, span):
                    (updated if _updated().search(f"{lead} {text[: span.start]}") else found).append(date)
            lead = text if len(text) < 40 else ""
    return below, above, updated


def _marked(line: Line, language: str | None, by: str) -> PartialDate | None:
    """The date of an element that the markup says is one, by "itemprop" or as a "time" element."""
    attributes = line.attributes
    says = (
        attributes.get("itemprop") in ("datePublished", "dateCreated")
        if by == "itemprop"
        else line.tag == "time"
    )
    if says:
        for value in (attributes.get("content"), attributes.get("datetime"), line.text):
            if date := read_stamp(value, language):
                return date
    return None


def _lined(front: Front, order: DateOrder | None, language: str | None) -> Iterator[PartialDate]:
    """Dates in short lines below the headline whose class or opening words promise one."""
    for line in front.lines:
        if len(line.text) > LONGEST or line.place <= front.top:
            continue
        for span, date in find_dates(line.text, order, language):
            if pattern("promising").search(line.names) or _published().search(line.text[: span.start]):
                yield date


@cache
def _changed() -> re.Pattern[str]:
    words = pattern("last_changed").pattern
    return re.compile(
        rf"(?:class|id)=[^<>=]{{0,80}}(?:{words})[^<>]{{0,200}}>([^<>]{{6,160}})<", re.IGNORECASE
    )


@cache
def _updated() -> re.Pattern[str]:
    return _opening("updated")


@cache
def _published() -> re.Pattern[str]:
    return _opening("published", "updated")


def _opening(*tables: str) -> re.Pattern[str]:
    ways = "|".join(
        re.escape(way)
        for way in sorted((way for table in tables for way in names(table)), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:^|\W)(?:{ways})\b(?:\W+(?:am|on|le|el|al|em|il|op|den|at|the|à))?\W*(?:\w+,?\s)?$",
        re.IGNORECASE,
    )


def _is_said(text: str, date: Span) -> bool:
    """Whether a date stands in a sentence, which tells of something else than the day of publication.

    >>> _is_said("They all met again in the café on 5 May 2020 and went home.", Span(36, 46))
    True
    """
    before, after = text[: date.start], text[date.end :]
    return len(before.split()) > 4 and len(after.split()) > 2 and not _published().search(before)
