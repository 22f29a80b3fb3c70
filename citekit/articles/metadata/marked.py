"""Whom the markup says to be an author: by `rel`, `itemprop`, class, or a link to the author's page."""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborNode

from citekit.articles.metadata.front import Front, Line, Piece
from citekit.articles.metadata.slugs import name_in
from citekit.articles.metadata.tags import names, pattern
from citekit.model import Author
from citekit.text.names import has_given_name, split_byline

LONGEST = 160
LONGEST_NAME = 60


def named(lines: list[Line]) -> list[Author]:
    """Elements that hold a name and nothing else; one word after a name is its place."""
    found: list[Author] = []
    for line in lines:
        if len(line.text) > LONGEST_NAME:
            continue
        rel, item = line.attributes.get("rel") or "", line.attributes.get("itemprop") or ""
        if (
            "author" in rel.split()
            or "author" in item.split()
            or item == "creator"
            or _is_name_class(line.names)
        ):
            said = "" if in_figure(line.node) else line.text or _unwritten(line)
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
    return name_in(line.attributes.get("href") or "") or ""


def linked_below(front: Front) -> list[Author]:
    """Short lines below the text that are a link to an author's page, as in a box about the author."""
    last = front.prose[-1].place if front.prose else front.top
    for line in front.lines:
        if line.place > last and 0 < len(line.text) <= LONGEST_NAME:
            link = line.node if line.tag == "a" else line.node.first_child
            if link is not None and link.tag == "a" and _leads_to_author(link):
                return list(split_byline(line.text))
    return []


def linked(texts: list[Piece]) -> list[Author]:
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


def bylines(lines: list[Line]) -> list[Author]:
    """Elements whose class says that they name authors."""
    for line in lines:
        if len(line.text) > LONGEST or line.tag in ("h1", "h2") or pattern("claims").search(line.names):
            continue
        if not pattern("bylines").search(line.names) or in_figure(line.node):
            continue
        if found := _apart(line) or list(split_byline(line.text)):
            return found
    return []


def _apart(line: Line) -> list[Author]:
    """The authors of a byline whose names stand in elements of their own, without anything between them."""
    found = list(split_byline(line.node.text(separator="\n")))
    return found if all(has_given_name(author.name) for author in found) else []


def in_figure(node: LexborNode) -> bool:
    """Whether an element is inside a figure: who is named there made the picture."""
    at: LexborNode | None = node
    for _ in range(4):
        if at is None or at.tag == "figure":
            return at is not None
        at = at.parent
    return False


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
