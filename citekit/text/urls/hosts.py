"""Whose site a URL is on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from citekit.text.urls.parts import Parts, split
from citekit.text.urls.tables import blog_hosts, page_hosts, path_words, same_hosts

if TYPE_CHECKING:
    from tldextract import TLDExtract

_MOBILE = re.compile(r"(?:www\d?|m|amp|mobile|touch|mobil)\.")
_LANGUAGE_MOBILE = re.compile(r"^([a-z-]{2,12})\.m\.(wik[a-z]+\.org)$")
_BLOGSPOT = re.compile(r"^(?P<blog>[\w.-]+)\.blogspot\.(?:com|[a-z]{2,3})(?:\.[a-z]{2})?$")
_MIRROR = re.compile(r"^(nitter|invidious|piped)\.[\w.-]+$")
_MIRRORED = {"nitter": "twitter.com", "invidious": "youtube.com", "piped": "youtube.com"}


@cache
def suffixes() -> TLDExtract:
    """The public suffix list that ships with tldextract; no network, no cache on disk."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=False)


def host(url: str) -> str:
    """The host in lower case, without "www."; "" if there is none.

    >>> host("https://www.WSWS.org/en"), host("mailto:a@wsws.org")
    ('wsws.org', '')
    """
    parts = split(url)
    return parts.host.removeprefix("www.") if parts else ""


@lru_cache(4096)
def domain_of(name: str) -> str | None:
    """The registered domain of a host name, or None (an address, a public suffix, an unknown suffix).

    >>> domain_of("news.bbc.co.uk"), domain_of("co.uk"), domain_of("127.0.0.1")
    ('bbc.co.uk', None, None)
    """
    found = suffixes().extract_str(name)
    return f"{found.domain}.{found.suffix}" if found.domain and found.suffix else None


def registered_domain(url: str) -> str | None:
    """The registered domain of a URL by the public suffix list, or None.

    >>> registered_domain("http://news.bbc.co.uk/2/hi/health/2932319.stm")
    'bbc.co.uk'
    """
    parts = split(url)
    return domain_of(parts.host) if parts else None


@lru_cache(8192)
def plain_host(name: str) -> str:
    """The host that stands for `name`: mobile, AMP and mirror hosts folded into the site's own.

    >>> plain_host("mobile.twitter.com"), plain_host("en.m.wikipedia.org"), plain_host("edition.cnn.com")
    ('twitter.com', 'en.wikipedia.org', 'cnn.com')
    """
    same = same_hosts()
    while True:
        before = name
        shorter = _MOBILE.sub("", name, count=1) if _MOBILE.match(name) else name
        if shorter != name and "." in shorter and domain_of(shorter):
            name = shorter
        name = same.get(name, name)
        if match := _LANGUAGE_MOBILE.match(name):
            name = f"{match[1]}.{match[2]}"
        elif match := _BLOGSPOT.match(name):
            name = f"{match['blog']}.blogspot.com"
        elif match := _MIRROR.match(name):
            name = _MIRRORED[match[1]]
        if name == before:
            return name


def site_of(parts: Parts) -> str | None:
    """Like `site`, for a URL already taken apart."""
    name = plain_host(parts.host)
    first, _, rest = parts.path.lstrip("/").partition("/")
    if name == "open.substack.com" and first == "pub" and rest:
        return f"{rest.partition('/')[0].lower()}.substack.com"
    if name in page_hosts():
        if first in ("site", "view", "c", "user") and rest:
            first = f"{first}/{rest.partition('/')[0]}"
        plain = first.lower()
        return f"{name}/{plain}" if plain and plain not in path_words()["reserved"] else name
    domain = domain_of(name)
    if domain in blog_hosts() and name != domain:
        label = name.removesuffix("." + domain).rpartition(".")[2]
        if label not in path_words()["reserved"]:
            return f"{label}.{domain}"
    return domain


def site(url: str) -> str | None:
    """What tells one publisher from another: the registered domain, or the blog on a shared host.

    >>> site("https://www.bbc.co.uk/news"), site("https://x.substack.com/p/y"), site("https://medium.com/@Al/z")
    ('bbc.co.uk', 'x.substack.com', 'medium.com/@al')
    """
    parts = split(url)
    return site_of(parts) if parts else None
