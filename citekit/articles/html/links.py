"""Targets of links, made absolute as a browser does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from citekit.text.urls import registered_domain, unwrap

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BLANK = re.compile(r"[\t\r\n]")


@dataclass(frozen=True, slots=True)
class Links:
    """The address that a page's relative links start from, or None where it is not known."""

    base: str | None = None
    site: str | None = None

    def is_own(self, url: str) -> bool:
        """Whether an address is on the same site: under the same registered domain, or relative where none is known.

        >>> Links(site="bbc.co.uk").is_own("https://news.bbc.co.uk/1"), Links().is_own("/about")
        (True, True)
        """
        if url.startswith(("http://", "https://")):
            return self.site is not None and registered_domain(unwrap(url).url) == self.site
        return not url.startswith(("mailto:", "tel:", "ftp:"))

    def absolute(self, href: str | None) -> str | None:
        """The target of `href`, or None where it leads nowhere else: no target, a place on the page, a script.

        What cannot be joined to the base is kept as it was written.

        >>> Links("http://a.org/b/c").absolute("../d"), Links("http://a.org/").absolute("http:///h")
        ('http://a.org/d', 'http:///h')
        """
        target = _BLANK.sub("", href or "").strip()
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
