"""From documents to a graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from citekit.graph.garbage import uncollected
from citekit.graph.levels import ENDS
from citekit.graph.names import Ids, Names, names
from citekit.graph.period import Period
from citekit.graph.selection import USUAL, Nesting, Selection
from citekit.graph.tally import Tally
from citekit.graph.values import EdgeKind, Evidence, Graph, Level
from citekit.model import Citation, Corpus, Document

Tallies = dict[str, dict[str, Tally]]
"""Edges in the making, by source and target."""


def graph(
    corpus: Corpus,
    level: Level = "outlet",
    selection: Selection = USUAL,
    *,
    include_self: bool = False,
    passages: int = 20,
) -> Graph:
    """The citation graph of a corpus at one level.

    A citation starts at the source that cites: one that stands inside another's quotation or reprint starts
    there, and an edge of kind "carries" joins the article to that source. `include_self` keeps the edges of
    nodes that cite themselves (they are counted in `Node.own` either way). Each edge keeps the first
    `passages` places that make it.

    >>> from citekit.model import Article, Citation, Document, Outlet, Span
    >>> fair, abc = Outlet("fair", "FAIR", "fair.org"), Outlet("abc", "ABC News", "abcnews.go.com")
    >>> article = Article("d1", "-", "ABC News says so.", outlet=fair)
    >>> cited = Citation("c1", "attribution", Span(0, 8), outlet=abc)
    >>> [(e.source, e.target, e.count) for e in graph(Corpus((Document(article, (cited,)),))).edges]
    [('fair', 'abc', 1)]
    """
    with uncollected():
        known = names(corpus.documents, corpus.works)
        builder = _Builder(known, level, selection, passages)
        for document in corpus.documents:
            builder.add(document)
        return builder.graph(include_self)


class _Builder:
    def __init__(self, known: Names, level: Level, selection: Selection, passages: int) -> None:
        self.known = known
        self.level = level
        self.selection = selection
        self.most = passages
        self.citing, self.cited = ENDS[level]
        self.period = Period(selection.since, selection.until)
        self.cites: Tallies = {}
        self.carries: Tallies = {}

    def add(self, document: Document) -> None:
        """Count all citations of one document."""
        article = document.article
        if not self.period.takes(article.date):
            return
        own = self.citing.of_article(self.known, article)
        inside = Nesting(document, self.selection)
        chained = inside.chained if self.selection.chains else None
        when = str(article.date) if article.date is not None else ""
        for citation in document.citations:
            if not self.selection.takes(citation) or (chained is not None and citation.id not in chained):
                continue
            targets = self.cited.of_citation(self.known, document, citation)
            if citation.within is None:
                self._join(self.cites, own, targets, when, Evidence(article, citation))
            elif targets:
                sources = self._source(document, citation, inside)
                evidence = Evidence(article, citation, sources[0] if sources else None)
                self._join(self.cites, sources or own, targets, when, evidence)
                self._join(self.carries, own, sources, when, evidence)

    def _source(self, document: Document, citation: Citation, inside: Nesting) -> Ids:
        """Who makes a nested citation: the nearest source around it that is known."""
        for outer in inside.around(citation):
            if ids := self.citing.of_citation(self.known, document, outer):
                return ids
        return ()

    def _join(self, tallies: Tallies, sources: Ids, targets: Ids, when: str, evidence: Evidence) -> None:
        form, date, nested = evidence.citation.form, evidence.article.date, evidence.through is not None
        for source in sources:
            edges = tallies.setdefault(source, {})
            for target in targets:
                tally = edges.get(target)
                if tally is None:
                    tally = edges[target] = Tally()
                tally.add(form, date, when, nested=nested)
                if len(tally.passages) < self.most:
                    tally.passages += (evidence,)

    def graph(self, include_self: bool) -> Graph:
        """What was counted so far."""
        kinds: tuple[tuple[EdgeKind, Tallies], ...] = (("carries", self.carries), ("cites", self.cites))
        edges = [
            tally.edge(source, target, kind)
            for source in sorted({*self.cites, *self.carries})
            for target, kind, tally in sorted(
                (target, kind, tally)
                for kind, tallies in kinds
                for target, tally in tallies.get(source, {}).items()
            )
            if source != target or (include_self and kind == "cites")
        ]
        own = {source: len(own.forms) for source, edges in self.cites.items() if (own := edges.get(source))}
        given = {source: sum(len(t.forms) for t in edges.values()) for source, edges in self.cites.items()}
        got: Counter[str] = Counter()
        for edges_of in self.cites.values():
            for target, tally in edges_of.items():
                got[target] += len(tally.forms)
        nodes = (
            replace(
                node,
                cites=given.get(key, 0) - own.get(key, 0),
                cited=got[key] - own.get(key, 0),
                own=own.get(key, 0),
            )
            for key, node in sorted(self.known.nodes.items())
        )
        return Graph(self.level, tuple(nodes), tuple(edges))
