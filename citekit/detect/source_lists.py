"""Sources outside the sentences: "Sources:" lists and labels, footnotes, and headlines with their outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.detect.headlines import headline
from citekit.detect.known import organisation
from citekit.detect.links import is_document, is_own, is_sold
from citekit.detect.reading import Reading
from citekit.detect.references import NUMBERED, reference
from citekit.model import Citation, Passage, Span
from citekit.text.dates import find_dates
from citekit.text.names import has_given_name, is_human

_NAME = re.compile(r"[A-ZÀ-Þ][\w.&’'-]{2,30}(?: [A-ZÀ-Þ][\w.&’'-]{1,30}){0,3}")
_FOOTNOTE = re.compile(r"^\s*(?:\[\^?\d{1,3}\]:?|\[\^[\w-]{1,20}\]:?|\(\d{1,3}\)|\d{1,3}[.)]|\^|↑)\s")
_NUMBER_AFTER = re.compile(r"; ?(?=DOI|doi|https?:)")
"""What stands between a work and its number or address."""
_LONGEST_ITEM = 700
_LONGEST_LABEL = 40
_PROSE = 120
"""Code points from which on an entry that ends in a stop must show what it is."""
_LONGEST_LINKED = 300
_ENTRIES = ("item", "paragraph")
_LONGEST_NUMBER = 30
_FIRST = 5  # code points before the outlet's name that opens a line
_HEAD = 80  # code points at the head of an entry in which its link stands


def detect_source_lists(reading: Reading) -> Iterator[Citation]:
    """One citation for each entry of a list of sources that the article carries, linked or not."""
    in_list = False
    for index, passage in enumerate(reading.passages):
        if _opens_list(reading, index):
            in_list = True
            yield from _labelled(reading, passage)
            continue
        voice = _voice(reading, passage)
        if voice is not None:
            yield voice
            continue
        in_list = in_list and _goes_on(reading, index)
        if len(passage.span) > _LONGEST_ITEM or not (passage.kind in _ENTRIES or in_list):
            continue
        listed = in_list or _is_row(reading, index)
        entry = headline(reading, passage.span, is_item=passage.kind == "item", in_list=listed)
        if entry is None and in_list:
            entry = _shown(reading, reference(reading, passage.span))
        elif entry is None and _is_footnote(reading, index):
            # footnotes say when or where, numbered arguments do not
            found = reference(reading, passage.span)
            entry = found if found is not None and (found.date is not None or found.url is not None) else None
        if entry is not None and not (entry.url and entry.date is None and is_sold(entry.url)):
            yield entry


def _voice(reading: Reading, passage: Passage) -> Citation | None:
    """ "**The Guardian:** It rained.": an outlet in bold and a colon, and what it says."""
    if reading.article.media == "html" or not reading.text.startswith("**", passage.span.start):
        return None
    end = reading.text.find("**", passage.span.start + 2, passage.span.start + _LONGEST_LABEL)
    if end < 0 or ":" not in reading.text[end - 1 : end + 3] or end + 4 >= passage.span.end:
        return None
    name = reading.text[passage.span.start + 2 : end].strip(" :")
    mention = next(iter(reading.mentions_in(Span(passage.span.start, end))), None)
    if mention is None or len(mention.span) < len(name) - len("The "):
        return None
    outlet = reading.outlet(mention.candidates, mention.span)
    if outlet is None:
        return None
    quotation = next(iter(reading.quotations_in(Span(end, passage.span.end))), None)
    return Citation(
        id="",
        form="attribution",
        span=mention.span,
        quote=quotation.inner if quotation is not None else None,
        outlet=outlet,
        type=outlet.csl_type,
        confidence=0.85,
        rule="list.voice",
    )


def _opens_list(reading: Reading, index: int) -> bool:
    """Whether a heading or a label ("Sources:") says that what follows are sources."""
    passage = reading.passages[index]
    labels = reading.phrases.listed("SOURCELIST")
    start, end = passage.span.start, min(passage.span.end, passage.span.start + _LONGEST_LABEL)
    line = reading.text[start:end].strip(" *_#•")
    label, colon, _ = line.partition(":")
    if colon and label.strip().lower() in labels:
        return True
    is_short = passage.kind == "heading" or len(passage.span) < _LONGEST_LABEL
    return is_short and line.rstrip(":!. ").lower() in labels


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a passage still belongs to the list of sources before it."""
    passage, before = reading.passages[index], reading.passages[index - 1]
    if len(passage.span) > _LONGEST_ITEM:
        return False
    if passage.kind == "heading":
        # a short entry of a list in plain text looks like a heading
        return reading.article.media != "html" and _is_full(reference(reading, passage.span))
    if passage.kind == "item" or NUMBERED.match(passage.span.of(reading.text)):
        return True
    if reading.article.media == "html":
        link = next(iter(reading.links_in(passage.span)), None)
        if link is None or link.span.start - passage.span.start >= _HEAD:
            return False
        elsewhere = not is_own(reading, reading.registry.by_url(link.url))
        return len(passage.span) < _LONGEST_LINKED and (elsewhere or is_document(reading, link, passage))
    if len(passage.span) >= _PROSE and reading.text[passage.span.end - 1] == ".":
        goes_on = False
    elif _opens_list(reading, index - 1):
        goes_on = _stands_alone(reading, before)
    else:
        goes_on = reading.text.count("\n", before.span.end, passage.span.start) < 2
    return goes_on or _is_full(reference(reading, passage.span))


