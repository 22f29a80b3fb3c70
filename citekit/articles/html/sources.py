"""A list of sources that stands outside the article's container: in a box beside it, or under it."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from citekit.articles.html.body import Body
from citekit.articles.html.elements import Elements
from citekit.articles.line_words import words

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_HEADING = 30
_FEWEST = 2
"""Entries that make a list."""


def outer_sources(body: Body, elements: Elements) -> Body | None:
    """The list under a heading such as "Sources:" outside the article, as a part of the page of its own."""
    for heading in elements.headings:
        parent = heading.parent
        if (
            parent is None
            or len(heading.text()) > _LONGEST_HEADING
            or heading.text().strip().lower().rstrip(" :") not in words("sources")
            or _is_within(heading, body)
        ):
            continue
        listed = _listed(heading)
        entries = sum(len(node.css("p, li")) + (node.tag in ("p", "li")) for node in listed)
        if entries >= _FEWEST and any(node.css_first("a[href^=http]") is not None for node in listed):
            kept = {heading.mem_id, *(node.mem_id for node in listed)}
            return Body(parent, {kid.mem_id for kid in parent.iter() if kid.mem_id not in kept})
    return None


def _listed(heading: LexborNode) -> list[LexborNode]:
    """The elements from a heading to the next one."""
    found: list[LexborNode] = []
    at = heading.next
    while at is not None and at.tag not in _HEADINGS:
        if at.is_element_node:
            found.append(at)
        at = at.next
    return found


def _is_within(node: LexborNode, body: Body) -> bool:
    """Whether a node stands in the article's container, or where readers' comments or menus do."""
    at: LexborNode | None = node
    while at is not None:
        if at.mem_id in body.without:
            return False
        if at.mem_id == body.root.mem_id:
            return True
        at = at.parent
    return False
