"""Formatted references: "Ada Moor, “The Long Rain,” Rain Review, May 2019, https://..."."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from citekit.detect import patterns as letter
from citekit.detect.family_first import Entry, family_first
from citekit.detect.kinds import MEDIA
from citekit.detect.known import organisation
from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Link, Outlet, PartialDate, Span
from citekit.text.dates import find_dates
from citekit.text.names import is_human, parse_author

NUMBERED = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|\^|\*|↑|[•·▪–—-]\s)\s*")
"""The number or bullet before an entry."""

_PARTS = re.compile(
    r"^(?P<first>[^,:“\"„«*_(\n]{3,90}(?:, (?:and |y |e |et |und )?[A-Z][^,:“\"„«*_(\n]{3,60}){0,2}?)"
    r"(?P<joint>[,:.])\s+[“\"„«*_]?(?P<rest>[^“”\"„«»*_\n(,]{4,200})"
)
_DATED = re.compile(r"(?P<name>[A-ZÀ-Þ][^,\d]{2,60}), \d{1,2} [A-Za-zäé]{3,9}\.? \d{4}\b")
_BODY_YEAR = re.compile(
    r"[A-ZÀ-Þ][^,(“\"\n]{2,80} \((?:19|20)\d\d[a-d]?\)[.:,]? (?P<title>[A-ZÀ-Þ][^.\n]{4,200})"
)
_ET_AL = re.compile(r"(?P<name>[A-Z][^,:;(\n]{3,60}) et al\.?,? (?P<title>[A-Z][^.,\n]{8,200})")
_JOURNAL = re.compile(r", (?P<name>[A-Z][^,(.;:\n]{2,90}) \((?:19|20)\d\d\)")
_JOINTS = re.compile(r"\s*(?:,| and | & |;| y | et | und )\s*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![-/]\d)")
_IN = re.compile(r"[.,] [Ii]n: ")
_HEAD = 12  # code points at the head of an entry in which its outlet stands if it has no authors
_LONGEST_BODY = 14  # words


def reference(reading: Reading, place: Span) -> Citation | None:
    """An entry's authors, title, outlet, date and address as far as they show; None where too little does."""
    text = reading.text
    words = place.of(text)
    number = NUMBERED.match(words)
    body = Span(place.start + (number.end() if number else len(words) - len(words.lstrip())), place.end)
    words = body.of(text)
    entry = family_first(words) if _first_of_several(words) is None else None
    if entry is not None:
        return _of_entry(reading, body, entry)
    mention = next((m for m in reading.mentions_in(body) if m.surface.lower() != "doi"), None)
    link = next(iter(reading.links_in(body)), None)
    title = _marked_title(reading, body)
    outlet = reading.outlet(mention.candidates, mention.span) if mention else None
    opening = _opening(reading, words)
    authors = opening.authors if mention is None or mention.span.start >= body.start + _HEAD else ()
    dated = _DATED.match(words)
    if dated is not None and authors and opening.rest is None and mention is None:
        # "Tide Worker, 5 May 1926, p. 1": an issue, and no person
        authors, outlet = (), organisation(dated["name"])
    bodily = _BODY_YEAR.match(words)
    if outlet is None and link is None and not authors:
        outlet = opening.body
    if not words[:1].strip() and outlet is None:
        return None
    if outlet is None and link is None and title is None and not authors and not opening.subtitled:
        return None
    if title is None and (outlet is not None or authors or opening.subtitled):
        title = bodily["title"] if bodily else opening.rest
    if link is not None:
        outlet = outlet or _journal(words) or reading.registry.by_url(link.url)
        title = title if title is not None else _linked_title(text, link)
    title = _IN.split(title)[0] if title else None
    if title and _is_day(reading, title):
        title = _after_day(reading, words)  # "New York Times, May 4, 2019"
    return Citation(
        id="",
        form="parenthetical",
        span=body,
        outlet=outlet,
        authors=authors,
        title=title.strip(' ,.*_“”"') if title else None,
        date=_date(reading, body),
        url=link.url if link else None,
        type=outlet.csl_type if outlet else None,
        confidence=0.85,
        rule="list.reference",
    )


def _first_of_several(words: str) -> re.Match[str] | None:
    """The one author whom an entry names of several, given name first: "Ada Moor et al. The long rain"."""
    found = _ET_AL.match(words)
    return found if found is not None and found["name"].split()[-1][1:].islower() else None


