"""Targets of links, made absolute as a browser does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from citekit.text.urls import registered_domain, unwrap

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BLANK = re.compile(r"[\t\r\n]")


@lru_cache(maxsize=4096)
def site_of(url: str) -> str | None:
    """The registered domain of an address; archives and redirects are seen through.

    >>> site_of("https://web.archive.org/web/2019/http://news.bbc.co.uk/1")
    'bbc.co.uk'
    """
    return registered_domain(unwrap(url).url)


def _site(url: str) -> str | None:
    """The same, found by the host alone where nothing in the address can be another address."""
    place = url.find("/", 8)
    plain = place < 0 or (url.find("http", place) < 0 and url.find("www.", place) < 0)
    return site_of(url[:place] if plain and place > 0 else url)


@dataclass(frozen=True, slots=True)
class Links:
    """The address that a page's relative links start from, or None where it is not known."""

    base: str | None = None
    site: str | None = None

    def is_own(self, url: str) -> bool:
        """Whether an address is on the same site: under the same registered domain, or relative where none is
        known.

        >>> Links(site="bbc.co.uk").is_own("https://news.bbc.co.uk/1"), Links().is_own("/about")
        (True, True)
        """
        if url.startswith(("http://", "https://")):
            return self.site is not None and _site(url) == self.site
        return not url.startswith(("mailto:", "tel:", "ftp:"))

    def absolute(self, href: str | None) -> str | None:
        """The target of `href`, or None where it leads nowhere else: no target, a place on the page, a
        script.

        What cannot be joined to the base is kept as it was written.

        >>> Links("http://a.org/b/c").absolute("../d"), Links("http://a.org/").absolute("http:///h")
        ('http://a.org/d', 'http:///h')
        """
        target = _BLANK.sub("", href or "").strip()
        if target.startswith(("http:", "https:")):
            return target
        if not target or target.startswith("#"):
            return None
        scheme = _SCHEME.match(target)
        if scheme and scheme[0].lower() in ("javascript:", "data:", "about:", "blob:"):
            return None
        if scheme or not self.base:
            return target
        try:
            return urljoin(self.base, target)
        except ValueError:
            return target
