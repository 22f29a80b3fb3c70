"""The date of an article: the day on which it says it was published, as it is displayed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from citekit.articles.html.body import Body
from citekit.articles.metadata.front import PROSE, Line, pieces
from citekit.articles.metadata.tags import names
from citekit.model import DateOrder, PartialDate
from citekit.text.dates import find_dates, parse_date
from citekit.text.urls import date_in

_BARS = re.compile(r"^\W*\d{1,2} \| \d{1,2} \| \d{4}\W*$")
_DAY_MONTH_YEAR = re.compile(r"(?<!\d)(\d{1,2})[._-](\d{1,2})[._-](20\d\d)(?!\d)")
_SCRIPTED = re.compile(
    r"\"(?:date_?published|published_?(?:at|on|date)?|publish_?(?:ed)?_?date|publication_?date|pub_?date|created_?at|date_?created)"
    r"\\?\"\s*:\s*\\?\"(\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
LONGEST = 120
STANDFIRST = 400


def dated(
    lines: list[Line],
    headline: Line | None,
    body: Body | None,
    told: Iterable[str | None],
    changed: Iterable[str | None],
    url: str | None,
    order: DateOrder | None,
    language: str | None,
    markup: str = "",
) -> PartialDate | None:
    """The date of publication.

    `told` are the dates in JSON-LD and tags, best first, `changed` those of the last change. The date displayed beside
    the headline wins over another one in the tags. Without either, what the markup calls a date counts, then the
    address, the end of the text, the last change, the page's own scripts.
    """
    by_tag = next(filter(None, (_full(each, language) for each in told)), None)
    published, updated = _shown(lines, headline, body, order, language)
    address = date_in(url) if url else None
    if by_tag:
        return _agreed(by_tag, published, updated, address)
    ways = (
        lambda: [*published, *filter(None, (_marked(line, language) for line in lines)), *updated],
        lambda: [address] if address else [],
        lambda: _below(lines, body, order, language),
        lambda: filter(None, (_full(each, language) for each in changed)),
        lambda: _spelled(url, headline),
        lambda: _scripted(markup),
    )
    for way in ways:
        for date in way():
            if date.day and _sensible(date):
                return date
    return address


def _agreed(
    told: PartialDate, published: list[PartialDate], updated: list[PartialDate], address: PartialDate | None
) -> PartialDate:
    """The tag's date, or the displayed one where they differ: the tags of many sites are in UTC, or of the file."""
    shown = [*published, *updated]
    if any(_days(date, told) == 0 for date in shown):
        return told
    if published:
        return published[0]
    if address is not None and _days(address, told) == 1 and _is_utc(told):
        return address
    return updated[0] if updated else told


def _is_utc(date: PartialDate) -> bool:
    return date.time is not None and date.time.tzinfo is not None and not date.time.utcoffset()


def _below(
    lines: list[Line], body: Body | None, order: DateOrder | None, language: str | None
) -> Iterator[PartialDate]:
    """Dates under the text that a word such as "published" opens."""
    if body is None:
        return
    paragraphs = {node.mem_id for node in body.root.css("p")}
    prose = [line for line in lines if line.node.mem_id in paragraphs and len(line.text) > PROSE]
    lead = ""
    for piece in pieces(prose[-1].node if prose else body.root, limit=25):
        for span, date in find_dates(piece.text[:LONGEST], order, language):
            if _published().search(f"{lead} {piece.text[: span.start]}"):
                yield date
        lead = piece.text if len(piece.text) < 40 else ""


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


def _full(text: str | None, language: str | None) -> PartialDate | None:
    """A whole date in a tag; tags are written by machines, so a bare text may also hold one."""
    if not text:
        return None
    date = parse_date(text, language=language)
    if date is None and (inner := find_dates(text[:60], language=language)):
        date = inner[0][1]
    return date if date is not None and date.day and _sensible(date) else None


def _sensible(date: PartialDate) -> bool:
    return 1990 <= date.year <= dt.date.today().year + 1


def _days(one: PartialDate, other: PartialDate) -> int | None:
    if not (one.month and one.day and other.month and other.day):
        return None
    return abs((dt.date(one.year, one.month, one.day) - dt.date(other.year, other.month, other.day)).days)


def _shown(
    lines: list[Line], headline: Line | None, body: Body | None, order: DateOrder | None, language: str | None
) -> tuple[list[PartialDate], list[PartialDate]]:
    """The dates displayed around the headline, those below it first: of publication, and of changes."""
    start = headline.node if headline else body.root if body else None
    published: list[PartialDate] = []
    updated: list[PartialDate] = []
    if start is None:
        return published, updated
    after = pieces(start, limit=40, prose=STANDFIRST) if headline else []
    before = pieces(start, limit=12, prose=STANDFIRST, forward=False)[::-1]
    for texts in (after, before):
        lead = ""
        for piece in texts:
            text = piece.text.replace(" | ", ".") if _BARS.search(piece.text) else piece.text
            for span, date in find_dates(text, order, language) if len(text) <= LONGEST else ():
                if date.day and _sensible(date):
                    words = f"{lead} {text[: span.start]}"
                    (updated if _updated().search(words) else published).append(date)
            lead = text if len(text) < 40 else ""
    return published, updated


def _marked(line: Line, language: str | None) -> PartialDate | None:
    """The date of an element that the markup says is one."""
    attributes = line.node.attributes
    if attributes.get("itemprop") in ("datePublished", "dateCreated") or line.tag == "time":
        for value in (attributes.get("content"), attributes.get("datetime"), line.text):
            if date := _full(value, language):
                return date
    return None


@cache
def _updated() -> re.Pattern[str]:
    return _opening("updated")


@cache
def _published() -> re.Pattern[str]:
    return _opening("published")


def _opening(table: str) -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(names(table), key=len, reverse=True))
    return re.compile(
        rf"(?:^|\W)(?:{ways})\b(?:\W+(?:am|on|le|el|em|il|op|den|at|the))?\W*(?:\w+,?\s)?$", re.IGNORECASE
    )
