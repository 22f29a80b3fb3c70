"""One citation for one place: what several detectors found of the same source is put together.

A hyperlink is one citation. Prose that names a source at the link tells who is cited there (the link's own publisher
then is where it was read); prose that names a publisher whose work the paragraph links anyway adds nothing new.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from citekit.detect.attributions import MEDIA
from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Organisation, Outlet, PartialDate, Span
from citekit.text.dates import parse_date
from citekit.text.urls import canonical

_BY_RULE = frozenset({"post.embed"})
_NEAR = 3
_CLAUSE = 60


def join(reading: Reading, found: Iterable[Citation]) -> list[Citation]:
    """The citations of all detectors, each source once at each place, in reading order."""
    citations = sorted(found, key=_start)
    links = [c for c in citations if c.rule.startswith("link.")]
    embeds = [c for c in citations if c.rule == "post.embed"]
    prose = [c for c in citations if c.form in ("attribution", "mention")]
    others = _best_of_each_place([c for c in citations if c.rule not in _BY_RULE and not c.rule.startswith("link.")
                                  and c.form not in ("attribution", "mention")])  # fmt: skip
    embeds, links = _shown_once(reading, embeds, links)
    taken = Places(others)
    prose = [c for c in _once_quoted(prose) if not any(_same_place(c, o) for o in taken.overlapping(c.span))]
    listed = {
        (reading.passage_at(c.span.start), c.outlet.id)
        for c in others
        if c.rule == "list.headline" and c.outlet
    }
    others = [c for c in others if c.rule != "parenthetical.outlet" or not c.outlet
              or (reading.passage_at(c.span.start), c.outlet.id) not in listed]  # fmt: skip
    links, others = _bracketed(links, others)
    links, prose = _attributed(reading, links, prose)
    prose = _once_a_paragraph(reading, prose, links + others + embeds)
    return sorted([*links, *embeds, *others, *prose], key=_start)


def _start(citation: Citation) -> tuple[int, int]:
    return citation.span.start, citation.span.end


class Places:
    """Citations by place, to find those that overlap a span without looking at all of them."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._sorted = sorted(citations, key=_start)
        self._starts = [c.span.start for c in self._sorted]
        self._longest = max((len(c.span) for c in self._sorted), default=0)

    def overlapping(self, span: Span) -> list[Citation]:
        """Those that share a code point with `span` or touch it, in reading order."""
        first = bisect_left(self._starts, span.start - self._longest)
        return [
            c for c in self._sorted[first : bisect_right(self._starts, span.end)] if c.span.end >= span.start
        ]


def _best_of_each_place(citations: list[Citation]) -> list[Citation]:
    """The citations without those that another at the same place says better."""
    rank = {id(c): (_rank(c), n) for n, c in enumerate(citations)}
    places = Places(citations)
    return [
        c
        for c in citations
        if not any(
            o is not c and _same_place(c, o) and rank[id(o)] < rank[id(c)] for o in places.overlapping(c.span)
        )
    ]


def _shown_once(
    reading: Reading, embeds: list[Citation], links: list[Citation]
) -> tuple[list[Citation], list[Citation]]:
    """Each post that the page shows once, however often it is rendered, and the links that do more than lead to it."""
    best: dict[str, Citation] = {}
    for embed in embeds:
        key = canonical(embed.url) if embed.url else f"{embed.span.start}"
        known = best.get(key)
        if known is None or _telling(embed) > _telling(known):
            best[key] = embed
    kept = []
    around = Places(embeds)
    for link in links:
        key = canonical(link.url) if link.url else ""
        if key in best and _only_shows(reading, link):
            if not best[key].span:
                best[key] = replace(best[key], span=link.span)
        elif not (
            link.form == "post"
            and any(c.span.end <= link.span.end + 2 for c in around.overlapping(link.span))
        ):
            kept.append(link)
    return list(best.values()), kept


def _telling(embed: Citation) -> tuple[bool, bool, int]:
    return embed.quote is not None, bool(embed.authors), len(embed.span)


def _only_shows(reading: Reading, link: Citation) -> bool:
    """Whether a link is part of a post as the page shows it: its bare address, or its date."""
    index = reading.passage_at(link.span.start)
    if index is not None and reading.passages[index].kind == "embed":
        return True
    words = link.span.of(reading.text).strip()
    return (
        not words
        or words.startswith("http")
        or parse_date(words, "mdy", reading.article.language) is not None
    )


