"""Prose at a link: "according to [a Reuters report]" is one citation of what words and link each say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from citekit.detect.bracketed_links import differ
from citekit.detect.kinds import MEDIA
from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Organisation, Outlet, PartialDate, Span

_NEAR = 3  # code points between words and a link that are about the same
_CLAUSE = 60  # code points that a clause may take between a quotation and its link


def attributed(
    reading: Reading, links: Sequence[Citation], prose: Sequence[Citation]
) -> tuple[list[Citation], list[Citation]]:
    """Links with what the prose at them says of their source, and the prose that stands alone."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        by_sentence[reading.sentence_of(link.span.start)].append(index)
    joined = list(links)
    alone = []
    claimed: set[int] = set()
    for citation in prose:
        best = None
        if citation.form != "mention":
            sentence = by_sentence.get(reading.sentence_of(citation.span.start), ())
            best = _best(citation, [i for i in sentence if i not in claimed], links)
        if best is None:
            alone.append(citation)
        else:
            joined[best] = _informed(reading, links[best], citation)
            claimed.add(best)
    return joined, alone


def _best(citation: Citation, nearby: Sequence[int], links: Sequence[Citation]) -> int | None:
    """The link that the prose is about: of the same outlet, or on or beside its words."""
    for index in nearby:
        outlet = links[index].outlet
        if citation.outlet and outlet and not differ(citation.outlet, outlet):
            return index
    beside = [(max(0, gap), i) for i in nearby if (gap := _gap(citation.span, links[i].span)) <= _NEAR]
    if beside:
        return min(beside)[1]
    if citation.outlet is None and citation.quote is not None and len(nearby) == 1:
        return nearby[0] if links[nearby[0]].span.end <= citation.quote.start + _CLAUSE else None
    return None


def _informed(reading: Reading, link: Citation, prose: Citation) -> Citation:
    """The link with what the prose adds: who is cited, by whom, which words."""
    outlet, via, speakers = link.outlet, None, prose.speakers
    authors = link.authors
    if prose.outlet is not None and differ(prose.outlet, link.outlet) and link.form != "post":
        if _is_media(prose.outlet) or "noun" in prose.rule or not _is_media(link.outlet):
            outlet, via = prose.outlet, link.outlet
        else:
            speakers = (*speakers, Organisation(prose.outlet.name))
    if prose.authors:
        if _are_its_authors(reading, link, prose):
            authors = _with_handle(prose.authors, link.authors)
        else:
            speakers = (*speakers, *prose.authors)
    return replace(
        link,
        outlet=outlet,
        via=via,
        authors=authors,
        speakers=speakers,
        quote=link.quote or prose.quote,
        title=link.title or prose.title,
        date=_finer(link.date, prose.date),
        date_words=prose.date_words,
        confidence=max(link.confidence, prose.confidence),
        span=_union(link.span, prose.span) if _gap(link.span, prose.span) <= _NEAR else link.span,
        rule=f"{link.rule}+{prose.rule}",
    )


def _are_its_authors(reading: Reading, link: Citation, prose: Citation) -> bool:
    """Whether the people of the prose wrote what is linked, and did not only say what it reports."""
    if prose.outlet is not None or link.form == "post" or prose.type != "statement":
        return True
    words = prose.span.of(reading.text).lower().split()
    return not reading.phrases.listed("WRITING").isdisjoint(words)


def _with_handle(authors: tuple[Author, ...], account: tuple[Author, ...]) -> tuple[Author, ...]:
    """One author with the name of the account that is linked."""
    handle = account[0].handle if account else None
    if handle and len(authors) == 1:
        return (replace(authors[0], handle=handle),)
    return authors


def _is_media(outlet: Outlet | None) -> bool:
    return outlet is not None and outlet.kind in MEDIA


def _finer(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """The first date, unless only the other one says the day."""
    if one is None or other is None:
        return one or other
    return one if one.day is not None or other.day is None else other


def _gap(one: Span, other: Span) -> int:
    """How many code points lie between two spans; negative where they overlap."""
    return max(one.start, other.start) - min(one.end, other.end)


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
