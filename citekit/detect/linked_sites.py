"""Outlets that only the article's links tell: "The Rain Watch" by a link to therainwatch.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from citekit.model import Link, Outlet
from citekit.outlets import Registry

_MIN_LABEL = 5


def linked_sites(links: Iterable[Link], registry: Registry) -> Mapping[str, Outlet]:
    """The linked outlets that are not registered, by the label of their domain, with and without "the"."""
    found: dict[str, Outlet] = {}
    for link in links:
        outlet = registry.by_url(link.url)
        if outlet is None or not outlet.provisional or not outlet.domain:
            continue
        label = re.sub(r"[^a-z0-9]", "", outlet.domain.lower().removeprefix("www.").split(".")[0])
        if len(label) >= _MIN_LABEL:
            found.setdefault(label, outlet)
            found.setdefault(label.removeprefix("the"), outlet)
    return found
