"""One citation for one place: what several detectors found of the same source is put together.

A hyperlink is one citation. Prose that names a source at the link tells who is cited there (the link's own publisher
then is where it was read); prose that names a publisher whose work the paragraph links anyway adds nothing new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from citekit.detect.attributions import MEDIA
from citekit.detect.reading import Reading
from citekit.model import Citation, Organisation, Outlet, Span

_NEAR = 3
_CLAUSE = 60


def join(reading: Reading, found: Iterable[Citation]) -> list[Citation]:
    """The citations of all detectors, each source once at each place, in reading order."""
    citations = sorted(found, key=lambda c: (c.span.start, c.span.end))
    links = [c for c in citations if c.rule.startswith("link.")]
    embeds = [c for c in citations if c.rule == "post.embed"]
    prose = [c for c in citations if c.form in ("attribution", "mention")]
    others = [c for c in citations if c.form not in ("attribution", "mention") and c not in links and c not in embeds]
    others = [c for i, c in enumerate(others) if not any(_same_place(c, o) and o is not c and _outranks(o, c, others) for o in others)]
    links = [c for c in links if not _shown(c, embeds)]
    prose = [c for c in _once_quoted(prose) if not any(_same_place(c, o) for o in others)]
    links, others = _bracketed(links, others)
    links, prose = _attributed(reading, links, prose)
    prose = _once_a_paragraph(reading, prose, links + others + embeds)
    return sorted([*links, *embeds, *others, *prose], key=lambda c: (c.span.start, c.span.end))


def _shown(link: Citation, embeds: list[Citation]) -> bool:
    """Whether a link only leads to the post that it stands in."""
    from citekit.text.urls import canonical

    for embed in embeds:
        if embed.span.start <= link.span.start and link.span.end <= embed.span.end:
            if link.url and embed.url and canonical(link.url) == canonical(embed.url):
                return True
            if link.form == "post" and link.span.end >= embed.span.end - 2:
                return True
    return False


def _same_place(one: Citation, other: Citation) -> bool:
    if not one.span.overlaps(other.span):
        return False
    return one.outlet is None or other.outlet is None or one.outlet.id == other.outlet.id or other.form == "reprint"


_RANKS = ("reprint", "post", "list.", "parenthetical.dated", "parenthetical")


def _outranks(one: Citation, other: Citation, citations: list[Citation]) -> bool:
    """Whether, of two that stand at one place, the first says more."""
    ranks = [next((i for i, r in enumerate(_RANKS) if c.form == r or c.rule.startswith(r)), len(_RANKS)) for c in (one, other)]
    return ranks[0] < ranks[1] or ranks[0] == ranks[1] and citations.index(one) < citations.index(other)


def _once_quoted(prose: list[Citation]) -> list[Citation]:
    """Prose without the mere speakers of words that a source at hand is quoted for, or whose words are its title."""
    sourced = {c.quote: c for c in prose if c.quote is not None and (c.outlet is not None or c.title)}
    titles = [c for c in prose if c.title]
    return [
        c
        for c in prose
        if c.outlet is not None or c.title or c.type == "post" or not (
            c.quote in sourced and abs(sourced[c.quote].span.start - c.span.start) < 300
            or any(t.span.start <= c.quote.start <= t.span.end for t in titles if c.quote is not None)
        )
    ]  # fmt: skip


def _bracketed(links: list[Citation], others: list[Citation]) -> tuple[list[Citation], list[Citation]]:
    """A link in a bracket, a list or a credit line is one citation with what stands there."""
    rest = []
    taken = list(links)
    for other in others:
        at = next((i for i, c in enumerate(taken) if c.span.overlaps(other.span)), None)
        if at is None:
            rest.append(other)
            continue
        link = taken.pop(at)
        via = link.outlet if _differ(link.outlet, other.outlet) else None
        rest.append(
            replace(
                other, url=other.url or link.url, via=via, outlet=other.outlet or link.outlet, date=other.date or link.date,
                authors=other.authors or link.authors, title=other.title, archive_url=link.archive_url,
                archived=link.archived, type=other.type or link.type, quote=other.quote or link.quote,
            )  # fmt: skip
        )
    return taken, rest


def _differ(one: Outlet | None, other: Outlet | None) -> bool:
    return one is not None and other is not None and one.id != other.id and one.domain != other.domain


def _attributed(
    reading: Reading, links: list[Citation], prose: list[Citation]
) -> tuple[list[Citation], list[Citation]]:
    """Links with what the prose at them says of their source, and the prose that stands alone."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        by_sentence[reading.sentence_of(link.span.start)].append(index)
    joined = list(links)
    alone = []
    claimed: set[int] = set()
    for citation in prose:
        if citation.form == "mention":
            alone.append(citation)
            continue
        nearby = [i for i in by_sentence.get(reading.sentence_of(citation.span.start), ()) if i not in claimed]
        index = _best(reading, citation, nearby, joined)
        if index is None:
            alone.append(citation)
            continue
        joined[index] = _informed(joined[index], citation)
        claimed.add(index)
    return joined, alone


