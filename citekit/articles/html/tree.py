"""Parsing a page into a tree in linear time, whatever the page."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

DEPTH = 400
"""How deep elements may nest; browsers stop at 512."""

FORMATTING_DEPTH = 40
"""How deep inline formatting may nest: the parser opens all of it anew in every paragraph."""

SUSPICIOUS = 4000
"""Tags below this number cannot cost the parser much, however they nest."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*>?")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "option",
    ]
)
_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)


def parse(utf8: bytes) -> LexborHTMLParser:
    """The tree of a page in UTF-8; tags nested deeper than browsers follow are left out, their words stay.

    >>> len(parse(b"<div>" * 9000 + b"deep").css("div")) <= DEPTH
    True
    """
    if utf8.count(b"<") > SUSPICIOUS:
        return LexborHTMLParser(_flattened(utf8.decode("utf-8", "replace")))
    return LexborHTMLParser(utf8)


def holds_words_alone(node: LexborNode) -> bool:
    """Whether one piece of text is all that is in an element, as in most."""
    first = node.first_child
    return first is not None and first.next is None and first.is_text_node


def beside(node: LexborNode, forward: bool = True) -> LexborNode | None:
    """The next node in the page's order that is not inside `node`, or the last one before it."""
    at: LexborNode | None = node
    while at is not None:
        other = at.next if forward else at.prev
        if other is not None:
            return other
        at = at.parent
    return None


def _flattened(text: str) -> str:
    depth: dict[bool, int] = {True: 0, False: 0}
    pieces: list[str] = []
    kept = 0
    for found in _TAG.finditer(text):
        name = found[2].lower()
        if name in _VOID:
            continue
        formatting = name in _FORMATTING
        if found[1]:
            depth[formatting] = max(depth[formatting] - 1, 0)
            continue
        depth[formatting] += 1
        if depth[formatting] > (FORMATTING_DEPTH if formatting else DEPTH):
            pieces.append(text[kept : found.start()])
            kept = found.end()
    if not pieces:
        return text
    pieces.append(text[kept:])
    return " ".join(pieces)
