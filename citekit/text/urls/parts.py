"""A URL taken apart without ever raising, however broken it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

_NOISE = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\u2060\ufeff]+")
_EXTRA_SLASHES = re.compile(r"(?i)^(https?):/*")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+|localhost|\[[0-9a-f:.]+\]")
LONGEST = 8192
"""Longer "URLs" are data pasted into an attribute; they are not taken apart."""


class Parts(NamedTuple):
    """The pieces of an http(s) URL: host in lower case with no port or user, the rest as written."""

    scheme: str
    host: str
    path: str
    query: str
    fragment: str

    @property
    def tail(self) -> str:
        """All behind the host: path, query and fragment."""
        query = f"?{self.query}" if self.query else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.path}{query}{fragment}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}{self.tail}"


@lru_cache(maxsize=8192)
def split(url: str) -> Parts | None:
    """The parts of an http(s) URL, or None for anything else: another scheme, no host, a host that is none.

    A missing scheme is taken for https where the URL starts with "//" or "www."; no-break marks and control
    characters are dropped, back-slashes read as slashes, as browsers do.

    >>> split("HTTP://WWW.WSWS.org:80/en/articles/boli-n13.html")
    Parts(scheme='http', host='www.wsws.org', path='/en/articles/boli-n13.html', query='', fragment='')
    >>> split("mailto:a@b.org") is None and split("http:///h") is None
    True
    """
    if len(url) > LONGEST:
        return None
    text = _NOISE.sub("", url).replace("\\", "/")
    if text.startswith("//"):
        text = "https:" + text
    elif text[:4].lower() == "www.":
        text = "https://" + text
    match = _EXTRA_SLASHES.match(text)
    if not match:
        return None
    if not text.startswith("//", match.end(1) + 1):
        # "http:/host/x" is a slash lost by a copy; "http:host" too. Three slashes leave the host empty.
        text = f"{match[1]}://{text[match.end() :]}"
    try:
        found = urlsplit(text)
        host = found.hostname or ""
    except ValueError:
        return None
    host = host.rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if not _HOST.fullmatch(host):
        return None
    return Parts(found.scheme, host, found.path, found.query, found.fragment)


def parameters(query: str) -> list[tuple[str, str]]:
    """The names and values of a query string, decoded, empty values kept.

    >>> parameters("q=http%3A%2F%2Fwsws.org%2Fx&sa=D&flag")
    [('q', 'http://wsws.org/x'), ('sa', 'D'), ('flag', '')]
    """
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return []


def parameter(query: str, name: str) -> str | None:
    """The first value of a parameter, or None.

    >>> parameter("v=OY1pWt2Z5Zw&t=42", "v")
    'OY1pWt2Z5Zw'
    """
    if name not in query:
        return None
    return next((value for key, value in parameters(query) if key == name), None)


def absolute(text: str) -> str | None:
    """`text` as an http(s) URL if it is one, perhaps still percent-encoded or without its scheme.

    >>> absolute("http%3A%2F%2Fwsws.org%2Fx"), absolute("www.wsws.org/x"), absolute("12")
    ('http://wsws.org/x', 'https://www.wsws.org/x', None)
    """
    text = text.strip()
    for _ in range(3):
        if not text[:12].lower().startswith(("http%", "https%")):
            break
        text = unquote(text)
    parts = split(text)
    return str(parts) if parts and "." in parts.host else None
