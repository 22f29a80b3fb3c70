"""Sources in brackets: "(ABC News, 11/10/19)", "(Reuters)", "(FAIR.org5/6/098/1/124/11/19)" for three works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.detect.attributions import MEDIA
from citekit.detect.reading import Reading
from citekit.model import Citation, DateOrder, Outlet, PartialDate, Problem, Span
from citekit.text.date_runs import RUN, cut, order_of
from citekit.text.dates import find_dates

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,240})[)\]]")
_JOINT = re.compile(r"^[\s,;:&*_/|]*(?:and|in|on|vom|du|de|le|el|from|see|via|cf\.?|e\.g\.,?)?[\s,;:*_]*$", re.IGNORECASE)
_ACRONYM = re.compile(r"\s*[A-Z][A-Za-z.]{1,7}\s*$")


def detect_parentheticals(reading: Reading) -> Iterator[Citation]:
    """The sources that stand in brackets, with their dates; one citation for each date, or for the outlet alone."""
    text = reading.text
    order = reading.date_order
    for passage in reading.passages:
        for match in _BRACKET.finditer(text, passage.span.start, passage.span.end):
            inner = Span(match.start(1), match.end(1))
            mentions = [m for m in reading.mentions_in(inner) if m.span.end <= inner.end]
            if not mentions or reading.is_abbreviation(match.start(), inner):
                continue
            yield from _bracket(reading, inner, order)


def _bracket(reading: Reading, inner: Span, order: DateOrder | None) -> Iterator[Citation]:
    text = reading.text
    mentions = [m for m in reading.mentions_in(inner) if m.span.end <= inner.end]
    if not _JOINT.match(text[inner.start : mentions[0].span.start]):
        return
    for index, mention in enumerate(mentions):
        stop = mentions[index + 1].span.start if index + 1 < len(mentions) else inner.end
        tail = Span(mention.span.end, stop)
        outlet = reading.outlet(mention.candidates, mention.span.start)
        if outlet is None:
            reading.ambiguous(mention.span, mention.candidates)
            continue
        dated = list(_dates(reading, tail, order, outlet))
        if not dated:
            if not _JOINT.match(tail.of(text)) or not mention.sure or outlet.kind not in MEDIA:
                return
            yield _citation(reading, mention.span, outlet, None, inner)
            continue
        for number, (span, date) in enumerate(dated):
            anchor = Span(mention.span.start, span.end) if number == 0 else span
            yield _citation(reading, anchor, outlet, date, inner)


def _citation(reading: Reading, anchor: Span, outlet: Outlet, date: PartialDate | None, inner: Span) -> Citation:
    return Citation(
        "", "parenthetical", anchor, reading.quotation_before(inner.start - 1), outlet, date=date,
        type=outlet.csl_type, confidence=0.95 if date else 0.8,
        rule="parenthetical.dated" if date else "parenthetical.outlet",
    )  # fmt: skip


def _dates(
    reading: Reading, tail: Span, order: DateOrder | None, outlet: Outlet
) -> Iterator[tuple[Span, PartialDate]]:
    text = reading.text
    run = RUN.search(text, tail.start, tail.end)
    if run is not None and _JOINT.match(text[tail.start : run.start()]):
        ways = cut(run.group(), order or order_of(run.group()) or outlet.date_order or "mdy", reading.article.date)
        if len(ways) > 1:
            reading.problems.append(Problem(Span(run.start(), run.end()), "the dates can be cut in more than one way"))
        if ways:
            for span, date in ways[0].dates:
                yield Span(run.start() + span.start, run.start() + span.end), date
            return
    words = tail.of(text)
    for span, date in find_dates(words, order or outlet.date_order, reading.article.language):
        yield Span(tail.start + span.start, tail.start + span.end), date
