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

from citekit.articles.embeds.frames import Frame, frame_at, has_words

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
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(markup, "html.parser")
    block = next((each for each in soup.find_all(["blockquote", "div"]) if has_words(_classes(each))), None)
    if block is not None:
        targets = [str(link.get("href")) for link in block.find_all("a", href=True)]
        targets += [str(value) for name, value in block.attrs.items() if name.startswith(("data-", "cite"))]
        frame = next(filter(None, map(frame_at, reversed(targets))), None)
        if frame is not None:
            return Snippet(frame, tuple(filter(None, map(_words, block.find_all("p") or [block]))))
    for each in soup.find_all(["iframe", "embed"], limit=5):
        frame = frame_at(str(each.get("src") or each.get("data-src") or ""))
        if frame is not None:
            return Snippet(frame)
    return None


def _classes(tag: Any) -> str:
    value = tag.get("class") or ""
    return value if isinstance(value, str) else " ".join(value)


def _words(paragraph: Any) -> tuple[tuple[str, str | None], ...]:
    """The paragraph's text in pieces, each with the target of the link that it stands in."""
    found: list[tuple[str, str | None]] = []
    for piece in paragraph.find_all(string=True):
        text = _SPACE.sub(" ", str(piece))
        if text.strip():
            link = piece.find_parent("a")
            found.append((text, str(link.get("href")) if link is not None and link.get("href") else None))
    return tuple(found)