def _same_place(one: Citation, other: Citation) -> bool:
    if not one.span.overlaps(other.span):
        return False
    return (
        one.outlet is None
        or other.outlet is None
        or one.outlet.id == other.outlet.id
        or other.form == "reprint"
    )


_RANKS = ("reprint", "post", "list.", "parenthetical.dated", "parenthetical")


def _rank(citation: Citation) -> int:
    """The less, the more a citation of this kind says."""
    kinds = enumerate(_RANKS)
    return next(
        (i for i, kind in kinds if citation.form == kind or citation.rule.startswith(kind)), len(_RANKS)
    )


def _once_quoted(prose: list[Citation]) -> list[Citation]:
    """Prose without the mere speakers of words that a source at hand is quoted for, or whose words are its title."""
    sourced = {c.quote: c for c in prose if c.quote is not None and (c.outlet is not None or c.title)}
    titles = [c for c in prose if c.title]
    return [
        c
        for c in prose
        if c.outlet is not None or c.title or c.type == "post" or not (
            (c.quote in sourced and abs(sourced[c.quote].span.start - c.span.start) < 300)
            or any(t.span.start <= c.quote.start <= t.span.end for t in titles if c.quote is not None)
        )
    ]  # fmt: skip


def _bracketed(links: list[Citation], others: list[Citation]) -> tuple[list[Citation], list[Citation]]:
    """A link in a bracket, a list or a credit line is one citation with what stands there."""
    rest = []
    used: set[int] = set()
    places = Places(links)
    for other in others:
        link = next(
            (c for c in places.overlapping(other.span) if id(c) not in used and c.span.overlaps(other.span)),
            None,
        )
        if link is None:
            rest.append(other)
            continue
        used.add(id(link))
        via = link.outlet if _differ(link.outlet, other.outlet) else None
        rest.append(
            replace(
                other,
                url=other.url or link.url,
                via=via,
                outlet=other.outlet or link.outlet,
                date=_settled(other.date, link.date),
                authors=other.authors or link.authors,
                title=other.title,
                archive_url=link.archive_url,
                archived=link.archived,
                type=other.type or link.type,
                quote=other.quote or link.quote,
            )  # fmt: skip
        )
    return [c for c in links if id(c) not in used], rest


def _settled(said: PartialDate | None, linked: PartialDate | None) -> PartialDate | None:
    """The date in the words, unless the link's own date shows that day and month were taken for each other."""
    if said is not None and linked is not None and (said.month, said.day) == (linked.day, linked.month):
        return linked
    return said or linked


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
        nearby = [
            i for i in by_sentence.get(reading.sentence_of(citation.span.start), ()) if i not in claimed
        ]
        best = _best(reading, citation, nearby, joined)
        if best is None:
            alone.append(citation)
            continue
        joined[best] = _informed(reading, joined[best], citation)
        claimed.add(best)
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


def _informed(reading: Reading, link: Citation, prose: Citation) -> Citation:
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
        if (
            prose.outlet is not None
            or link.form == "post"
            or prose.type != "statement"
            or _writes(reading, prose)
        ):
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


def _writes(reading: Reading, prose: Citation) -> bool:
    """Whether the prose says of a person that they wrote what is linked, not that they said it."""
    words = prose.span.of(reading.text).lower().split()
    return any(w in reading.phrases.words.get("WRITING", ()) for w in words)


def _with_handle(authors: tuple[Author, ...], account: tuple[Author, ...]) -> tuple[Author, ...]:
    handle = account[0].handle if account else None
    if handle and len(authors) == 1:
        return (replace(authors[0], handle=handle),)
    return authors


def _is_media(outlet: Outlet | None) -> bool:
    return outlet is not None and outlet.kind in MEDIA


def _finer(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    if one is None or other is None:
        return one or other
    return one if one.day is not None or other.day is None else other


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
        before = cited.get(key)
        if before is not None and (
            before.form != "attribution" or citation.quote is None or before.quote in (None, citation.quote)
        ):
            continue
        cited[key] = citation
        kept.append(citation)
    return kept
