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
from citekit.detect.datelines import DATELINE, is_place
from citekit.detect.longer_names import is_part
from citekit.detect.matching import find_matches
from citekit.detect.reading import Reading
from citekit.detect.rights import rights
from citekit.detect.tagged import Tagged
from citekit.model import Citation, Organisation, Outlet, Person, Span
from citekit.text.dates import find_dates

_EDITION = re.compile(
    r" (U\.?S\.?A?|U\.?K\.?|Canada|Australia|India|Asia|Africa|Europe"
    r"|Brasil|France|Deutschland|España|Italia|Japan)\b"
)
_NO_BYLINE = re.compile(r"[(\[\d]|.{0,90}[“„«]")
_PICTURE = re.compile(r"\w/\w+/|/ ?(?:AFP|AP|Reuters|EPA|Getty|REUTERS)\b|Getty")
_BY = ("by ", "por ", "par ", "von ", "de ")
_FIRST, _EDGE, _LONGEST_LABEL = 4, 4, 40
_PROSE = 80  # code points of a paragraph that is running text
_DATED = 60  # code points after a credit in which its day stands


def detect_reprints(reading: Reading) -> Iterator[Citation]:
    """The reprints of an article: one at most that covers it all, or each part that is announced as one."""
    announced = list(_announced(reading))
    if announced:
        yield from announced
        return
    credit = _credit_line(reading) or _dateline(reading) or _credited(reading) or _byline(reading)
    if credit is not None:
        yield credit


def _is_own(reading: Reading, outlet: Outlet) -> bool:
    """Whether an outlet is the article's: what it prints itself is no reprint."""
    own = reading.article.outlet
    if own is None or own.id == outlet.id:
        return own is not None
    return own.domain is not None and own.domain == outlet.domain and not outlet.provisional


def _whole(reading: Reading) -> Span | None:
    """From the first passage to the last."""
    if not reading.passages:
        return None
    return Span(reading.passages[0].span.start, reading.passages[-1].span.end)


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
        yield _reprint(reading, span, quote, outlet, "reprint.announced", title)
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
        if index is None or _is_own(reading, outlet):
            continue
        near_edge = index < _EDGE or index >= count - _EDGE
        speaks_of_itself = bool(this & set(sentence.tags)) or len(sentence.tags) <= 12
        if near_edge and speaks_of_itself:
            found = _reprint(reading, span, _whole(reading), outlet, "reprint.credit", reading.article.title)
            rest = reading.text[span.end : min(reading.passages[index].span.end, span.end + _DATED)]
            dates = find_dates(rest, reading.date_order or outlet.date_order, reading.article.language)
            return replace(found, date=dates[0][1] if len(dates) == 1 else None)
    return None


def _credited(reading: Reading) -> Citation | None:
    """Who holds the rights by the last lines, and whom those of a text without markup credit."""
    lines = () if reading.article.media == "html" else credited(reading)
    for span, outlet, rule in (*lines, *rights(reading, reading.passages[-_EDGE:])):
        if not _is_own(reading, outlet):
            return _reprint(reading, span, _whole(reading), outlet, rule, reading.article.title)
    return None


def _dateline(reading: Reading) -> Citation | None:
    """ "CHICAGO (AP) —" at the head of one of the first paragraphs."""
    paragraphs = [p for p in reading.passages if p.kind in ("paragraph", "byline", "item")][:_FIRST]
    for passage in paragraphs:
        match = DATELINE.match(passage.span.of(reading.text))
        if match is None or (match["place"] and not is_place(match["place"])):
            continue
        group = "wire" if match["wire"] else "alone" if match["alone"] else "bare"
        place = Span(passage.span.start + match.start(group), passage.span.start + match.end(group))
        for mention in reading.mentions_in(place):
            outlet = next((o for o in mention.candidates if o.kind == "wire"), None)
            if group == "bare" and mention.span.end != place.end:
                continue
            if outlet is not None and not _is_own(reading, outlet):
                head = Span(passage.span.start, place.end + (group != "bare"))
                return _reprint(reading, head, _whole(reading), outlet, "reprint.dateline")
    return None


def _byline(reading: Reading) -> Citation | None:
    """A byline that names an agency: "By Ada Moor, Associated Press"."""
    labels = reading.phrases.listed("SOURCELIST")
    prose = any(len(passage.span) >= _PROSE for passage in reading.passages)
    for passage in reading.passages[: _FIRST + 2]:
        if passage.span.of(reading.text)[:_LONGEST_LABEL].strip(" :*_#").lower() in labels:
            break  # what follows are sources
        if passage.depth or passage.kind not in ("byline", "paragraph") or len(passage.span) > 90:
            continue
        words = passage.span.of(reading.text)
        if _NO_BYLINE.match(words) or " / " in words or _PICTURE.search(words):
            continue  # the credit of a picture, or an entry in a list
        for mention in reading.mentions_in(passage.span):
            outlet = next((o for o in mention.candidates if o.kind == "wire"), None)
            if outlet is None or _is_own(reading, outlet) or (not mention.sure and len(words) > 60):
                continue
            if not mention.sure and is_part(mention, reading.text, reading.phrases):
                continue  # "By Petra Lindqvist"
            after = reading.text[mention.span.end : passage.span.end].strip(" ,|–—-")
            heads = (
                mention.span.start - passage.span.start < 5 and after[:1] not in ("", ":") and is_place(after)
            )
            alone = not heads and prose and len(words.split()) <= len(mention.surface.split()) + 1
            signed = (
                heads
                or passage.kind == "byline"
                or (words.lower().startswith(_BY) and words.strip().endswith(mention.surface))
            )
            if (not alone and signed) or (alone and not _has_writer(reading)):
                found = _reprint(reading, mention.span, _whole(reading), outlet, "reprint.byline")
                # "Reuters, Washington": a place that was read as a name
                return replace(
                    found, authors=tuple(a for a in found.authors if not heads or a.name not in after)
                )
    for author in reading.article.authors:
        if isinstance(author, Organisation):
            outlet = next((o for o in reading.registry.by_name(author.name) if o.kind == "wire"), None)
            whole = _whole(reading)
            if outlet is not None and whole is not None and not _is_own(reading, outlet):
                head = Span(whole.start, whole.start)
                return _reprint(reading, head, whole, outlet, "reprint.author")
    return None


def _has_writer(reading: Reading) -> bool:
    """Whether a person signs the article: a wire's name by itself then credits a picture."""
    return any(isinstance(a, Person) for a in reading.article.authors)


def _reprint(
    reading: Reading, span: Span, quote: Span | None, outlet: Outlet, rule: str, title: str | None = None
) -> Citation:
    """The citation; the people who sign an article that is all a reprint wrote it."""
    signed = () if rule == "reprint.announced" else reading.article.authors
    return Citation(
        id="",
        form="reprint",
        span=span,
        quote=quote,
        outlet=outlet,
        authors=tuple(author for author in signed if not isinstance(author, Organisation)),
        title=title,
        type=outlet.csl_type,
        confidence=0.9,
        rule=rule,
    )
