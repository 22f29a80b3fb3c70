"""After the walk: passages that stand in the article's container and are still not the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.articles.html.furniture import (
    is_appeal,
    is_closing,
    is_label,
    is_onward,
    is_picture_credit,
)
from citekit.articles.html.links import Links
from citekit.model import Link, Passage
from citekit.text.urls import is_home, is_listing, is_share

_SHARING = ("share", "intent", "submit", "button", "/add", "/edit", "/home?", "send", "offsite")
"""What the address of a share button holds; asking of every address whether it is one would take longer."""
_NOT_WORD = re.compile(r"[\W_]+")
SHORT = 60
"""Characters that a heading of another part of the page has at most."""
APPEAL = 330
"""Characters of a paragraph that only asks for something."""
ENOUGH = 200
"""Characters of the article that stand before anything that closes it."""


class _Seen(NamedTuple):
    """A passage with what the rules ask of it; `linked` is the share of its text that is a link."""

    passage: Passage
    text: str
    links: tuple[Link, ...]
    linked: float
    own: bool
    """Whether all its links, and there are some, lead to the same site."""


def pruned(
    text: str, passages: Sequence[Passage], links: Sequence[Link], title: str | None, site: Links
) -> tuple[list[Passage], list[Link]]:
    """The passages that are the article's, and the links in them.

    Left out are the headline, the labels of buttons, appeals to subscribe, credits of pictures, cards and
    lines that lead on to the same outlet, quotations that repeat the text, and what follows the heading of
    another part of the page.
    """
    seen = _look(text, passages, links, site)
    kept = _before_end(seen)
    quoting = any(each.passage.depth and not each.links for each in kept)
    body = _bare(" ".join(each.text for each in kept if each.passage.kind == "paragraph")) if quoting else ""
    bare_title = _bare(title) if title else ""
    kept = [each for place, each in enumerate(kept) if _stays(each, place, kept, bare_title, body)]
    return [each.passage for each in kept], [
        link for each in kept for link in each.links if not (_may_share(link.url) and is_share(link.url))
    ]


def _may_share(url: str) -> bool:
    lowered = url.lower()
    return any(part in lowered for part in _SHARING)


def _look(text: str, passages: Sequence[Passage], links: Sequence[Link], site: Links) -> list[_Seen]:
    found: list[_Seen] = []
    pending = list(reversed(links))
    for place, passage in enumerate(passages):
        start = passages[place + 1].span.start if place + 1 < len(passages) else len(text) + 1
        own: list[Link] = []
        while pending and (pending[-1].span.start < start):
            own.append(pending.pop())
        words = passage.span.of(text)
        linked = sum(len(link.span) for link in own) / max(len(passage.span), 1)
        same = bool(own) and all(site.is_own(link.url) for link in own)
        found.append(_Seen(passage, words, tuple(own), linked, same))
    return found


def _before_end(seen: list[_Seen]) -> list[_Seen]:
    """What stands before the heading of another part of the page, where all after it is such a part."""
    prose = 0
    for place, each in enumerate(seen):
        if len(each.text) <= SHORT and prose >= ENOUGH and each.passage.depth == 0 and is_closing(each.text):
            rest = seen[place + 1 :]
            if _is_elsewhere(rest):
                return seen[:place]
        if each.passage.kind in ("paragraph", "quotation"):
            prose += len(each.text)
    return seen


def _is_elsewhere(rest: list[_Seen]) -> bool:
    """Whether the passages are short lines, mostly links to the same site."""
    if not rest:
        return True
    size = sum(len(each.text) for each in rest)
    linked = sum(len(each.text) for each in rest if each.own and (each.linked > 0.3 or len(each.links) > 2))
    return linked > 0.5 * size or size / len(rest) < 90


def _stays(each: _Seen, place: int, kept: list[_Seen], title: str, body: str) -> bool:
    text, passage = each.text, each.passage
    if passage.kind == "embed":
        return True
    if len(text) <= SHORT and not passage.depth and is_label(text):
        return False
    if (
        title
        and place < 12
        and passage.kind != "quotation"
        and len(text) < 2 * len(title) + 20
        and _bare(text) == title
    ):
        return False
    if passage.kind == "byline":
        return not all(is_share(link.url) for link in each.links) or not each.links
    if passage.depth:
        return not _repeats(each, body)
    if len(text) <= (APPEAL if each.links else 120) and is_appeal(text):
        return False
    if is_picture_credit(text):
        return False
    return not _leads_on(each, kept[place - 1] if place else None)


def _leads_on(each: _Seen, before: _Seen | None) -> bool:
    """Whether a passage only sends the reader to another page of the same outlet."""
    text = each.text
    if not each.links:
        return len(text) <= SHORT and is_onward(text)
    if each.linked > 0.8 and all(_is_frame(link.url) for link in each.links):
        return True
    if not each.own:
        return False
    if is_onward(text) and (each.linked > 0.3 or len(text) < SHORT):
        return True
    if each.linked < 0.85:
        return False
    follows = before is not None and not before.links and is_onward(before.text) and len(before.text) <= SHORT
    return follows or len(text) >= 25 or each.passage.kind == "item"


def _is_frame(url: str) -> bool:
    """Whether an address is a share button's, a topic's or a front page's."""
    return is_share(url) or is_listing(url) or is_home(url)


def _repeats(each: _Seen, body: str) -> bool:
    """Whether a quotation repeats words of the text itself."""
    return not each.links and len(bare := _bare(each.text)) >= 40 and bare in body


def _bare(text: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", text.casefold()).split())
