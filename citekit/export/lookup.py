"""Where a bibliography's works were cited, and which of them cites which: found once, asked for each work."""

from __future__ import annotations

from citekit.bibliography import Bibliography
from citekit.model import Citation, Document, Work


class Lookup:
    """The places of a bibliography's works in its documents, and the works by key."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._works = {work.key: work for work in bibliography.works}
        self._documents = {document.article.id: document for document in bibliography.documents}
        self._citations: dict[tuple[str, str], Citation] = {
            (document.article.id, citation.id): citation
            for document in bibliography.documents
            for citation in document.citations
        }
        self._cites: dict[str, list[str]] = {}
        for work in bibliography.works:
            for key in work.quoted_in:
                self._cites.setdefault(key, []).append(work.key)

    def work(self, key: str) -> Work | None:
        """The work of that key."""
        return self._works.get(key)

    def document(self, name: str) -> Document | None:
        """The document of that id."""
        return self._documents.get(name)

    def cites(self, work: Work) -> tuple[str, ...]:
        """The keys of the works that were cited only as this one quotes them."""
        return tuple(sorted(self._cites[work.key])) if work.key in self._cites else ()

    def cited(self, work: Work) -> dict[str, list[Citation]]:
        """The citations of a work by the ids of the documents, in the order of its places.

        A document that is not in the bibliography is left out.
        """
        found: dict[str, list[Citation]] = {}
        for place in work.places:
            if citation := self._citations.get((place.document, place.citation)):
                found.setdefault(place.document, []).append(citation)
        return found

    def forms(self, work: Work) -> tuple[str, ...]:
        """The forms in which a work was cited, each once, sorted."""
        return tuple(sorted({each.form for citations in self.cited(work).values() for each in citations}))
