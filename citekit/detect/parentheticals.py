"""Sources in brackets: "(ABC News, 11/10/19)", "(Reuters)", "(FAIR.org5/6/098/1/124/11/19)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citekit.detect.glosses import is_gloss, spelled_out
from citekit.detect.kinds import MEDIA
from citekit.detect.known import organisation
from citekit.detect.reading import Reading
from citekit.model import Citation, DateOrder, Outlet, PartialDate, Problem, Span
from citekit.text.date_runs import RUN, cut, order_of
from citekit.text.dates import find_dates

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,240})[)\]]")
_JOINT = re.compile(
    r"^[\s,;:&*_/|]*(?:and(?: the)?|in|on|vom|du|de|le|el|from|see|via|cf\.?|e\.g\.,?"
    r"|mit|und|avec|et|y|e|en|con(?: fonte| informaci[óo]n de)?|com(?: a)?|met)?[\s,;:*_]*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[a-zß-ÿ]{2,5}/|/[a-zß-ÿ]{2,5}")
"""How who wrote a credit signs it, before or after the agencies: "(dpa/mor)"."""
_NAME_AND_RUN = re.compile(
    r"(?P<name>[A-Z][\w.&’'-]*(?: [\w.&’'-]+){0,5}?),? ?(?=\d{1,2}[/.]\d{1,2}[/.]\d{2})[\d/., ]+"
)
_YEAR = re.compile(r",\s?((?:19|20)\d\d)")
_DATE_ONLY = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2}")


def detect_parentheticals(reading: Reading) -> Iterator[Citation]:
    """The sources that stand in brackets: one citation for each date, or for the outlet alone."""
    text = reading.text
    order = reading.date_order
    is_markdown = reading.article.media == "markdown"
    for passage in reading.passages:
        for match in reading.bracketed(_BRACKET, passage.span):
            if is_markdown and text[match.end() - 1 : match.end() + 1] in ("](", "]["):
                continue  # the words of a link
            for inner in _segments(text, Span(match.start(1), match.end(1))):
                mentions = [m for m in reading.mentions_in(inner) if m.span.end <= inner.end]
                if not mentions:
                    yield from _unknown(reading, inner, order)
                    yield from _dated_name(reading, passage.span, inner, order)
                elif not is_gloss(text, inner):
                    yield from _bracket(reading, inner, order)


def _segments(text: str, inner: Span) -> list[Span]:
    """The parts of a bracket between semicolons, each read by itself: "(Rain!, 7/90; Reuters)"."""
    found: list[Span] = []
    start = inner.start
    for part in inner.of(text).split(";"):
        found.append(Span(start + len(part) - len(part.lstrip()), start + len(part)))
        start += len(part) + 1
    return found


def _unknown(reading: Reading, inner: Span, order: DateOrder | None) -> Iterator[Citation]:
    """ "(STB4/26/22)": a name that no registry knows, with a date."""
    match = _NAME_AND_RUN.fullmatch(reading.text, inner.start, inner.end)
    if match is None:
        return
    name = spelled_out(reading.text, match["name"]) or match["name"]
    outlet = next(iter(reading.registry.by_name(name)), None) or organisation(name)
    dated = _dates(reading, Span(match.end("name"), inner.end), order, outlet)
    yield from _dated(reading, inner.start, dated, outlet, inner)


def _dated_name(reading: Reading, passage: Span, inner: Span, order: DateOrder | None) -> Iterator[Citation]:
    """ "the Times (7/6/21) wrote": the date alone in brackets after the name."""
    if not _DATE_ONLY.match(reading.text, inner.start, inner.end):
        return
    before = reading.mentions_in(Span(max(passage.start, inner.start - 60), inner.start))
    if not before or reading.text[before[-1].span.end : inner.start - 1].strip(' *_’”"'):
        return
    mention = before[-1]
    outlet = reading.outlet(mention.candidates, mention.span)
    if outlet is None:
        return
    yield from _dated(reading, mention.span.start, _dates(reading, inner, order, outlet), outlet, inner)


def _bracket(reading: Reading, inner: Span, order: DateOrder | None) -> Iterator[Citation]:
    """ "(ABC News, 11/10/19; Reuters)": outlets with only dates between them; with more it is prose."""
    text = reading.text
    mentions = [m for m in reading.mentions_in(inner) if m.span.end <= inner.end]
    head = text[inner.start : mentions[0].span.start]
    if not _JOINT.match(head) and not _INITIALS.fullmatch(head):
        return
    for index, mention in enumerate(mentions):
        stop = mentions[index + 1].span.start if index + 1 < len(mentions) else inner.end
        tail = Span(mention.span.end, stop)
        outlet = reading.outlet(mention.candidates, mention.span)
        if outlet is None:
            reading.ambiguous(mention.span, mention.candidates)
            continue
        dated = list(_dates(reading, tail, order, outlet))
        if not dated:
            sure = mention.sure or _is_alone(text, mention.span, inner)
            joined = _JOINT.match(tail.of(text)) or _INITIALS.fullmatch(tail.of(text))
            if not joined or not sure or outlet.kind not in MEDIA:
                return
            yield _citation(reading, mention.span, outlet, None, inner)
            continue
        yield from _dated(reading, mention.span.start, dated, outlet, inner)


def _is_alone(text: str, name: Span, inner: Span) -> bool:
    """Whether a name with a capital is all that stands in a bracket, and the bracket ends its sentence."""
    return (
        name == inner
        and text[name.start].isupper()
        and text[inner.end + 1 : inner.end + 2] in ("", ".", "\n")
    )


def _dated(
    reading: Reading,
    start: int,
    dates: Iterable[tuple[Span, PartialDate]],
    outlet: Outlet,
    inner: Span,
) -> Iterator[Citation]:
    """A citation for each date of one outlet; the first is marked from `start`, where the name begins."""
    for number, (span, date) in enumerate(dates):
        yield _citation(reading, span if number else Span(start, span.end), outlet, date, inner)


def _citation(
    reading: Reading, anchor: Span, outlet: Outlet, date: PartialDate | None, inner: Span
) -> Citation:
    return Citation(
        id="",
        form="parenthetical",
        span=anchor,
        quote=reading.quotation_before(inner.start - 1),
        outlet=outlet,
        date=date,
        type=outlet.csl_type,
        confidence=0.95 if date else 0.8,
        rule="parenthetical.dated" if date else "parenthetical.outlet",
    )


def _dates(
    reading: Reading, tail: Span, order: DateOrder | None, outlet: Outlet
) -> Iterator[tuple[Span, PartialDate]]:
    """The dates after a name, each with its place; of those that read two ways, the year alone."""
    text = reading.text
    run = RUN.search(text, tail.start, tail.end)
    if run is not None and _JOINT.match(text[tail.start : run.start()]):
        ways = cut(run.group(), order or order_of(run.group()) or outlet.date_order, reading.article.date)
        unsure = len(ways) > 1
        if unsure:
            message = f"{run.group().strip(' ,')!r}: the day or the month may come first"
            reading.problems.append(Problem(Span(run.start(), run.end()), message))
        if ways:
            for span, date in ways[0].dates:
                found = PartialDate(date.year) if unsure else date
                yield Span(run.start() + span.start, run.start() + span.end), found
            return
    words = tail.of(text)
    year = _YEAR.fullmatch(words)
    if year is not None:
        yield tail, PartialDate(int(year[1]))
        return
    for span, date in find_dates(words, order or outlet.date_order, reading.article.language):
        yield Span(tail.start + span.start, tail.start + span.end), date
