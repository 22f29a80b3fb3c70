"""Plain text and Markdown to an article: the text stays as given; passages, links and marks point into it."""

from __future__ import annotations

from citekit.articles.formats import Media
from citekit.articles.hints import Hints
from citekit.articles.plain.blocks import blocks
from citekit.articles.plain.edges import article_of
from citekit.articles.plain.front import read_front
from citekit.articles.plain.front_matter import front_matter, hinted, told
from citekit.articles.plain.markup import links_in, marks_in
from citekit.articles.plain.posts import embeds_in
from citekit.model import Article, Page


def read_plain(page: Page, text: str, hints: Hints, media: Media) -> Article:
    """The article in a text without markup, or with Markdown's.

    Passages cover the article alone: menus, share bars, appeals, lists of other articles and readers'
    comments around it are left out, though they may tell its author or outlet.
    """
    matter = front_matter(text)
    shown = "\n" * matter.end + text[matter.end :] if matter else text
    hints = hinted(matter, hints) if matter else hints
    parts = article_of(blocks(shown, markdown=media == "markdown"))
    front = read_front(parts, hints, page.url)
    front = told(matter, front) if matter else front
    passages = tuple(block.passage for block in front.passages)
    links = links_in(text, passages, markdown=media == "markdown")
    return Article(
        id="",
        source=page.source,
        text=text,
        passages=passages,
        links=links,
        marks=marks_in(text, passages) if media == "markdown" else (),
        embeds=embeds_in(text, passages, links),
        title=front.title,
        authors=front.authors,
        date=front.date,
        outlet=front.outlet,
        url=front.url,
        language=front.language,
        media=media,
    )
