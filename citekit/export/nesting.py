"""How deep a citation stands inside other sources' words."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.model import Citation


def depths(citations: Sequence[Citation], most: int = 3) -> dict[str, int]:
    """For each citation's id the number of sources whose words it stands in, counted up to `most`.

    >>> from citekit.model import Span
    >>> outer = Citation("c1", "reprint", Span(0, 1))
    >>> depths([outer, Citation("c2", "link", Span(2, 3), within="c1")])
    {'c1': 0, 'c2': 1}
    """
    inside = {citation.id: citation.within for citation in citations}
    found = {}
    for citation in citations:
        depth, outer = 0, citation.within
        while outer is not None and depth < most:
            depth, outer = depth + 1, inside.get(outer)
        found[citation.id] = depth
    return found
