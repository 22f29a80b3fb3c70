"""Names as .bib files hold them, read as people and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.export.tex import unescape
from citekit.model import Author, Organisation, Person

_HANDLE = re.compile(r"^(?:(.*?) )?\[@([^\[\]]+)\]$")


def authors_of(field: str) -> tuple[Author, ...]:
    """The authors of an author field; a name in braces is one that must not be split.

    >>> [author.name for author in authors_of("van Gogh, Vincent and {Moon of Alabama} and others")]
    ['Vincent van Gogh', 'Moon of Alabama']
    """
    from pybtex.bibtex.utils import split_name_list

    try:
        names = split_name_list(field)
    except Exception:  # pybtex raises its own errors for unbalanced braces: then the field is one name
        names = [field]
    return tuple(filter(None, (_author(name.strip()) for name in names if name.strip() != "others")))


def author_handle(authors: Sequence[Author], handle: str) -> tuple[Author, ...]:
    """The authors, the first with the account that biblatex's `nameaddon` names."""
    if not handle.startswith("@") or not authors:
        return tuple(authors)
    return (replace(authors[0], handle=handle[1:]), *authors[1:])


def _author(name: str) -> Author | None:
    from pybtex.database import Person as PybtexPerson

    if _one_group(name):
        return _body(unescape(name[1:-1]))
    try:
        parsed = PybtexPerson(name)
    except Exception:  # too many commas, unbalanced braces
        return Organisation(unescape(name))
    family = " ".join(unescape(part) for part in parsed.last_names)
    given = " ".join(unescape(part) for part in parsed.bibtex_first_names)
    particle = " ".join(unescape(part) for part in parsed.prelast_names)
    suffix = " ".join(unescape(part) for part in parsed.lineage_names)
    if not family:
        return Organisation(unescape(name)) if unescape(name) else None
    return Person(family, given or None, particle or None, suffix or None)


def _body(name: str) -> Author | None:
    """A body, or an account: `@handle`, `Name [@handle]`."""
    if name.startswith("@") and " " not in name:
        return Organisation(name[1:], handle=name[1:])
    if found := _HANDLE.match(name):
        return Organisation(found[1] or found[2], handle=found[2])
    return Organisation(name) if name else None


def _one_group(name: str) -> bool:
    """Whether the whole name is one group in braces."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for place, character in enumerate(name):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return place == len(name) - 1
    return False
