"""Where on a page the article stands: one container, or several under a common one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citekit.articles.html.furniture import is_apart_class, is_furniture_class, is_text_class, table
from citekit.articles.html.links import Links
from citekit.articles.html.tree import names

_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLOCKS = "p, div, td, section, article, main, blockquote, li, pre, dd, font, center, span"
_OPEN = frozenset(("html", "body", "main", "article"))
_WHOLE = frozenset(("p", "li", "blockquote", "pre", "ul", "ol", "font", "span", "table"))
_TEXT = _WHOLE | {"h2", "h3", "h4", "h5", "h6", "dl", "figure", "iframe", "br", "a", "em", "strong", "b", "i"}
SHORTEST = 25
"""Blocks with fewer characters of their own are no prose."""
_HEADLINES = (
    "h2 a[href], h3 a[href], h4 a[href], h5 a[href], [class*=title] > a[href], [class*=headline] > a[href]"
)
FEWEST, LONGEST_TEASER = 3, 400
"""A list of other articles has so many headlines, and so many characters for each."""
MOST_HEADLINES = 6
"""A page with more of them uses them for its teasers too."""
MOST = 0.5
"""What holds this share of a page's prose is not furniture, whatever it is called."""


@dataclass(slots=True)
class Body:
    """The container to walk, the elements in it that are not part of the article, and those that are for
    certain.
    """

    root: LexborNode
    without: set[int] = field(default_factory=set)
    exempt: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Place:
    node: LexborNode
    parent: int
    apart: bool
    furniture: bool
    prose: int = 0


def find_body(tree: LexborHTMLParser) -> Body | None:
    """The article's place on the page; None where the page has no element at all.

    Every block's own words (not those of links) count for it and for all that is around it, unless that is
    furniture. From the top the way leads down into the child with most of the prose; what stands beside the
    way stays if it looks like prose too.
    """
    body = tree.body
    if body is None:
        return None
    exempt = _around_headline(tree)
    places = _places(body, exempt)
    if not places[body.mem_id].prose:
        return Body(body, exempt=exempt)
    root = top = body
    without: set[int] = set()
    while True:
        kids = [kid for kid in root.iter() if kid.mem_id in places and places[kid.mem_id].prose]
        best = max(kids, key=lambda kid: places[kid.mem_id].prose, default=None)
        if best is None or best.tag in _WHOLE or places[best.mem_id].prose < MOST * places[root.mem_id].prose:
            break
        others = [kid for kid in root.iter() if kid.mem_id != best.mem_id]
        beside = {kid.mem_id for kid in others if not _belongs(kid, root, places)}
        if len(beside) == len(others) and top is root:
            top = best
        else:
            without |= beside
        root = best
    return Body(top, without, exempt)


def _belongs(kid: LexborNode, parent: LexborNode, places: dict[int, _Place]) -> bool:
    """Whether an element beside the article's main part is a part of it too."""
    if kid.tag in _TEXT and parent.tag not in ("body", "main"):
        return True  # text right beside the text; the walk leaves furniture out
    place = places.get(kid.mem_id)
    if (
        place is None
        or place.furniture
        or place.prose < SHORTEST
        or kid.tag in ("aside", "header", "footer", "nav")
    ):
        return False
    text = len(" ".join(kid.text().split()))
    linked = sum(len(link.text()) for link in kid.css("a"))
    if linked > 0.4 * text or len(kid.css("h2 a, h3 a, h4 a")) > 1:
        return False
    paragraphs = [len(paragraph.text()) for paragraph in kid.css("p, blockquote, li")] or [text]
    return sum(paragraphs) / len(paragraphs) >= (120 if parent.tag in ("body", "main") else 60)


def _places(body: LexborNode, exempt: set[int]) -> dict[int, _Place]:
    """Every block and what is around it, with its prose; what cannot be furniture is added to `exempt`."""
    places = {body.mem_id: _Place(body, 0, False, False)}
    blocks: list[tuple[int, int]] = []
    for block in body.css(_BLOCKS):
        own = _own(block)
        if own >= SHORTEST and not _placed(block, places, exempt).apart:
            blocks.append((block.mem_id, own))
    _count(blocks, places)
    least = MOST * places[body.mem_id].prose
    exempt.update(mem for mem, place in places.items() if place.prose >= least > 0)
    for mem, place in places.items():  # a place comes after the one around it
        around = places.get(place.parent)
        place.prose = 0
        place.furniture = mem not in exempt and (place.furniture or (around is not None and around.furniture))
    _count([(mem, own) for mem, own in blocks if not places[mem].furniture], places)
    return places


