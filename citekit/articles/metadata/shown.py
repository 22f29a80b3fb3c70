"""Who is displayed as an author around the text: by a word such as "By", by markup, place or signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from citekit.articles.metadata.front import Front, Line, Piece
from citekit.articles.metadata.tags import names, pattern
from citekit.model import Author
from citekit.text.dates import find_dates
from citekit.text.names import (
    has_given_name,
    is_byline,
    is_byword,
    is_human,
    is_joint,
    opens_byline,
    split_byline,
)

_SIGNED = re.compile(r"[(\[–—-]\s?([^()\[\]]{5,40}?)\s?[)\]]?\W{0,5}$")
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
        lambda: _opened(front),
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
        lambda: _named(rest), lambda: _bylines(rest), lambda: _signature(_ends(front)),
    )  # fmt: skip


def _ends(front: Front) -> list[str]:
    """The last paragraphs of the text and the texts right below it."""
    ends = [line.text for line in front.lines if line.tag == "p" and line.place > front.top + 3][-12:]
    return ends + [piece.text for piece in front.below[:4]]


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


def _opened(front: Front) -> list[Author]:
    """Names in a short paragraph of the text that says "By" or "Author:"."""
    for line in front.lines:
        if (
            line.tag == "p"
            and line.place > front.top
            and len(line.text) <= LONGEST
            and opens_byline(line.text)
        ) and (found := split_byline(line.text)):
            return list(found)
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
    """Elements that hold a name and nothing else."""
    found: list[Author] = []
    for line in lines:
        if len(line.text) > LONGEST_NAME:
            continue
        attributes = line.node.attributes
        rel, item = attributes.get("rel") or "", attributes.get("itemprop") or ""
        if "author" in rel.split() or item in ("author", "creator") or _is_name_class(line.names):
            found += [author for author in split_byline(line.text) if author not in found]
    return found


def _linked(texts: list[Piece]) -> list[Author]:
    """Texts that link to an author's page."""
    found: list[Author] = []
    for piece in texts:
        at = piece.node if piece.node.tag == "a" else piece.node.parent
        if at is None or at.tag != "a" or len(piece.text) > LONGEST_NAME:
            continue
        href = (at.attributes.get("href") or "").lower()
        if pattern("author_paths").search(href) and "creativecommons" not in href:
            found += [author for author in split_byline(piece.text) if author not in found]
    return found


def _bylines(lines: list[Line]) -> list[Author]:
    """Elements whose class says that they name authors."""
    for line in lines:
        if len(line.text) > LONGEST or line.tag in ("h1", "h2") or pattern("claims").search(line.names):
            continue
        if pattern("bylines").search(line.names) and (found := list(split_byline(line.text))):
            return found
    return []


def _beside_date(texts: list[Piece]) -> list[Author]:
    """A human's name that stands alone, right beside a date."""
    dates = [place for place, piece in enumerate(texts) if len(piece.text) < 60 and find_dates(piece.text)]
    for place, piece in enumerate(texts):
        bare = piece.text.strip(" ,;&|/·•-–")
        bare = re.split(r"\s[|•·–-]\s", bare)[0]
        if (
            len(bare) <= 40
            and has_given_name(bare)
            and is_human(bare)
            and any(abs(place - date) <= 2 for date in dates)
        ):
            return list(split_byline(bare))
    return []


def _signature(texts: list[str]) -> list[Author]:
    """A human's name in brackets or after a dash at the very end of the text."""
    for text in texts:
        found = _SIGNED.search(text)
        name = found[1] if found else text
        if len(name) < 40 and has_given_name(name) and is_human(name):
            return list(split_byline(name))
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
