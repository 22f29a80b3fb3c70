"""One line of words for what is cited: who, where, what, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Author, Citation, PartialDate, Work


def caption(cited: Citation | Work) -> str:
    """What is known of a citation or a work, in a reader's order; a URL where nothing else is.

    >>> from citekit.model import Outlet, PartialDate, Person, Span
    >>> wsws = Outlet("wsws", "World Socialist Web Site")
    >>> caption(Citation("c1", "link", Span(0, 4), outlet=wsws, authors=(Person("Lobo", "Andrea"),)))
    'Andrea Lobo, World Socialist Web Site'
    """
    parts = [
        names(cited.authors),
        cited.outlet.name if cited.outlet else "",
        f"“{cited.title}”" if cited.title else "",
        day(cited.date),
    ]
    return ", ".join(filter(None, parts)) or cited.url or "source not named"


def day(date: PartialDate | None) -> str:
    """The date as a reader wants it: no finer than the day, nothing where there is none.

    >>> import datetime
    >>> day(PartialDate(2019, 11, 11, datetime.time(20, 19)))
    '2019-11-11'
    """
    return str(replace(date, time=None)) if date else ""


def names(authors: Sequence[Author]) -> str:
    """The authors' names in reading order, with the account where a name has one; three at most are written
    out.

    >>> from citekit.model import Person
    >>> names([Person("Sprague", "Jeb", handle="JebSprague")])
    'Jeb Sprague (@JebSprague)'
    """
    shown = [_name(author) for author in authors[:3]]
    if len(authors) > 3:
        shown[2:] = ["et al."]
    return (" and " if len(shown) == 2 else ", ").join(shown)


def _name(author: Author) -> str:
    handle = author.handle
    if handle is None or handle.casefold() == author.name.lstrip("@").casefold():
        return author.name
    return f"{author.name} (@{handle})"
