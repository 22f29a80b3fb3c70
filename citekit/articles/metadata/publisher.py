"""The outlet that published an article, and the address at which it did."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from citekit.articles.hints import Hints
from citekit.articles.metadata.tags import Tags
from citekit.model import Outlet
from citekit.outlets import Registry
from citekit.text.urls import host

LONGEST = 60
"""Characters of a site's name; more is a slogan."""


def publisher(registry: Registry, hints: Hints, url: str | None, site: str | None) -> Outlet | None:
    """The outlet: the one that `hints` name, else the one at the address, else the one of the site's own name.

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
    """The outlet that a user or a site calls `name`: an id, a domain or a name; provisional if none fits, or several.

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


def own_address(tree: LexborHTMLParser, tags: Tags) -> str | None:
    """The address that a page gives itself, in its canonical link or in `og:url`; None where it gives none."""
    link = tree.css_first("link[rel=canonical][href]")
    said = [link.attributes.get("href")] if link is not None else []
    for each in (*said, *tags.get("og:url", ())):
        url = (each or "").strip()
        if url.startswith(("http://", "https://")) and "." in host(url):
            return url
    return None


def _name(site: str | None) -> str | None:
    """A site's name, unless it is an address or a slogan."""
    bare = " ".join((site or "").split())
    looks_like_address = bare.lower().startswith(("http", "www.")) or (" " not in bare and "." in bare)
    return bare if bare and len(bare) <= LONGEST and not looks_like_address else None


def _id(name: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())
