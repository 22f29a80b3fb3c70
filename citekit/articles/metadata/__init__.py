"""What an article says of itself: JSON-LD, tags, what is displayed, the address.

Tags tell machines, what is displayed tells people; where the two differ, the displayed headline, byline and
date are the article's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborNode

from citekit.articles.hints import Hints
from citekit.articles.html.body import Body
from citekit.articles.html.elements import Elements
from citekit.articles.metadata import jsonld
from citekit.articles.metadata.dating import dated
from citekit.articles.metadata.front import Front, lines_of
from citekit.articles.metadata.headline import headline, site_names
from citekit.articles.metadata.publisher import own_address, publisher, site_name
from citekit.articles.metadata.tags import LONGEST, Tags, labelled, lesser, names, read_tags
from citekit.articles.metadata.writers import writers
from citekit.model import Author, Outlet, Page, PartialDate
from citekit.outlets import default_registry
from citekit.text.language import detect_language

LONGEST_BYLINE = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What can be known of a page before its text is read."""

    tags: Tags
    described: dict[str, Any]
    front: Front
    url: str | None
    title: str | None
    page_title: str | None
    site: str | None
    declared: str | None
    """The language that the page says it is in."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything that describes the article itself; None or empty where it does not say."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PartialDate | None = None
    outlet: Outlet | None = None
    url: str | None = None
    language: str | None = None


def first_look(elements: Elements, body: Body | None, page: Page, hints: Hints) -> Look:
    """Read the page's tags and find its headline."""
    tagged = elements.tagged
    tags = read_tags(tagged["meta"])
    described = jsonld.read_jsonld(tagged["script"])
    url = hints.url or page.url or own_address(tagged["link"], tags)
    page_title = _page_title(tagged["title"])
    site = site_name(tags, page_title, url)
    lines = lines_of(elements, body)
    told = titles_told(tags, jsonld.text(described.get("headline")))
    title, shown = headline(lines, told, page_title, site, url)
    front = Front(lines, shown, body, elements)
    return Look(tags, described, front, url, title, page_title, site, declared(tagged["html"], tags))


def describe(look: Look, text: str, markup: str, hints: Hints) -> Metadata:
    """Everything that the page says of its article, which begins with `text`; what `hints` say fills the
    gaps.
    """
    tags, described = look.tags, look.described
    outlet = publisher(default_registry(), hints, look.url, look.site)
    language = hints.language or detect_language(text) or look.declared
    writing, creator = described.get("author"), described.get("creator")
    own = [*filter(None, (look.site,)), *jsonld.names(described.get("publisher"))]
    authors = writers(
        look.front,
        told=[
            jsonld.names(writing, bodies=False),
            jsonld.names(creator, bodies=False),
            *(tags[name] for name in names("authors") if name in tags),
            labelled(tags),
            lesser(tags),
        ],
        bodies=jsonld.names(writing or creator, people=False),
        outlets=[*own, *site_names(look.page_title, look.title)],
    )
    date = dated(
        look.front,
        told=[
            jsonld.text(described.get("datePublished")),
            *told(tags, "dates"),
            jsonld.text(described.get("dateCreated")),
        ],
        changed=[jsonld.text(described.get("dateModified")), *told(tags, "changed")],
        url=look.url,
        order=outlet.date_order if outlet else None,
        language=language,
        markup=markup,
    )
    return Metadata(look.title, authors, date or hints.date, outlet, look.url, language)


def outer_bylines(look: Look, body: Body, elements: Elements) -> list[LexborNode]:
    """The lines of authors and credits between the headline and the text that stand outside the text's
    container.
    """
    front = look.front
    if front.shown is None:
        return []
    found: list[LexborNode] = []
    inside: set[int] = set()
    for line in front.lines:
        if line.place <= front.top:
            continue
        if line.prose or line.place > front.top + 40:
            break
        if len(line.text) <= LONGEST_BYLINE and elements.is_byline(line.node):
            around = _around(line.node)
            if body.root.mem_id not in around and not around & inside:
                found.append(line.node)
                inside.add(line.node.mem_id)
    return found


def titles_told(tags: Tags, described: str | None) -> list[str]:
    """The titles in the tags and in JSON-LD, each once, best first."""
    best, *others = names("titles")
    said = [*tags.get(best, ())[:1], *([described] if described else [])]
    said += [tags[name][0] for name in others if name in tags]
    return list(dict.fromkeys(clean for each in said if (clean := " ".join(each.split()))))


def told(tags: Tags, table: str) -> list[str]:
    """What the tags say under the names of a table, best first."""
    return [value for name in names(table) for value in tags.get(name, ())]


def declared(roots: Sequence[LexborNode], tags: Tags) -> str | None:
    """The language that the page says it is in, a code of two or three letters; templates often say it
    wrongly.
    """
    attributes = roots[0].attributes if roots else {}
    said = [attributes.get(name) for name in ("lang", "xml:lang")]
    for each in (*said, *told(tags, "languages")):
        code = (each or "").strip().replace("_", "-").partition("-")[0].lower()
        if code.isalpha() and len(code) in (2, 3):
            return code
    return None


def _page_title(titles: Sequence[LexborNode]) -> str | None:
    """The text of the first `<title>`: those of pictures come after that of the page's head."""
    return titles[0].text()[:LONGEST] if titles else None


def _around(node: LexborNode) -> set[int]:
    found: set[int] = set()
    at: LexborNode | None = node
    while at is not None:
        found.add(at.mem_id)
        at = at.parent
    return found
