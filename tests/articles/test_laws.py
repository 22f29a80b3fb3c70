"""What holds of any page: nothing raises, spans lie in the text, time grows with the length alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citekit.articles import Hints, read
from citekit.articles.html.tree import DEPTH, FORMATTING_DEPTH, parse
from citekit.errors import FormatError
from citekit.model import Article, Page
from tests.articles.pages import PROSE, article, paragraphs
from tests.linear import is_linear, seconds

TAGS = [
    "p", "div", "a href=https://a.org/x", "a href=/y", "blockquote", "ul", "li", "b", "em", "q", "h1", "h2",
    "br", "table",
    "td", "tr", "pre", "article", "main", "footer", "figure",
    "iframe src=https://www.youtube.com/embed/TIGmU2wJm-A",
    "blockquote class=twitter-tweet", "div class=comments", "div class=byline", "span class=author", "time",
    "svg",
    "script type=application/ld+json", "meta property=og:title content=x", "base href=//b.org", "template",
    "sup", "form",
]  # fmt: skip
PIECE = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>"),
    st.sampled_from(
        [
            PROSE,
            "By Ann Lee",
            "May 3, 2024",
            "Read more: x",
            "Comments",
            "— A (@a) May 3, 2024",
            '{"a":',
            "&lt;",
        ]
    ),
    st.text(max_size=30),
)
PAGES = st.lists(PIECE, max_size=60).map(lambda pieces: "<html><body>" + "".join(pieces))


def holds(found: Article) -> None:
    """Everything that stands in a text stands inside it, in order, and says something."""
    length = len(found.text)
    for passage in found.passages:
        assert 0 <= passage.span.start < passage.span.end <= length
        assert passage.span.of(found.text).strip()
    for one, two in pairwise(found.passages):
        assert one.span.end <= two.span.start
    for span in (*(link.span for link in found.links), *(mark.span for mark in found.marks)):
        assert 0 <= span.start <= span.end <= length
        assert span.of(found.text) == span.of(found.text).strip()
    for embed in found.embeds:
        assert 0 <= embed.span.start <= embed.span.end <= length
        assert embed.words is None or embed.span.contains(embed.words)


@settings(max_examples=300)
@given(PAGES)
@example("\x1f\x1f")
def test_any_page_is_read_but_one_that_is_mostly_control_characters(markup: str) -> None:
    try:
        found = article(markup)
    except FormatError:
        assert sum(not c.isprintable() for c in markup) > len(markup) // 10
        return
    holds(found)


@given(st.binary(max_size=400), st.sampled_from([None, "html", "text", "markdown"]))
def test_any_bytes_are_read_or_refused(content: bytes, media: str | None) -> None:
    try:
        found = read(Page("-", content), Hints(media=media))  # type: ignore[arg-type]
    except FormatError:
        return
    holds(found)


def test_same_page_gives_the_same_article_and_id_wherever_it_lies() -> None:
    content = f"<article>{paragraphs(3)}</article>".encode()
    one, two = read(Page("a.html", content)), read(Page("b/c.html", content))
    assert one.id == two.id
    assert one.text == two.text
    assert one.id != read(Page("a.html", content.replace(b"council", b"board"))).id


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "deep",
        "<div>" * 50_000 + "deep" + "</div>" * 50_000,
        "<b><i><a href=x>" * 30_000 + "deep",
        "<p><font color=1>" * 20_000 + "deep",
        "".join(f"<font color={number}><p>" for number in range(20_000)) + "deep",
        "<table><tr><td>" * 20_000 + "deep",
    ],
    ids=["open", "closed", "formatting", "reopened", "reopened, each its own", "tables"],
)
def test_depth_is_bounded_and_words_stay(markup: str) -> None:
    tree = parse(("<html><body>" + markup).encode())
    assert len(tree.css("div")) <= DEPTH
    assert len(tree.css("font")) <= 20_000 * FORMATTING_DEPTH
    assert "deep" in article("<html><body>" + markup).text


GROWING: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<p>{PROSE}</p>" * n,
    "nested elements": lambda n: "<div><b><a href=x>" * n + "x",
    "links": lambda n: "<p>" + "".join(f"<a href='https://a{i}.org/b'>x</a> " for i in range(n)),
    "linked headlines": lambda n: "".join(f"<h2><a href='/{i}'>Headline {i}</a></h2>" for i in range(n)),
    "classes": lambda n: "".join(f"<div class='author c{i}' id=i{i}>By Ann Lee {i}</div>" for i in range(n)),
    "main headlines": lambda n: "<h1>Some headline words here</h1>" * n,
    "a long title": lambda n: "<title>" + "a | " * n + "</title><h1>x y z</h1>",
    "a long byline": lambda n: "<h1>A headline</h1><div class=author>By " + "Ann Lee, " * n + "</div>",
    "dates": lambda n: "<h1>A headline is here</h1>" + "<span class=date>3 May 2019</span>" * n,
    "tags": lambda n: "<meta name=author content='Ann Lee'>" * n,
    "descriptions": lambda n: '<script type="application/ld+json">{"@type": "Article", "headline": '
    '"x"}</script>' * n,
    "brackets in a description": lambda n: '<script type="application/ld+json">' + "[{" * n + "</script>",
    "quotations that repeat": lambda n: f"<p>{PROSE * 3}</p>" + "<blockquote>the report had advised nothing "
    "of it at all</blockquote>" * n,
    "posts": lambda n: "".join(
        f"<blockquote class=twitter-tweet><p>Hi {i}</p>&mdash; A (@a) <a "
        f"href='https://twitter.com/a/status/{10**15 + i}'>x</a>"
        "</blockquote>" for i in range(n)
    ),
    "half tags": lambda n: "<div class='" * n,
    "less-than signs": lambda n: "<p>" + "<" * (10 * n),
    "white space": lambda n: "<p>" + " " * (50 * n) + "x",
    "breaks": lambda n: "<div>" + "<br>x" * n,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_length_alone(name: str) -> None:
    def took(size: int) -> float:
        page = "<html><body>" + GROWING[name](size)
        return seconds(lambda: article(page))

    assert is_linear(took, 500, 8)
