"""The line of a text that is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from citekit.articles.line_words import words
from citekit.articles.plain.block import Block
from citekit.articles.plain.dateline import byline_of, is_day, says_posted
from citekit.articles.plain.frame import is_credit, is_furniture_line, is_prose
from citekit.articles.plain.signed import opens_with_article, signed
from citekit.outlets import default_registry
from citekit.text.dates.words import alternatives
from citekit.text.names import has_given_name, is_human

_APART = re.compile(r"https?://[^\s<>]|\S\s{3,}\S|\|[^|]*\|")
"""An address, or what a menu has between its words."""
_BRACKETED = re.compile(r"[\[(][^\[\]()]*[\])]")
_LONG_WORD = re.compile(r"\w{4,}")
_NOTED = re.compile(r"\[\d{1,3}\]$")
_SAID = re.compile(
    r"[.!?…][\"”’»)]?\s+[A-ZÀ-Þ“\"«„]|\[\d{1,3}\]\s*$"
    r"|^[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?:\s|^[“\"«„].*[”\"»“]$"
)
"""What a paragraph of running text has, and a title has not."""
LONGEST_TITLE, LONGEST_SAYING = 200, 28
NEAR, LEAST, ENOUGH = 4, 3, 6
"""Blocks between a title and a signature, and words that a title over one has at least, and has mostly."""
FAR, MOST = 20, 40
"""Blocks above the text that may hold its title as well as any, and lines that are compared."""
STEM = 6


def title_of(head: Sequence[Block], body: Sequence[Block], first: int = 0) -> int | None:
    """The line of the head most like the body's title: a heading, else the likeliest of those that fit."""
    marked = [place for place, block in enumerate(head) if block.passage.kind == "heading"]
    fit = [
        place
        for place, block in enumerate(head)
        if place >= first
        and (is_title(block) or _is_stopped_title(block, head[place + 1 : place + 2]))
        and not any(_is_signature(after.text) for after in head[place + 1 : place + 2])
    ]
    under = _above_signature(head, fit)
    if under is not None and marked and not any(under - NEAR <= place <= under + NEAR for place in marked):
        return under
    if marked and not any(head[place].words > head[marked[0]].words for place in fit if place < marked[0]):
        return marked[0]
    return _likeliest(head, body, fit[-MOST:], under)


def _likeliest(head: Sequence[Block], body: Sequence[Block], fit: list[int], under: int | None) -> int | None:
    """The line that stands near the text, shares its words, is no mere word or two, has authors or a day
    above or below it (`under` has them below), and that a menu or a trail of links ("Home > News") repeats.
    """
    if len(fit) < 2:
        return fit[0] if fit else None
    known = {stem for block in body if is_prose(block) for stem in _stems(block.text)}
    lines = "\n".join(block.text.lower() for block in head)

    def likeness(place: int) -> tuple[float, int]:
        block = head[place]
        stems = set(_stems(block.text))
        return (
            max(0.0, 1 - (len(head) - place) / FAR)
            + len(stems & known) / max(len(stems), 2)
            + 0.5 * min(block.words, ENOUGH) / ENOUGH
            + 0.5 * (place == under)
            + 0.25 * any(map(_is_dated, head[max(place - 1, 0) : place]))
            + 0.5 * (lines.count(block.text.strip().lower()) > 1)
        ), place

    return max(fit, key=likeness)


def _stems(text: str) -> list[str]:
    """The words of four letters or more, without their endings."""
    return [word[:STEM] for word in _LONG_WORD.findall(text.lower())]


def _above_signature(head: Sequence[Block], fit: list[int]) -> int | None:
    """The longest fit line right above the last line of authors or a day, the first of equal ones."""
    known = set(fit)
    for place in range(len(head) - 1, 0, -1):
        if is_credit(head[place].text.strip()) or not _is_dated(head[place]):
            continue
        near: list[int] = []
        for above in range(place - 1, max(-1, place - NEAR - 1), -1):
            if head[above].passage.kind == "item":
                break
            if above in known and head[above].words >= LEAST:
                near.append(above)
        if near:
            return max(near, key=lambda each: (min(head[each].words, ENOUGH), -each))
    return None


def _is_signed(block: Block) -> bool:
    """Whether a line under a title is one of authors: "By" and a name, or a name alone."""
    return byline_of(block.text) is not None or (is_human(block.text) and has_given_name(block.text))


def _is_dated(block: Block) -> bool:
    """Whether a line beside a title is one of authors or a day."""
    return _is_signed(block) or is_day(block.text.strip())


def _is_signature(line: str) -> bool:
    """Whether a line names whom the words above it are from, as under a motto."""
    return line.lstrip()[:1] in "—–-"


def is_title(block: Block) -> bool:
    """Whether a line may be a title: short, with no stop at its end, and nothing that a site's frame says."""
    text = block.text.strip()
    if (
        block.passage.kind not in ("paragraph", "heading")
        or "\n" in text
        or not 8 <= len(text) <= LONGEST_TITLE
    ):
        return False
    if is_furniture_line(text) or is_credit(text) or _APART.search(text) or _is_caption(text):
        return False
    if byline_of(text) or says_posted(text) or _BRACKETED.fullmatch(text) or _NOTED.search(text):
        return False
    if text.endswith(("|", ".", ",", ";", ":", " –", " —")) and not text.endswith(("U.S.", "Jr.", "...")):
        return False
    if block.words < 2 or (is_human(text) and not opens_with_article(text)):
        return False
    return not is_day(text) and signed(text, default_registry()) is None


def _is_stopped_title(block: Block, below: Sequence[Block]) -> bool:
    """Whether a line is a title but for the stop at its end, right above authors or a day."""
    words_only = block.text.rstrip()
    return (
        words_only.endswith(".")
        and any(map(_is_dated, below))
        and is_title(replace(block, text=words_only[:-1]))
    )


def _is_caption(text: str) -> bool:
    """Whether a line says who made a picture: "A ferry at Orn (Ann Lee/AFP)"."""
    return "©" in text or bool(_pictured().search(text.lower()))


@cache
def _pictured() -> re.Pattern[str]:
    return re.compile(rf"/ ?(?:{alternatives(words('picture_agencies'))})")


def is_said(text: str) -> bool:
    """Whether a long line is running text: several sentences, a note's number, words of a speaker."""
    return len(text.split()) > LONGEST_SAYING or bool(_SAID.search(text))
