"""An HTML page to an article."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from citekit.articles.embeds import frame_at
from citekit.articles.embeds.credit import author_named
from citekit.articles.hints import Hints
from citekit.articles.html.body import find_body
from citekit.articles.html.builder import Builder
from citekit.articles.html.elements import Elements
from citekit.articles.html.links import Links, site_of
from citekit.articles.html.pruning import pruned
from citekit.articles.html.sources import outer_sources
from citekit.articles.html.tree import parse
from citekit.articles.html.walk import Walk
from citekit.articles.metadata import describe, first_look, outer_bylines
from citekit.model import Article, Embed, Page, Passage

ENOUGH = 500
"""Characters of a text in JSON-LD that is worth more than an empty page."""
_TAG = re.compile(r"<[^<>]{0,300}>")


def read_html(page: Page, markup: str, utf8: bytes, hints: Hints) -> Article:
    """The article on a page whose decoded content is `markup`, and in UTF-8 `utf8`."""
    tree = parse(utf8)
    elements = Elements(tree)
    body = find_body(elements)
    seen = first_look(elements, body, page, hints)
    base = tree.head.css_first("base[href]") if tree.head is not None else None
    start = Links(seen.url).absolute(base.attributes.get("href")) if base is not None else seen.url
    links = Links(start, site_of(seen.url) if seen.url else None)
    builder = Builder()
    walk = Walk(builder, links, elements)
    if body is not None:
        walk.bylines(outer_bylines(seen, body, elements))
        walk.over(body)
        sources = outer_sources(body, elements)
        if sources is not None:
            walk.over(sources)
    _write_described(builder, seen.described.get("articleBody"))
    text = builder.text()
    passages, kept = pruned(text, builder.passages, builder.links, seen.title, links)
    passages, embeds = _bare_posts(text, passages, walk.posts.embeds)
    metadata = describe(seen, "\n".join(passage.span.of(text) for passage in passages[:12]), markup, hints)
    return Article(
        id="",
        source=page.source,
        text=text,
        passages=tuple(passages),
        links=tuple(kept),
        marks=tuple(builder.marks),
        embeds=tuple(embeds),
        title=metadata.title,
        authors=metadata.authors,
        date=metadata.date,
        outlet=metadata.outlet,
        url=metadata.url,
        language=metadata.language,
        media="html",
    )


def _write_described(builder: Builder, text: object) -> None:
    """Where scripts draw the article, its text may still stand in the JSON-LD."""
    if not isinstance(text, str) or len(text) < ENOUGH or builder.position > len(text) // 4:
        return
    for line in _TAG.sub(" ", unescape(text)).splitlines():
        builder.words(line)
        builder.flush("paragraph")


def _bare_posts(text: str, passages: list[Passage], embeds: list[Embed]) -> tuple[list[Passage], list[Embed]]:
    """Paragraphs that are nothing but a post's address are the post: the site's oEmbed did not draw it."""
    found = list(embeds)
    keys = {frame.key for embed in embeds if embed.url and (frame := frame_at(embed.url))}
    marked: list[Passage] = []
    for passage in passages:
        words = passage.span.of(text)
        frame = frame_at(words) if words.startswith("http") and " " not in words else None
        if frame is None or passage.kind == "embed":
            marked.append(passage)
            continue
        marked.append(
            replace(passage, kind="embed", block=1 + max(each.block for each in (*passages, *marked)))
        )
        if frame.key not in keys:
            keys.add(frame.key)
            found.append(
                Embed(passage.span, frame.platform, words, author_named(None, frame.handle), frame.date)
            )
    return marked, sorted(found, key=lambda embed: embed.span)
