"""Which work a URL names, whatever host, path or embed it was written with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from citekit.model import PartialDate
from citekit.text.urls.hosts import domain_of, plain_host
from citekit.text.urls.media import MEDIA
from citekit.text.urls.meta import META
from citekit.text.urls.parts import Parts, split
from citekit.text.urls.records import RECORDS
from citekit.text.urls.scholarly import PUBLISHERS, SCHOLARLY
from citekit.text.urls.shapes import Shape
from citekit.text.urls.social import FEDIVERSE, SOCIAL
from citekit.text.urls.unwrapping import unwrap

SHAPES: tuple[Shape, ...] = (*SOCIAL, *META, *MEDIA, *SCHOLARLY, *RECORDS)
ANYWHERE: tuple[Shape, ...] = (*FEDIVERSE, *PUBLISHERS)
"""Shapes that are told by the path alone, on any host."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A work as its platform counts it.

    `kind` is "post", "video", "podcast", "audio", "doi", "arxiv", "ssrn", "pubmed", "pmc", "book", "law",
    "ruling" ...; `handle` is the account in the URL, which on Twitter any name may stand in for; `date` the
    time inside the id. `canonical` is the one URL that stands for it, where the platform has one.
    """

    platform: str
    kind: str
    id: str
    handle: str | None = None
    date: PartialDate | None = None
    canonical: str | None = None

    @property
    def account(self) -> str | None:
        """The handle, unless it is the number of a group or a page on Facebook, which names nobody."""
        number = self.platform == "facebook" and self.handle is not None and self.handle.isdigit()
        return None if number else self.handle


@cache
def _by_host() -> Mapping[str, tuple[Shape, ...]]:
    found: dict[str, list[Shape]] = defaultdict(list)
    for each in SHAPES:
        for host in each.hosts:
            found[host].append(each)
    return {host: tuple(shapes) for host, shapes in found.items()}


@lru_cache(maxsize=8192)
def identify(url: str) -> Identity | None:
    """The post, video, paper, book or record that a URL names, or None. Archives and redirects are seen
    through.

    >>> found = identify("https://mobile.twitter.com/noaasatellites/status/1161360217671532544")
    >>> found.platform, found.kind, found.id, found.handle, str(found.date)[:16]
    ('twitter', 'post', '1161360217671532544', 'noaasatellites', '2019-08-13T19:33')
    """
    parts = split(unwrap(url).url)
    return identity(parts) if parts else None


@lru_cache(maxsize=8192)
def identity(parts: Parts) -> Identity | None:
    """Like `identify`, for a URL already unwrapped and taken apart."""
    host = plain_host(parts.host)
    shapes = _by_host()
    named = shapes.get(host) or shapes.get(parts.host)
    if named is None and (domain := domain_of(host)) in ("wikipedia.org",):
        named = shapes[domain]
    tail = parts.tail
    for each in named or ():
        if found := _read(each, host, tail):
            return found
    if "/@" in tail or "/users/" in tail or "/doi/" in tail or "/videos/watch/" in tail:
        for each in ANYWHERE:
            if found := _read(each, host, tail):
                return found
    return None


def _read(each: Shape, host: str, tail: str) -> Identity | None:
    match = each.pattern.match(tail)
    if match is None:
        return None
    groups = match.groupdict()
    number = unquote(groups.get("id") or groups.get("code") or "")
    if each.kind == "doi":
        number = trimmed_doi(number)
    if each.lower_id:
        number = number.lower()
    if not number or any(ord(letter) <= 32 for letter in number):
        return None
    if each.platform == "wikipedia":
        number = f"{host.partition('.')[0]}:{number.replace(' ', '_')}"
    handle = groups.get("handle")
    canonical = each.canonical and each.canonical.format(
        id=number, handle=(handle or "").lower(), code=groups.get("code"), host=host
    )
    return Identity(
        each.platform, each.kind, number, handle, each.clock(number) if each.clock else None, canonical
    )


def trimmed_doi(text: str) -> str:
    """A DOI without what a sentence or a site put behind it, in lower case (DOIs ignore case).

    >>> trimmed_doi("10.1073/PNAS.1305499111."), trimmed_doi("10.1016/S0140-6736(20)30183-5)")
    ('10.1073/pnas.1305499111', '10.1016/s0140-6736(20)30183-5')
    """
    text = text.lower()
    for ending in (
        "/full",
        "/abstract",
        "/pdf",
        "/epdf",
        ".full",
        ".pdf",
        "/html",
        "/meta",
        "/summary",
        "/asset",
    ):
        text = text.removesuffix(ending)
    while text and (text[-1] in ".,;:'\"/" or (text[-1] == ")" and text.count("(") < text.count(")"))):
        text = text[:-1]
    return text
