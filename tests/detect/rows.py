"""How a row of a table says what a text must yield, and how what was found is laid beside it.

A row marks in its text what it asks for: `[...]` are words that the anchor of a citation must hold, `{...}`
those that its quotation must begin with. Beside the text stand the sources, one for each anchor: the outlet's
id, or "?" for none, then "by" and the family names (or names) of the authors where there are any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from citekit.articles import Hints, read
from citekit.detect import detect
from citekit.model import Article, Citation, Document, Link, Page, PartialDate, Passage, Person, Span
from citekit.outlets import default_registry

_MARKS = re.compile(r"[\[{]([^\]}]*)[\]}]")


class Cited(NamedTuple):
    """A citation as a row asks for it, or as it was found."""

    form: str
    outlet: str | None
    authors: str
    anchor: str
    quote: str = ""


def document(
    content: str, url: str | None = None, date: PartialDate | None = None, language: str = "en"
) -> Document:
    """What is cited in HTML as it is read, or in a text, each line of which is a paragraph."""
    registry = default_registry()
    if content.startswith("<"):
        article = read(Page("-", content.encode()), Hints(url=url, date=date, language=language))
    else:
        article = of_lines(content)
        article = replace(article, url=url, date=date, language=language)
    if article.outlet is None and url is not None:
        article = replace(article, outlet=registry.by_url(url))
    return detect(article, registry)


def of_lines(text: str) -> Article:
    """An article whose paragraphs are the lines of a text; its id is the text."""
    passages = [Passage("paragraph", Span(*line.span())) for line in re.finditer(r"\S[^\n]*", text)]
    links = [Link(Span(*found.span()), found[0]) for found in re.finditer(r"https?://[^\s)]+[^\s).,]", text)]
    return Article(text, "-", text, tuple(passages), tuple(links))


def page(body: str) -> str:
    """A saved article with `body` between its first paragraph and its last."""
    return (
        "<html><head><title>Fire on the ferry</title></head><body><article><h1>Fire on the ferry</h1>"
        f"<p>The ferry Elsbeth burned at its berth on Sunday, and nobody has yet said why it did.</p>{body}"
        "<p>The berth stays closed until the divers have been down to look at it.</p></article></body></html>"
    )


def unmarked(text: str) -> str:
    """A row's text without its marks."""
    return _MARKS.sub(r"\1", text)


def asked(form: str, text: str, *sources: str) -> list[Cited]:
    """What a row asks for: its sources, each with the marked words; quotations go to the nearest anchor."""
    anchors = [match for match in _MARKS.finditer(text) if match[0][0] == "["]
    quotes = [""] * len(anchors)
    for match in _MARKS.finditer(text):
        if match[0][0] == "{":
            nearest = min(range(len(anchors)), key=lambda n: abs(anchors[n].start() - match.start()))
            quotes[nearest] = match[1]
    wanted = []
    for source, anchor, quote in zip(sources, anchors, quotes, strict=True):
        outlet, _, authors = source.partition(" by ")
        wanted.append(Cited(form, None if outlet == "?" else outlet, authors, anchor[1], quote))
    return wanted


def authors(citation: Citation) -> str:
    """The family names of a citation's authors, or the names of those that have none."""
    return ", ".join(a.family if isinstance(a, Person) and a.family else a.name for a in citation.authors)


def laid_beside(document: Document, wanted: Sequence[Cited]) -> list[Cited]:
    """The document's citations, each told as far as the row at its place tells it."""
    text = document.article.text
    rows: Iterable[Cited | None] = [*wanted, *([None] * len(document.citations))]
    found = []
    for citation, row in zip(document.citations, rows, strict=False):
        anchor = citation.span.of(text)
        quote = " ".join(citation.quote.of(text).split()).lstrip("“« ") if citation.quote else ""
        if row is not None and row.anchor and row.anchor in anchor:
            anchor = row.anchor
        if row is not None and row.quote and quote.startswith(row.quote):
            quote = row.quote
        outlet = citation.outlet.id if citation.outlet else None
        found.append(Cited(citation.form, outlet, authors(citation), anchor, quote))
    return found
