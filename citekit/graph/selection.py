"""Which citations make edges, and inside which others they stand."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from citekit.model import Citation, Document, Form, PartialDate

DEEPEST = 50
"""Quotations inside quotations, beyond which nothing is followed: no author nests so, but a page may."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which citations make edges.

    `forms` names the only forms wanted (none: all). A person's statement that was published nowhere and a
    mere `mention` of an outlet are left out unless asked for. `chains` takes only citations that stand
    inside another's words, and those inside whose words they stand. `since` and `until` are about the
    article that was read.
    """

    forms: frozenset[Form] = frozenset()
    statements: bool = False
    mentions: bool = False
    chains: bool = False
    since: PartialDate | None = None
    until: PartialDate | None = None

    def takes(self, citation: Citation) -> bool:
        """Whether the citation makes an edge, as far as it alone tells."""
        if self.forms and citation.form not in self.forms:
            return False
        if citation.form == "mention" and not self.mentions and "mention" not in self.forms:
            return False
        return self.statements or not is_statement(citation)


USUAL = Selection()
"""All citations of published works."""


def is_statement(citation: Citation) -> bool:
    """Whether the citation is of words that were published nowhere."""
    return citation.type == "statement" and citation.outlet is None


class Nesting:
    """Which citations stand inside which, in one document."""

    __slots__ = ("by_id", "selection")

    def __init__(self, document: Document, selection: Selection) -> None:
        nested = any(c.within is not None for c in document.citations)
        self.by_id = {c.id: c for c in document.citations} if nested else {}
        self.selection = selection

    def around(self, citation: Citation) -> Iterator[Citation]:
        """The citations around one that can be a source, the nearest first; a circle ends where it began."""
        seen = {citation.id}
        outer = self.by_id.get(citation.within) if citation.within is not None else None
        while outer is not None and outer.id not in seen and len(seen) < DEEPEST:
            seen.add(outer.id)
            if self.selection.statements or not is_statement(outer):
                yield outer
            outer = self.by_id.get(outer.within) if outer.within is not None else None

    @property
    def chained(self) -> Container[str]:
        """The ids of citations that stand inside another, and of those around them."""
        inner = [c for c in self.by_id.values() if c.within in self.by_id]
        return {c.id for c in inner} | {outer.id for c in inner for outer in self.around(c)}
