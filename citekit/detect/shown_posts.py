"""Posts that a page shows, once each, however often and however it renders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.detect.places import Places
from citekit.detect.reading import Reading
from citekit.model import Citation
from citekit.text.dates import parse_date
from citekit.text.urls import canonical


def shown_once(
    reading: Reading, embeds: Sequence[Citation], links: Sequence[Citation]
) -> tuple[list[Citation], list[Citation]]:
    """The posts, each as its most telling copy, and the links that do more than lead to one of them."""
    best: dict[str, Citation] = {}
    for embed in embeds:
        key = canonical(embed.url) if embed.url else f"{embed.span.start}"
        known = best.get(key)
        if known is None or _telling(embed) > _telling(known):
            best[key] = embed
    kept = []
    around = Places(embeds)
    for link in links:
        key = canonical(link.url) if link.url else ""
        if key in best and _only_shows(reading, link):
            if not best[key].span:
                best[key] = replace(best[key], span=link.span)
        elif not _is_end_of_post(link, around):
            kept.append(link)
    return list(best.values()), kept


def _telling(embed: Citation) -> tuple[bool, bool, int]:
    """How much a copy of a post says; more is greater."""
    return embed.quote is not None, bool(embed.authors), len(embed.span)


def _is_end_of_post(link: Citation, posts: Places[Citation]) -> bool:
    """Whether a link to a post closes one that is shown, as its date does."""
    return link.form == "post" and any(c.span.end <= link.span.end + 2 for c in posts.touching(link.span))


def _only_shows(reading: Reading, link: Citation) -> bool:
    """Whether a link is part of a post as the page shows it: its bare address, or its date."""
    index = reading.passage_at(link.span.start)
    if index is not None and reading.passages[index].kind == "embed":
        return True
    words = link.span.of(reading.text).strip()
    if not words or words.startswith("http"):
        return True
    return parse_date(words, "mdy", reading.article.language) is not None


def without_media(links: Sequence[Citation], others: Sequence[Citation]) -> list[Citation]:
    """The links without Twitter's own short ones in the words of a post: pictures, and itself."""
    posts = Places([replace(c, span=c.quote) for c in others if c.form == "post" and c.quote is not None])
    return [
        link
        for link in links
        if "//t.co/" not in (link.url or "")
        or not any(post.span.contains(link.span) for post in posts.touching(link.span))
    ]
