"""One citation for one place: what several detectors found of the same source is put together.

A hyperlink is one citation. Prose that names a source at the link tells who is cited there (the link's own
publisher then is where it was read); prose that names a publisher whose work the paragraph links anyway adds
nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable

from citekit.detect.bracketed_links import bracketed
from citekit.detect.linked_prose import attributed
from citekit.detect.places import Places
from citekit.detect.reading import Reading
from citekit.detect.shown_posts import shown_once, without_media
from citekit.model import Citation

_RANKS = ("reprint", "post", "list.", "parenthetical.dated", "parenthetical")
_PROSE = ("attribution", "mention")
_NEAR_QUOTE = 300  # code points between a source and a speaker quoted with the same words


def join(reading: Reading, found: Iterable[Citation]) -> list[Citation]:
    """The citations of all detectors, each source once at each place, in reading order."""
    citations = sorted(found, key=_place)
    links = [c for c in citations if c.rule.startswith("link.")]
    embeds = [c for c in citations if c.rule == "post.embed"]
    prose = [c for c in citations if c.form in _PROSE]
    named = {id(c) for c in (*links, *embeds, *prose, *_publishers(citations, prose))}
    others = _best_of_each_place([c for c in citations if id(c) not in named])
    embeds, links = shown_once(reading, embeds, links)
    prose = _beside(_once_quoted(_not_shown(reading, prose, [*embeds, *others])), others)
    links, others = bracketed(without_media(links, others), _without_listed(reading, others))
    links, prose = attributed(reading, links, prose)
    prose = _once_a_paragraph(reading, prose, [*links, *others, *embeds])
    return sorted([*links, *embeds, *others, *prose], key=_place)


def _place(citation: Citation) -> tuple[int, int]:
    return citation.span.start, citation.span.end


def _publishers(citations: list[Citation], prose: list[Citation]) -> list[Citation]:
    """Brackets with a name and a year that only tell who published the work named before them."""
    works = Places([c for c in prose if c.title])
    brackets = [c for c in citations if c.rule == "locator.author"]
    return [c for c in brackets if any(work.span.contains(c.span) for work in works.touching(c.span))]


def _best_of_each_place(citations: list[Citation]) -> list[Citation]:
    """The citations without those that another at the same place says better."""
    rank = {id(c): (_rank(c), n) for n, c in enumerate(citations)}
    places = Places(citations)
    return [
        c
        for c in citations
        if not any(_is_same(c, o) and rank[id(o)] < rank[id(c)] for o in places.touching(c.span))
    ]


def _rank(citation: Citation) -> int:
    """The less, the more a citation of this kind says."""
    fits = (i for i, kind in enumerate(_RANKS) if citation.form == kind or citation.rule.startswith(kind))
    return next(fits, len(_RANKS))


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether two citations at overlapping places may be of one source."""
    if not one.span.overlaps(other.span):
        return False
    same_outlet = one.outlet is None or other.outlet is None or one.outlet.id == other.outlet.id
    return same_outlet or other.form == "reprint"


def _beside(prose: list[Citation], others: list[Citation]) -> list[Citation]:
    """Prose without what a bracket, a list or a credit line says at the same place, or is an entry's part."""
    taken = Places(others)
    return [
        c for c in prose if not any(_is_same(c, o) or _is_within_entry(c, o) for o in taken.touching(c.span))
    ]


def _is_within_entry(one: Citation, other: Citation) -> bool:
    return other.rule == "list.reference" and other.span.contains(one.span)


def _not_shown(reading: Reading, prose: list[Citation], shown: list[Citation]) -> list[Citation]:
    """Prose without what leads into a post that is shown right below it: "Moor tweeted:"."""
    posts = {
        reading.passage_at(min(c.span.start, c.quote.start) if c.quote else c.span.start): c
        for c in shown
        if c.form == "post"
    }
    kept = []
    for citation in prose:
        index = reading.passage_at(citation.span.start)
        if citation.type == "post" and index is not None and not citation.url:
            below = posts.get(index + 1)
            names = {a.name.split()[-1] for a in citation.authors if a.name}
            if below is not None and any(n in a.name for n in names for a in below.authors):
                continue
        kept.append(citation)
    return kept


def _once_quoted(prose: list[Citation]) -> list[Citation]:
    """Prose without mere speakers of what a source at hand is quoted for, or of words in a title."""
    sourced = {c.quote: c.span for c in prose if c.quote is not None and (c.outlet is not None or c.title)}
    titled = [c.span for c in prose if c.title]
    kept = []
    for citation in prose:
        quote = citation.quote
        speaker = citation.outlet is None and not citation.title and citation.type != "post"
        if speaker and quote is not None:
            source = sourced.get(quote)
            if source is not None and abs(source.start - citation.span.start) < _NEAR_QUOTE:
                continue
            if any(span.start <= quote.start <= span.end for span in titled):
                continue
        kept.append(citation)
    return kept


def _without_listed(reading: Reading, others: list[Citation]) -> list[Citation]:
    """The citations without brackets that only repeat the outlet of a headline: "It Rained (Reuters)"."""
    listed = {
        (reading.passage_at(c.span.start), c.outlet.id)
        for c in others
        if c.rule == "list.headline" and c.outlet
    }
    return [
        c
        for c in others
        if c.rule != "parenthetical.outlet"
        or not c.outlet
        or (reading.passage_at(c.span.start), c.outlet.id) not in listed
    ]


def _once_a_paragraph(reading: Reading, prose: list[Citation], firm: list[Citation]) -> list[Citation]:
    """Prose without what its paragraph cites already: an outlet linked, or named before with no new words."""
    cited: dict[tuple[int | None, str], Citation] = {}
    for citation in firm:
        for outlet in (citation.outlet, citation.via):
            if outlet is not None:
                cited[(reading.passage_at(citation.span.start), outlet.id)] = citation
    kept: list[Citation] = []
    for citation in prose:
        if citation.outlet is not None and citation.form != "mention":
            key = (reading.passage_at(citation.span.start), citation.outlet.id)
            before = cited.get(key)
            if before is not None and not _has_new_words(citation, before):
                continue
            cited[key] = citation
        kept.append(citation)
    return kept


def _has_new_words(citation: Citation, before: Citation) -> bool:
    """Whether two attributions of an outlet quote different words."""
    if before.form != "attribution" or citation.quote is None:
        return False
    return before.quote is not None and before.quote != citation.quote
