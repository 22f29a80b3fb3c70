"""Whose words a citation stands in: each quotation and reprint is a scope, and scopes nest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Citation, Outlet, Span


def nest(citations: Sequence[Citation]) -> list[Citation]:
    """The citations in reading order, numbered "c1", "c2" ..., each with the id of the narrowest one around it.

    A citation stands within another when its anchor lies in the other's quotation, unless the other is what the anchor
    itself names. Sorted scopes and a stack: linear but for the sort.
    """
    ordered = sorted(citations, key=lambda c: (c.span.start, c.span.end))
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
            scope, holder = min(around, key=lambda pair: (len(pair[0]), -pair[0].start))
            citation = replace(citation, within=holder.id)
        nested.append(citation)
    return nested


def without_own(citations: Sequence[Citation], outlet: Outlet | None) -> list[Citation]:
    """The citations without those that name, with no link, the very outlet whose words they stand in ("told us")."""
    by_id = {c.id: c for c in citations}
    kept = []
    for citation in citations:
        holder = by_id.get(citation.within) if citation.within else None
        voice = holder.outlet if holder is not None and holder.form == "reprint" else None if holder else outlet
        own = citation.outlet is not None and voice is not None and citation.outlet.id == voice.id
        if not (own and citation.form in ("attribution", "parenthetical", "mention") and not citation.url):
            kept.append(citation)
    return kept


def _mutual(citation: Citation, holder: Citation) -> bool:
    """Whether the holder in turn stands inside what the citation quotes: then neither is within the other."""
    if citation.quote is None or not citation.quote.contains(holder.span):
        return False
    return holder.quote is None or len(citation.quote) >= len(holder.quote)
