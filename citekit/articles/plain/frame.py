"""What a line or a block around an article is: running text, a credit, or a part of the site's frame."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.articles.html.furniture import is_label
from citekit.articles.line_words import words
from citekit.articles.plain.block import Block

PROSE = 120
"""Characters of a paragraph that must be the article's own."""
_SENTENCE = re.compile(r"[.!?…:”\"’»]\s*$")


def is_prose(block: Block) -> bool:
    """Whether a block is running text: long, with a sentence's end."""
    if block.passage.kind in ("heading", "preformatted"):
        return False
    return (
        len(block.text) >= PROSE
        and block.words >= 15
        and bool(_SENTENCE.search(block.text) or ". " in block.text)
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
    ways = "|".join(re.escape(way) for way in sorted(words(name), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")
