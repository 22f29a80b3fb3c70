"""The outlet that published an article, and the address at which it did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from selectolax.lexbor import LexborNode

from citekit.articles.hints import Hints
from citekit.articles.html.links import site_of
from citekit.articles.metadata.headline import separated
from citekit.articles.metadata.tags import Tags, first
from citekit.model import Outlet
from citekit.outlets import Registry
from citekit.text.urls import host

LONGEST = 60
"""Characters of a site's name; more is a slogan."""


def publisher(registry: Registry, hints: Hints, url: str | None, site: str | None) -> Outlet | None:
    """The outlet: the one that `hints` name, else the one at the address, else the one of the site's own
    name.

    An address that no registry knows makes a provisional outlet, which takes the name that the site gives
    itself.
    """
    if hints.outlet is not None:
        return hints.outlet if isinstance(hints.outlet, Outlet) else named(registry, hints.outlet)
    name = _name(site)
    found = registry.by_url(url) if url else None
    if found is not None:
        return replace(found, name=name) if found.provisional and name else found
    return named(registry, name) if name else None


def named(registry: Registry, name: str) -> Outlet:
    """The outlet that a user or a site calls `name`: an id, a domain or a name; provisional if none fits, or
    several.

    >>> named(Registry([Outlet("ap", "Associated Press", domain="apnews.com")]), "Associated Press").id
    'ap'
    """
    by_id = registry.by_id(name)
    if by_id is not None:
        return by_id
    if "." in name and " " not in name and (at := registry.by_url(f"https://{name}")) is not None:
        return at
    candidates = registry.by_name(name)
    chosen = candidates[0] if len(candidates) == 1 else registry.choose(candidates)
    return chosen or Outlet(id=_id(name), name=name, provisional=True)


def own_address(links: Iterable[LexborNode], tags: Tags) -> str | None:
    """The address that a page gives itself, in the canonical one of its `<link>`s or in `og:url`; None where
    it gives none.

    Where the two are on different sites the canonical link names the original that the page is a copy of.
    """
    canonical = _absolute(_canonical(links))
    shared = _absolute(next(iter(tags.get("og:url", ())), None))
    if canonical and shared and site_of(canonical) != site_of(shared):
        return shared
    return canonical or shared


def site_name(tags: Tags, page_title: str | None, url: str | None) -> str | None:
    """The name that the site gives itself: in its tags, else the part of the `<title>` that its domain
    spells.

    >>> site_name({}, "The FAILURE of Schooling – The Federalist Papers", "https://thefederalistpapers.org/x")
    'The Federalist Papers'
    """
    told = first(tags, "sites")
    if told or not url:
        return told
    label = _letters((site_of(url) or "").partition(".")[0])
    parts = separated(page_title or "")
    return next((part for part in parts if label and _letters(part) == label), None)


def _canonical(links: Iterable[LexborNode]) -> str | None:
    for link in links:
        attributes = link.attributes
        if "href" in attributes and (attributes.get("rel") or "").lower() == "canonical":
            return attributes["href"]
    return None


def _absolute(address: str | None) -> str | None:
    url = (address or "").strip()
    return url if url.startswith(("http://", "https://")) and "." in host(url) else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _name(site: str | None) -> str | None:
    """A site's name, unless it is an address or a slogan."""
    bare = " ".join((site or "").split())
    looks_like_address = bare.lower().startswith(("http", "www.")) or (" " not in bare and "." in bare)
    return bare if bare and len(bare) <= LONGEST and not looks_like_address else None


def _id(name: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())
