"""Reprints: another's article given whole, and where it begins and ends.

A credit line, a wire's dateline ("CHICAGO (AP) —") or a byline that names an agency makes the whole article a
reprint; "Here is that article in its entirety" only what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.detect.blocks import LABEL
from citekit.detect.credit_lines import credited
from citekit.detect.matching import find_matches
from citekit.detect.reading import Reading
from citekit.detect.rights import rights
from citekit.detect.tagged import Tagged
from citekit.detect.whole_article import is_own, reprint_of, whole
from citekit.detect.wire_copy import author, byline, dateline
from citekit.model import Citation, Outlet, Span
from citekit.text.dates import find_dates

_EDITION = re.compile(
    r" (U\.?S\.?A?|U\.?K\.?|Canada|Australia|India|Asia|Africa|Europe"
    r"|Brasil|France|Deutschland|España|Italia|Japan)\b"
)
_EDGE = 4  # passages at either end of an article, where credits stand
_DATED = 60  # code points after a credit in which its day stands


def detect_reprints(reading: Reading) -> Iterator[Citation]:
    """The reprints of an article: one at most that covers it all, or each part that is announced as one."""
    announced = list(_announced(reading))
    if announced:
        yield from announced
        return
    ways = (_credit_line, dateline, _credited, byline, author)
    credit = next((found for way in ways if (found := way(reading)) is not None), None)
    if credit is not None:
        yield credit


def _credits(reading: Reading) -> Iterator[tuple[Tagged, Span, Outlet]]:
    """The sentences that say where something first appeared."""
    for match in reading.once(find_matches):
        if match.sentence.depth or match.pattern.form != "reprint":
            continue
        candidates = match.sentence.outlets.get(match.slots["outlet"][0], ())
        outlet = reading.outlet(candidates, match.sentence.spans[match.slots["outlet"][0]])
        if outlet is None:
            continue
        edition = _EDITION.match(reading.text, match.span.end)
        if edition is not None:
            name = f"{outlet.name} {edition.group(1)}"
            outlet = replace(
                outlet, id=f"{outlet.id}-{edition.group(1).lower()}", name=name, provisional=True
            )
        yield match.sentence, match.span, outlet


def _announced(reading: Reading) -> Iterator[Citation]:
    """A reprint that stands between the writer's own words before and after it."""
    words = reading.phrases.listed("ENTIRETY")
    for _, span, outlet in _credits(reading):
        index = reading.passage_at(span.start)
        if index is None or index + 1 >= len(reading.passages):
            continue
        said = reading.passages[index].span.of(reading.text).lower()
        following = (
            reading.passages[index + 1].span.of(reading.text).lower()
            if index + 2 < len(reading.passages)
            else ""
        )
        if any(w in said for w in words):
            first = index + 1
        elif any(w in following[:300] for w in words):
            first = index + 2
        else:
            continue
        last = _voice_returns(reading, first)
        title = _title(reading, reading.passages[index].span, first)
        if reading.passages[first].kind == "heading" or _is_heading(reading, first, title):
            first += 1
        if first > last:
            continue
        quote = Span(reading.passages[first].span.start, reading.passages[last].span.end)
        yield reprint_of(reading, span, quote, outlet, "reprint.announced", title)
        return


def _is_heading(reading: Reading, index: int, title: str | None) -> bool:
    """Whether a passage repeats the title of what is reprinted."""
    words = " ".join(reading.passages[index].span.of(reading.text).split()).strip(' “”"«»*_')
    return title is not None and words.lower().rstrip(".") == title.lower().rstrip(".")


def _voice_returns(reading: Reading, first: int) -> int:
    """The last passage of a reprint: before a label ("My Notes:") or the words that end it, else the last."""
    ends = reading.phrases.listed("RETURN")
    for index in range(first + 1, len(reading.passages)):
        words = reading.passages[index].span.of(reading.text)
        opening = words[:60].lower()
        if LABEL.match(words) or any(opening.startswith(end) for end in ends):
            return index - 1
    return len(reading.passages) - 1


def _title(reading: Reading, span: Span, first: int) -> str | None:
    """The title that the announcement at `span` quotes, or that the reprint begins with."""
    for quotation in reading.quotations_in(span):
        words = " ".join(quotation.inner.of(reading.text).split())
        if 2 <= len(words.split()) <= 25 and words[:1].isupper():
            return words.strip(" ,.")
    passage = reading.passages[first]
    line = " ".join(passage.span.of(reading.text).split())
    if len(line) < 120 and line[:1] in '“"«' and line[-1:] in '”"»':
        return line.strip('“”"«»')
    return " ".join(passage.span.of(reading.text).split()) if passage.kind == "heading" else None


def _credit_line(reading: Reading) -> Citation | None:
    """ "This article originally appeared in X" near the top or the bottom."""
    count = len(reading.passages)
    this = reading.phrases.tagged("THIS")
    for sentence, span, outlet in _credits(reading):
        index = reading.passage_at(span.start)
        if index is None or is_own(reading, outlet):
            continue
        near_edge = index < _EDGE or index >= count - _EDGE
        speaks_of_itself = bool(this & set(sentence.tags)) or len(sentence.tags) <= 12
        if near_edge and speaks_of_itself:
            found = reprint_of(reading, span, whole(reading), outlet, "reprint.credit", reading.article.title)
            rest = reading.text[span.end : min(reading.passages[index].span.end, span.end + _DATED)]
            dates = find_dates(rest, reading.date_order or outlet.date_order, reading.article.language)
            return replace(found, date=dates[0][1] if len(dates) == 1 else None)
    return None


def _credited(reading: Reading) -> Citation | None:
    """Who holds the rights by the last lines, and whom those of a text without markup credit."""
    lines = () if reading.article.media == "html" else credited(reading)
    for span, outlet, rule in (*lines, *rights(reading, reading.passages[-_EDGE:])):
        if not is_own(reading, outlet):
            return reprint_of(reading, span, whole(reading), outlet, rule, reading.article.title)
    return None
