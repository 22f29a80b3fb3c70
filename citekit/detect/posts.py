"""Posts on social platforms: embedded in the page, or quoted as text under a line with the account's name."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.detect.post_texts import posts_in_text
from citekit.detect.reading import Reading
from citekit.model import Citation, Embed, Organisation
from citekit.text import urls

_VIDEO = frozenset({"youtube", "vimeo", "tiktok", "dailymotion", "rumble"})
_AUDIO = frozenset({"spotify", "soundcloud", "apple-podcasts"})


def detect_posts(reading: Reading) -> Iterator[Citation]:
    """Embedded posts and media, and posts quoted as text."""
    for embed in reading.article.embeds:
        if embed.url or embed.author or embed.words:
            yield _embedded(reading, embed)
    yield from posts_in_text(reading)


def _embedded(reading: Reading, embed: Embed) -> Citation:
    """A post or a player in the page; what its address says counts more than what it shows."""
    found = urls.identify(embed.url) if embed.url else None
    outlet = reading.registry.by_url(embed.url) if embed.url else None
    outlet = outlet or next(iter(reading.registry.by_name(embed.platform)), None)
    author = embed.author
    if author is None and found is not None and found.account:
        author = Organisation("@" + found.account, found.account)
    date = (found.date if found else None) or embed.date
    return Citation(
        id="",
        form="post",
        span=embed.span,
        quote=embed.words,
        outlet=outlet,
        authors=(author,) if author else (),
        title=embed.title,
        date=date,
        url=embed.url,
        type=_type(embed.platform.lower()),
        confidence=0.98,
        rule="post.embed",
    )


def _type(platform: str) -> str:
    """The CSL type of what a platform shows."""
    if platform in _VIDEO:
        return "motion_picture"
    return "broadcast" if platform in _AUDIO else "post"
