"""What stands around a headline: the lines that may name the author, the date, the source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from citekit.articles.html.body import Body
from citekit.articles.html.elements import Attributes, Elements, is_marked
from citekit.articles.html.furniture import may_tell
from citekit.articles.html.tree import beside

_TAGS = frozenset(("h1", "h2", "h3", "h4", "time", "address", "p", "cite", "figcaption"))
"""They may tell something whatever they are called."""
_OUTER = frozenset(
    ("meta", "html", "body", "script", "style", "link", "svg", "main", "form", "nav", "iframe", "img")
)
LONGEST = 600
PROSE = 80
"""Texts of so many characters are no byline and no date line, but running text."""
FAR = 120
"""So many elements below the last paragraph of the text nothing is said of it any more."""
STANDFIRST = 400
"""Characters of running text that may stand between a headline and its byline."""


LAST, LONGEST_LINE = 12, 160
"""So many of the last paragraphs may be signed, and so long may the line be that signs them."""


class Line(NamedTuple):
    """An element that may say something of the article, with its place in the page's order."""

    node: LexborNode
    place: int
    tag: str
    attributes: Attributes
    names: str
    text: str
    prose: bool = False
    """Whether it is a paragraph of the article's own text."""


class Piece(NamedTuple):
    """A shown text and the element that it stands in."""

    text: str
    node: LexborNode


@dataclass(frozen=True)
class Front:
    """The lines of a page, the one that shows the headline, and the texts after, before and below the
    article's own, which are looked for when they are first asked for.
    """

    lines: list[Line]
    shown: Line | None
    body: Body | None
    elements: Elements

    @property
    def top(self) -> int:
        """The place of the headline."""
        return self.shown.place if self.shown else 0

    @cached_property
    def prose(self) -> list[Line]:
        """The paragraphs of the text below the headline."""
        return [line for line in self.lines if line.prose and line.place > self.top]

    @cached_property
    def last_lines(self) -> list[str]:
        """The short lines that stand by themselves at the end of the last paragraphs."""
        lines = (_last_line(line.node) for line in self.prose[-LAST:])
        return [text for text in lines if text and len(text) <= LONGEST_LINE]

    @cached_property
    def after(self) -> list[Piece]:
        """The texts after the line that shows the headline."""
        if self.shown is None or self.body is None:
            return []
        return pieces(self.shown.node, self.elements, limit=40, prose=STANDFIRST)

    @cached_property
    def before(self) -> list[Piece]:
        """The texts before the headline, or before the text where no line shows it."""
        if self.body is None:
            return []
        start = self.shown.node if self.shown else self.body.root
        return pieces(start, self.elements, limit=15, prose=STANDFIRST, forward=False)[::-1]

    @cached_property
    def below(self) -> list[Piece]:
        """The texts below the article's last paragraph."""
        if self.body is None:
            return []
        last = next((line.node for line in reversed(self.lines) if line.prose), self.body.root)
        return pieces(last, self.elements, limit=25)


def lines_of(elements: Elements, body: Body | None) -> list[Line]:
    """The page's headings, bylines, dates and paragraphs in order, without those about other articles."""
    inside = {body.root.mem_id: True} if body else {}
    found: list[Line] = []
    place = last = 0
    for node, tag in _scope(elements, body):
        if tag in _OUTER:
            continue
        attributes = node.attributes
        if not attributes and tag not in _TAGS:
            continue
        marked = ("itemprop" in attributes or "rel" in attributes) and is_marked(attributes)
        if tag not in _TAGS and not (marked or may_tell(attributes.get("class"), attributes.get("id"))):
            continue
        place += 1
        if last and place > last + FAR:
            break
        if elements.is_elsewhere(node):
            continue
        raw = node.text()
        if tag == "p":
            text = raw.strip()
        elif len(raw) > 4 * LONGEST:
            continue
        else:
            text = "" if raw.isspace() else " ".join(node.text(separator=" ").split())
        prose = tag == "p" and len(text) > PROSE and _is_inside(node, inside)
        last = place if prose else last
        if (text or marked) and (len(text) <= LONGEST or tag == "p"):
            found.append(Line(node, place, tag, attributes, _names(attributes), text, prose))
    return found


def _is_inside(node: LexborNode, known: dict[int, bool]) -> bool:
    """Whether an element stands in the text's container; `known` has the answer for some, and learns."""
    way: list[int] = []
    at = node.parent
    while at is not None and at.mem_id not in known:
        way.append(at.mem_id)
        at = at.parent
    answer = at is not None and known[at.mem_id]
    known.update(dict.fromkeys(way, answer))
    return answer


def _scope(elements: Elements, body: Body | None) -> list[tuple[LexborNode, str]]:
    """The elements, with their tags, of the part of the page that holds the text and a main headline, and
    what is right around it.
    """
    at = body.root if body else None
    while at is not None and at.mem_id not in elements.around_headline:
        at = at.parent
    if at is None or at.parent is None or at.parent.tag in ("body", "html"):
        return elements.in_order
    return elements.within(at.parent)


def pieces(
    start: LexborNode, elements: Elements, *, limit: int, forward: bool = True, prose: int = 0
) -> list[Piece]:
    """The shown texts that follow an element in the page's order, or that precede it, nearest first.

    It ends where `prose` characters of running text have passed, if that is not 0, and after `limit` texts.
    """
    found: list[Piece] = []
    passed = 0
    at = beside(start, forward)
    for _ in range(40 * limit):
        if at is None:
            break
        inner = None
        if at.is_text_node:
            content = at.text_content or ""
            words = "" if content.isspace() else " ".join(content.replace("\u00ad", "").split())
            if len(words) >= PROSE:
                passed += len(words)
                if prose and passed >= prose:
                    break
            if words and at.parent is not None:
                found.append(Piece(words, at.parent))
                if len(found) == limit:
                    break
        elif at.is_element_node and not elements.is_silent(at):
            inner = at.first_child if forward else at.last_child
        if inner is None:
            inner = at.next if forward else at.prev
        at = inner if inner is not None else beside(at, forward)
    return found


def _last_line(paragraph: LexborNode) -> str | None:
    """What follows the last line break of a paragraph; None if it has none, or if much follows."""
    parts: list[str] = []
    at = paragraph.last_child
    while at is not None and len(parts) < 8:
        if at.tag == "br" and (text := " ".join("".join(reversed(parts)).split())):
            return text
        parts.append(at.text())
        at = at.prev
    return None


def _names(attributes: Attributes) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
