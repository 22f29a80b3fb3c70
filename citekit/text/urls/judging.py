"""What kind of page a URL leads to: one that can be cited, or a share button, a profile, a home page, a
listing."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.text.urls.dated import date_of_path
from citekit.text.urls.hosts import plain_host
from citekit.text.urls.identifying import identity
from citekit.text.urls.parts import Parts, parameter, split
from citekit.text.urls.tables import path_words, shares
from citekit.text.urls.unwrapping import unwrap

_SHARE_SCHEME = re.compile(
    r"\s*(?:mailto|whatsapp|sms|fb-messenger|viber|tel|javascript|intent|tg|bitcoin)(?::|%3A)", re.I
)
_LONG_NAME = re.compile(r"[^-]+(?:-[^-]+){3,}")
_INDEX = re.compile(r"index\.(?:html?|php|aspx?)")
_EDITION = re.compile(r"[a-z]{2}(?:[-_][a-z]{2}){1,2}|index[-_][a-z]{2,3}\.html?")
_FIGURE = re.compile(r"\d")
_PAGE = re.compile(r"(?:/page/\d+|/\d{1,3})$")
_PROFILES = (
    (
        frozenset(
            (
                "twitter.com",
                "instagram.com",
                "t.me",
                "gab.com",
                "vk.com",
                "ok.ru",
                "twitch.tv",
                "soundcloud.com",
                "keybase.io",
            )
        ),
        re.compile(
            r"/(?:s/)?(?P<name>@?[\w.-]{2,})(?:/(?:media|with_replies|likes|followers|following|tagged))?"
        ),
    ),
    (
        frozenset(("facebook.com",)),
        re.compile(
            r"/(?:(?:pages|people|pg)/(?P<name>.+)|groups/[\w.-]+|profile\.php|(?P<user>[\w.-]{2,}))"
            r"(?:/(?:about|photos|videos|posts))?",
        ),
    ),
    (
        frozenset(("youtube.com",)),
        re.compile(
            r"/(?:@(?P<name>[\w.-]+)|(?:channel|c|user)/[\w.%-]+|(?P<user>\w{3,}))(?:/(?:videos|featured|about|live|streams|playlists|community))?"
        ),
    ),
    (
        frozenset(("tiktok.com", "threads.net", "truthsocial.com", "odysee.com", "rumble.com")),
        re.compile(r"/(?:@[\w.:-]+|(?:c|user)/[\w.-]+)"),
    ),
    (frozenset(("linkedin.com",)), re.compile(r"/(?:in|company|school|pub|showcase)/[^/]+(?:/[\w-]+){0,3}")),
    (frozenset(("reddit.com",)), re.compile(r"/(?:r|u|user)/[\w-]+(?:/(?:new|top|hot|about))?")),
    (frozenset(("bsky.app",)), re.compile(r"/profile/[\w.:-]+")),
    (frozenset(("weibo.com",)), re.compile(r"/(?:u/|p/)?\w+")),
    (
        frozenset(
            (
                "medium.com",
                "substack.com",
                "patreon.com",
                "flickr.com",
                "pinterest.com",
                "vimeo.com",
                "ko-fi.com",
                "github.com",
                "linktr.ee",
                "muckrack.com",
            )
        ),
        re.compile(r"/(?:@|people/|photos/)?(?P<name>[\w.-]+)(?:/(?:about|followers|archive))?"),
    ),
)
_AMAZON = re.compile(r"/(?:dp|gp/(?:product|search|aw/d)|exec/obidos)/(?!\d{9}[\dX])", re.IGNORECASE)
_SHOP = re.compile(r"/(?:shop|store|products?|cart|checkout|basket)/", re.IGNORECASE)
# A site's own way to a shop that pays it: "/handover/66", "/recommends/a-pump".
_REFERRAL = re.compile(r"/(?:handover|recommends?|affiliates?|aff|deals?)/[\w-]{1,60}/?", re.IGNORECASE)
_BOOK = re.compile(r"book|\d{9}[\dX]", re.IGNORECASE)
_FEDIVERSE = re.compile(r"/(?:web/)?@[\w.]+(?:@[\w.-]+)?")


def is_share(url: str) -> bool:
    """Whether a link shares, mails or signs in rather than leads to a work.

    >>> is_share("https://facebook.com/sharer.php?u=https://wsws.org/x"), is_share("mailto:a@b.org")
    (True, True)
    >>> is_share("https://twitter.com/JebSprague/status/1193986590585810944")
    False
    """
    if _SHARE_SCHEME.match(url):
        return True
    parts = split(url)
    if parts is None:
        return False
    tail = parts.tail
    for host in (parts.host.removeprefix("www."), plain_host(parts.host)):
        if any(tail.startswith(path) for path in shares().get(host, ())):
            return True
    return "share=" in parts.query and (parameter(parts.query, "share") or "").isalpha()


def _unwrapped(url: str) -> Parts | None:
    return split(unwrap(url).url)


def is_home(url: str) -> bool:
    """Whether a URL is a site's front page, in any language or edition.

    >>> is_home("http://theaviationist.com/"), is_home("https://www.bbc.com/news"), is_home("https://x.org/?p=12")
    (True, False, False)
    """
    parts = _unwrapped(url)
    if parts is None or identity(parts):
        return False
    segments = parts.path.lower().strip("/").split("/")
    if segments != [""] and not all(_is_front(segment) for segment in segments):
        return False
    return not any(word.partition("=")[0].lower() in _CONTENT for word in parts.query.split("&"))


def _is_front(segment: str) -> bool:
    return segment in path_words()["home"] or bool(_EDITION.fullmatch(segment))


_CONTENT = frozenset(
    ("p", "id", "q", "s", "v", "article", "story", "page_id", "aid", "nid", "doc", "url", "search", "post")
)


def is_profile(url: str) -> bool:
    """Whether a URL is an account's page on a platform, not one of its posts.

    >>> is_profile("https://twitter.com/wikileaks"), is_profile("https://twitter.com/search?q=x")
    (True, False)
    """
    parts = _unwrapped(url)
    if parts is None or identity(parts):
        return False
    host, path = plain_host(parts.host), parts.path.rstrip("/")
    if _FEDIVERSE.fullmatch(path):
        return True
    for hosts, pattern in _PROFILES:
        if host in hosts and (match := pattern.fullmatch(path)):
            names = [name for name in match.groupdict().values() if name]
            return not any(name.lower() in path_words()["reserved"] for name in names)
    return False


def is_goods(url: str) -> bool:
    """Whether a URL leads to goods in a shop; a book is none, known by its name or its ISBN.

    >>> is_goods("https://www.amazon.com/Pump/dp/B01LXC1QL0"), is_goods("https://www.amazon.com/dp/0143127551")
    (True, False)
    """
    parts = _unwrapped(url)
    if parts is None:
        return False
    if "amazon." in parts.host:
        return bool(_AMAZON.search(parts.path))
    if _REFERRAL.fullmatch(parts.path) or parts.host.startswith(("shop.", "store.")):
        return not _BOOK.search(parts.path)
    return bool(_SHOP.search(parts.path)) and not _BOOK.search(parts.path)


def is_listing(url: str) -> bool:
    """Whether a URL lists works: a tag, topic, section, author or search page.

    >>> is_listing("https://www.wsws.org/en/topics/country/bolivia"), is_listing("https://www.bbc.com/news/world")
    (True, True)
    >>> is_listing("https://www.npr.org/sections/goatsandsoda/2019/11/15/779526827/china-reports-2-cases")
    False
    """
    parts = _unwrapped(url)
    if parts is None or identity(parts):
        return False
    first = parts.path.lower().strip("/").partition("/")[0]
    if first in ("search", "hashtag", "results", "explore", "buscar", "recherche", "suche", "busca"):
        return True
    if parts.path in ("", "/") and any(
        word.startswith(("s=", "q=", "tag=", "cat=", "author=")) for word in parts.query.split("&")
    ):
        return True
    return is_listing_path(parts.path)


@lru_cache(maxsize=8192)
def is_listing_path(path: str) -> bool:
    """Whether a path lists works, by its words.

    >>> is_listing_path("/tag/bolivia/page/2"), is_listing_path("/topics/middle-ages/black-death")
    (True, False)
    """
    words = path_words()
    bare = _PAGE.sub("", path.lower().rstrip("/"))
    segments = [segment for segment in bare.split("/") if segment]
    if segments and segments[0] in words["home"] and len(segments[0]) <= 5:
        segments = segments[1:]
    if not segments or date_of_path(path):
        return False
    if len(segments) <= 3 and _INDEX.fullmatch(segments[-1]) and not any(map(_FIGURE.search, segments)):
        return True
    lists = words["listing"] | words["shelf"]
    if all(segment in words["section"] or segment in lists for segment in segments):
        return True
    for place, segment in enumerate(segments[:3]):
        if segment in lists:
            return _is_shelf(segments[place + 1 :], works_below=segment in words["shelf"])
    return False


def _is_shelf(rest: list[str], *, works_below: bool) -> bool:
    """Whether what follows "tag", "author" or "topics" in a path is the name of what is listed."""
    if len(rest) < 2:
        return True
    last = rest[-1]
    if len(rest) > 2 or last.rpartition(".")[2] in ("html", "htm", "php", "pdf", "asp", "aspx"):
        return False
    # An author's name may have four parts; a tag seldom does, an article nearly always.
    return "-" not in last if works_below else not _LONG_NAME.fullmatch(last)
