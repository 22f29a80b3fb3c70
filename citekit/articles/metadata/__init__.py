"""What an article says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from citekit.articles.hints import Hints
from citekit.model import Author, Outlet, Page, PartialDate
from citekit.text.dates import parse_date
from citekit.text.names import split_byline


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything that describes the article itself; None or empty where it does not say."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PartialDate | None = None
    outlet: Outlet | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(tree: LexborHTMLParser, page: Page, hints: Hints) -> Metadata:
    """Read the tags of a page."""
    tags: dict[str, str] = {}
    for meta in tree.css("meta[content]"):
        attributes = meta.attributes
        name = (attributes.get("property") or attributes.get("name") or "").lower()
        tags.setdefault(name, attributes.get("content") or "")
    canonical = tree.css_first("link[rel=canonical]")
    url = (canonical.attributes.get("href") if canonical is not None else None) or tags.get("og:url")
    date = tags.get("article:published_time") or tags.get("date") or ""
    html = tree.css_first("html")
    language = html.attributes.get("lang") if html is not None else None
    return Metadata(
        tags.get("og:title"),
        split_byline(tags.get("author", "")),
        parse_date(date),
        None,
        url,
        (language or "").partition("-")[0].lower() or None,
    )