def _journal(words: str) -> Outlet | None:
    """The journal that stands before the year of an entry, which an address by number does not tell."""
    found = _JOURNAL.search(words)
    return replace(organisation(found["name"]), kind="journal", csl_type="article-journal") if found else None


def _of_entry(reading: Reading, body: Span, entry: Entry) -> Citation:
    """The citation of an entry that begins with a family name: an article where it names a periodical."""
    link = next(iter(reading.links_in(body)), None)
    periodical, named = None, ""
    for mention in reading.mentions_in(body):
        candidate = reading.outlet(mention.candidates, mention.span)
        after = reading.text.find(entry.title[:12], body.start) + len(entry.title)
        if candidate is not None and candidate.kind in MEDIA and mention.span.start >= after:
            periodical, named = candidate, mention.surface
    if entry.journal is not None and (
        periodical is None or named not in (entry.journal, f"The {entry.journal}")
    ):
        known = next(iter(reading.registry.by_name(entry.journal)), None)
        periodical = known or replace(organisation(entry.journal), kind="journal", csl_type="article-journal")
    date = _date(reading, body) if periodical is not None and periodical.kind != "journal" else None
    return Citation(
        id="",
        form="parenthetical",
        span=body,
        outlet=periodical,
        authors=entry.authors,
        title=entry.title,
        date=date or (PartialDate(entry.year) if entry.year else None),
        url=link.url if link else None,
        type=periodical.csl_type if periodical else "book",
        confidence=0.85,
        rule="list.reference",
    )


def _marked_title(reading: Reading, body: Span) -> str | None:
    """The title between quotation marks or in italics."""
    quotation = next(iter(reading.quotations_in(body)), None)
    if quotation is not None:
        return quotation.inner.of(reading.text)
    for sentence in reading.sentences_in(body):
        at = sentence.tags.find(letter.TITLE)
        if at >= 0:
            return sentence.spans[at].of(reading.text)
    return None


def _linked_title(text: str, link: Link) -> str | None:
    """The words of a link where they are more than an address."""
    words = link.span.of(text)
    return words if len(words) > 12 and "/" not in words[:12] else None


def _is_day(reading: Reading, title: str) -> bool:
    """Whether what stands where a title might is a day of the year that follows."""
    found = find_dates(f"{title}, 2000", reading.date_order, reading.article.language)
    return bool(found) and found[0][0].start == 0


def _after_day(reading: Reading, words: str) -> str | None:
    """The title that stands after the day: "New York Times, May 4, 2019, Pumps Stand Still"."""
    found = find_dates(words, reading.date_order, reading.article.language)
    rest = words[found[0][0].end :].strip(" ,;:") if found else ""
    return rest if rest[:1].isupper() and len(rest.split()) > 2 and "http" not in rest else None


def _date(reading: Reading, body: Span) -> PartialDate | None:
    dates = find_dates(body.of(reading.text), reading.date_order, reading.article.language)
    if dates:
        return dates[0][1]
    year = _YEAR.search(reading.text, body.start, body.end)
    return PartialDate(int(year.group())) if year else None


@dataclass(frozen=True, slots=True)
class _Opening:
    """What an entry begins with: people or a body that no registry knows, and what stands after them."""

    authors: tuple[Author, ...] = ()
    body: Outlet | None = None
    rest: str | None = None
    subtitled: bool = False


def _opening(reading: Reading, words: str) -> _Opening:
    several = _first_of_several(words)
    if several is not None:
        return _Opening(authors=(parse_author(several["name"]),), rest=several["title"])
    match = _PARTS.match(words)
    if match is None:
        return _Opening()
    first, rest = match["first"], match["rest"].strip(" .,;")
    heads = reading.phrases.listed("ORGHEAD")
    names = _JOINTS.split(first)
    human = all(is_human(n) and " " in n.strip() and heads.isdisjoint(n.lower().split()) for n in names)
    single = is_human(first) and heads.isdisjoint(first.lower().split())
    subtitled = match["joint"] == ":" and rest[:1].islower()
    if subtitled:  # "Ministry of Health. Alarm fatigue: its impact"
        first, _, title = first.rpartition(". ")
        rest = f"{title}: {rest}"
        human = single = False
    body = first[:1].isupper() and not single and len(first.split()) <= _LONGEST_BODY
    is_title = rest[:1].isupper() and not rest[:4].isdigit() and len(rest.split()) > 1
    return _Opening(
        authors=tuple(parse_author(name) for name in names) if human else (),
        body=organisation(first) if body else None,
        rest=rest if is_title else None,
        subtitled=subtitled,
    )
