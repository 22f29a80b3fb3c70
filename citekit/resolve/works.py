"""Works from the citations that are of them: the best of what each says, and every place."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.model import Article, Author, Citation, PartialDate, Place, Span, Work
from citekit.text import urls

_QUOTES = 3
_QUOTE_LENGTH = 600
_IDENTIFIERS = frozenset({"doi", "arxiv", "ssrn", "pubmed", "isbn", "pmc"})


def work_of(cited: Sequence[tuple[Article, Citation]], read: Article | None = None) -> Work:
    """The work that `cited` are all citations of, with no key yet; `read` is the article itself where it was
    read.
    """
    citations = [c for _, c in cited]
    first = _best(citations)
    url = next((c.url for c in sorted(citations, key=lambda c: not c.url) if c.url), None)
    unwrapped = urls.unwrap(url) if url else None
    outlet = (
        (read.outlet if read else None)
        or first.outlet
        or next((c.outlet for c in citations if c.outlet), None)
    )
    date = (read.date if read else None) or _finest([c.date for c in citations])
    return Work(
        key="",
        type=_type(citations, read),
        title=(read.title if read else None) or next((c.title for c in citations if c.title), None),
        authors=(read.authors if read else ()) or _authors(citations),
        date=date,
        outlet=outlet,
        url=(read.url if read and read.url else None) or (unwrapped.url if unwrapped else None),
        identifiers=_identifiers(citations),
        archive_url=next((c.archive_url for c in citations if c.archive_url), None),
        archived=next((c.archived for c in citations if c.archived), None),
        language=read.language if read else None,
        via=next((c.via for c in citations if c.via), None),
        places=tuple(Place(article.id, c.id) for article, c in cited),
        quotes=_quotes(cited),
        reprinted_in=tuple(dict.fromkeys(a.id for a, c in cited if c.form == "reprint")),
    )


def _best(citations: Sequence[Citation]) -> Citation:
    return max(citations, key=lambda c: (c.form == "reprint", bool(c.url), bool(c.authors), c.confidence))


def _type(citations: Sequence[Citation], read: Article | None) -> str:
    kinds = [c.type for c in citations if c.type and c.type != "statement"]
    linked = [c.type for c in citations if c.url and c.type and c.type != "webpage"]
    if linked:
        return linked[0]
    if kinds:
        return max(dict.fromkeys(kinds), key=kinds.count)
    if read is not None and read.outlet and read.outlet.csl_type:
        return read.outlet.csl_type
    return "statement" if any(c.type == "statement" for c in citations) else "document"


def _authors(citations: Sequence[Citation]) -> tuple[Author, ...]:
    named = [c.authors for c in citations if c.authors]
    return (
        max(
            named, key=lambda a: (any(x.handle for x in a) + sum(len(x.name) > 2 for x in a), -named.index(a))
        )
        if named
        else ()
    )


def _finest(dates: Sequence[PartialDate | None]) -> PartialDate | None:
    known = [d for d in dates if d is not None]
    return (
        max(known, key=lambda d: (d.day is not None, d.month is not None, d.time is not None))
        if known
        else None
    )


def _identifiers(citations: Sequence[Citation]) -> tuple[tuple[str, str], ...]:
    found = {}
    for citation in citations:
        identity = urls.identify(urls.unwrap(citation.url).url) if citation.url else None
        if identity is not None and identity.kind in _IDENTIFIERS:
            found[identity.kind] = identity.id
    return tuple(sorted(found.items()))


def _quotes(cited: Sequence[tuple[Article, Citation]]) -> tuple[str, ...]:
    words = [
        " ".join(_within(a, c.quote).split()) for a, c in cited if c.quote is not None and c.form != "reprint"
    ]
    return tuple(sorted(dict.fromkeys(words), key=lambda w: (-len(w), w))[:_QUOTES])


def _within(article: Article, span: Span) -> str:
    return article.text[span.start : min(span.end, span.start + _QUOTE_LENGTH)]
