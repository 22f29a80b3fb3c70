"""A page to an article: its text, passages, links, embeds and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from hashlib import blake2b

from citekit.articles.charset import decode
from citekit.articles.formats import media_of, refuse_binary
from citekit.articles.hints import Hints
from citekit.model import Article, Page
from citekit.plugins import load

Reader = Callable[[Page, Hints], Article]
"""Reads pages of one format."""

__all__ = ["Hints", "Reader", "read", "readers"]


@cache
def readers() -> Mapping[str, Reader]:
    """The readers that packages bring, by format; one called "html" is taken instead of citekit's."""
    return load("citekit.readers", {})


def read(page: Page, hints: Hints | None = None) -> Article:
    """Read a page; what `hints` say of the format wins, what they say of the article fills the gaps.

    Raises `FormatError` for an empty or binary page.

    >>> article = read(Page("-", b"<p>Ann Lee <a href='http://a.org/x'>wrote</a> in the Times.</p>"))
    >>> article.text, article.links[0].span.of(article.text)
    ('Ann Lee wrote in the Times.', 'wrote')
    """
    hints = hints or Hints()
    reader = readers().get(hints.media or "", _read_text)
    article = reader(page, hints)
    return replace(article, id=_id(article))


def _read_text(page: Page, hints: Hints) -> Article:
    refuse_binary(page.content, page.source)
    text, utf8 = decode(page.content, page.charset)
    media = hints.media or media_of(text, page.media_type)
    if media in readers():
        return readers()[media](page, hints)
    if media == "html":
        from citekit.articles.html.page import read_html

        return read_html(page, text, utf8, hints)
    from citekit.articles.plain import read_plain

    return read_plain(page, text, hints, media)


def _id(article: Article) -> str:
    """An id that depends on the article alone: the same page gives the same id wherever it lies."""
    known = f"{article.url or ''}\n{article.title or ''}\n{article.text}"
    return "a" + blake2b(known.encode("utf-8", "replace"), digest_size=6).hexdigest()
