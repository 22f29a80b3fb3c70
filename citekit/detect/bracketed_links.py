"""Links in a bracket, a list of sources or a credit line: one citation with what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.detect.places import Places
from citekit.model import Citation, Outlet, PartialDate


def bracketed(links: Sequence[Citation], others: Sequence[Citation]) -> tuple[list[Citation], list[Citation]]:
    """The links that stand alone, and the other citations with the links that stand in them."""
    joined = []
    used: set[int] = set()
    places = Places(links)
    for other in others:
        here = (c for c in places.touching(other.span) if id(c) not in used and c.span.overlaps(other.span))
        link = next(here, None)
        if link is not None:
            used.add(id(link))
            other = _with_link(other, link)
        joined.append(other)
    return [c for c in links if id(c) not in used], joined


def _with_link(other: Citation, link: Citation) -> Citation:
    """What the words say, and what only the link says."""
    return replace(
        other,
        url=other.url or link.url,
        via=link.outlet if differ(link.outlet, other.outlet) else None,
        outlet=other.outlet or link.outlet,
        date=_settled(other.date, link.date),
        authors=other.authors or link.authors,
        archive_url=link.archive_url,
        archived=link.archived,
        type=other.type or link.type,
        quote=other.quote or link.quote,
    )


def _settled(said: PartialDate | None, linked: PartialDate | None) -> PartialDate | None:
    """The date in the words, unless the link's date shows that day and month were taken for each other."""
    if said is not None and linked is not None and (said.month, said.day) == (linked.day, linked.month):
        return linked
    return said or linked


def differ(one: Outlet | None, other: Outlet | None) -> bool:
    """Whether two outlets are both known and not the same."""
    return one is not None and other is not None and one.id != other.id and one.domain != other.domain
