"""Which node stands for which outlet, article, work and person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from citekit.graph.identity import same_outlets, same_people
from citekit.graph.values import Node
from citekit.model import Article, Author, Citation, Document, Outlet, Person, Work
from citekit.text.urls import canonical

Ids = tuple[str, ...]


@dataclass(slots=True)
class Names:
    """The nodes seen so far, and which id stands for what: the memory of one graph's building."""

    works: Mapping[str, Work] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    people: Mapping[Author, str] = field(default_factory=dict)
    read: Mapping[str, Article] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    _outlet_ids: dict[str, Ids] = field(default_factory=dict)

    def outlet(self, outlet: Outlet) -> Ids:
        """The outlet's node."""
        ids = self._outlet_ids.get(outlet.id)
        if ids is None:
            one = self.outlets.get(outlet.id, outlet)
            self._outlet_ids[outlet.id] = ids = (one.id,)
            url = f"https://{one.domain}" if one.domain else None
            self.nodes[one.id] = Node(one.id, one.name, "outlet", one.kind, url, one.country)
        return ids

    def article(self, article: Article) -> Ids:
        """The article's node."""
        key = f"article:{article.id}"
        if key not in self.nodes:
            outlet = article.outlet and self.outlets.get(article.outlet.id, article.outlet)
            self.nodes[key] = Node(
                key,
                article.title or article.url or article.source,
                "article",
                kind=outlet.kind if outlet else None,
                url=article.url,
                date=article.date,
                outlet=outlet.name if outlet else None,
            )
        return (key,)

    def work(self, document: Document, citation: Citation) -> Ids:
        """The node of the cited work: the article that it is, a work, or an unknown source."""
        work = self.works.get(citation.work) if citation.work else None
        url = citation.url if work is None else work.url
        if self.read and url and (article := self.read.get(canonical(url))):
            return self.article(article)
        known = work or citation
        if known.outlet or known.authors or known.title or url:
            key = f"work:{citation.work or f'{document.article.id}#{citation.id}'}"
            if key not in self.nodes:
                self.nodes[key] = self._work_node(key, known, url)
            return (key,)
        key = f"unknown:{citation.work or f'{document.article.id}#{citation.id}'}"
        if key not in self.nodes:
            said = citation.quote.of(document.article.text) if citation.quote else ""
            self.nodes[key] = Node(
                key, f"unknown source: {_short(said)}" if said else "unknown source", "unknown"
            )
        return (key,)

    def _work_node(self, key: str, known: Work | Citation, url: str | None) -> Node:
        outlet = known.outlet and self.outlets.get(known.outlet.id, known.outlet)
        by = ", ".join(a.name for a in known.authors)
        where = outlet.name if outlet else ""
        date = str(known.date)[:10] if known.date else ""
        label = known.title or ", ".join(filter(None, (by, where, date))) or url or key
        return Node(
            key,
            label,
            "work",
            kind=known.type,
            url=url,
            date=known.date,
            outlet=outlet.name if outlet else None,
        )

    def authors(self, authors: Iterable[Author]) -> Ids:
        """The nodes of the people."""
        found = []
        for author in authors:
            name = self.people.get(author) or author.name
            key = f"person:{name}"
            node = self.nodes.get(key)
            if node is None or len(author.name) > len(node.label):  # the fullest spelling names the node
                kind = "person" if isinstance(author, Person) else "organisation"
                self.nodes[key] = Node(key, author.name, "person", kind=kind)
            found.append(key)
        return tuple(dict.fromkeys(found))

    def outlet_of(self, citation: Citation) -> Outlet | None:
        """The outlet that the citation names, else the one of its work."""
        work = self.works.get(citation.work) if citation.work else None
        return citation.outlet or (work.outlet if work else None)

    def authors_of(self, citation: Citation) -> tuple[Author, ...]:
        """The authors of the citation's work, else those that the citation names."""
        work = self.works.get(citation.work) if citation.work else None
        return (work.authors if work else ()) or citation.authors


def names(documents: Iterable[Document], works: Iterable[Work]) -> Names:
    """What is needed to name the nodes of these documents: one pass over all that they cite."""
    outlets: dict[str, Outlet] = {}
    authors: set[Author] = set()
    read: dict[str, Article] = {}
    for document in documents:
        article = document.article
        if article.url:
            read.setdefault(canonical(article.url), article)
        authors.update(article.authors)
        if article.outlet is not None:
            outlets.setdefault(article.outlet.id, article.outlet)
        for citation in document.citations:
            if citation.outlet is not None:
                outlets.setdefault(citation.outlet.id, citation.outlet)
            if citation.authors:
                authors.update(citation.authors)
    by_key = {}
    for work in works:
        by_key[work.key] = work
        if work.outlet is not None:
            outlets.setdefault(work.outlet.id, work.outlet)
        authors.update(work.authors)
    return Names(by_key, same_outlets(outlets.values()), same_people(authors), read)


def _short(words: str, most: int = 60) -> str:
    line = " ".join(words[: 4 * most].split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
