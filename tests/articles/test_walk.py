"""From nodes to text: what a browser would show, with offsets of passages, links and marks."""

from __future__ import annotations

import pytest

from citekit.articles.html.links import Links
from citekit.model import Article, Span
from tests.articles.pages import URL, article, shown

PASSAGES: list[tuple[str, list[tuple[str, str]]]] = [
    ("<p> One\n two  three&nbsp;four </p>", [("paragraph", "One two three four")]),
    ("<p>so\u00adft hy\u200bphens</p>", [("paragraph", "soft hyphens")]),
    ("<p>One<br>two</p>", [("paragraph", "One\ntwo")]),
    ("<p>One<br> <br>two</p>", [("paragraph", "One"), ("paragraph", "two")]),
    ("<div>One<p>two</p>three</div>", [("paragraph", "One"), ("paragraph", "two"), ("paragraph", "three")]),
    ("<h2>Head</h2><p>x</p>", [("heading", "Head"), ("paragraph", "x")]),
    (
        "<p>a</p><blockquote>q<p>r</p></blockquote>",
        [("paragraph", "a"), ("quotation", "q"), ("quotation", "r")],
    ),
    ("<ul><li>one</li><li><p>two</p></li></ul>", [("item", "one"), ("item", "two")]),
    ("<table><tr><td>a</td><td>b</td></tr></table>", [("item", "a"), ("item", "b")]),
    ("<table><tr><td><p>a</p></td></tr></table>", [("paragraph", "a")]),
    ("<pre>a  b\n c</pre>", [("preformatted", "a  b\n c")]),
    ("<p>x</p><div class=byline>By Ann Lee</div>", [("paragraph", "x"), ("byline", "By Ann Lee")]),
    ("<p>He said <q>so</q>.</p>", [("paragraph", "He said “so”.")]),
    ("<p>so<sup><a href=#n1>1</a></sup>, 10<sup>6</sup></p>", [("paragraph", "so[1], 106")]),
    ("<p>a<script>b</script>c<style>d</style></p>", [("paragraph", "ac")]),
    ("<p></p><p> </p><div><br></div><p>x</p>", [("paragraph", "x")]),
    ("<dl><dt>a</dt><dd>b</dd></dl>", [("item", "a"), ("item", "b")]),
    ("a & b &lt;c&gt; &eacute; &#8220;", [("paragraph", "a & b <c> é “")]),
    ("<p>日本<ruby>語<rt>ご</rt></ruby></p>", [("paragraph", "日本語")]),
    ("<p>unclosed <b>bold<p>and on</div></span>", [("paragraph", "unclosed bold"), ("paragraph", "and on")]),
]


@pytest.mark.parametrize(("markup", "passages"), PASSAGES, ids=str)
def test_passages(markup: str, passages: list[tuple[str, str]]) -> None:
    found = article(f"<html><body><article>{markup}</article>")
    assert shown(found) == passages
    assert found.text == "\n\n".join(words for _, words in passages)


def test_blocks_and_depths_number_the_containers() -> None:
    found = article(
        "<article><p>a</p><blockquote><p>b</p><blockquote>c</blockquote><p>d</p></blockquote>"
        "<ul><li>e</li><li>f</li></ul><p>g</p></article>"
    )
    assert [(passage.block, passage.depth) for passage in found.passages] == [
        (0, 0), (1, 1), (2, 2), (1, 1), (3, 0), (3, 0), (0, 0),
    ]  # fmt: skip


def links(found: Article) -> list[tuple[str, str]]:
    return [(link.span.of(found.text), link.url) for link in found.links]


