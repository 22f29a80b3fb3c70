"""What stands around a headline: the lines that may name the author, the date, the source."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citekit.articles.html.body import Body
from citekit.articles.html.furniture import is_elsewhere_class, table
from citekit.articles.html.tree import names

_LINES = "h1, h2, h3, h4, time, address, p, cite, figcaption, [itemprop], [rel~=author], " + ", ".join(
    f"[{where}*='{word}' i]"
    for word in (
        "author",
        "byline",
        "date",
        "time",
        "meta",
        "publish",
        "autor",
        "posted",
        "credit",
        "writer",
        "title",
        "headline",
        "info",
    )
    for where in ("class", "id")
)
LONGEST = 600
PROSE = 80
"""Texts of so many characters are no byline and no date line, but running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """An element that may say something of the article, with its place in the page's order."""

    node: LexborNode
    place: int
    tag: str
    names: str
    text: str


def lines(tree: LexborHTMLParser, body: Body | None) -> list[Line]:
    """The page's headings, bylines, dates and paragraphs in order, without those about other articles."""
    known: dict[int, bool] = {}
    exempt = body.exempt if body else set()
    found: list[Line] = []
    seen: set[int] = set()
    for place, node in enumerate(tree.css(_LINES)):
        tag = node.tag or ""
        if node.mem_id in seen:  # the parser gives an element once for every selector that it fits
            continue
        seen.add(node.mem_id)
        if tag in ("meta", "html", "body", "script", "style", "link", "svg") or _elsewhere(
            node, known, exempt
        ):
            continue
        text = " ".join(node.text(separator=" ").split()) if tag != "p" else node.text().strip()
        if text and len(text) <= LONGEST or tag == "p":
            found.append(Line(node, place, tag, names(node.attributes), text))
    return found


def _elsewhere(node: LexborNode, known: dict[int, bool], exempt: set[int]) -> bool:
    """Whether an element stands in a part of the page about other articles, or in the site's frame."""
    way: list[int] = []
    at: LexborNode | None = node
    answer = False
    while at is not None:
        mem = at.mem_id
        if mem in known:
            answer = known[mem]
            break
        way.append(mem)
        tag = at.tag or ""
        if tag in ("body", "html"):
            break
        if mem not in exempt:
            said = names(at.attributes)
            if (tag in table("elements") and tag not in ("label", "figcaption", "form")) or (
                said and is_elsewhere_class(said)
            ):
                answer = True
                break
        at = at.parent
    for mem in way:
        known[mem] = answer
    return answer


@dataclass(frozen=True, slots=True)
class Piece:
    """A shown text and the element that it stands in."""

    text: str
    node: LexborNode


def pieces(start: LexborNode, *, limit: int, forward: bool = True, prose: int = 0) -> list[Piece]:
    """The shown texts that follow an element in the page's order, or that precede it, nearest first.

    It ends where `prose` characters of running text have passed, if that is not 0, and after `limit` texts.
    """
    found: list[Piece] = []
    passed = 0
    at = _beside(start, forward)
    steps = 0
    while at is not None and len(found) < limit and steps < 40 * limit:
        steps += 1
        tag = at.tag or ""
        inner = None
        if tag == "-text":
            words = " ".join((at.text_content or "").replace("\u00ad", "").split())
            if len(words) >= PROSE:
                passed += len(words)
                if prose and passed >= prose:
                    break
            if words and at.parent is not None:
                found.append(Piece(words, at.parent))
        elif not _is_hidden(at, tag):
            inner = at.first_child if forward else at.last_child
        at = inner if inner is not None else _beside(at, forward)
    return found


def _beside(node: LexborNode, forward: bool) -> LexborNode | None:
    """The next node in the page's order that is not inside `node`."""
    at: LexborNode | None = node
    while at is not None:
        other = at.next if forward else at.prev
        if other is not None:
            return other
        at = at.parent
    return None


def _is_hidden(node: LexborNode, tag: str) -> bool:
    if tag[:1] == "-" or (tag in table("elements") and tag not in ("label", "form")):
        return True
    return bool(said := names(node.attributes)) and is_elsewhere_class(said)
