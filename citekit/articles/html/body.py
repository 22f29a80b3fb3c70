"""Where on a page the article stands: one container, or several under a common one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from selectolax.lexbor import LexborNode

from citekit.articles.html.elements import Elements
from citekit.articles.html.links import Links
from citekit.articles.html.tree import holds_words_alone

_BLOCKS = ("div", "td", "section", "article", "main", "blockquote", "li", "pre", "dd")
_INLINE = ("span", "font", "center", "b", "strong", "em", "i")
LITTLE = 600
"""Characters of prose in blocks below which words in inline elements count as well."""
_WHOLE = frozenset(("p", "li", "blockquote", "pre", "ul", "ol", "font", "span", "table"))
_TEXT = _WHOLE | {"h2", "h3", "h4", "h5", "h6", "dl", "figure", "iframe", "br", "a", "em", "strong", "b", "i"}
_TEXTUAL = frozenset(("p", "a", "h1", "h2", "h3", "h4", "button", "option"))
SHORTEST = 25
"""Blocks with fewer characters of their own are no prose."""
_HEADLINES = (
    "h2 a[href], h3 a[href], h4 a[href], h5 a[href], [class*=title] > a[href], [class*=headline] > a[href]"
)
FEWEST, LONGEST_TEASER = 3, 400
"""A list of other articles has so many headlines, and so many characters for each."""
MOST = 0.5
"""What holds this share of a page's prose is not furniture, whatever it is called."""


@dataclass(slots=True)
class Body:
    """The container to walk, and the elements in it that are not part of the article."""

    root: LexborNode
    without: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Place:
    node: LexborNode
    parent: int
    apart: bool
    furniture: bool
    prose: int = 0


def find_body(elements: Elements) -> Body | None:
    """The article's place on the page; None where the page has no element at all.

    Every block's own words (not those of links) count for it and for all that is around it, unless that is
    furniture. From the top the way leads down into the child with most of the prose; what stands beside the
    way stays if it looks like prose too. What holds most of the prose is made exempt: it is no furniture,
    whatever it is called.
    """
    body = elements.tree.body
    if body is None:
        return None
    places = _places(body, elements)
    if not places[body.mem_id].prose:
        return Body(body)
    root = top = body
    without: set[int] = set()
    while True:
        inner = [*root.iter()]
        kids = [kid for kid in inner if kid.mem_id in places and places[kid.mem_id].prose]
        best = max(kids, key=lambda kid: places[kid.mem_id].prose, default=None)
        if best is None or best.tag in _WHOLE or places[best.mem_id].prose < MOST * places[root.mem_id].prose:
            break
        others = [kid for kid in inner if kid.mem_id != best.mem_id]
        beside = {kid.mem_id for kid in others if not _belongs(kid, root, places)}
        if len(beside) == len(others) and top is root:
            top = best
        else:
            without |= beside
        root = best
    return Body(top, without)


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


def _places(body: LexborNode, elements: Elements) -> dict[int, _Place]:
    """Every block and what is around it, with its prose."""
    places = {body.mem_id: _Place(body, 0, False, False)}
    tagged = elements.tagged
    sizes = [(paragraph, _prose(paragraph)) for paragraph in tagged["p"]]
    sizes += _own(chain.from_iterable(tagged[tag] for tag in _BLOCKS))
    blocks = _blocks(sizes, places, elements)
    if sum(own for _, own in blocks) < LITTLE:
        sizes = _own(chain.from_iterable(tagged[tag] for tag in _INLINE))
        outer = [each for each in sizes if each[0].parent is None or each[0].parent.tag not in _TEXTUAL]
        blocks += _blocks(outer, places, elements)
    _count(blocks, places)
    least = MOST * places[body.mem_id].prose
    elements.exempt.update(mem for mem, place in places.items() if place.prose >= least > 0)
    for mem, place in places.items():  # a place comes after the one around it
        around = places.get(place.parent)
        place.prose = 0
        place.furniture = mem not in elements.exempt and (
            place.furniture or (around is not None and around.furniture)
        )
    _count([(mem, own) for mem, own in blocks if not places[mem].furniture], places)
    return places


def _blocks(
    sizes: list[tuple[LexborNode, int]], places: dict[int, _Place], elements: Elements
) -> list[tuple[int, int]]:
    """Of blocks, each with the number of characters of prose that are its own, those that hold some."""
    return [
        (block.mem_id, own)
        for block, own in sizes
        if own >= SHORTEST and not _placed(block, places, elements).apart
    ]


def _count(blocks: list[tuple[int, int]], places: dict[int, _Place]) -> None:
    for mem, own in blocks:
        while mem:
            place = places[mem]
            place.prose += own
            mem = place.parent


def _own(blocks: Iterable[LexborNode]) -> list[tuple[LexborNode, int]]:
    """Of blocks those in which words stand directly, with the number of their characters."""
    return [
        (block, len(words.strip())) for block in blocks if len(words := block.text(deep=False)) >= SHORTEST
    ]


def _prose(paragraph: LexborNode) -> int:
    """The number of characters of a paragraph that are no link's."""
    own = len(paragraph.text().strip())
    if own < SHORTEST:
        return 0
    return own if holds_words_alone(paragraph) else own - sum(len(link.text()) for link in paragraph.css("a"))


def _placed(node: LexborNode, places: dict[int, _Place], elements: Elements) -> _Place:
    way: list[LexborNode] = []
    at: LexborNode | None = node
    while at is not None and at.mem_id not in places:
        way.append(at)
        at = at.parent
    parent = at.mem_id if at is not None else 0
    apart = places[parent].apart if parent else False
    for step in reversed(way):
        alone, furniture = elements.standing(step)
        apart = apart or alone
        furniture = apart or furniture or (step.tag == "a" and "href" in step.attributes)
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
    return (
        container.css_first("h1") is None
        and all(len(paragraph.text().strip()) < LONGEST_TEASER for paragraph in container.css("p"))
        and len(" ".join(container.text().split())) < count * LONGEST_TEASER
    )
