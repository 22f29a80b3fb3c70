"""Links and emphasis in text: addresses that stand there as such, and Markdown's ways to write both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.model import Link, Mark, Passage, Span

_URL = re.compile(r"(?<![\w@/])(?:https?://|www\.)[^\s<>\"“”‘«»\[\]{}|\\^`]+")
_INLINE = re.compile(
    r"(?<![!\\])\[([^\[\]\n]{0,600})\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+[\"'(][^\n\"')]{0,200}[\"')])?\s*\)"
)
_REFERENCE = re.compile(r"(?<![!\\])\[([^\[\]\n]{1,600})\]\[([^\[\]\n]{0,100})\]")
_SHORTCUT = re.compile(r"(?<![!\\\]])\[([^\[\]\n]{1,100})\](?![\[(:])")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\^\[\]\n][^\[\]\n]{0,99})\]:[ \t]*<?(\S{3,2000}?)>?(?:\s+[\"'(].{0,200})?\s*$",
    re.MULTILINE,
)
_EMPHASIS = re.compile(
    r"(?<![\w*_\\])(\*\*\*|\*\*|\*|___|__|_)(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_\\])\1(?![\w*_])"
)
_AFTER = ".,;:!?'’…*_"


def links_in(text: str, passages: Sequence[Passage], *, markdown: bool) -> tuple[Link, ...]:
    """The links of the passages: bare addresses stand on themselves, Markdown's on their words.

    >>> text = "See [the report](http://a.org/r_(1)) and http://b.org/x."
    >>> whole = (Passage("paragraph", Span(0, len(text))),)
    >>> [(link.span.of(text), link.url) for link in links_in(text, whole, markdown=True)]
    [('the report', 'http://a.org/r_(1)'), ('http://b.org/x', 'http://b.org/x')]
    """
    found: list[Link] = []
    taken: list[Span] = []
    if markdown:
        targets = {match[1].casefold(): match[2] for match in _DEFINITION.finditer(text)}
        for match in _INLINE.finditer(text):
            found.append(Link(Span(*match.span(1)), match[2]))
            taken.append(Span(*match.span()))
        for match in _REFERENCE.finditer(text):
            target = targets.get((match[2] or match[1]).casefold())
            if target:
                found.append(Link(Span(*match.span(1)), target))
                taken.append(Span(*match.span()))
        for match in _SHORTCUT.finditer(text) if targets else ():
            if target := targets.get(match[1].casefold()):
                found.append(Link(Span(*match.span(1)), target))
        taken += [Span(*match.span()) for match in _DEFINITION.finditer(text)]
    covered = _cover(taken)
    for match in _URL.finditer(text):
        if not any(match.start() in chunk for chunk in covered.get(match.start() // 4096, ())):
            url = _trimmed(match[0])
            found.append(
                Link(Span(match.start(), match.start() + len(url)), url if "://" in url else f"http://{url}")
            )
    return tuple(sorted(_within(found, passages), key=lambda link: link.span))


def marks_in(text: str, passages: Sequence[Passage]) -> tuple[Mark, ...]:
    """Markdown's emphasis in the passages; the span is the words between the marks."""
    found = []
    for passage in passages:
        if passage.kind == "preformatted":
            continue
        for match in _EMPHASIS.finditer(text, passage.span.start, passage.span.end):
            span = Span(*match.span(2))
            if len(match[1]) != 2:
                found.append(Mark(span, "emphasis"))
            if len(match[1]) != 1:
                found.append(Mark(span, "strong"))
    return tuple(found)


def bare(text: str) -> str:
    """The words of a line of Markdown, without its marks.

    >>> bare("By **Ann Lee**, [The *Sun*](http://a.org)")
    'By Ann Lee, The Sun'
    """
    words = _INLINE.sub(r"\1", text) if "](" in text else text
    for _ in range(3 if "*" in words or "_" in words else 0):
        words = _EMPHASIS.sub(r"\2", words)
    return words.strip().strip("#").strip()


def _cover(spans: Sequence[Span]) -> dict[int, list[range]]:
    """The spans by the chunks of text that they touch, for quick looking up in a long text."""
    found: dict[int, list[range]] = {}
    for span in spans:
        for chunk in range(span.start // 4096, span.end // 4096 + 1):
            found.setdefault(chunk, []).append(range(span.start, span.end))
    return found


def _within(links: list[Link], passages: Sequence[Passage]) -> list[Link]:
    """The links whose words stand in a passage."""
    kept: list[Link] = []
    ordered = sorted(links, key=lambda link: link.span)
    place = 0
    spans = sorted(passage.span for passage in passages if passage.kind != "preformatted")
    for link in ordered:
        while place < len(spans) and spans[place].end < link.span.end:
            place += 1
        if place < len(spans) and spans[place].start <= link.span.start:
            kept.append(link)
    return kept


def _trimmed(url: str) -> str:
    """An address without the punctuation of the sentence around it; a bracket opened inside stays."""
    end, spare = len(url), url.count(")") - url.count("(")
    while end and (url[end - 1] in _AFTER or (url[end - 1] == ")" and spare > 0)):
        end -= 1
        spare -= url[end] == ")"
    return url[:end]
