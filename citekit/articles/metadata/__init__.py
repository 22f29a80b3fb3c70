"""What an article says of itself: JSON-LD, tags, what is displayed, the address.

Tags tell machines, what is displayed tells people; where the two differ, the displayed headline, byline and date are
the article's.
"""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from citekit.articles.hints import Hints
from citekit.articles.html.body import Body
from citekit.articles.metadata import jsonld
from citekit.articles.metadata.dating import dated
from citekit.articles.metadata.front import lines
from citekit.articles.metadata.headline import headline, site_names
from citekit.articles.metadata.publisher import own_address, publisher
from citekit.articles.metadata.tags import Tags, first, labelled, names, read_tags
from citekit.articles.metadata.writers import writers
from citekit.model import Author, Outlet, Page, PartialDate
from citekit.outlets import default_registry
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
    """What the page says of its article, whose own text is `text`; what `hints` say fills the gaps."""
    tags = read_tags(tree)
    described = jsonld.read_jsonld(tree)
    url = hints.url or page.url or own_address(tree, tags)
    site = first(tags, "sites")
    outlet = publisher(default_registry(), hints, url, site)
    language = hints.language or detect_language(text) or declared(tree, tags)
    front = lines(tree, body)
    page_title = _page_title(tree)
    title, shown = headline(
        front, body, titles_told(tags, jsonld.text(described.get("headline"))), page_title, site, url
    )
    writing = described.get("author") or described.get("creator")
    authors = writers(
        front,
        shown,
        body,
        told=[
            jsonld.names(writing, bodies=False),
            *(tags[name] for name in names("authors") if name in tags),
            labelled(tags),
        ],
        bodies=jsonld.names(writing, people=False),
        outlets=[
            *filter(None, (site,)),
            *jsonld.names(described.get("publisher")),
            *site_names(page_title, title),
        ],
    )
    date = dated(
        front,
        shown,
        body,
        told=[
            jsonld.text(described.get("datePublished")),
            *told(tags, "dates"),
            jsonld.text(described.get("dateCreated")),
        ],
        changed=[jsonld.text(described.get("dateModified")), *told(tags, "changed")],
        url=url,
        order=outlet.date_order if outlet else None,
        language=language,
        markup=markup,
    )
    return Metadata(title, authors, date or hints.date, outlet, url, language)


def titles_told(tags: Tags, described: str | None) -> list[str]:
    """The titles in the tags and in JSON-LD, each once, best first."""
    best, *others = names("titles")
    said = [*tags.get(best, ())[:1], *([described] if described else [])]
    said += [tags[name][0] for name in others if name in tags]
    return list(dict.fromkeys(clean for each in said if (clean := " ".join(each.split()))))


def told(tags: Tags, table: str) -> list[str]:
    """What the tags say under the names of a table, best first."""
    return [value for name in names(table) for value in tags.get(name, ())]


def declared(tree: LexborHTMLParser, tags: Tags) -> str | None:
    """The language that the page says it is in, a code of two or three letters; templates often say it wrongly."""
    html = tree.css_first("html")
    said = [html.attributes.get(name) for name in ("lang", "xml:lang")] if html is not None else []
    for each in (*said, *told(tags, "languages")):
        code = (each or "").strip().replace("_", "-").partition("-")[0].lower()
        if code.isalpha() and len(code) in (2, 3):
            return code
    return None


def _page_title(tree: LexborHTMLParser) -> str | None:
    title = tree.css_first("head title") or tree.css_first("title")
    return title.text() if title is not None else None
