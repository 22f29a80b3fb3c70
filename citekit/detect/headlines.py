"""Headlines with their outlet: "It Rained Again (Reuters)", "Reuters: It Rained Again"."""

from __future__ import annotations

import re

from citekit.detect.reading import Reading
from citekit.model import Citation, Link, Outlet, Span
from citekit.outlets import Mention
from citekit.text.urls import is_goods

_BULLET = re.compile(r"^[\s•·▪–—*-]*")
_CLOSED = re.compile(r"^(?P<title>[^\n]{8,300}?)\s*[\[(](?P<outlet>[^\])\n]{2,60})[\])]\W*$")
_OPENED = re.compile(r"^(?P<outlet>[^:\n]{2,60}):\s+(?P<title>[^\n]{8,300})$")
_DASHED = re.compile(r"^(?P<title>[^\n]{8,300}?)\s+[–—|-]\s+(?P<outlet>[^\n–—|]{2,60})$")
_SAID = re.compile(r"[“\"«„]\s*(?P<words>(?:[^\s”\"»“]+\s+){3,80}[^\s”\"»“]*[.!?…,])\s*[”\"»“]\W{0,3}")
"""Words in quotation marks that end as a sentence does, and a title does not."""
_BREAK = re.compile(r"[.!?…]\s+[A-ZÀ-Þ]")
_STOP = re.compile(r"[a-zß-ÿ]{2}[.]\s+[A-ZÀ-Þ]")
"""The end of a sentence in the middle of a text, where a headline would have "?", "!" or "U.S."."""
_LONGEST_TITLE = 16
_FIRST = 5  # code points before the link on a headline
_WORDLESS = re.compile(r"\W*")
_ADDRESS = re.compile(r"[\s,;:.(]*https?://\S+[\s).]*$")
_LINKED = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")
"""A link as Markdown writes it."""
_SHARE_OF_NAME = 0.6


def headline(reading: Reading, place: Span, *, is_item: bool, in_list: bool) -> Citation | None:
    """The source that a line names with its headline; None where the line is something else.

    `is_item` says that the line is one of a list, `in_list` that the list is one of sources; the more is
    known of the line, the less it must look like a headline.
    """
    text = place.of(reading.text)
    in_bracket = _ends_in_bracket(text)
    if not (in_bracket or in_list or is_item) or "\n" in text.strip():
        return None
    bullet = _BULLET.match(text)
    line = Span(place.start + (bullet.end() if bullet else 0), place.end)
    link = next(iter(reading.links_in(place)), None)
    words = line.of(reading.text)
    closed = _CLOSED.match(words) if in_bracket else None
    if closed is not None and link is not None and _are_sentences(closed, line.start, link):
        return None
    if closed is not None and (in_list or link is not None or not _is_sentence(words, closed["title"])):
        found = _citation(reading, closed, line.start, link, by_link=True)
        if found is not None:
            return found
    dashed = _DASHED.match(words) if in_list else None
    if dashed is not None:
        found = _citation(reading, dashed, line.start, link, by_link=True)
        if found is not None:
            return found
    if in_list or (is_item and (link is not None or words.rstrip()[-1:] not in ".!?")):
        opened = _OPENED.match(words)
        return _citation(reading, opened, line.start, link, by_link=False) if opened is not None else None
    return None


def _are_sentences(match: re.Match[str], start: int, link: Link) -> bool:
    """Whether sentences, one with a link in it, stand before the bracket of a line that begins at `start`."""
    inside = start + _FIRST < link.span.start and link.span.end <= start + match.end("title")
    return inside and _STOP.search(match["title"]) is not None


def _ends_in_bracket(text: str) -> bool:
    """Whether nothing but marks stands after the last bracket that closes."""
    last = max(text.rfind(")"), text.rfind("]"))
    return last >= 0 and _WORDLESS.fullmatch(text, last + 1) is not None


def _is_sentence(words: str, title: str) -> bool:
    """Whether a line or what stands before its bracket ends as sentences do, and headlines do not."""
    return words.rstrip()[-1:] in ".!?" or _bare(title)[-1:] in ".!?"


def _bare(title: str) -> str:
    return _LINKED.sub(r"\1", title).strip(" “”\"'*_—–-")


def _citation(
    reading: Reading, match: re.Match[str], start: int, link: Link | None, *, by_link: bool
) -> Citation | None:
    """The citation of a line that begins at `start`; with `by_link` a link on the name tells the outlet."""
    named = Span(start + match.start("outlet"), start + match.end("outlet"))
    if named.of(reading.text).startswith("http") or (link is not None and is_goods(link.url)):
        return None
    mention = _mention(reading, named)
    outlet: Outlet | None = reading.outlet(mention.candidates, mention.span) if mention else None
    if outlet is None and by_link and link is not None and link.span.overlaps(named):
        outlet = reading.registry.by_url(link.url)
    if outlet is None or (len(match["title"].split()) > _LONGEST_TITLE and _BREAK.search(match["title"])):
        return None
    said = _SAID.fullmatch(match["title"].strip())
    at = start + match.start("title") + match["title"].find(said["words"]) if said is not None else 0
    quote = Span(at, at + len(said["words"])) if said is not None else None
    return Citation(
        id="",
        form="parenthetical" if quote is None else "attribution",
        span=link.span if link and link.span else mention.span if mention else named,
        outlet=outlet,
        quote=quote,
        title=None if quote is not None else _bare(_ADDRESS.sub("", _LINKED.sub(r"\1", match["title"]))),
        url=link.url if link else None,
        type=outlet.csl_type,
        confidence=0.9,
        rule="list.headline" if quote is None else "list.voice",
    )


def _mention(reading: Reading, named: Span) -> Mention | None:
    """The outlet that fills most of the words where its name should stand."""
    return next((m for m in reading.mentions_in(named) if len(m.span) >= _SHARE_OF_NAME * len(named)), None)
