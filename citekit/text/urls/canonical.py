"""One form for all the addresses of one page, and never the same form for two pages."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from citekit.text.urls.dated import date_of_path
from citekit.text.urls.hosts import domain_of, plain_host
from citekit.text.urls.identifying import identity
from citekit.text.urls.judging import is_listing_path
from citekit.text.urls.parts import Parts, split
from citekit.text.urls.tables import trackers
from citekit.text.urls.unwrapping import unwrap

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_PLAIN = re.compile(r"[A-Za-z0-9._~/-]*")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_AMP_END = re.compile(r"(?:/amp|\.amp(?=\.html?$)|\.amp|/print|/singlepage)$", re.IGNORECASE)
_AMP_START = re.compile(r"^/(?:platform/)?amp/(?=.*[\w-]{8})", re.IGNORECASE)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
_PAGE = re.compile(r"/page/\d+$", re.IGNORECASE)
_SLUG = re.compile(r"[^/]*-[^/]*-[^/]*-[^/]*$")
_SHORT_WORD = re.compile(r"[A-Za-z][\w.-]{0,24}")
_SOFT = frozenset(("ref", "refer", "referrer", "source", "campaign", "share", "from", "via"))
_SAME_AS_NONE = frozenset(("", "1", "true", "all", "yes", "amp"))


@lru_cache(maxsize=8192)
def canonical(url: str) -> str:
    """The address that stands for a page: unwrapped, AMP, mobile and print forms folded, trackers and
    fragment dropped.

    It is an identity to compare, not the address to fetch or show (a post's is `.../i/status/ID`). What is no
    http(s) URL comes back stripped. `canonical(canonical(url)) == canonical(url)`, and no string raises.

    >>> canonical("http://mobile.x.com/IGD_News/statuses/1253829874919157760?s=20")
    'https://twitter.com/i/status/1253829874919157760'
    >>> canonical("https://www.europe1.fr/politique/goulard-3934924.amp?__twitter_impression=true")
    'https://europe1.fr/politique/goulard-3934924'
    """
    current = url
    # What is left after folding may itself be a wrapper or a post, so go on until nothing changes.
    for _ in range(6):
        before, current = current, _once(current)
        if before == current:
            break
    return current


def _once(url: str) -> str:
    inner = unwrap(url).url
    parts = split(inner)
    if parts is None:
        return inner.strip()
    known = identity(parts)
    if known and known.canonical:
        parts = split(known.canonical) or parts
        return str(parts._replace(scheme="https", path=_escaped(parts.path)))
    host = plain_host(parts.host)
    path, paged = _path(parts.path)
    return str(Parts("https", host, path, _query(parts.query, host, path, paged), _fragment(parts.fragment)))


def _escaped(text: str, keep: str = "/:@!$&'()*+,;=") -> str:
    """Percent-encoding as RFC 3986, 6.2.2 has it: unreserved characters plain, all others upper-case hex."""
    if _PLAIN.fullmatch(text):
        return text

    def plain(match: re.Match[str]) -> str:
        letter = chr(int(match[1], 16))
        return letter if letter in _UNRESERVED else "%" + match[1].upper()

    return quote(_ESCAPE.sub(plain, text), safe=keep + "%~", errors="replace")


def _path(path: str) -> tuple[str, bool]:
    """The path folded, and whether it is an article's (whose further pages are the same work)."""
    path = _SESSION.sub("", re.sub(r"/{2,}", "/", _escaped(path)))
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment != ".":
            segments.append(segment)
    path = "/" + "/".join(filter(None, segments))
    while True:
        before = path
        path = _AMP_START.sub("/", _INDEX.sub("", path), count=1).rstrip("/")
        path = _AMP_END.sub("", path)
        article = is_article(path)
        if article:
            path = _PAGE.sub("", path)
        if path == before:
            return path, article


def is_article(path: str) -> bool:
    """Whether a path looks like one article's: a date, or a name of four words or more, and no listing's."""
    bare = _PAGE.sub("", path)
    return date_of_path(bare) is not None or (bool(_SLUG.search(bare)) and not is_listing_path(bare))


def _query(query: str, host: str, path: str, article: bool) -> str:
    names, prefixes, sites = trackers()
    here = sites.get(domain_of(host) or host, frozenset()) | sites.get(host, frozenset())
    kept = []
    for word in query.replace(";", "&").split("&"):
        name, has_value, value = word.partition("=")
        folded = name.lower()
        if not word or folded in here or folded.startswith(prefixes):
            continue
        if folded in names and (folded not in ("amp", "print") or value.lower() in _SAME_AS_NONE):
            continue
        if (
            folded in ("output", "view", "m")
            and value.lower() in ("amp", "amphtml", "1")
            and folded != "view"
        ):
            continue
        if folded in _SOFT and _SHORT_WORD.fullmatch(value):
            continue
        if folded == "page" and article and value.isdigit():
            continue
        sep = "=" if has_value else ""
        kept.append(
            _escaped(name.replace("+", "%20"), "") + sep + _escaped(value.replace("+", "%20"), ":/,@!$'()*;")
        )
    return "&".join(sorted(kept))


def _fragment(fragment: str) -> str:
    """Only fragments that choose the page itself: "#!topic/x" and "#/path"."""
    return _escaped(fragment) if fragment.startswith(("!", "/")) and len(fragment) > 2 else ""
