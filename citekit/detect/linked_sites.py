"""Outlets that only the article tells: "The Rain Watch" by a link to therainwatch.org, firms by their CEO."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from citekit.detect.companies import companies
from citekit.detect.phrases import Phrases
from citekit.model import Link, Outlet
from citekit.outlets import Registry
from citekit.text.casing import squeezed

_MIN_LABEL = 5
_MIN_INITIALS = 3
_LONGEST_NAME = 6
"""Words of a name."""


def told_sites(
    text: str, links: Iterable[Link], registry: Registry, phrases: Phrases
) -> Mapping[str, Outlet]:
    """The linked outlets and, in English, the firms that a text names, by their names without spaces."""
    sites = linked_sites(links, registry)
    return {**companies(text, phrases), **sites} if phrases.language == "en" else sites


def linked_sites(links: Iterable[Link], registry: Registry) -> Mapping[str, Outlet]:
    """The linked outlets that are not registered, by the label of their domain, with and without "the"."""
    found: dict[str, Outlet] = {}
    for link in links:
        outlet = registry.by_url(link.url)
        if outlet is None or not outlet.provisional or not outlet.domain:
            continue
        label = _label(outlet.domain)
        if len(label) >= _MIN_LABEL:
            found.setdefault(label, outlet)
            found.setdefault(label.removeprefix("the"), outlet)
    return found


def named_by_link(outlet: Outlet, words: str) -> Outlet:
    """An outlet that no registry knows, by the name on the link to it, if its domain spells the name or its
    initials.

    >>> site = Outlet("rain-watch-org", "therainwatch.org", domain="therainwatch.org", provisional=True)
    >>> named_by_link(site, "Rain Watch").name, named_by_link(site, "declined").name
    ('Rain Watch', 'therainwatch.org')
    >>> named_by_link(replace(site, domain="rwn.org"), "Rain Watch-News").name
    'Rain Watch-News'
    """
    head, _, rest = words.partition(",")
    words = head if any(letter.isdigit() for letter in rest) else words  # "Rain Watch, 13 May"
    name = " ".join(words.split()).strip(" *_“”\"'.,:;")
    if not outlet.provisional or not outlet.domain or not name[:1].isupper():
        return outlet
    parts = re.findall(r"\w+", name.lower())
    label, said = _label(outlet.domain), "".join(parts)
    if len(parts) > _LONGEST_NAME:
        return outlet
    initials = "".join(part[0] for part in parts)
    spelled = said.removeprefix("the") == label.removeprefix("the") and len(said) >= _MIN_LABEL
    return (
        replace(outlet, name=name)
        if spelled or (initials == label and len(label) >= _MIN_INITIALS)
        else outlet
    )


def _label(domain: str) -> str:
    """The first part of a domain, in letters and digits."""
    return squeezed(domain.lower().removeprefix("www.").split(".")[0])
