"""The reprint that an article is as a whole."""

from __future__ import annotations

from citekit.detect.reading import Reading
from citekit.model import Citation, Organisation, Outlet, Span


def is_own(reading: Reading, outlet: Outlet) -> bool:
    """Whether an outlet is the article's: what it prints itself is no reprint."""
    own = reading.article.outlet
    if own is None or own.id == outlet.id:
        return own is not None
    return own.domain is not None and own.domain == outlet.domain and not outlet.provisional


def whole(reading: Reading) -> Span | None:
    """From the first passage to the last."""
    if not reading.passages:
        return None
    return Span(reading.passages[0].span.start, reading.passages[-1].span.end)


def reprint_of(
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
