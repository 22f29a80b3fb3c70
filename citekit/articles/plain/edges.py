"""Where in a saved page the article begins and ends: before it menus, after it appeals and comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from citekit.articles.html.furniture import is_appeal, is_label, is_picture_credit
from citekit.articles.line_words import words
from citekit.articles.plain.block import Block
from citekit.articles.plain.ending import end_of, sources_after
from citekit.articles.plain.frame import is_credit, is_furniture_line, is_prose

MENU, BUTTON = 20, 40
"""Blocks in a row that are a menu, and characters that half of them have at most."""
SMALL = 0.25
"""What has at most this share of the prose behind it is not the article."""
_APPEAL = 140
"""Characters of a line that asks readers for something."""
_LEAD_IN = 3
"""Words of a line that ends in a colon and leads into what follows, as no label does."""
_NOTICE = re.compile(
    r"(?i)\b(?:web)?(?:site|sites|seite|sitio|sito|pagina|página)\b[^.\n]{0,120}\bcookies?\b"
    r"|\bcookies?\b[^.\n]{0,120}\b(?:web)?(?:site|sites|seite|sitio|sito|pagina|página)\b"
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
    end = end_of(blocks, start, prose)
    sources = sources_after(blocks, end)
    body = tuple(block for block in (*blocks[start:end], *sources) if not _is_noise(block))
    kept = {id(block) for block in sources}
    return Parts(tuple(blocks[:start]), body, tuple(block for block in blocks[end:] if id(block) not in kept))


def _is_notice(block: Block) -> bool:
    """Whether a paragraph asks to accept what a site stores."""
    return "cookie" in block.text.lower() and bool(_NOTICE.search(block.text))


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
