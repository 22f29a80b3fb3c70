"""Who signs an article at its end: by a label, by a name alone, by a line that presents the author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from selectolax.lexbor import LexborNode

from citekit.articles.metadata.front import LAST, LONGEST_LINE, Front
from citekit.articles.metadata.tags import names
from citekit.model import Author
from citekit.text.names import has_given_name, is_byline, is_human, parse_author, split_byline
from citekit.text.names.person import NO_CASE
from citekit.text.names.words import words

_SIGNED = re.compile(r"(?:^|(?<=\W))[(\[–—-]\s?([^()\[\]]{5,40}?)\s?[)\]]?\W{0,5}$")
_END = re.compile(r"[.,;:!?(–—-]\s|[.,;:!?]$|\s(?:and|und|et|y|e|from|aus|de)\s")
_WORD = re.compile(r"[\w'’-]+")
LONGEST_NAME, LONGEST_PRESENTATION = 40, 500
LONGEST_SIGNATURE = 60
"""No signature, with its dash or brackets and marks, has more characters."""
NEAR = 4
"""So many of the texts below the last paragraphs may be signatures."""


def opened(front: Front) -> list[Author]:
    """Names in a short paragraph, or in the last line of a long one, that says "By" or "Author:"."""
    short = (
        line.text
        for line in front.lines
        if line.tag == "p" and line.place > front.top and len(line.text) <= LONGEST_LINE
    )
    for text in chain(short, front.last_lines):
        if is_byline(text) and (found := split_byline(text)):
            return list(found)
    return []


def signature(front: Front) -> list[Author]:
    """A human's name in brackets, after a dash or alone at the very end of the text."""
    for text in _ends(front):
        found = _SIGNED.search(text, max(len(text) - LONGEST_SIGNATURE, 0))
        name = found[1] if found else text
        if len(name) < LONGEST_NAME and has_given_name(name) and is_human(name) and not is_topic(name, front):
            return list(split_byline(name))
        if NO_CASE.match(text) and len(text) < 2 * LONGEST_NAME and _tells_work(text):
            return list(split_byline(text))  # 홍길동 기자
    return []


def presented(front: Front) -> list[Author]:
    """The human whom one of the last lines presents: "Ann Lee is a writer", "Hi, I'm Ann Lee!"."""
    for text in [*_ends(front)][-2 * NEAR :]:
        if len(text) > LONGEST_PRESENTATION:
            continue
        own = _myself().match(text)
        name = _END.split(text[own.end() :], maxsplit=1)[0] if own else _subject(text)
        if has_given_name(name) and is_human(name) and not is_topic(name, front):
            return [parse_author(name)]
    return []


def is_topic(name: str, front: Front) -> bool:
    """Whether the headline names somebody: then the article is about him, unless it is "Huber's Week"."""
    return front.shown is not None and name.split()[-1] in _WORD.findall(front.shown.text)


def _subject(text: str) -> str:
    """Of whom a text says which work he does, in its first words; empty if it does not."""
    parts = text.split(maxsplit=25)
    presents = _presents()
    verb = next((place for place, part in enumerate(parts[:6]) if part.lower() in presents), 0)
    return " ".join(parts[:verb]) if _tells_work(" ".join(parts[verb : verb + 15])) else ""


def _tells_work(text: str) -> bool:
    return not words("jobs").isdisjoint(_WORD.findall(text.lower()))


@cache
def _presents() -> frozenset[str]:
    return frozenset(names("presents"))


@cache
def _myself() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in names("presents_self"))
    return re.compile(rf"(?:\w{{2,7}}[,!]?\s)?(?:{ways})\s", re.IGNORECASE)


def _ends(front: Front) -> Iterator[str]:
    """The last paragraphs, their last lines, and the texts below them but for links, which are topics."""
    yield from [line.text for line in front.lines if line.tag == "p" and line.place > front.top + 3][-LAST:]
    yield from front.last_lines
    yield from [piece.text for piece in front.below[:NEAR] if not _is_link(piece.node)]


def _is_link(node: LexborNode) -> bool:
    return node.tag == "a" or (node.parent is not None and node.parent.tag == "a")
