"""Plain text and Markdown to an article: the text stays exactly as given, passages and links point into it."""

from __future__ import annotations

import re

from citekit.articles.hints import Hints
from citekit.articles.formats import Media
from citekit.model import Article, Link, Mark, Page, Passage, Span

_URL = re.compile(r"https?://[^\s<>\"“”'‘’«»\[\]{}|\\^`]+")
_MD_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\((\S{1,2000}?)(?:\s+\"[^\"\n]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,2})(?=[^\s*_])([^*_\n]{1,300}?)(?<=[^\s*_])\1(?![\w*_])")


def read_plain(page: Page, text: str, hints: Hints, media: Media) -> Article:
    """The article in a text without markup, or with Markdown's."""
    links = (
        [Link(Span(*found.span(1)), found[2]) for found in _MD_LINK.finditer(text)]
        if media == "markdown"
        else []
    )
    taken = [found.span() for found in _MD_LINK.finditer(text)] if media == "markdown" else []
    for found in _URL.finditer(text):
        if not any(start <= found.start() < end for start, end in taken):
            url = found[0].rstrip(".,;:!?)")
            links.append(Link(Span(found.start(), found.start() + len(url)), url))
    marks = [
        Mark(Span(*found.span(2)), "emphasis" if len(found[1]) == 1 else "strong")
        for found in (_EMPHASIS.finditer(text) if media == "markdown" else ())
    ]
    passages = [Passage("paragraph", Span(*found.span())) for found in re.finditer(r"\S[^\n]*", text)]
    return Article(
        id="",
        source=page.source,
        text=text,
        passages=tuple(passages),
        links=tuple(sorted(links, key=lambda link: link.span)),
        marks=tuple(marks),
        date=hints.date,
        url=hints.url or page.url,
        language=hints.language,
        media=media,
    )
