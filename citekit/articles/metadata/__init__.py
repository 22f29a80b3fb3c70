"""What an article says of itself, in the field's order of trust: JSON-LD, tags, what is displayed, the address."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from citekit.articles.hints import Hints
from citekit.articles.html.body import Body
from citekit.articles.metadata import jsonld
from citekit.articles.metadata.dating import dated
from citekit.articles.metadata.front import lines
from citekit.articles.metadata.headline import headline, site_names, titles_told
from citekit.articles.metadata.writers import writers
from citekit.articles.metadata.tags import Tags, first, labelled, names, read_tags
from citekit.model import Author, Outlet, Page, PartialDate
from citekit.text.language import detect_language


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything that describes the article itself; None or empty where it does not say."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PartialDate | None = None
    outlet: Outlet | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(
    tree: LexborHTMLParser, markup: str, body: Body | None, text: str, page: Page, hints: Hints
) -> Metadata:
    """What the page says of its article; what `hints` say fills the gaps."""
    tags = read_tags(tree)
    described = jsonld.read_jsonld(tree)
    language = hints.language or detect_language(text) or declared(tree, tags)
    front = lines(tree, body)
    site = first(tags, "sites")
    url = hints.url or page.url
    html_title = tree.css_first("title")
    page_title = html_title.text() if html_title is not None else None
    told = titles_told(
        (tags[name][0] for name in names("titles")[:1] if name in tags),
        (jsonld.text(described.get("headline")),),
        (tags[name][0] for name in names("titles")[1:] if name in tags),
    )
    title, shown = headline(front, body, told, page_title, site, url)
    publisher = jsonld.names(described.get("publisher"))
    writing = described.get("author") or described.get("creator")
    told_authors = [jsonld.names(writing, bodies=False), *(tags[name] for name in names("authors") if name in tags)]
    own = [*filter(None, (site,)), *publisher, *site_names(page_title, title)]
    authors = writers(front, shown, body, [*told_authors, labelled(tags)], jsonld.names(writing, people=False), own)
    date = hints.date or dated(
        front,
        shown,
        body,
        [
            jsonld.text(described.get("datePublished")),
            *told_by(tags, "dates"),
            jsonld.text(described.get("dateCreated")),
        ],
        [jsonld.text(described.get("dateModified")), *told_by(tags, "changed")],
        url,
        None,
        language,
        markup,
    )
    return Metadata(title, authors, date, language=language)


def told_by(tags: Tags, table: str) -> list[str]:
    """What the tags say under the names of a table, best first."""
    return [value for name in names(table) for value in tags.get(name, ())]


def declared(tree: LexborHTMLParser, tags: Tags) -> str | None:
    """The language that the page says it is in, as a code of two or three letters; templates often say it wrongly."""
    html = tree.css_first("html")
    said = [html.attributes.get(name) for name in ("lang", "xml:lang")] if html is not None else []
    for each in (*said, *told_by(tags, "languages")):
        code = (each or "").strip().replace("_", "-").partition("-")[0].lower()
        if code.isalpha() and len(code) in (2, 3):
            return code
    return None
