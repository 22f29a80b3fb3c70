"""robots.txt: what a site asks programs not to fetch."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from citekit.errors import FetchError

AGENT = "citekit"


class Robots:
    """The rules of every site asked so far; each site's file is read once.

    Source: RFC 9309. What is "unavailable" (4xx) opens a site, what is "unreachable" (5xx, no answer) closes
    it.
    """

    def __init__(self, text_of: Callable[[str], str]) -> None:
        """`text_of` gives the text of a robots.txt by its URL, "" if there is none, `FetchError` if nobody
        can tell.
        """
        self._text_of = text_of
        self._rules: dict[str, RobotFileParser | FetchError] = {}

    def check(self, url: str) -> None:
        """Raise `FetchError` if the site asks programs not to fetch `url`, or does not say.

        >>> Robots(lambda url: "User-agent: *\\nDisallow: /private").check("http://a.org/private/x")
        Traceback (most recent call last):
        citekit.errors.FetchError: http://a.org/private/x is closed to programs by the site's robots.txt
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._read(f"{origin}/robots.txt")
        rules = self._rules[origin]
        if isinstance(rules, FetchError):
            raise FetchError(str(rules))
        if not rules.can_fetch(AGENT, url):
            raise FetchError(f"{url} is closed to programs by the site's robots.txt")

    def _read(self, url: str) -> RobotFileParser | FetchError:
        try:
            text = self._text_of(url)
        except FetchError as error:
            return error
        rules = RobotFileParser()
        rules.parse(text.splitlines())
        return rules
