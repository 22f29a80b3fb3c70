"""An HTML page to an article."""

from __future__ import annotations

from citekit.articles.hints import Hints
from citekit.articles.html.body import find_body
from citekit.articles.html.builder import Builder
from citekit.articles.html.links import Links
from citekit.articles.html.tree import parse
from citekit.articles.html.walk import Walk
from citekit.articles.metadata import Metadata, read_metadata
from citekit.model import Article, Page


def read_html(page: Page, markup: str, hints: Hints) -> Article:
    """The article on a page whose decoded content is `markup`."""
    tree = parse(markup)
    metadata: Metadata = read_metadata(tree, page, hints)
    base = tree.css_first("base[href]")
    address = hints.url or page.url or metadata.url
    links = Links(Links(address).absolute(base.attributes.get("href")) if base is not None else address)
    builder = Builder()
    body = find_body(tree)
    if body is not None:
        Walk(builder, links, body.exempt).over(body)
    return Article(
        id="",
        source=page.source,
        text=builder.text(),
        passages=tuple(builder.passages),
        links=tuple(builder.links),
        marks=tuple(builder.marks),
        title=metadata.title,
        authors=metadata.authors,
        date=metadata.date,
        outlet=metadata.outlet,
        url=address,
        language=hints.language or metadata.language,
        media="html",
    )
