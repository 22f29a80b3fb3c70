"""What each element of a page is, asked many times and looked up once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citekit.articles.html.furniture import (
    APART,
    BYLINE,
    ELSEWHERE,
    FURNITURE,
    STANDFIRST,
    said_by,
    table,
)
from citekit.articles.html.tree import beside

NEVER, FRAME = 128, 256
"""Flags beside those of classes: the element never holds an article's words; it is hidden or has a frame's
role.
"""

Attributes = Mapping[str, str | None]
"""The attributes of an element."""

_OUTSIDE = NEVER | FRAME | FURNITURE | APART
_SILENT = NEVER | ELSEWHERE
_LESSER = frozenset(("h2", "h3", "h4", "h5", "h6"))
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_OPEN = frozenset(("html", "body", "main", "article"))
_WORDLESS, _ROLES = table("elements"), table("roles")
WORDLESS = _WORDLESS | {"footer"}
"""The tags that alone may make an element furniture."""
_ASKED = frozenset(("label", "figcaption", "form"))
"""They may tell an author or a date, though they hold no words of the text."""
MOST_HEADLINES = 6
"""A page with more main headlines uses them for its teasers too."""


class Elements:
    """The elements of one page.

    They stand in the page's order in `in_order`, each with its tag, and by their tag in `tagged`; `headings`
    are the lesser ones; `around_headline` those that hold a main headline; `exempt` those that cannot be
    furniture, whatever they are called.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.tree = tree
        self.in_order: list[tuple[LexborNode, str]] = []
        self.tagged: defaultdict[str, list[LexborNode]] = defaultdict(list)
        names: dict[int, str] = {}  # a tag's number is told sooner than its name
        for node in tree.css("*"):  # in one go: each look through a page takes its time
            tag = names.get(node.tag_id)
            if tag is None:
                tag = names[node.tag_id] = node.tag or ""
            self.in_order.append((node, tag))
            self.tagged[tag].append(node)
        self.headings = [node for node, tag in self.in_order if tag in _LESSER]
        self.around_headline = _around(self.tagged["h1"])
        self.exempt = set(self.around_headline)
        self._flags: dict[int, int] = {}
        self._elsewhere: dict[int, bool] = {}

    def within(self, node: LexborNode) -> list[tuple[LexborNode, str]]:
        """An element and those in it, in order, each with its tag."""
        places = [each.mem_id for each, _ in self.in_order]
        after = beside(node)
        while after is not None and not after.is_element_node:
            after = beside(after)
        start = places.index(node.mem_id)
        return self.in_order[start : places.index(after.mem_id) if after is not None else None]

    def flags(self, node: LexborNode) -> int:
        """Everything that tag, classes, role and style say of an element, `exempt` not considered."""
        mem = node.mem_id
        known = self._flags.get(mem)
        if known is None:
            known = self._flags[mem] = _flags(node)
        return known

    def is_furniture(self, node: LexborNode) -> bool:
        """Whether an element is no part of an article, whatever stands in it."""
        return bool(self.flags(node) & (NEVER | FRAME | FURNITURE)) and (
            node.mem_id not in self.exempt and node.tag not in _OPEN
        )

    def is_apart(self, node: LexborNode) -> bool:
        """Whether an element is never an article, however much it holds: by its tag, or because readers wrote
        it.
        """
        flags = self.flags(node)
        if flags & NEVER:
            return node.tag not in _ASKED and node.tag != "footer"
        return bool(flags & APART) and node.tag not in _OPEN

    def standing(self, node: LexborNode) -> tuple[bool, bool]:
        """Whether an element is apart, and whether it is furniture."""
        flags = self.flags(node)
        if not flags & _OUTSIDE:
            return False, False
        return self.is_apart(node), self.is_furniture(node)

    def is_byline(self, node: LexborNode) -> bool:
        """Whether it holds authors or credits."""
        return bool(self.flags(node) & BYLINE)

    def is_standfirst(self, node: LexborNode) -> bool:
        """Whether it belongs to the headline: a line above it, a summary below it."""
        return bool(self.flags(node) & STANDFIRST)

    def is_silent(self, node: LexborNode) -> bool:
        """Whether nothing in it tells anything of the article: scripts, pictures, other articles, the site's
        frame.
        """
        flags = self.flags(node)
        if not flags & _SILENT or node.mem_id in self.exempt or node.tag in _OPEN:
            return False
        return bool(flags & ELSEWHERE) or (node.tag not in _ASKED and node.tag != "footer")

    def is_elsewhere(self, node: LexborNode) -> bool:
        """Whether an element or one around it is silent."""
        known = self._elsewhere
        way: list[int] = []
        at: LexborNode | None = node
        answer: bool | None = None
        while at is not None and answer is None:
            answer = known.get(at.mem_id)
            if answer is None:
                way.append(at.mem_id)
                answer = self.is_silent(at) or None
                at = at.parent
        known.update(dict.fromkeys(way, bool(answer)))
        return bool(answer)


def _flags(node: LexborNode) -> int:
    tag = node.tag or ""
    flags = 0
    if tag in _WORDLESS or (tag == "footer" and (node.parent is None or node.parent.tag != "blockquote")):
        flags = NEVER
    attributes = node.attributes
    if not attributes:
        return flags
    classes, id = attributes.get("class"), attributes.get("id")
    if classes or id:
        flags |= said_by(classes, id)
    if "hidden" in attributes or ("role" in attributes and attributes["role"] in _ROLES):
        return flags | FRAME
    if "style" not in attributes or not _INVISIBLE.search(attributes["style"] or ""):
        return flags
    return flags | FRAME | (APART if "itemscope" in attributes else 0)  # a copy for machines, in microdata


def is_marked(attributes: Attributes) -> bool:
    """Whether the markup of an element says what it tells, by `itemprop` or `rel=author`."""
    return "itemprop" in attributes or ("rel" in attributes and "author" in (attributes["rel"] or "").split())


def _around(headings: list[LexborNode]) -> set[int]:
    found: set[int] = set()
    for heading in headings if len(headings) <= MOST_HEADLINES else headings[:1]:
        at = heading.parent
        while at is not None and at.mem_id not in found:
            found.add(at.mem_id)
            at = at.parent
    return found
