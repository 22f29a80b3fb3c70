"""Sources outside the sentences: "Sources:" lists, footnotes, "headline (Outlet)", "Outlet: headline"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.detect.known import organisation
from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Outlet, PartialDate, Passage, Span
from citekit.text.dates import find_dates
from citekit.text.names import is_human, parse_author

_NUMBERED = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|\^|\*|↑|[•·▪–—-]\s)\s*")
_FOOTNOTE = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|\^|↑)\s")
_BULLET = re.compile(r"^[\s•·▪–—*-]*")
_CLOSED = re.compile(r"^(?P<title>[^\n]{8,300}?)\s*[\[(](?P<outlet>[^\])\n]{2,60})[\])]\W*$")
_OPENED = re.compile(r"^(?P<outlet>[^:\n]{2,60}):\s+(?P<title>[^\n]{8,300})$")
_PARTS = re.compile(
    r"^(?P<first>[^,:“\"„«*_(\n]{3,90}(?:, (?:and |y |e |et |und )?[A-Z][^,:“\"„«*_(\n]{3,60}){0,2}?)[,:.]\s+[“\"„«*_]?(?P<rest>[^“”\"„«»*_\n(,]{4,200})"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![-/]\d)")
_MAX_ITEM = 700


def detect_source_lists(reading: Reading) -> Iterator[Citation]:
    """One citation for each entry of a list of sources that the article carries, linked or not."""
    in_list = False
    for index, passage in enumerate(reading.passages):
        if _opens_list(reading, index):
            in_list = True
            rest = _after_label(reading, passage)
            if rest is not None:
                yield from _label_line(reading, rest)
            continue
        in_list = in_list and _goes_on(reading, index)
        if len(passage.span) > _MAX_ITEM or passage.kind == "embed":
            continue
        if passage.kind not in ("item", "paragraph"):
            continue
        entry = _headline(reading, passage.span, passage.kind == "item", in_list)
        if entry is None and in_list:
            entry = _reference(reading, passage.span)
        elif entry is None and _is_footnote(reading, index):
            entry = _complete(_reference(reading, passage.span))
        if entry is not None:
            yield entry


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a passage still belongs to the list of sources before it."""
    passage, before = reading.passages[index], reading.passages[index - 1]
    if passage.kind == "heading" or len(passage.span) > _MAX_ITEM:
        return False
    if passage.kind == "item" or _NUMBERED.match(passage.span.of(reading.text)):
        return True
    if reading.article.media == "html":
        first = reading.links_in(passage.span)
        return bool(first) and first[0].span.start - passage.span.start < 80 and len(passage.span) < 300
    if _opens_list(reading, index - 1) or reading.text.count("\n", before.span.end, passage.span.start) < 2:
        return True
    entry = _reference(reading, passage.span)
    return entry is not None and entry.title is not None and (entry.date is not None or entry.url is not None)


def _words(reading: Reading) -> frozenset[str]:
    return reading.phrases.words.get("SOURCELIST", frozenset())


def _opens_list(reading: Reading, index: int) -> bool:
    """Whether a heading or a label ("Sources:") says that what follows are sources."""
    passage = reading.passages[index]
    label = passage.span.of(reading.text)[:40].strip(" *_#•")
    if label.rstrip(":!. ").lower() in _words(reading) and (
        passage.kind == "heading" or len(passage.span) < 40
    ):
        return True
    return label.partition(":")[0].strip().lower() in _words(reading) and ":" in label


def _after_label(reading: Reading, passage: Passage) -> Span | None:
    """What follows "Source:" on its own line."""
    colon = reading.text.find(":", passage.span.start, passage.span.end)
    if colon < 0 or not reading.text[colon + 1 : passage.span.end].strip():
        return None
    return Span(colon + 1, passage.span.end)


def _label_line(reading: Reading, rest: Span) -> Iterator[Citation]:
    """ "Source: Rain Ministry, October 25, 2019"; "Sources: Reuters, The Guardian"."""
    between = next((mark for mark in ("\n", ";") if mark in rest.of(reading.text).strip()), None)
    if between is not None:
        start = rest.start
        for part in rest.of(reading.text).split(between):
            place = Span(start, start + len(part))
            start += len(part) + 1
            entry = (
                (_headline(reading, place, True, True) or _reference(reading, place))
                if part.strip()
                else None
            )
            if entry is not None:
                yield entry
        return
    tagged = reading.sentences_in(Span(rest.start, rest.end))
    outlets = [
        (s.spans[i], c)
        for s in tagged
        for i, c in s.outlets.items()
        if s.depth == 0 and s.spans[i].start >= rest.start
    ]
    dates = find_dates(rest.of(reading.text), reading.date_order, reading.article.language)
    for span, candidates in outlets:
        outlet = reading.outlet(candidates, span.start)
        if outlet is not None:
            date = dates[0][1] if dates and len(outlets) == 1 else None
            yield Citation(
                "",
                "parenthetical",
                span,
                None,
                outlet,
                date=date,
                type=outlet.csl_type,
                confidence=0.85,
                rule="list.label",
            )


