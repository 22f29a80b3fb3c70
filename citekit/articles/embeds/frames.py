"""Which elements show something of another site, and what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from citekit.model import PartialDate
from citekit.text.urls import identify

KINDS = frozenset(("post", "video", "podcast", "audio"))
_MAYBE = re.compile(
    r"twitter\.com|//(?:www\.)?x\.com|instagr|facebook|fb\.watch|youtu|tiktok|vimeo|bsky|t\.me/|reddit|soundcloud|spotify"
    r"|podcasts\.apple|dailymotion|/@[\w.]+/\d|threads\.|truthsocial|streamable|rumble|odysee|bitchute|twitch|<blockquote|<iframe"
    r"|\\u003c(?:blockquote|iframe)|^at://",
    re.IGNORECASE,
)
_BLUESKY = re.compile(r"(?:at://|embed/)(did:[\w:.%-]+|[\w.-]+)/app\.bsky\.feed\.post/([a-z0-9]+)")
_NUMBER = re.compile(r"(?=[a-z_./-]*(?:\d|[A-Z][\w./-]*[A-Z\d]))[\w./-]{3,60}")
"""What can be the number of a post: no mere word, as sites name their own parts by ("readmore")."""
_CARRIERS = frozenset(("iframe", "embed", "amp-iframe", "object", "video", "audio"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Something of another site: the platform, its id there, an address, and the account and time that these
    tell.
    """

    platform: str
    id: str | None = None
    url: str | None = None
    handle: str | None = None
    date: PartialDate | None = None

    @property
    def key(self) -> tuple[str, str] | None:
        """What two showings of the same thing have in common."""
        return (self.platform, self.id) if self.id else None


def frame_of(tag: str, attributes: dict[str, str | None]) -> Frame | str | None:
    """What an element shows: a frame, the markup of one that an attribute holds, or None.

    >>> frame = frame_of("iframe", {"src": "https://www.youtube.com/embed/TIGmU2wJm-A"})
    >>> frame.platform, frame.id
    ('youtube', 'TIGmU2wJm-A')
    """
    if _telling().isdisjoint(attributes) and tag not in _tables()["elements"]:
        return None
    for name in _names() & attributes.keys():
        value = (attributes[name] or "").strip()
        is_markup = "<" in value or "\\u003c" in value or "\\u003C" in value
        is_picture = name in ("src", "data-src") and tag not in _CARRIERS and not tag.startswith("amp-")
        if not value or (is_picture and not is_markup) or not _MAYBE.search(value):
            continue
        if is_markup:
            return value
        if found := frame_at(value):
            return found
    for address in _numbered(tag, attributes):
        if found := frame_at(address):
            return found
    return None


def frame_at(url: str) -> Frame | None:
    """The post, video or recording at an address, as an embed writes it; None for any other page.

    >>> frame_at("https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a").platform
    'bluesky'
    """
    address = _plain(url)
    found = identify(address)
    if found is None or found.kind not in KINDS:
        return None
    drawn_by_script = (
        "platform.twitter.com" in address or "/plugins/" in address or "w.soundcloud.com" in address
    )
    best = found.canonical if drawn_by_script and found.canonical else address
    return Frame(found.platform, found.id, best, found.account, found.date)


@lru_cache(8192)
def has_words(classes: str) -> str | None:
    """The platform of a block that holds a post's own words, told by its class; None for any other block.

    >>> has_words("sc-x twitter-tweet"), has_words("wp-block-quote")
    ('twitter', None)
    """
    for name in classes.lower().split():
        if platform := _quoted().get(name):
            return platform
    return None


def _plain(url: str) -> str:
    """The address of the thing itself where an embed has one of its own for showing it."""
    if found := _BLUESKY.search(url):
        return f"https://bsky.app/profile/{found[1]}/post/{found[2]}"
    address = "https:" + url if url.startswith("//") else url
    address = address.replace("//embed.podcasts.apple.com", "//podcasts.apple.com")
    return re.sub(r"(/@[\w.]+(?:@[\w.]+)?/\d+)/embed/?$", r"\1", address)


def _numbered(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    table = _tables()
    for name in table["numbers"].keys() & attributes.keys():
        value = attributes[name] or ""
        if _NUMBER.fullmatch(value):
            yield table["numbers"][name].format(value)
    if tag in table["elements"]:
        for name in (
            "videoid",
            "data-videoid",
            "data-tweetid",
            "data-shortcode",
            "data-src",
            "data-id",
            "id",
        ):
            value = attributes.get(name) or ""
            if _NUMBER.fullmatch(value):
                yield table["elements"][tag].format(value)


@cache
def _telling() -> frozenset[str]:
    return _names() | frozenset(_tables()["numbers"])


@cache
def _names() -> frozenset[str]:
    return frozenset(_tables()["addresses"]["names"])


@cache
def _quoted() -> dict[str, str]:
    return {name: platform for platform, names in _tables()["quoted"].items() for name in names}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("citekit").joinpath("data/embeds.toml").read_text("utf-8"))


def credit_openings() -> tuple[str, ...]:
    """What opens the line that names a post's account, the longest first."""
    return tuple(sorted(_tables()["credits"]["by"], key=len, reverse=True))
