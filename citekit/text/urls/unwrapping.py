"""Getting at the URL inside archives, redirects, mail filters, caches and proxies, without the network."""

from __future__ import annotations

import base64
import binascii
import re
import string
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from citekit.model import PartialDate
from citekit.text.urls.archives import archived
from citekit.text.urls.hosts import domain_of
from citekit.text.urls.parts import Parts, absolute, parameters, split
from citekit.text.urls.tables import shorteners, wrappers

DEEPEST = 5
"""A link wrapped more often than this is made to be a trap; the rest is left on."""

_GOOGLE = re.compile(r"^(?:(?P<service>translate|news|images|encrypted)\.)?google\.(?:com?\.)?[a-z]{2,3}$")
_GOOGLE_AMP = re.compile(r"^/amp/(?P<secure>s/)?(?P<url>[^/]+\.[^/]+/.*|[^/]+\.[^/]+)$", re.DOTALL)
_AMP_CACHE = re.compile(r"^/[cvia](?:/[cvia])?/(?P<secure>s/)?(?P<url>.+)$", re.DOTALL)
_SEARCH_CACHE = re.compile(r"^cache:(?:[\w-]{6,}:)?(?P<url>[^\s+]+)")
_PASTED = re.compile(r"/+(https?(?::|%3A)/+.+)", re.IGNORECASE | re.DOTALL)
_PASTED_HOST = re.compile(r"/(www\.[\w-]+\.[\w.-]+/?.*)", re.IGNORECASE | re.DOTALL)
_DEFENCE_2 = str.maketrans({"-": "%", "_": "/"})
_DEFENCE_3 = re.compile(r"^/v3/__(?P<url>.+?)__;(?P<chars>[\w=-]*)!", re.DOTALL)
_HIDERS = frozenset(
    (
        "href.li",
        "anonym.to",
        "nullrefer.com",
        "dereferer.me",
        "hidereferrer.com",
        "blankrefer.com",
        "nullrefer.me",
    )
)
_PREFIXES = frozenset(("12ft.io", "r.jina.ai", "removepaywalls.com", "archive.org"))
_PODCAST = re.compile(
    r"^/(?:redirect\.mp3|pts/redirect\.mp3|track/\w+|e|chrt\.fm/track/\w+)/(?P<url>[\w-]+\.[\w.-]+/.+)$",
    re.DOTALL,
)
_PODCAST_HOSTS = frozenset(
    (
        "dts.podtrac.com",
        "podtrac.com",
        "chtbl.com",
        "pdst.fm",
        "chrt.fm",
        "op3.dev",
        "mgln.ai",
        "prfx.byspotify.com",
    )
)
_REDIRECTOR = re.compile(
    r"/(?:redirect[\w-]*|redir|away|out|outbound|go|goto|click|link|links|exit|leave|track\w*|r|url|jump|external|ext)"
    r"(?:[/.]|$)",
    re.IGNORECASE,
)
_TARGETS = frozenset(
    (
        "redirect",
        "redirect_to",
        "redirect_url",
        "redirecturl",
        "target",
        "goto",
        "next",
        "link",
        "u",
        "url",
        "to",
        "dest",
        "destination",
        "out",
        "href",
        "uri",
        "ulp",
    )
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What a link leads to.

    `hops` are the addresses it was wrapped in, outermost first; `archive_url` and `archived` the archive's
    copy and when it was made; `resolved` is False where the last step needs the network (a short link, a
    code).
    """

    url: str
    archive_url: str | None = None
    archived: PartialDate | None = None
    hops: tuple[str, ...] = ()
    resolved: bool = True


@lru_cache(maxsize=8192)
def unwrap(url: str) -> Unwrapped:
    """The URL that `url` leads to, as far as its own text says.

    A URL that is wrapped in nothing comes back as it is; no string raises.

    >>> unwrap("https://www.google.com/url?q=https://www.wsws.org/x&sa=D").url
    'https://www.wsws.org/x'
    >>> found = unwrap("https://web.archive.org/web/20191113/https://fair.org/home/x/")
    >>> found.url, str(found.archived)
    ('https://fair.org/home/x/', '2019-11-13')
    >>> unwrap("https://bit.ly/2NXyz").resolved
    False
    """
    hops: list[str] = []
    archive_url, when, resolved = None, None, True
    current = url
    for _ in range(DEEPEST):
        parts = split(current)
        if parts is None:
            break
        kept = archived(parts)
        if kept:
            archive_url, when = archive_url or current, when or kept.date
        inner = kept.url if kept else target(parts)
        if kept and inner is None:
            resolved = False
        if inner is None or inner == current or inner in hops:
            resolved = resolved and not is_short(parts)
            break
        hops.append(current)
        current = inner
    return Unwrapped(current, archive_url, when, tuple(hops), resolved)


def is_short(parts: Parts) -> bool:
    """Whether only the network knows where the link leads."""
    host = parts.host.removeprefix("www.")
    known = shorteners()
    if host in known or host.endswith((".list-manage.com", ".trib.al", ".app.link", ".page.link")):
        return parts.path not in ("", "/")
    return parts.path.startswith("/~r/") or (host == "news.google.com" and "/articles/" in parts.path)


def target(parts: Parts) -> str | None:
    """The address that a redirect, cache, proxy or filter carries, or None if `parts` is none of these."""
    host = parts.host.removeprefix("www.")
    google = _GOOGLE.match(host)
    rule = wrappers().get(
        ("translate.google" if google["service"] == "translate" else "google") if google else host
    )
    if rule and (found := _by_rule(parts, rule)):
        return found
    if google:
        return _schemed(_GOOGLE_AMP.match(parts.tail))
    if host.endswith(".cdn.ampproject.org") or host == "cdn.ampproject.org":
        return _schemed(_AMP_CACHE.match(parts.tail))
    if host.endswith(".translate.goog"):
        return _translated(parts, host.removesuffix(".translate.goog"))
    if host == "webcache.googleusercontent.com":
        query = next((value for name, value in parameters(parts.query) if name == "q"), "")
        match = _SEARCH_CACHE.match(query)
        return (absolute(match["url"]) or absolute("http://" + match["url"])) if match else None
    if host.endswith(".safelinks.protection.outlook.com"):
        return _by_rule(parts, wrappers()["safelinks.protection.outlook.com"])
    if host in ("urldefense.proofpoint.com", "urldefense.com", "urldefense.us"):
        return _defended(parts)
    if host in _HIDERS:
        return absolute(parts.query)
    if host in _PREFIXES:
        return absolute(parts.tail.lstrip("/")) or _pasted(parts)
    if host.endswith("links.govdelivery.com"):
        return absolute("http" + parts.query.partition("&http")[2])
    if host in _PODCAST_HOSTS and (match := _PODCAST.match(parts.tail)):
        return absolute("https://" + match["url"])
    return _pasted(parts) or _generic(parts)


def _by_rule(parts: Parts, rule: tuple[tuple[str, str], ...]) -> str | None:
    pairs = parameters(parts.query)
    for path, name in rule:
        if parts.path.startswith(path) or (path == "/" and not parts.path):
            for key, value in pairs:
                if key == name and (found := absolute(value)):
                    # Disqus appends a key of its own behind a colon.
                    return re.sub(r":[\w-]{20,}$", "", found) if parts.host == "disq.us" else found
    return None


def _schemed(match: re.Match[str] | None) -> str | None:
    return absolute(("https://" if match["secure"] else "http://") + match["url"]) if match else None


def _translated(parts: Parts, dashed: str) -> str | None:
    """Google Translate writes "." as "-" and "-" as "--" in the host, and adds `_x_tr_` parameters."""
    host = dashed.replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = "&".join(word for word in parts.query.split("&") if not word.startswith("_x_tr_"))
    return absolute(str(parts._replace(host=host, query=query)))


def _defended(parts: Parts) -> str | None:
    """Proofpoint's URL Defense, versions 2 and 3, by the vendor's published decoder."""
    if parts.path.startswith("/v2/"):
        value = next((value for name, value in parameters(parts.query) if name == "u"), "")
        return absolute(unquote(value.translate(_DEFENCE_2)))
    match = _DEFENCE_3.match(parts.tail)
    if not match:
        return None
    try:
        chars = base64.urlsafe_b64decode(match["chars"] + "==").decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    rest = iter(chars)
    lengths = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"

    def restore(mark: re.Match[str]) -> str:
        count = 1 if len(mark[0]) == 1 else lengths.find(mark[0][-1]) + 2
        return "".join(next(rest, "") for _ in range(count))

    return absolute(re.sub(r"\*(?:\*[\w-])?", restore, match["url"]))


def _pasted(parts: Parts) -> str | None:
    """A whole address pasted behind another host: a link that its author broke."""
    if ":/" not in parts.path and "%3A" not in parts.path.upper():
        match = _PASTED_HOST.fullmatch(parts.tail) if parts.path[:5].lower() == "/www." else None
        found = split("https://" + match[1]) if match else None
        return str(found) if found and domain_of(found.host) else None
    match = _PASTED.search(parts.tail)
    return absolute(match[1]) if match and match.start() <= len(parts.path) else None


def _generic(parts: Parts) -> str | None:
    """Any site's own redirect page: a path that says so, and a parameter with another site's address."""
    if "http" not in parts.query.lower() or not _REDIRECTOR.search(parts.path):
        return None
    for name, value in parameters(parts.query):
        if name.lower() in _TARGETS and (found := absolute(value)):
            inner = split(found)
            if inner and domain_of(inner.host) not in (None, domain_of(parts.host)):
                return found
    return None
