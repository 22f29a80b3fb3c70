"""Who is displayed as an author around the text: by a word such as "By", by markup, place or signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from selectolax.lexbor import LexborNode

from citekit.articles.metadata.ending import opened, presented, signature
from citekit.articles.metadata.front import Front, Line, Piece
from citekit.articles.metadata.slugs import name_in
from citekit.articles.metadata.tags import names, pattern
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

_MARK = re.compile(r"\s[|•·–—-]\s|,\s*$|^\s*,")
LONGEST = 160
LONGEST_NAME = 60
BELOW, NEAR = 15, 8
"""So many texts below the article may tell its author; so many of them by a "By"."""

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
        lambda: _named(under), lambda: _linked(after), lambda: _bylines(under), lambda: _beside_date(after),
        lambda: _named(above), lambda: _linked(before), lambda: _bylines(above), lambda: _beside_date(before),
        lambda: _named(rest), lambda: _bylines(rest), lambda: signature(front), lambda: presented(front),
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


def _named(lines: list[Line]) -> list[Author]:
    """Elements that hold a name and nothing else; one word after a name is its place."""
    found: list[Author] = []
    for line in lines:
        if len(line.text) > LONGEST_NAME:
            continue
        attributes = line.node.attributes
        rel, item = attributes.get("rel") or "", attributes.get("itemprop") or ""
        if "author" in rel.split() or item in ("author", "creator") or _is_name_class(line.names):
            said = line.text or _unwritten(line)
            found += [
                author
                for author in split_byline(said)
                if author not in found and not (found and " " not in said.strip())
            ]
    return found


def _unwritten(line: Line) -> str:
    """The name in an element without text: in a tag inside it, or in the address that it links to."""
    inner = line.node.css_first("[itemprop=name][content]")
    if inner is not None:
        return inner.attributes.get("content") or ""
    return name_in(line.node.attributes.get("href") or "") or ""


def linked_below(front: Front) -> list[Author]:
    """Short lines below the text that are a link to an author's page, as in a box about the author."""
    last = front.prose[-1].place if front.prose else front.top
    for line in front.lines:
        if line.place > last and 0 < len(line.text) <= LONGEST_NAME:
            link = line.node if line.tag == "a" else line.node.first_child
            if link is not None and link.tag == "a" and _leads_to_author(link):
                return list(split_byline(line.text))
    return []


def _linked(texts: list[Piece]) -> list[Author]:
    """Texts that link to an author's page, not from a sentence; accounts one after the other are comments."""
    found: list[Author] = []
    last = 0
    for place, piece in enumerate(texts):
        at = piece.node if piece.node.tag == "a" else piece.node.parent
        if at is None or at.tag != "a" or len(piece.text) > LONGEST_NAME or not _leads_to_author(at):
            continue
        around = at.parent
        if around is not None and around.tag == "p" and len(around.text()) > LONGEST:
            continue
        if found and (place > last + 3 or not (has_given_name(piece.text) and has_given_name(found[0].name))):
            break
        found += [author for author in split_byline(piece.text) if author not in found]
        last = place
    return found


def _leads_to_author(link: LexborNode) -> bool:
    address, _, query = (link.attributes.get("href") or "").lower().partition("?")
    return query.startswith("author=") or (
        bool(pattern("author_paths").search(address)) and "creativecommons" not in address
    )


def _bylines(lines: list[Line]) -> list[Author]:
    """Elements whose class says that they name authors."""
    for line in lines:
        if len(line.text) > LONGEST or line.tag in ("h1", "h2") or pattern("claims").search(line.names):
            continue
        if pattern("bylines").search(line.names) and (found := list(split_byline(line.text))):
            return found
    return []


def _beside_date(texts: list[Piece]) -> list[Author]:
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
            if len(name) <= 40 and has_given_name(name) and is_human(name):
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


@lru_cache(maxsize=4096)
def _is_name_class(classes: str) -> bool:
    """Whether classes say that an element holds an author's name and nothing else.

    >>> _is_name_class("byline__name"), _is_name_class("author-name-bio"), _is_name_class("author")
    (True, False, True)
    """
    said = classes.lower()
    if pattern("not_names").search(said):
        return False
    return bool(pattern("author_names").search(said)) or any(
        word in names("author_whole") for word in said.split()
    )