LINKS: list[tuple[str, list[tuple[str, str]]]] = [
    ("He <a href='https://a.org/x'> wrote </a>so.", [("wrote", "https://a.org/x")]),
    ("<a href='/x'>one</a>", [("one", "https://www.larkhavengazette.com/x")]),
    ("<a href='x?q=1#f'>one</a>", [("one", "https://www.larkhavengazette.com/2024/05/x?q=1#f")]),
    ("<a href='//a.org/x'>one</a>", [("one", "https://a.org/x")]),
    ("<a href=' https://a.org/x\n'>one</a>", [("one", "https://a.org/x")]),
    ("<a href='http:///h'>odd</a>", [("odd", "http:///h")]),
    ("<a href='http://[bad'>odd</a>", [("odd", "http://[bad")]),
    ("<a href='mailto:a@b.org'>mail</a>", [("mail", "mailto:a@b.org")]),
    ("<a href='#note'>n</a><a href='javascript:x()'>j</a><a>none</a><a href=''>e</a>", []),
    ("so<a href='https://a.org/x'></a> it is", [("", "https://a.org/x")]),
    ("<a href='https://a.org/x.jpg'><img src=y></a> picture", []),
    ("<a href='https://a.org/x'>one </a><a href='https://a.org/x'>phrase</a>", [("one phrase",
     "https://a.org/x")]),
    ("<a href='https://a.org/x'>one</a><b> <a href='https://a.org/x'>phrase</a></b>", [("one phrase",
     "https://a.org/x")]),
    ("<a href='https://a.org/x'>one</a> and <a href='https://a.org/x'>two</a>",
     [("one", "https://a.org/x"), ("two", "https://a.org/x")]),
    ("<a href='https://a.org/x'>one</a><a href='https://a.org/y'>two</a>",
     [("one", "https://a.org/x"), ("two", "https://a.org/y")]),
    ("<a href='https://a.org/x'>wraps<br>a line</a>", [("wraps\na line", "https://a.org/x")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), LINKS, ids=str)
def test_links(markup: str, expected: list[tuple[str, str]]) -> None:
    assert links(article(f"<article><p>It is this: {markup} and so on.</p></article>")) == expected


def test_pieces_of_two_paragraphs_are_two_links() -> None:
    found = article(
        "<article><p>He <a href=https://a.org/x>one</a></p><p><a href=https://a.org/x>two</a> "
        "said.</p></article>"
    )
    assert [words for words, _ in links(found)] == ["one", "two"]


def test_base_of_the_page_is_the_base_of_links() -> None:
    page = "<head><base href='/sub/'></head><article><p>He <a href=x>wrote</a> so.</p></article>"
    assert links(article(page))[0][1] == "https://www.larkhavengazette.com/sub/x"
    assert links(article(page, url=None))[0][1] == "/sub/x"


def test_rel_is_kept_and_author_added_in_a_byline() -> None:
    found = article(
        "<article><div class=byline>By <a href=/a/lee>Ann Lee</a></div>"
        "<p>He <a rel='NoFollow  external' href=https://a.org/x>wrote</a> so.</p></article>"
    )
    assert [link.rel for link in found.links] == ["author", "nofollow external"]


def test_source_that_a_quotation_cites_in_its_markup_is_a_link_at_its_end() -> None:
    found = article(
        "<article><p>He said:</p><blockquote cite='https://a.org/x'><p>It was so.</p></blockquote></article>"
    )
    (link,) = found.links
    assert (link.url, link.rel, len(link.span)) == ("https://a.org/x", "cite", 0)
    assert found.passages[1].span.end == link.span.start


def test_marks() -> None:
    found = article(
        "<article><p>In <em>The  Ebb</em>, <b>he</b> <cite>Ann</cite> said <q>so</q><i> </i>.</p></article>"
    )
    assert [(mark.kind, mark.span.of(found.text)) for mark in found.marks] == [
        ("emphasis", "The Ebb"), ("strong", "he"), ("cite", "Ann"), ("quote", "so"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (URL, True),
        ("https://larkhavengazette.com/", True),
        ("http://blog.larkhavengazette.com/x", True),
        ("https://web.archive.org/web/2019/https://larkhavengazette.com/x", True),
        ("https://a.org/?u=larkhavengazette.com", False),
        ("/x", True),
        ("mailto:a@larkhavengazette.com", False),
    ],
)
def test_own_addresses(url: str, own: bool) -> None:
    assert Links(URL, "larkhavengazette.com").is_own(url) is own


def test_spans_are_code_points() -> None:
    found = article("<article><p>😀 İ <a href=https://a.org/x>ﬀ é</a></p></article>")
    assert found.links[0].span == Span(4, 7)
