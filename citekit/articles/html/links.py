"""Targets of links, made absolute as a browser does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BLANK = re.compile(r"[\t\r\n]")


@dataclass(frozen=True, slots=True)
class Links:
    """The address that a page's relative links start from, or None where it is not known."""

    base: str | None = None

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
