"""By which chain words came."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.export.traces import as_json, as_tree
from citekit.graph.trace import Source, chain_lengths, trace_words, trace_work
from citekit.graph.wording import places
from citekit.model import Article, Citation, Corpus, Document, Span, Work
from tests.graph.samples import ABC, FAIR, MOA, WSWS, article, blog, cited, corpus

BLOG_TEXT = "A blog: [Moon: [Somebody: [ABC: He has resigned.]]]"


def told() -> Document:
    """A blog that reprints Moon of Alabama, which quotes somebody who quotes ABC."""
    moon = Citation("c1", "reprint", Span(9, 13), Span(9, 50), MOA, work="moa")
    somebody = Citation("c2", "quotation", Span(16, 24), Span(16, 49), within="c1")
    abc = Citation("c3", "attribution", Span(27, 30), Span(32, 47), ABC, within="c2", work="abc")
    return Document(Article("blog", "blog.txt", BLOG_TEXT, title="A blog"), (moon, somebody, abc))


def lines(sources: tuple[Source, ...], depth: int = 0) -> list[str]:
    return [
        line
        for s in sources
        for line in (f"{' ' * depth}{s.article.id}:{s.citation.id}", *lines(s.sources, depth + 1))
    ]


def test_words_inside_words() -> None:
    (found,) = trace_words(Corpus((told(),)), "“he HAS\nresigned”")
    assert lines(found.sources) == ["blog:c1", " blog:c2", "  blog:c3"]
    assert "".join(as_tree([found])) == (
        "A blog (blog.txt)\n"
        "└─ Moon of Alabama (reprint): “Moon: [Somebody: [ABC: He has resigned.]]”\n"
        "   └─ an unnamed quotation (quotation): “Somebody: [ABC: He has resigned.]”\n"
        "      └─ ABC News (attribution): “He has resigned”\n"
    )


def test_words_nobody_is_quoted_for_are_the_articles_own() -> None:
    (found,) = trace_words(Corpus((told(),)), "a blog")
    assert found.sources == ()
    assert "its own words" in "".join(as_tree([found]))


def test_words_that_are_nowhere() -> None:
    assert trace_words(Corpus((told(),)), "no such words") == ()
    assert trace_words(Corpus((told(),)), "…") == ()


def test_a_chain_goes_on_in_the_article_that_is_cited() -> None:
    first = Document(
        Article("first", "1", "Second said: one two three.", url="https://a-news.org/1"),
        (Citation("c1", "link", Span(0, 6), Span(13, 26), WSWS, url="https://b-news.org/2?utm_source=x"),),
    )
    second = Document(
        Article("second", "2", "Third: one two three. End.", url="https://www.b-news.org/2"),
        (Citation("c1", "link", Span(0, 5), Span(7, 20), FAIR, url="https://c-news.org/3"),),
    )
    (found,) = trace_words(Corpus((second, first)), "one two three")
    assert found.article.id == "first"
    assert lines(found.sources) == ["first:c1", " second:c1"]


def test_articles_that_cite_each_other_end() -> None:
    first = article("first", cited(1, MOA, url="https://b-news.org/2", work="b"), url="https://a-news.org/1")
    second = article(
        "second", cited(1, WSWS, url="https://a-news.org/1", work="a"), url="https://b-news.org/2"
    )
    assert trace_work(Corpus((first, second)), "a")


def test_a_work_is_traced_through_all_who_cite_it() -> None:
    found = trace_work(corpus(), "abcnews2019resigned")
    roots = {trace.article.id: lines(trace.sources) for trace in found}
    assert roots["blog"] == ["blog:c1", " moa:c1", " blog:c8", "  blog:c9", "blog:c12", " moa:c1"]
    assert "moa" not in roots


def test_a_work_that_nobody_cites() -> None:
    assert trace_work(corpus(), "none") == ()


def test_json_nests_as_the_sources_do() -> None:
    found = json.loads(as_json(trace_work(Corpus((told(),), (Work("abc", "article"),)), "abc")))
    inner = found["traces"][0]["sources"][0]["sources"][0]["sources"][0]
    assert (inner["outlet"], inner["quote"], inner["sources"]) == ("ABC News", "He has resigned", [])


def test_how_long_chains_are() -> None:
    assert chain_lengths([blog()]) == {0: 2, 1: 2, 2: 2}


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It’s a co\xadup.", "it's a coup", ["It’s a co\xadup"]),
        ("a b a b a", "a b", ["a b", "a b"]),
        ("abc", "ab", []),
        ("Ünïté — ok", "ünïté ok", ["Ünïté — ok"]),
    ],
)
def test_places(text: str, words: str, found: list[str]) -> None:
    assert [span.of(text) for span in places(text, words)] == found


@given(st.text(), st.text())
def test_places_never_raise_and_hold_the_words(text: str, words: str) -> None:
    for span in places(text, words):
        assert places(span.of(text), words) == (Span(0, len(span)),)
