"""Where in a saved page the article begins and ends: before it menus, after it appeals and comments."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

from citekit.articles.html.furniture import is_appeal, is_closing, is_label, is_picture_credit
from citekit.articles.plain.block import Block
from citekit.articles.plain.comments import commenters, opens_comments, words

PROSE = 120
"""Characters of a paragraph that must be the article's own."""
MENU, BUTTON = 20, 40
"""Blocks in a row that are a menu, and characters that half of them have at most."""
SMALL = 0.25
"""What has at most this share of the prose behind it is not the article."""
BOX = 12
"""Blocks within which the text goes on below the heading of a box in its middle."""
_APPEAL = 140
"""Characters of a line that asks readers for something."""
_LEAD_IN = 3
"""Words of a line that ends in a colon and leads into what follows, as no label does."""
_SENTENCE = re.compile(r"[.!?…:”\"’»]\s*$")
_NOTICE = re.compile(
    r"(?i)\b(?:web)?(?:site|sites|seite|sitio|sito|pagina|página)\b[^.\n]{0,120}\bcookies?\b"
    r"|\bcookies?\b[^.\n]{0,120}\b(?:web)?(?:site|sites|seite|sitio|sito|pagina|página)\b"
)
_SAYS = re.compile(
    r"(?i)^\W{0,3}[^\n]{2,40}?\s(?:says|said|wrote|schrieb|sagt|dice|dijo|dit|a écrit)\s?:?$"
    r"|^[^\n]{2,40}\s[•·|-]\s\d{1,2}\s(?:\w+\s)?(?:minutes?|hours?|days?|weeks?|months?|years?)\sago$"
    r"|^(?:reply|antworten|responder|répondre|rispondi)\b.{0,20}$"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A saved page: the lines before the article, its own blocks, and the lines after it."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    tail: tuple[Block, ...]


def article_of(blocks: list[Block]) -> Parts:
    """Cut a page at the first paragraph of prose and at the first line that only a site's frame has.

    A text without any paragraph of prose is all article.
    """
    prose = [place for place, block in enumerate(blocks) if is_prose(block)]
    if not prose:
        return Parts((), tuple(blocks), ())
    told = [place for place in prose if not _is_notice(blocks[place])] or prose
    start = _start(blocks, _after_menus(blocks, told))
    end = _end(blocks, start, prose)
    sources = _sources(blocks, end)
    body = tuple(block for block in (*blocks[start:end], *sources) if not _is_noise(block))
    kept = {id(block) for block in sources}
    return Parts(tuple(blocks[:start]), body, tuple(block for block in blocks[end:] if id(block) not in kept))


def _sources(blocks: list[Block], end: int) -> list[Block]:
    """A list of sources that stands after the article's end and before the readers' comments."""
    found: list[Block] = []
    for block in blocks[end:]:
        line = block.text.strip()
        if opens_comments(line):
            break
        if line.lower().rstrip(" :") in words("sources"):
            found.append(block)
        elif found and (_closes(block) or is_label(line)):
            break
        elif found:
            found.append(block)
    return found


def is_prose(block: Block) -> bool:
    """Whether a block is running text: long, with a sentence's end."""
    if block.passage.kind in ("heading", "preformatted"):
        return False
    return (
        len(block.text) >= PROSE
        and block.words >= 15
        and bool(_SENTENCE.search(block.text) or ". " in block.text)
    )


def _is_notice(block: Block) -> bool:
    """Whether a paragraph asks to accept what a site stores."""
    return bool(_NOTICE.search(block.text))


def _after_menus(blocks: Sequence[Block], prose: Sequence[int]) -> int:
    """The first paragraph of prose that no menu parts from most of the others: a shop's greeting, the help
    with a form and what a site says of itself stand before one.
    """
    first = 0
    sizes = [len(blocks[place].text) for place in prose]
    before, after = 0, sum(sizes)
    for number, (place, following) in enumerate(pairwise(prose)):
        before, after = before + sizes[number], after - sizes[number]
        between = blocks[place + 1 : following]
        if len(between) < MENU or before > SMALL * after:
            continue
        if median(len(block.text) for block in between) < BUTTON:
            first = number + 1
    return prose[first]


def _start(blocks: list[Block], first: int) -> int:
    """The first block of the article: the first prose, and what sentences stand right before it."""
    start = first
    while start and _opens(blocks[start - 1]):
        start -= 1
    return start


def _opens(block: Block) -> bool:
    """Whether a short block before the prose is text: a sentence, a quotation, a list."""
    if block.passage.kind == "quotation":
        return True
    if is_furniture_line(block.text) or block.passage.kind == "heading":
        return False
    if block.text.rstrip(' *_"”').endswith(":"):
        return block.words >= _LEAD_IN and not is_credit(block.text)
    return (
        block.words >= 6
        and bool(re.search(r"[.!?…”\"’»]\s*$", block.text))
        and ("." in block.text or block.words >= 12)
    )


def _end(blocks: list[Block], start: int, prose: list[int]) -> int:
    """Where the article ends: at a closing line with little prose after it, or at the first comment."""
    half = start + sum(1 for place in prose if place >= start) // 2
    comments = min(
        (place for place in (_comments(blocks, start), _readers(blocks, half)) if place), default=None
    )
    limit = comments if comments is not None else len(blocks)
    size = sum(len(blocks[place].text) for place in prose if start <= place < limit)
    passed = 0
    for place in range(start, limit):
        block = blocks[place]
        if passed >= size * 0.4 and _closes(block):
            rest = sum(len(blocks[each].text) for each in prose if place < each < limit)
            final = is_closing(block.text) and not _resumes(blocks, place, limit)
            if rest < 0.25 * size or final:
                return place
        if is_prose(block):
            passed += len(block.text)
    return limit


def _resumes(blocks: Sequence[Block], place: int, limit: int) -> bool:
    """Whether the article goes on soon below a heading, which stands over a box in its middle."""
    line = blocks[place].text.lower()
    if not any(word in line for word in words("boxes")):
        return False
    below = [is_prose(block) for block in blocks[place + 1 : min(limit, place + BOX)]]
    return any(one and other for one, other in pairwise(below))


def _closes(block: Block) -> bool:
    if len(block.text) > 200 or block.passage.kind == "quotation":
        return False
    line = " ".join(block.text.lower().split()).strip("*_#[] ")
    return line.startswith(_table("ends")) or is_closing(line) or any(hint in line for hint in _NAMED_ENDS)


_NAMED_ENDS = ("social media pages",)


def _comments(blocks: list[Block], start: int) -> int | None:
    """The first of several short names that each have indented text under them, or that "say" something."""
    found: list[int] = []
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        if _SAYS.match(block.text.strip()):
            found.append(place)
        elif block.passage.kind == "item" and len(block.text) <= 30 and block.words <= 3:
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            if after is not None and after.passage.kind != "item" and after.indent > 1:
                found.append(place)
    return found[0] if len(found) >= 2 else None


def _readers(blocks: list[Block], start: int) -> int | None:
    """The line that announces readers' comments, else the first of several commenters."""
    announced = next(
        (place for place in range(start, len(blocks)) if opens_comments(blocks[place].text.strip())), None
    )
    named = commenters(blocks, start)
    places = ([announced] if announced is not None else []) + (named[:1] if len(named) >= 2 else [])
    return min(places, default=None)


def _is_noise(block: Block) -> bool:
    """A button's label or an appeal between two paragraphs."""
    if block.passage.kind == "quotation":
        return False
    if block.text.strip().lower() in words("between_paragraphs"):
        return True
    lowered = block.text.strip().lower()
    if (
        len(lowered) <= _APPEAL
        and lowered.startswith(words("appeals"))
        and any(w in lowered for w in words("asked"))
    ):
        return True
    return (
        (len(block.text) <= 60 and is_label(block.text))
        or (len(block.text) <= 120 and is_appeal(block.text))
        or is_picture_credit(block.text)
    )


def is_furniture_line(line: str) -> bool:
    """Whether a line before the article is the site's: a menu, a share bar, the credit of a picture.

    >>> is_furniture_line("Share on Facebook 54"), is_furniture_line("The coming new coup attempt")
    (True, False)
    """
    return bool(_any_of("furniture").search(line.lower())) or is_label(line) or line.strip()[:1] in "|<"


def is_credit(line: str) -> bool:
    """Whether a short line names where the text comes from.

    >>> is_credit("Originally published in The Nation"), is_credit("He published a book.")
    (True, False)
    """
    return len(line) <= 200 and bool(_any_of("credits").search(line.lower()))


def with_kind(block: Block) -> Block:
    """The block as a line of authors or credits."""
    return replace(block, passage=replace(block.passage, kind="byline"))


@cache
def _any_of(name: str) -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(_table(name), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")


@cache
def _table(name: str) -> tuple[str, ...]:
    return tuple(tables()[name])


@cache
def tables() -> dict[str, list[str]]:
    """The lists of `citekit/data/plain.toml`."""
    return tomllib.loads(files("citekit").joinpath("data/plain.toml").read_text("utf-8"))
