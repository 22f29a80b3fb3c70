"""The order of the stages; nothing else knows it.

locator -> page -> article -> citations -> works -> bibliography | graph
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from citekit.articles import Hints
from citekit.articles import read as read_page
from citekit.detect import detect
from citekit.garbage import collecting_no_garbage
from citekit.model import Article, Corpus, Document, Page
from citekit.outlets import Registry
from citekit.resolve import resolve as resolve_documents

__all__ = ["extract", "read", "resolve"]


def read(source: str | Path | Page, hints: Hints | None = None) -> Article:
    """The article at a path or URL, or of a page already fetched; of a folder the first one.

    Raises `SourceError` where there is none.
    """
    if not isinstance(source, Page):
        from citekit.sources import Failure, pages

        found = next(pages([str(source)]))
        if isinstance(found, Failure):
            raise found.error
        source = found
    with collecting_no_garbage():
        return read_page(source, hints or Hints())


def extract(article: Article, outlets: Registry | None = None) -> Document:
    """All that an article cites; `outlets` is the registry to know publishers by (citekit's own if not
    given).
    """
    with collecting_no_garbage():
        return detect(article, outlets)


def resolve(documents: Iterable[Document]) -> Corpus:
    """The documents with each citation's work, and the works."""
    return resolve_documents(documents)
