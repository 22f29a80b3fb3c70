"""Markup of an embedded post that stands where a browser would not look for it: in an attribute, in JSON, in
oEmbed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from selectolax.lexbor import LexborNode

from citekit.articles.embeds.frames import Frame, frame_at, has_words
from citekit.articles.html.tree import parse

LARGEST = 100_000
DEEPEST = 8
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"<(?:blockquote|iframe|amp-|a\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Snippet:
    """What the markup shows: a frame, and the post's words by paragraph, with the targets of its links."""

    frame: Frame
    paragraphs: tuple[tuple[tuple[str, str | None], ...], ...] = ()


def read_snippet(value: str) -> Snippet | None:
    """The post in a piece of markup, or in JSON that holds one; None if there is none.

    >>> found = read_snippet('{"html": "<blockquote class=twitter-tweet><p>Hi</p><a href=https://twitter.com/a/status/20>x</a>"}')
    >>> found.frame.platform, found.paragraphs[0]
    ('twitter', (('Hi', None),))
    """
    for markup in _markups(value[:LARGEST]):
        if found := _read(markup):
            return found
    return None


def _markups(value: str) -> Iterator[str]:
    text = value.strip()
    if text[:1] in "{[":
        try:
            yield from _strings(json.loads(text))
            return
        except (ValueError, RecursionError):
            pass
    yield text if "<" in text else unescape(text)


def _strings(value: Any) -> Iterator[str]:
    level = [value]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for each in level:
            if isinstance(each, str):
                if _MARKUP.search(each):
                    yield each
            elif isinstance(each, list):
                below.extend(each[:200])
            elif isinstance(each, dict):
                below.extend(each.values())
        level = below


def _read(markup: str) -> Snippet | None:
    tree = parse(markup.encode("utf-8", "replace"))
    blocks = tree.css("blockquote, div")
    block = next((each for each in blocks if has_words(each.attributes.get("class") or "")), None)
    if block is not None:
        targets = [link.attributes.get("href") or "" for link in block.css("a[href]")]
        told = block.attributes.items()
        targets += [value or "" for name, value in told if name.startswith(("data-", "cite"))]
        frame = next(filter(None, map(frame_at, reversed(targets))), None)
        if frame is not None:
            return Snippet(frame, tuple(filter(None, map(_words, block.css("p") or [block]))))
    for each in tree.css("iframe, embed")[:5]:
        address = each.attributes.get("src") or each.attributes.get("data-src")
        if address and (frame := frame_at(address)) is not None:
            return Snippet(frame)
    return None


def _words(paragraph: LexborNode) -> tuple[tuple[str, str | None], ...]:
    """The paragraph's text in pieces, each with the target of the link that it stands in."""
    found: list[tuple[str, str | None]] = []
    for piece in paragraph.traverse(include_text=True):
        if piece.is_text_node and (text := _SPACE.sub(" ", piece.text_content or "")).strip():
            found.append((text, _target(piece)))
    return tuple(found)


def _target(piece: LexborNode) -> str | None:
    at = piece.parent
    while at is not None and at.tag != "a":
        at = at.parent
    return at.attributes.get("href") if at is not None else None
