"""The making of edges: citations are counted as they come."""

from __future__ import annotations

from citekit.graph.passage import Passages
from citekit.graph.values import Edge, EdgeKind, Evidence
from citekit.model import Article, Citation, Form, PartialDate


class Reading:
    """An article while its citations are counted: its date as text, and its passages once they are needed."""

    __slots__ = ("article", "cut", "when")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.when = str(article.date) if article.date is not None else ""
        self.cut = Passages(article)

    def evidence(self, citation: Citation, through: str | None) -> Evidence:
        """The passage in which the citation stands."""
        article = self.article
        return Evidence(
            article.id,
            citation.id,
            citation.form,
            self.cut.around(citation.span),
            article.title or article.source,
            article.url,
            article.date,
            through,
        )


class Tally:
    """One edge in the making."""

    __slots__ = ("count", "first", "forms", "last", "nested", "passages", "span")

    def __init__(self) -> None:
        self.count = 0
        self.nested = 0
        self.forms: dict[Form, int] = {}
        self.span: tuple[str, str] | None = None  # first and last date, as text that sorts
        self.first: PartialDate | None = None
        self.last: PartialDate | None = None
        self.passages: list[Evidence] = []

    def add(self, reading: Reading, form: Form, *, nested: bool) -> None:
        """Count a citation that stands in the article."""
        self.count += 1
        self.nested += nested
        self.forms[form] = self.forms.get(form, 0) + 1
        if when := reading.when:
            first, last = self.span or (when, when)
            if self.first is None or when < first:
                self.first, first = reading.article.date, when
            if self.last is None or when > last:
                self.last, last = reading.article.date, when
            self.span = first, last

    def edge(self, source: str, target: str, kind: EdgeKind) -> Edge:
        """The edge that was counted."""
        forms = tuple(sorted(self.forms.items(), key=lambda form: (-form[1], form[0])))
        return Edge(
            source, target, kind, self.count, forms, self.nested, self.first, self.last, tuple(self.passages)
        )
