"""Counts of what a registry holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from citekit.model import Outlet


def counts(outlets: Iterable[Outlet]) -> dict[str, dict[str, int]]:
    """Numbers of outlets by kind, country and language, the most first, and totals of the rest.

    >>> counts([Outlet("a", "A", kind="blog", domains=("a.org", "b.org"))])["total"]["addresses"]
    2
    """
    outlets = tuple(outlets)
    total = {
        "outlets": len(outlets),
        "names and aliases": sum(1 + len(each.aliases) for each in outlets),
        "addresses": sum(len(each.domains) + len(each.former_domains) for each in outlets),
        "handles": sum(len(each.handles) for each in outlets),
        "with ISSN": sum(bool(each.issn) for each in outlets),
        "with Wikidata id": sum(bool(each.wikidata) for each in outlets),
        "with parent": sum(bool(each.parent) for each in outlets),
    }
    return {
        "total": total,
        "kind": _most(each.kind for each in outlets),
        "country": _most(each.country or "international" for each in outlets),
        "language": _most(language for each in outlets for language in each.languages),
    }


def _most(values: Iterable[str | None]) -> dict[str, int]:
    counted = Counter(value for value in values if value)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
