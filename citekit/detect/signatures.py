"""Who a quotation is from where a line of its own says so.

"— Ada Moor, The Guardian, 3 May 2019" stands under it, or "From the New York Times:" over it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.detect import patterns as letter
from citekit.detect.blocks import Block
from citekit.detect.kinds import MEDIA
from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Outlet, PartialDate, Span
from citekit.text.dates import find_dates
from citekit.text.names import is_human, parse_person

_TAIL = re.compile(r"^[\s>*_]*[-–—―]{1,2}\s?(?P<name>[^\n]{3,140})$", re.MULTILINE)
_LONGEST_TAIL = 150
_LONGEST_LEAD = 30
"""Words of a sentence that leads into a quotation from the one outlet that it names."""
_LONGEST_CREDIT = 15
"""Words of one in which a person named beside the outlet wrote what follows."""
_FIRST, _LEAST = 8, 40
_MARKS = '"“«„»‘'


def signature(reading: Reading, block: Block) -> Citation | None:
    """ "—Ada Moor, The Long Rain" as the last line of the block or the line after it."""
    lines = [block.span]
    if block.last + 1 < len(reading.passages):
        lines.append(_line(reading, block.last + 1))
    for span in lines:
        found = list(_TAIL.finditer(reading.text, span.start, span.end))
        if found and _is_source(reading, found[-1]):
            inside = block.span.contains(Span(*found[-1].span()))
            quote = Span(block.span.start, found[-1].start()) if inside else block.span
            return _signed(reading, found[-1], quote)
    return None


def led_by(reading: Reading, block: Block) -> Citation | None:
    """The one outlet that the line over a block names, however it does: "Here is Le Monde:"."""
    if block.lead is None:
        return None
    lead = reading.passages[block.lead].span
    if block.markup and not reading.ends_in_colon(lead):
        return None
    sentence = next(iter(reading.sentences_in(lead)[-1:]), None)
    if sentence is None or len(sentence.span.of(reading.text).split()) > _LONGEST_LEAD:
        return None
    named = [m for m in reading.mentions_in(sentence.span) if m.sure]
    outlets = {o.id: o for m in named if (o := reading.outlet(m.candidates, m.span)) is not None}
    outlet = next(iter(outlets.values()), None)
    if len(outlets) != 1 or outlet is None or outlet.kind not in MEDIA:
        return None
    short = len(sentence.tags) <= _LONGEST_CREDIT and sentence.tags.count(letter.PERSON) == 1
    writer = sentence.spans[sentence.tags.index(letter.PERSON)].of(reading.text) if short else ""
    dates = find_dates(sentence.span.of(reading.text), reading.date_order, reading.article.language)
    return Citation(
        id="",
        form="attribution",
        span=sentence.span,
        quote=block.span,
        outlet=outlet,
        authors=(parse_person(writer),) if " " in writer else (),
        date=dates[0][1] if len(dates) == 1 else None,
        type=outlet.csl_type,
        confidence=0.8,
        rule="quotation.led",
    )


def epigraphs(reading: Reading, citations: Sequence[Citation]) -> list[Citation]:
    """A paragraph and under it a line with nothing but a dash and a name: an epigraph."""
    found = []
    quoted = {reading.passage_at(c.quote.end - 1) for c in citations if c.quote and c.form != "reprint"}
    held = {reading.passage_at(c.span.start) for c in citations}
    for index in range(1, len(reading.passages)):
        before, passage = reading.passages[index - 1], reading.passages[index]
        if len(passage.span) > _LONGEST_TAIL or passage.kind not in ("paragraph", "item"):
            continue
        line = _line(reading, index)
        match = _TAIL.fullmatch(reading.text, line.start, line.end)
        if match is None or len(before.span) < _LEAST or not _is_source(reading, match):
            continue
        marked = reading.text[before.span.start] in _MARKS
        if index not in held and index - 1 not in quoted and (marked or _is_name(_first(match))):
            found.append(_signed(reading, match, before.span))
    return found


def _line(reading: Reading, index: int) -> Span:
    """A passage, of an item that is no list's with the dash before it."""
    span = reading.passages[index].span
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(reading.passages)]
    if reading.passages[index].kind != "item" or any(reading.passages[i].kind == "item" for i in beside):
        return span
    return Span(reading.text.rfind("\n", 0, span.start) + 1, span.end)


def _first(match: re.Match[str]) -> str:
    return match["name"].split(",")[0].strip(" *_")


def _is_source(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a line after a dash begins with a human's name, or is an outlet's with its date at most."""
    if _is_name(_first(match)):
        return True
    place = Span(match.start("name"), match.end("name"))
    mention = next(iter(reading.mentions_in(place)), None)
    if mention is None or mention.span.start > place.start + _FIRST:
        return False
    rest = reading.text[mention.span.end : place.end].strip(" *_.,()")
    return not rest or bool(find_dates(rest, reading.date_order, reading.article.language))


def _is_name(words: str) -> bool:
    return len(words.split()) <= 5 and is_human(words.strip())


def _signed(reading: Reading, match: re.Match[str], quote: Span) -> Citation:
    """A quotation with its author, and the outlet, the day and the work where the line names them."""
    place = Span(match.start("name"), match.end("name"))
    named = next((m for m in reading.mentions_in(place) if m.span.end <= place.end), None)
    outlet: Outlet | None = reading.outlet(named.candidates, named.span) if named else None
    dates = find_dates(match["name"], reading.date_order, reading.article.language) if outlet else []
    date: PartialDate | None = dates[0][1] if dates else None
    name, _, rest = match["name"].strip(" *_").partition(",")
    authors: tuple[Author, ...] = (parse_person(name.strip(" *_")),) if _is_name(name) else ()
    if named is not None and outlet is not None:
        rest = match["name"][: named.span.start - place.start].partition(",")[2]
    title = rest.strip(' “”"*_,.([') or None
    return Citation(
        id="",
        form="attribution",
        span=place,
        quote=quote,
        outlet=outlet,
        authors=authors,
        title=title,
        date=date,
        type=outlet.csl_type if outlet else "book" if title else "manuscript",
        confidence=0.8,
        rule="quotation.signed",
    )
