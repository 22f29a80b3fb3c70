"""An HTML page to an article."""

from __future__ import annotations

from citekit.articles.hints import Hints
from citekit.articles.html.body import find_body
from citekit.articles.html.builder import Builder
from citekit.articles.html.links import Links
from citekit.articles.html.tree import parse
from citekit.articles.html.walk import Walk
from citekit.articles.metadata import read_metadata
from citekit.model import Article, Page


def read_html(page: Page, markup: str, hints: Hints) -> Article:
    """The article on a page whose decoded content is `markup`."""
    tree = parse(markup)
    body = find_body(tree)
    address = hints.url or page.url
    base = tree.css_first("base[href]")
    links = Links(Links(address).absolute(base.attributes.get("href")) if base is not None else address)
    builder = Builder()
    if body is not None:
        Walk(builder, links, body.exempt).over(body)
    text = builder.text()
    metadata = read_metadata(tree, markup, body, text, page, hints)
    return Article(
        id="",
        source=page.source,
        text=text,
        passages=tuple(builder.passages),
        links=tuple(builder.links),
        marks=tuple(builder.marks),
        title=metadata.title,
        authors=metadata.authors,
        date=metadata.date,
        outlet=metadata.outlet,
        url=metadata.url,
        language=metadata.language,
        media="html",
    )