def _best(reading: Reading, citation: Citation, nearby: list[int], links: list[Citation]) -> int | None:
    """The link that the prose is about: of the same outlet, or on or beside its words."""
    if not nearby:
        return None
    for index in nearby:
        if citation.outlet and links[index].outlet and not _differ(citation.outlet, links[index].outlet):
            return index
    near = [i for i in nearby if _gap(citation.span, links[i].span) <= _NEAR]
    if near:
        return near[0]
    if citation.outlet is None and citation.quote is not None:
        before = [i for i in nearby if links[i].span.end <= citation.quote.start + _CLAUSE]
        return before[-1] if before and len(nearby) == 1 else None
    return None


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _informed(link: Citation, prose: Citation) -> Citation:
    """The link with what the prose adds: who is cited, by whom, which words."""
    outlet, via, speakers = link.outlet, None, prose.speakers
    authors = link.authors
    if prose.outlet is not None and _differ(prose.outlet, link.outlet) and link.form != "post":
        by_document = "noun" in prose.rule
        if _is_media(prose.outlet) or by_document or not _is_media(link.outlet):
            outlet, via = prose.outlet, link.outlet
        else:
            speakers = (*speakers, Organisation(prose.outlet.name))
    if prose.authors:
        if prose.outlet is not None or link.form == "post" or prose.type != "statement":
            authors = _with_handle(prose.authors, link.authors)
        else:
            speakers = (*speakers, *prose.authors)
    return replace(
        link, outlet=outlet, via=via, authors=authors, speakers=speakers, quote=link.quote or prose.quote,
        title=link.title or prose.title, date=_finer(link.date, prose.date),
        date_words=prose.date_words, confidence=max(link.confidence, prose.confidence),
        span=_union(link.span, prose.span) if _gap(link.span, prose.span) <= _NEAR else link.span,
        rule=f"{link.rule}+{prose.rule}",
    )  # fmt: skip


def _with_handle(authors: tuple[object, ...], account: tuple[object, ...]) -> tuple:  # type: ignore[type-arg]
    handle = getattr(account[0], "handle", None) if account else None
    if handle and len(authors) == 1:
        return (replace(authors[0], handle=handle),)  # type: ignore[type-var]
    return authors


def _is_media(outlet: Outlet | None) -> bool:
    return outlet is not None and outlet.kind in MEDIA


def _finer(one: object, other: object) -> object:
    if one is None or other is None:
        return one or other
    return one if getattr(one, "day", None) or not getattr(other, "day", None) else other


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _once_a_paragraph(reading: Reading, prose: list[Citation], firm: list[Citation]) -> list[Citation]:
    """Prose without what its paragraph already cites: the same outlet linked, or named a second time with no new words."""
    cited: dict[tuple[int | None, str], Citation] = {}
    for citation in firm:
        for outlet in (citation.outlet, citation.via):
            if outlet is not None:
                cited[(reading.passage_at(citation.span.start), outlet.id)] = citation
    kept: list[Citation] = []
    for citation in prose:
        if citation.outlet is None or citation.form == "mention":
            kept.append(citation)
            continue
        key = (reading.passage_at(citation.span.start), citation.outlet.id)
        if key in cited and (citation.quote is None or cited[key].quote in (None, citation.quote) or cited[key] in firm):
            continue
        cited[key] = citation
        kept.append(citation)
    return kept
