"""What is recognised in a sentence before its words are read."""

from __future__ import annotations

from typing import NamedTuple

from citekit.model import Outlet, Span
from citekit.outlets.names import folded
from citekit.text.markup import unlinked


class Known(NamedTuple):
    """Something recognised before the words are read: an outlet, a quotation, a title."""

    span: Span
    letter: str
    outlets: tuple[Outlet, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the article's text."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.span.end


def organisation(name: str) -> Outlet:
    """A provisional outlet for a body that no registry knows.

    >>> organisation("National Institute for  Rain").name
    'National Institute for Rain'
    """
    plain = " ".join(unlinked(name).split())
    return Outlet(folded(plain).replace(" ", "-") or "unknown", plain, provisional=True)