def _headline(reading: Reading, place: Span, listed: bool, in_list: bool) -> Citation | None:
    """ "It Rained Again (Reuters)", "Reuters: It Rained Again"."""
    text = place.of(reading.text)
    if "\n" in text.strip():
        return None
    skip = _BULLET.match(text)
    start = place.start + (skip.end() if skip else 0)
    words = reading.text[start : place.end]
    for pattern, needs_list in ((_CLOSED, False), (_OPENED, True)):
        match = pattern.match(words)
        if match is None:
            continue
        named = Span(start + match.start("outlet"), start + match.end("outlet"))
        mention = next((m for m in reading.mentions_in(named) if len(m.span) >= 0.6 * len(named)), None)
        links = reading.links_in(place)
        link = links[0] if links else None
        if (needs_list and not (in_list or listed)) or (
            not in_list and not link and words.rstrip()[-1:] in ".!?"
        ):
            continue
        title = match["title"].strip(" “”\"'*_—–-")
        if not needs_list and not in_list and title[-1:] in '.!?”"' and not link:
            continue
        outlet = reading.outlet(mention.candidates, mention.span.start) if mention else None
        if outlet is None and link is not None and not needs_list and link.span.overlaps(named):
            outlet = reading.registry.by_url(link.url)
        if outlet is None:
            continue
        anchor = link.span if link and link.span else mention.span if mention else named
        return Citation(
            "", "parenthetical", anchor, None, outlet, title=title, url=link.url if link else None,
            type=outlet.csl_type, confidence=0.9, rule="list.headline",
        )  # fmt: skip
    return None


def _is_footnote(reading: Reading, index: int) -> bool:
    """A numbered line in the last third of the article, beside others of its kind."""
    if index < 2 * len(reading.passages) // 3:
        return False
    if not _FOOTNOTE.match(reading.passages[index].span.of(reading.text)):
        return False
    beside = reading.passages[max(0, index - 1) : index] + reading.passages[index + 1 : index + 2]
    return any(_FOOTNOTE.match(p.span.of(reading.text)) for p in beside)


def _complete(entry: Citation | None) -> Citation | None:
    """A reference that says when or where, as footnotes do and numbered arguments do not."""
    return entry if entry is not None and (entry.date is not None or entry.url is not None) else None


def _reference(reading: Reading, place: Span) -> Citation | None:
    """A formatted reference: authors, title, outlet, date and URL as far as they show."""
    text = reading.text
    words = place.of(text)
    number = _NUMBERED.match(words)
    start = place.start + (number.end() if number else len(words) - len(words.lstrip()))
    body = Span(start, place.end)
    sentences = [s for s in reading.sentences_in(body) if s.depth == 0]
    mention = next((m for m in reading.mentions_in(body)), None)
    outlet = reading.outlet(mention.candidates, mention.span.start) if mention else None
    link = next(iter(reading.links_in(body)), None)
    quotation = next(iter(reading.quotations_in(body)), None)
    title = quotation.inner.of(text) if quotation else None
    if title is None:
        title = next((s.spans[i].of(text) for s in sentences for i, t in enumerate(s.tags) if t == "T"), None)
    dates = find_dates(body.of(text), reading.date_order, reading.article.language)
    year = _YEAR.search(text, body.start, body.end)
    date = dates[0][1] if dates else PartialDate(int(year.group())) if year else None
    authors = (
        ()
        if mention is not None and mention.span.start < body.start + 12
        else _authors(reading, body.of(text))
    )
    if outlet is None and link is None and not authors:
        outlet = _leading_body(reading, body.of(text))
    if outlet is None and ((link is None and title is None and not authors) or not body.of(text)[:1].strip()):
        return None
    if title is None and (outlet is not None or authors):
        title = _second_part(body.of(text))
    if link is not None and outlet is None:
        outlet = reading.registry.by_url(link.url)
    if link is not None and title is None and len(link.span) > 12 and "/" not in link.span.of(text)[:12]:
        title = link.span.of(text)
    return Citation(
        "", "parenthetical", body, None, outlet, authors,
        title.strip(" ,.*_“”\"") if title else None, date, link.url if link else None,
        outlet.csl_type if outlet else None, confidence=0.85, rule="list.reference",
    )  # fmt: skip


def _authors(reading: Reading, words: str) -> tuple[Author, ...]:
    """The people that a reference begins with."""
    match = _PARTS.match(words)
    if match is None:
        return ()
    names = re.split(r"\s*(?:,| and | & |;| y | et | und )\s*", match["first"])
    heads = reading.phrases.words.get("ORGHEAD", frozenset())
    human = all(
        is_human(name) and " " in name.strip() and heads.isdisjoint(name.lower().split()) for name in names
    )
    return tuple(parse_author(name) for name in names) if human else ()


def _leading_body(reading: Reading, words: str) -> Outlet | None:
    """The body that a reference begins with, where no registry knows it."""
    match = _PARTS.match(words)
    if match is None or not match["first"][:1].isupper():
        return None
    heads = reading.phrases.words.get("ORGHEAD", frozenset())
    if is_human(match["first"]) and heads.isdisjoint(match["first"].lower().split()):
        return None
    return organisation(match["first"]) if len(match["first"].split()) <= 14 else None


def _second_part(words: str) -> str | None:
    """What stands after the name: the title, where nothing marks it as one."""
    match = _PARTS.match(words)
    rest = match["rest"].strip(" .,;") if match else ""
    return rest if rest[:1].isupper() and not rest[:4].isdigit() and len(rest.split()) > 1 else None