def _count(blocks: list[tuple[int, int]], places: dict[int, _Place]) -> None:
    for mem, own in blocks:
        while mem:
            place = places[mem]
            place.prose += own
            mem = place.parent


def _own(block: LexborNode) -> int:
    """The number of characters of prose that stand in the block itself: for a paragraph all but its links."""
    if (
        block.tag == "span"
        and block.parent is not None
        and block.parent.tag in ("p", "a", "h1", "h2", "h3", "h4")
    ):
        return 0
    if block.tag == "p":
        return len(block.text().strip()) - sum(len(link.text()) for link in block.css("a"))
    return len(block.text(deep=False).strip())


def _placed(node: LexborNode, places: dict[int, _Place], exempt: set[int]) -> _Place:
    way: list[LexborNode] = []
    at: LexborNode | None = node
    while at is not None and at.mem_id not in places:
        way.append(at)
        at = at.parent
    parent = at.mem_id if at is not None else 0
    apart = places[parent].apart if parent else False
    for step in reversed(way):
        apart = apart or is_apart(step)
        furniture = apart or is_furniture(step, exempt) or (step.tag == "a" and "href" in step.attributes)
        places[step.mem_id] = _Place(step, parent, apart, furniture)
        parent = step.mem_id
    return places[node.mem_id]


def listings(root: LexborNode, links: Links) -> set[int]:
    """Containers of three or more headlines that lead to other pages of the same site, each with little text.

    Headlines that lead elsewhere are a list of sources.
    """
    counts: dict[int, int] = {}
    places: dict[int, LexborNode] = {}
    for link in root.css(_HEADLINES):
        url = links.absolute(link.attributes.get("href"))
        if url is None or not links.is_own(url) or len(link.text().strip()) < SHORTEST // 2:
            continue
        at = link.parent
        while at is not None and at.mem_id != root.mem_id:
            counts[at.mem_id] = counts.get(at.mem_id, 0) + 1
            places[at.mem_id] = at
            at = at.parent
    return {mem for mem, count in counts.items() if count >= FEWEST and _is_listing(places[mem], count)}


def _is_listing(container: LexborNode, count: int) -> bool:
    if (
        len(" ".join(container.text().split())) >= count * LONGEST_TEASER
        or container.css_first("h1") is not None
    ):
        return False
    return all(len(paragraph.text().strip()) < LONGEST_TEASER for paragraph in container.css("p"))


def is_apart(node: LexborNode) -> bool:
    """Whether an element is never an article, however much it holds: by its tag, or because readers wrote it."""
    tag = node.tag or ""
    if tag in table("elements"):
        return tag not in ("form", "label")
    return tag not in _OPEN and bool(said := names(node.attributes)) and is_apart_class(said)


def is_furniture(node: LexborNode, exempt: set[int]) -> bool:
    """Whether an element is no part of an article, whatever stands in it."""
    tag = node.tag or ""
    if tag in _OPEN or node.mem_id in exempt:
        return False
    if tag in table("elements") or (
        tag == "footer" and (node.parent is None or node.parent.tag != "blockquote")
    ):
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if attributes.get("role") in table("roles") or "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and _INVISIBLE.search(style):
        return True
    said = names(attributes)
    return bool(said) and is_furniture_class(said) and not is_text_class(said)


def _around_headline(tree: LexborHTMLParser) -> set[int]:
    """Elements that hold a main headline cannot be furniture, whatever they are called."""
    found: set[int] = set()
    headings = tree.css("h1")
    for heading in headings if len(headings) <= MOST_HEADLINES else headings[:1]:
        at = heading.parent
        while at is not None and at.mem_id not in found:
            found.add(at.mem_id)
            at = at.parent
    return found
