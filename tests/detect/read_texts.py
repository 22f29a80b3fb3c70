"""Texts read as a user gives them, and who is cited in whose words there."""

from __future__ import annotations

from citekit.articles import Hints, read
from citekit.detect import detect
from citekit.model import Document, Page

TOWN = (
    "The ferry Elsbeth burned at its berth on Sunday, and nobody has yet said why it did so on a night as"
    " calm as that one was.\n\n"
)
"""A paragraph of the writer's own, so that what comes under it is no menu."""


def read_text(text: str, name: str = "a.txt") -> Document:
    """What is cited in a text or in Markdown, by the end of its name."""
    media = "text/markdown" if name.endswith(".md") else "text/plain"
    return detect(read(Page(name, text.encode(), media_type=media), Hints()))


def chains(document: Document) -> list[str]:
    """Each citation's outlet, or its authors where it has none, and of those within another the other's."""
    named = {c.id: c.outlet.name if c.outlet else "?" for c in document.citations}
    for citation in document.citations:
        if citation.outlet is None and citation.authors:
            named[citation.id] = "/".join(author.name for author in citation.authors)
    return [named[c.id] + (f" in {named[c.within]}" if c.within else "") for c in document.citations]


def quoted(document: Document) -> list[str]:
    """The first and the last word of each quotation."""
    found = []
    for citation in document.citations:
        words = citation.quote.of(document.article.text).split() if citation.quote else []
        found.append(f"{words[0]} {words[-1]}" if words else "")
    return found
