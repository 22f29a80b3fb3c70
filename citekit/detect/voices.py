"""Whose words a citation stands in: each quotation and reprint is a scope, and scopes nest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from citekit.detect.kinds import MEDIA
from citekit.model import Citation, Outlet, Span
from citekit.outlets.names import folded, without_article


def nest(
    citations: Sequence[Citation], sentence_of: Callable[[int], int] = lambda position: -position
) -> list[Citation]:
    """The citations in reading order, numbered "c1", "c2" ..., each with the id of the one next around it.

    A citation stands within another when its anchor lies in the other's quotation, unless the other is what
    the anchor itself names. Sorted scopes and a stack: linear but for the sort. In one sentence, what a
    source cites stands within it ("Reuters, citing the FT"; "the FT, according to Reuters"); `sentence_of`
    numbers the sentences by position.
    """
    ordered = sorted(citations, key=lambda c: (c.span.start, c.span.end))
    through = [c.within for c in ordered]  # a detector's word for the outlet through which this one is cited
    numbered = [replace(c, id=f"c{n}", within=None) for n, c in enumerate(ordered, 1)]
    scopes = sorted(
        ((c.quote, c) for c in numbered if c.quote is not None and len(c.quote) > 0),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    nested: list[Citation] = []
    open_: list[tuple[Span, Citation]] = []
    at = 0
    for citation in numbered:
        while at < len(scopes) and scopes[at][0].start <= citation.span.start:
            open_.append(scopes[at])
            at += 1
        open_ = [pair for pair in open_ if pair[0].end > citation.span.start]
        around = [
            (scope, holder)
            for scope, holder in open_
            if holder.id != citation.id and scope.contains(citation.span) and not _mutual(citation, holder)
        ]
        if around:
            _, holder = min(around, key=lambda pair: (len(pair[0]), -pair[0].start))
            citation = replace(citation, within=holder.id)
        nested.append(citation)
    nested = _through(nested, sentence_of)
    for index, outlet in enumerate(through):
        if outlet and nested[index].within is None:
            before = [
                c
                for c in nested[:index]
                if c.outlet is not None and c.outlet.id == outlet and c.within is None
            ]
            nested[index] = replace(nested[index], within=before[-1].id if before else None)
    return nested


def _through(citations: list[Citation], sentence_of: Callable[[int], int]) -> list[Citation]:
    """The citations, those that another source of the same sentence cites within that source."""
    by_sentence: dict[tuple[int, str | None], list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.form in ("attribution", "link") and citation.outlet is not None:
            by_sentence[(sentence_of(citation.span.start), citation.within)].append(citation)
    within: dict[str, str] = {}
    for group in by_sentence.values():
        if len(group) < 2:
            continue
        citing = [c for c in group if "citing-" in c.rule]
        holders = [c for c in group if c not in citing]
        for citation in citing:
            if holders:
                within[citation.id] = min(holders, key=lambda c: abs(c.span.start - citation.span.start)).id
        carriers = [
            c for c in holders if "according-to" in c.rule and c.outlet is not None and c.outlet.kind in MEDIA
        ]
        if len(carriers) == 1:
            for citation in holders:
                if (
                    citation is not carriers[0]
                    and citation.url is None
                    and citation.outlet != carriers[0].outlet
                ):
                    within[citation.id] = carriers[0].id
    return [replace(c, within=within[c.id]) if c.id in within else c for c in citations]


def without_own(citations: Sequence[Citation], outlet: Outlet | None) -> list[Citation]:
    """The citations without unlinked ones of the very outlet whose words they stand in ("told us").

    Words that are only told after an outlet are not its own: there a second citation of it stands beside the
    first one, not within it.
    """
    by_id = {c.id: c for c in citations}
    gone: dict[str, str | None] = {}
    kept = []
    for citation in citations:
        holder = by_id.get(citation.within) if citation.within else None
        own = _is_its_own(citation, holder.outlet if holder is not None else outlet)
        if not own or citation.form not in ("attribution", "parenthetical", "mention") or citation.url:
            kept.append(citation)
        elif holder is None or holder.form == "reprint" or holder.rule.startswith("quotation."):
            gone[citation.id] = citation.within
        else:
            kept.append(replace(citation, within=holder.within))
    return [replace(c, within=gone[c.within]) if c.within in gone else c for c in kept]


def _is_its_own(citation: Citation, voice: Outlet | None) -> bool:
    """Whether a citation is of the outlet whose words it stands in, or was told to an edition of it."""
    outlet = citation.outlet
    if outlet is None or voice is None:
        return False
    kin = outlet.id == voice.parent or (outlet.parent is not None and outlet.parent == voice.id)
    same = outlet.id == voice.id or (outlet.provisional and _bare(outlet) == _bare(voice))
    return same or (kin and ".told-" in citation.rule)


def _bare(outlet: Outlet) -> str:
    """The name of an outlet without its article: text says "au Phare", the page "Le Phare"."""
    return without_article(folded(outlet.name))


def renumbered(citations: Sequence[Citation]) -> list[Citation]:
    """The citations numbered anew in their order."""
    names = {c.id: f"c{n}" for n, c in enumerate(citations, 1)}
    found = []
    for citation in citations:
        id, within = names[citation.id], names.get(citation.within) if citation.within else None
        same = (id, within) == (citation.id, citation.within)
        found.append(citation if same else replace(citation, id=id, within=within))
    return found


def _mutual(citation: Citation, holder: Citation) -> bool:
    """Whether the holder in turn stands inside what the citation quotes: then neither is within the other."""
    if citation.quote is None or not citation.quote.contains(holder.span):
        return False
    return holder.quote is None or len(citation.quote) >= len(holder.quote)
