"""The date that the words of an attribution give to what they cite: "a report on May 3", "last week"."""

from __future__ import annotations

from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect.match import Match
from citekit.detect.reading import Reading
from citekit.detect.vocabulary import MONTHS_OR_VERBS
from citekit.model import PartialDate
from citekit.text.dates import parse_date, resolve_relative

_LONGEST_DATE = 5  # tokens
_BACK = 16  # tokens before a match in which its sentence may tell the time
_NEAR = 3  # tokens after a match in which a date may begin


class MentionDate(NamedTuple):
    """A date, and the words that say it where they are relative; a date may come of the words or not."""

    date: PartialDate | None = None
    words: str | None = None


def mention_date(reading: Reading, match: Match) -> MentionDate:
    """The date in, soon after or just before a match."""
    first, last = _place(reading, match)
    spans = match.sentence.spans
    if first >= last or first >= len(spans):
        return MentionDate()
    words = reading.text[spans[first].start : spans[last - 1].end].strip(" ,")
    if words in MONTHS_OR_VERBS:  # "towns may not sell"
        return MentionDate()
    outlet, language = reading.article.outlet, reading.article.language
    date = parse_date(words, outlet.date_order if outlet else None, language)
    if date is not None and (not words.isdigit() or 1900 <= date.year <= 2100):
        return MentionDate(date)
    if words.isdigit():
        return MentionDate()
    return MentionDate(resolve_relative(words, reading.article.date, language), words)


def _place(reading: Reading, match: Match) -> tuple[int, int]:
    """The tokens of the date; empty if there is none."""
    if "date" in match.slots:
        return match.slots["date"]
    tags = match.sentence.tags
    dated = reading.phrases.tagged("DATEWORD") | {letter.NUMBER}
    for start, stop in ((match.end, match.end + _NEAR), (match.start, match.end)):
        first, last = _first_run(tags, dated, start, stop)
        if first < last:
            return first, last
    if match.start and tags[match.start - 1] in dated:
        return _last_run(tags, dated, match.start)
    if match.start and tags[match.start - 1] == ",":
        first, last = _first_run(tags, dated, 0, 2)
        if last == match.start - 1:
            return first, last
    if (
        match.pattern.type == "speech"
        or tags[match.start - 1 : match.start] == "("
        or "(" in tags[: match.start]
    ):
        return _last_run(tags, dated, match.start)
    return 0, 0


def _last_run(tags: str, dated: frozenset[str], stop: int) -> tuple[int, int]:
    """The tokens of the last date before a match, for words whose time is their sentence's."""
    for index in range(stop - 1, max(-1, stop - _BACK), -1):
        if tags[index] in dated:
            return index, index + 1
    return 0, 0


def _first_run(tags: str, dated: frozenset[str], first: int, stop: int) -> tuple[int, int]:
    """The tokens of the first date between two tokens, before any stop or bracket; empty if there is none."""
    while first < min(len(tags), stop) and tags[first] not in dated:
        if tags[first] in ";:().":
            return stop, stop
        first += 1
    if first >= stop:
        return stop, stop
    last = first
    while last < len(tags) and last - first < _LONGEST_DATE and (tags[last] in dated or tags[last] == ","):
        last += 1
    return first, last
