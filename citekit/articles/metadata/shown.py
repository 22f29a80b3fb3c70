"""Who is displayed as an author around the text: by a word such as "By", by markup, by place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from citekit.articles.metadata.ending import is_topic, opened, presented, signature
from citekit.articles.metadata.front import PROSE, Front, Piece
from citekit.articles.metadata.marked import LONGEST, LONGEST_NAME, bylines, in_figure, linked, named
from citekit.articles.metadata.tags import pattern
from citekit.model import Author
from citekit.text.dates import find_dates
from citekit.text.names import (
    has_given_name,
    is_byline,
    is_byword,
    is_human,
    is_joint,
    split_byline,
)

_MARK = re.compile(r"\s[|•·–—-]\s|,\s*$|^\s*,|\s(?:am|on|le|el|il|op|den)\s*$")
_WORDS = frozenset(("p", "div", "span", "address", "strong", "b", "em", "i", "td", "li"))
NEAR = 8
"""So many texts below the article may tell its author by a "By"."""

Way = Callable[[], list[Author]]


def signed_ways(front: Front) -> tuple[Way, Way, Way]:
    """The ways to find authors whom a word such as "By" names: beside the headline, below the text, in it."""
    return (
        lambda: _by(front.after) or _by(front.before),
        lambda: _by(front.below[:NEAR]),
        lambda: opened(front),
    )


def shown_ways(front: Front) -> tuple[Way, ...]:
    """The ways to find authors who are displayed without such a word, the surest first."""
    after, before = front.after, front.before
    top, prose = front.top, front.prose
    first = prose[1].place if len(prose) > 1 else top + 40
    under = [line for line in front.lines if top < line.place < first]
    above = [line for line in front.lines if top - 25 < line.place < top]
    rest = [line for line in front.lines if first <= line.place < first + 200]
    return (
        lambda: named(under), lambda: linked(after), lambda: bylines(under),
        lambda: _beside_date(after, front),
        lambda: named(above), lambda: linked(before), lambda: bylines(above),
        lambda: _beside_date(before, front),
        lambda: named(rest), lambda: bylines(rest), lambda: signature(front), lambda: presented(front),
        lambda: _issuing([*before, *after]),
    )  # fmt: skip


def _by(texts: list[Piece]) -> list[Author]:
    """Names after "By", in one piece of text with it or in the next ones."""
    for place, piece in enumerate(texts):
        if len(piece.text) > LONGEST:
            continue
        if is_byword(piece.text):
            if found := list(_run(texts[place + 1 :])):
                return found
        elif is_byline(piece.text):
            found = list(split_byline(piece.text))
            if found:
                return found + [
                    author for author in _run(texts[place + 1 :], joined=True) if author not in found
                ]
    return []


def _run(texts: list[Piece], joined: bool = False) -> Iterator[Author]:
    """The names at the start of a row of texts; if `joined`, only after an "and" or a comma."""
    for piece in texts[:8]:
        bare = piece.text.strip(" ,;&|/·•-")
        if find_dates(bare) or bare[:1].isdigit():
            return
        if is_joint(bare) or is_byword(bare):
            joined = False
            continue
        if len(piece.text) > LONGEST or (joined and not (is_human(bare) and has_given_name(bare))):
            return
        found = split_byline(bare)
        if not found:
            return
        yield from found
        joined = True


def alone_below(front: Front) -> list[Author]:
    """A human's name that is all there is between the headline and the text, but for a line or two."""
    for piece in front.after[:3]:
        if len(piece.text) > PROSE:
            break
        human = has_given_name(piece.text) and is_human(piece.text)
        if human and piece.node.tag in _WORDS and not (in_figure(piece.node) or is_topic(piece.text, front)):
            return list(split_byline(piece.text))
    return []


def _beside_date(texts: list[Piece], front: Front) -> list[Author]:
    """A human's name that stands alone, right beside a date or in one line with it."""
    dated: dict[int, list[str]] = {}
    for place, piece in enumerate(texts):
        if len(piece.text) < 2 * LONGEST_NAME and (dates := find_dates(piece.text)):
            start, end = dates[0][0].start, dates[-1][0].end
            dated[place] = [piece.text[:start], piece.text[end:]]
    for place, piece in enumerate(texts):
        if dated.keys().isdisjoint(range(place - 2, place + 3)):
            continue
        for said in dated.get(place, [piece.text]):
            name = _MARK.split(said.strip(" ,;&|/·•-–"))[0]
            human = len(name) <= 40 and has_given_name(name) and is_human(name)
            if human and not is_topic(name, front):
                return list(split_byline(name))
    return []


def _issuing(texts: list[Piece]) -> list[Author]:
    """The body beside a date whose element is called a source or an agency: who issued a press release."""
    dates = [
        place
        for place, piece in enumerate(texts)
        if len(piece.text) < LONGEST_NAME and find_dates(piece.text)
    ]
    for date in dates:
        for piece in texts[max(date - 2, 0) : date + 3]:
            classes = piece.node.attributes.get("class") or ""
            if len(piece.text) <= LONGEST and pattern("agencies").search(classes):
                return list(split_byline(piece.text))
    return []
