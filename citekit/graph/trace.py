"""By which chain of sources words came into an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citekit.graph.selection import USUAL, Nesting
from citekit.graph.wording import places
from citekit.model import Article, Citation, Corpus, Document, Span
from citekit.text.urls import canonical

DEEPEST = 10
"""Articles followed from one to the next; a longer chain ends there."""


@dataclass(frozen=True, slots=True)
class Source:
    """A citation on the way, and those inside it, or inside the article that it is, that are further on."""

    article: Article
    citation: Citation
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """An article that has the words, and the sources it has them from; none if the words are its own."""

    article: Article
    sources: tuple[Source, ...] = ()


def trace_words(corpus: Corpus, words: str) -> tuple[Trace, ...]:
    """From each article in which the words stand, the chain to where they come from.

    Case, white space and punctuation do not count. Where the last source of a chain is itself an article of
    the corpus that has the words, the chain goes on there.

    >>> from citekit.model import Outlet
    >>> article = Article("d", "-", 'ABC News: "He has resigned"')
    >>> said = Citation("c", "attribution", Span(0, 8), Span(10, 27), Outlet("abc", "ABC News"))
    >>> (found,) = trace_words(Corpus((Document(article, (said,)),)), "has resigned")
    >>> found.sources[0].citation.id
    'c'
    """
    holding = {
        document.article.id: spans
        for document in corpus.documents
        if (spans := places(document.article.text, words))
    }

    def hits(document: Document) -> Iterator[Citation]:
        for span in holding.get(document.article.id, ()):
            yield from _innermost(document, span)

    follow = _Follower(corpus, hits, False)
    found = [
        Trace(document.article, follow.sources(document))
        for document in corpus.documents
        if document.article.id in holding
    ]
    return tuple(trace for trace in found if trace.article.id not in follow.reached)


def trace_work(corpus: Corpus, key: str) -> tuple[Trace, ...]:
    """From each article that cites the work, at first hand or through others, the chain to it.

    Where an article is cited by another one of the corpus, the chain begins at the latter.
    """

    def hits(document: Document) -> Iterator[Citation]:
        return (citation for citation in document.citations if citation.work == key)

    follow = _Follower(corpus, hits, True)
    found = [Trace(document.article, follow.sources(document)) for document in corpus.documents]
    return tuple(trace for trace in found if trace.sources and trace.article.id not in follow.reached)


def chain(document: Document, citation: Citation) -> tuple[Citation, ...]:
    """The citations around one and itself, the outermost first."""
    around = tuple(Nesting(document, USUAL).around(citation))
    return (*reversed(around), citation)


def chain_lengths(documents: Iterable[Document]) -> Mapping[int, int]:
    """How many citations stand inside the words of how many other sources: {0: at first hand, 1: ...}."""
    counts: dict[int, int] = {}
    for document in documents:
        nesting = Nesting(document, USUAL)
        for citation in document.citations:
            if USUAL.takes(citation):
                depth = sum(1 for _ in nesting.around(citation))
                counts[depth] = counts.get(depth, 0) + 1
    return dict(sorted(counts.items()))


@dataclass(slots=True)
class _Follower:
    """Follows citations into the articles of the corpus that they are of."""

    corpus: Corpus
    hits: Callable[[Document], Iterable[Citation]]
    through_any: bool  # whether every citation of an article is followed, or only the hits
    reached: set[str] = field(default_factory=set)
    _known: dict[str, tuple[Source, ...]] = field(default_factory=dict)
    _under_way: set[str] = field(default_factory=set)
    _read: dict[str, Document] = field(default_factory=dict)
    _urls: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document in self.corpus.documents:
            if document.article.url:
                self._read.setdefault(canonical(document.article.url), document)
        self._urls = {work.key: work.url for work in self.corpus.works if work.url}

    def sources(self, document: Document) -> tuple[Source, ...]:
        """The trees of the citations that lead to a hit; a circle of articles is cut where it closes."""
        key = document.article.id
        if key in self._known:
            return self._known[key]
        if key in self._under_way or len(self._under_way) >= DEEPEST:
            return ()
        self._under_way.add(key)
        hit = {citation.id for citation in self.hits(document)}
        ends: dict[str, tuple[Source, ...]] = {}
        for citation in document.citations:
            if citation.id not in hit and not self.through_any:
                continue
            further = self._further(document, citation)
            if citation.id in hit or further:
                ends[citation.id] = further
        self._under_way.discard(key)
        self._known[key] = _tree(document, ends)
        return self._known[key]

    def _further(self, document: Document, citation: Citation) -> tuple[Source, ...]:
        url = citation.url or self._urls.get(citation.work or "")
        other = self._read.get(canonical(url)) if url else None
        if other is None or other.article.id == document.article.id:
            return ()
        further = self.sources(other)
        if further:
            self.reached.add(other.article.id)
        return further


def _innermost(document: Document, span: Span) -> Iterator[Citation]:
    """The citations with the shortest quotation that holds the span."""
    quoting = [c for c in document.citations if c.quote is not None and c.quote.contains(span)]
    if quoting:
        shortest = min(len(c.quote) for c in quoting if c.quote is not None)
        yield from (c for c in quoting if c.quote is not None and len(c.quote) == shortest)


def _tree(document: Document, ends: Mapping[str, tuple[Source, ...]]) -> tuple[Source, ...]:
    """The chains to some citations as trees, in reading order, common beginnings once."""
    chains = {c.id: chain(document, c) for c in document.citations if c.id in ends}
    needed = {step.id for steps in chains.values() for step in steps}
    steps = [chain(document, c) for c in document.citations if c.id in needed]
    inside: dict[str, list[Source]] = {}
    outermost: list[Source] = []
    for way in sorted(steps, key=len, reverse=True):  # the inner ones are made before those around them
        citation = way[-1]
        source = Source(
            document.article, citation, (*ends.get(citation.id, ()), *inside.get(citation.id, ()))
        )
        (inside.setdefault(way[-2].id, []) if len(way) > 1 else outermost).append(source)
    return tuple(outermost)