def _stands_alone(reading: Reading, label: Passage) -> bool:
    """Whether nothing follows a label on its own line: "Read more: Pumps stand still" is complete."""
    return ":" not in label.span.of(reading.text).rstrip(' *_:"')


def _shown(reading: Reading, entry: Citation | None) -> Citation | None:
    """An entry in text, unless it only looks like one: "Ada Moor's List: 21 Pumps" under "Related"."""
    if entry is None or reading.article.media == "html":
        return entry
    known = entry.outlet is not None and not entry.outlet.provisional
    human = any(has_given_name(author.name) for author in entry.authors)
    return entry if known or human or entry.date is not None or entry.url is not None else None


def _is_full(entry: Citation | None) -> bool:
    """Whether an entry shows what is cited and when or where."""
    return entry is not None and entry.title is not None and (entry.date is not None or entry.url is not None)


def _is_row(reading: Reading, index: int) -> bool:
    """Whether a line is one of several "Outlet: Headline" that stand one under the other."""
    return _has_outlet_first(reading, index) and (
        _has_outlet_first(reading, index - 1) or _has_outlet_first(reading, index + 1)
    )


def _has_outlet_first(reading: Reading, index: int) -> bool:
    """Whether a line opens with an outlet's name and a colon, and ends as headlines do."""
    if not 0 <= index < len(reading.passages):
        return False
    span = reading.passages[index].span
    if len(span) > _LONGEST_LINKED or reading.text[span.end - 1] in ".:;,":
        return False
    return any(
        m.span.start - span.start < _FIRST and reading.text[m.span.end : m.span.end + 2] == ": "
        for m in reading.mentions_in(Span(span.start, min(span.end, span.start + _HEAD)))
    )


def _labelled(reading: Reading, passage: Passage) -> Iterator[Citation]:
    """The sources on the label's own line: "Source: Rain Ministry, May 25, 2019", "Sources: Reuters, ZDF"."""
    colon = reading.text.find(":", passage.span.start, passage.span.end)
    line = Span(colon + 1, passage.span.end)
    words = line.of(reading.text)
    if colon < 0 or not words.strip():
        return
    between = next((mark for mark in ("\n", ";") if mark in _NUMBER_AFTER.sub(",", words.strip())), None)
    entry = reference(reading, line) if between is None and len(reading.links_in(line)) == 1 else None
    if entry is not None and entry.date is not None and entry.url is not None:
        yield entry
        return
    if between is None:
        yield from _named(reading, line)
        return
    start = line.start
    for part in words.split(between):
        place = Span(start, start + len(part))
        start += len(part) + 1
        if part.strip():
            entry = headline(reading, place, is_item=True, in_list=True) or reference(reading, place)
            if entry is not None:
                yield entry


def _named(reading: Reading, line: Span) -> Iterator[Citation]:
    """The outlets that a line names, with its date if it names one only."""
    outlets = [
        (sentence.spans[index], candidates)
        for sentence in reading.sentences_in(line)
        for index, candidates in sentence.outlets.items()
        if sentence.spans[index].start >= line.start
    ]
    dates = find_dates(line.of(reading.text), reading.date_order, reading.article.language)
    if not outlets and (name := _unknown_name(reading, line)) is not None:
        outlets = [(name, (organisation(name.of(reading.text)),))]
    for span, candidates in outlets:
        outlet = reading.outlet(candidates, span)
        if outlet is not None:
            yield Citation(
                id="",
                form="parenthetical",
                span=span,
                outlet=outlet,
                date=dates[0][1] if dates and len(outlets) == 1 else None,
                type=outlet.csl_type,
                confidence=0.85,
                rule="list.label",
            )


def _unknown_name(reading: Reading, line: Span) -> Span | None:
    """A line that is nothing but a name: "Rain Press"; no human's, and no noun that is a name nowhere."""
    words = line.of(reading.text)
    bare = words.strip(" .*_|()\n")
    common = reading.phrases.listed("COMMON", "NEVERNAME", "FUNCTION", "OPENER")
    if not _NAME.fullmatch(bare) or bare.lower() in common or (" " in bare and is_human(bare)):
        return None
    start = line.start + words.index(bare)
    return Span(start, start + len(bare))


def _is_footnote(reading: Reading, index: int) -> bool:
    """A numbered line in the last third of the article, beside others of its kind."""
    if not _is_numbered(reading, index):
        return False
    rest = range(index + 1, len(reading.passages))
    if index < 2 * len(reading.passages) // 3 and not (
        rest and all(_is_numbered(reading, i) for i in rest[:9])
    ):
        return False
    return any(_is_numbered(reading, beside) for beside in (index - 1, index + 1))


def _is_numbered(reading: Reading, index: int) -> bool:
    if not 0 <= index < len(reading.passages):
        return False
    span = reading.passages[index].span
    if _FOOTNOTE.match(span.of(reading.text)):
        return True
    if reading.passages[index].kind != "item" or reading.article.media == "html":
        return False
    line = reading.text.rfind("\n", max(0, span.start - _LONGEST_NUMBER), span.start) + 1
    number = reading.text[max(line, span.start - _LONGEST_NUMBER) : span.start]
    return _FOOTNOTE.match(number) is not None
