"""What an element makes of the words in it: a heading, a quotation, an item of a list."""

from __future__ import annotations

from typing import NamedTuple

from selectolax.lexbor import LexborNode

from citekit.model import PassageKind

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that words do not flow through: what stands in them is a passage of its own."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "dl", "table"))
_ITEMS = frozenset(("li", "td", "th", "dt", "dd"))


class Context(NamedTuple):
    """What the words at one point of the walk are part of; see `Passage` for its fields."""

    kind: PassageKind = "paragraph"
    block: int = 0
    depth: int = 0


def inside(node: LexborNode, tag: str, around: Context, number: int) -> Context:
    """What words in a block element are part of, given what they are around it.

    `number` is the one that a new container takes. In posts and bylines nothing changes what the words are.
    """
    if around.kind in ("embed", "byline"):
        return around
    if tag in _HEADINGS:
        return Context("heading", around.block, around.depth)
    if tag == "blockquote":
        return Context("quotation", number, around.depth + 1)
    if tag in _LISTS:
        return Context(around.kind, number, around.depth)
    if tag in _ITEMS and not (tag in ("td", "th") and _is_layout(node)):
        return Context("item", around.block, around.depth)
    if tag == "pre":
        return Context("preformatted", around.block, around.depth)
    return around


def _is_layout(cell: LexborNode) -> bool:
    """Whether a table's cell holds a part of the page rather than a datum."""
    return any(child.tag in BLOCKS for child in cell.iter())
