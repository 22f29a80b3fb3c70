"""One edge in the making: citations are counted as they come."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from citekit.graph.values import Edge, EdgeKind, Evidence
from citekit.model import Form, PartialDate


class Tally:
    """What is known of an edge so far. There may be a million of them, so each holds little."""

    __slots__ = ("first", "forms", "last", "nested", "passages", "since", "until")

    def __init__(self) -> None:
        self.forms: list[Form] = []
        self.nested = 0
        self.first: PartialDate | None = None
        self.last: PartialDate | None = None
        self.since = self.until = ""  # the same two dates, as text that sorts
        self.passages: tuple[Evidence, ...] = ()

    def add(self, form: Form, date: PartialDate | None, when: str, *, nested: bool) -> None:
        """Count a citation in an article of that date; `when` is the date as text, "" if there is none."""
        self.forms.append(form)
        self.nested += nested
        if when:
            if not self.since or when < self.since:
                self.first, self.since = date, when
            if when > self.until:
                self.last, self.until = date, when

    def edge(self, source: str, target: str, kind: EdgeKind) -> Edge:
        """The edge that was counted."""
        forms = _counted(tuple(self.forms)) if len(self.forms) < 4 else _count(tuple(self.forms))
        return Edge(
            source,
            target,
            kind,
            len(self.forms),
            forms,
            self.nested,
            self.first,
            self.last,
            self.passages,
        )


def _count(forms: tuple[Form, ...]) -> tuple[tuple[Form, int], ...]:
    return tuple(sorted(Counter(forms).items(), key=lambda counted: (-counted[1], counted[0])))


_counted = lru_cache(maxsize=1000)(_count)  # most edges are of one or two citations, and can share the value
