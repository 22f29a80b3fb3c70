"""From documents to a graph."""

from __future__ import annotations

from dataclasses import replace

from citekit.graph.levels import ENDS, End, Ids, Names, names
from citekit.graph.period import Period
from citekit.graph.selection import USUAL, Nesting, Selection
from citekit.graph.tally import Reading, Tally
from citekit.graph.values import EdgeKind, Graph, Level, Node
from citekit.model import Citation, Corpus, Document


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
        citing, cited = ENDS[level]
        self.citing: End = citing(known)
        self.cited: End = cited(known)
        self.period = Period(selection.since, selection.until)
        self.cites: dict[tuple[str, str], Tally] = {}
        self.carries: dict[tuple[str, str], Tally] = {}

    def add(self, document: Document) -> None:
        """Count all citations of one document."""
        article = document.article
        if not self.period.takes(article.date):
            return
        own = self.citing.of_article(article)
        inside = Nesting(document, self.selection)
        chained = inside.chained if self.selection.chains else None
        reading = Reading(article)
        for citation in document.citations:
            if not self.selection.takes(citation) or (chained is not None and citation.id not in chained):
                continue
            targets = self.cited.of_citation(document, citation)
            if citation.within is None:
                self._join(self.cites, own, targets, reading, citation, None)
            elif targets:
                sources = self._source(document, citation, inside)
                through = self.known.nodes[sources[0]].label if sources else None
                self._join(self.cites, sources or own, targets, reading, citation, through)
                self._join(self.carries, own, sources, reading, citation, through)

    def _source(self, document: Document, citation: Citation, inside: Nesting) -> Ids:
        """Who makes a nested citation: the nearest source around it that is known."""
        for outer in inside.around(citation):
            if ids := self.citing.of_citation(document, outer):
                return ids
        return ()

    def _join(
        self,
        tallies: dict[tuple[str, str], Tally],
        sources: Ids,
        targets: Ids,
        reading: Reading,
        citation: Citation,
        through: str | None,
    ) -> None:
        evidence = None
        for source in sources:
            for target in targets:
                tally = tallies.get((source, target))
                if tally is None:
                    tally = tallies[source, target] = Tally()
                tally.add(reading, citation.form, nested=through is not None)
                if len(tally.passages) < self.most:
                    evidence = evidence or reading.evidence(citation, through)
                    tally.passages.append(evidence)

    def graph(self, include_self: bool) -> Graph:
        """What was counted so far."""
        return _assemble(self.level, self.known.nodes, self.cites, self.carries, include_self)


def _assemble(
    level: Level,
    nodes: dict[str, Node],
    cites: dict[tuple[str, str], Tally],
    carries: dict[tuple[str, str], Tally],
    include_self: bool,
) -> Graph:
    given: dict[str, int] = {}
    got: dict[str, int] = {}
    own: dict[str, int] = {}
    for (source, target), tally in cites.items():
        if source == target:
            own[source] = tally.count
        else:
            given[source] = given.get(source, 0) + tally.count
            got[target] = got.get(target, 0) + tally.count
    kinds: tuple[tuple[EdgeKind, dict[tuple[str, str], Tally]], ...] = (
        ("cites", cites),
        ("carries", carries),
    )
    edges = [
        tally.edge(source, target, kind)
        for kind, tallies in kinds
        for (source, target), tally in tallies.items()
        if source != target or (include_self and kind == "cites")
    ]
    edges.sort(key=lambda e: (e.source, e.target, e.kind))
    counted = (
        replace(node, cites=given.get(key, 0), cited=got.get(key, 0), own=own.get(key, 0))
        for key, node in sorted(nodes.items())
    )
    return Graph(level, tuple(counted), tuple(edges))
