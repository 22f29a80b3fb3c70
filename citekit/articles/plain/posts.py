"""Posts and videos of which a text shows nothing but the address, alone in a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.articles.embeds import frame_at
from citekit.articles.embeds.credit import author_named
from citekit.model import Embed, Link, Passage


def embeds_in(text: str, passages: Sequence[Passage], links: Sequence[Link]) -> tuple[Embed, ...]:
    """An embed for each passage that is the address of a post, a video or a recording, each once."""
    found: dict[tuple[str, str | None], Embed] = {}
    starts = {link.span.start: link for link in links}
    for passage in passages:
        link = starts.get(passage.span.start)
        if link is None or link.span.end != passage.span.end or " " in passage.span.of(text):
            continue
        frame = frame_at(link.url)
        if frame is not None:
            author = author_named(None, frame.handle)
            found.setdefault(
                (frame.platform, frame.id), Embed(passage.span, frame.platform, link.url, author, frame.date)
            )
    return tuple(found.values())
