"""Which parts of a page are the article: all of its own containers, and nothing of what stands around."""

from __future__ import annotations

import pytest

from tests.articles.pages import PROSE, article, numbers, paragraphs, words

MENU = "<nav><a href=/a>World</a> <a href=/b>Sport</a></nav>"
FOOT = f"<footer><p>0. {PROSE}</p></footer>"

WHOLE: list[tuple[str, str]] = [
    ("an article element", f"<article>{paragraphs(4)}</article>"),
    ("the body alone", paragraphs(4)),
    ("two containers side by side",
     f"<article><div>{paragraphs(3)}</div><div>{paragraphs(1, 4)}</div></article>"),
    ("containers a level apart", f"<main><div><div><section>{paragraphs(3)}</section></div></div>"
                                 f"<div><div><p>4. {PROSE * 2}</p></div></div></main>"),
    ("each paragraph in wrappers",
     "".join(f"<div><div class=text>{paragraphs(1, n)}</div></div>" for n in range(1, 5))),
    ("a lead before the container", f"<article><p>1. {PROSE}</p><div>{paragraphs(3, 2)}</div></article>"),
    ("a short linked paragraph among others",
     f"<div>{paragraphs(1)}<p>2. He <a href=/x>said that the report was all wrong</a>.</p>"
     f"<div>{paragraphs(2, 3)}</div></div>"),
    ("breaks instead of paragraphs", f"<div>{'<br><br>'.join(f'{n}. {PROSE}' for n in range(1, 5))}</div>"),
    ("layout tables", f"<table><tr><td><a href=/>x</a></td><td>{paragraphs(4)}</td></tr></table>"),
    ("spans for words", "".join(f"<div><span>{n}. {PROSE}</span></div>" for n in range(1, 5))),
    ("furniture's name on the article",
     f"<div class='widget share-wrapper'><div class=sidebar>{paragraphs(4)}</div></div>"),
    ("names that say what it lacks",
     f"<div class='post no-comments has-sidebar category-comments'>{paragraphs(4)}</div>"),
    ("a form around everything", f"<form>{paragraphs(4)}</form>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "markup"), WHOLE, ids=[row[0] for row in WHOLE])
def test_whole_article_is_read(name: str, markup: str) -> None:
    page = f"<html><body>{MENU}<h1>The Ferry That Nobody Checked</h1>{markup}{FOOT}</body></html>"
    assert numbers(article(page)) == [1, 2, 3, 4]


AROUND: list[tuple[str, str]] = [
    ("comments longer than the article", f"<div id=comments>{paragraphs(20, 100)}</div>"),
    ("a cookie banner", f"<div class=cookie-consent>{paragraphs(9, 100)}</div>"),
    ("related articles", f"<aside class=related-posts>{paragraphs(2, 100)}</aside>"),
    ("share buttons", "<div class=sharedaddy><a href=https://twitter.com/share>100. Tweet this</a></div>"),
    ("an author's life", f"<div class=author-bio><p>100. {PROSE}</p></div>"),
    ("a newsletter form", f"<form class=newsletter-signup><p>100. {PROSE}</p></form>"),
    ("a picture's caption", f"<figure><img src=x.jpg><figcaption>100. {PROSE}</figcaption></figure>"),
    ("a pull quote", "<aside class=pullquote>100. It advised nothing of it.</aside>"),
    ("tags", "<ul class=post-tags><li><a href=/tag/x>100. ferries and their owners</a></li></ul>"),
    ("what is hidden", f"<div style='display: none'><p>100. {PROSE}</p></div><p hidden>100. {PROSE}</p>"),
    ("copies for machines that are longer than the text",
     f"<div style='display:none;' itemscope itemtype='http://schema.org/NewsArticle'>"
     f"<div itemprop=articleBody>{paragraphs(9, 100)}</div></div>" * 2),
    ("a frame's role", f"<div role=complementary><p>100. {PROSE}</p></div>"),
    ("scripts and styles",
     f"<script>100. {PROSE}</script><style>100. {PROSE}</style><noscript>100. {PROSE}</noscript>"),
    ("cards in a link", "".join(f"<a href=/{n}><h3>100. Another</h3><p>{PROSE}</p></a>" for n in range(3))),
    ("a list of teasers",
     "".join(f"<div><h3><a href=/{n}>100. Another article of ours</a></h3><p>{PROSE}</p></div>"
             for n in range(4)).join(("<section>", "</section>"))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "markup"), AROUND, ids=[row[0] for row in AROUND])
def test_what_stands_around_is_left_out(name: str, markup: str) -> None:
    page = f"<body>{MENU}<article><h1>The Ferry</h1>{paragraphs(5)}{markup}</article>{FOOT}</body>"
    assert numbers(article(page)) == [1, 2, 3, 4, 5]


AFTER: list[tuple[str, str, list[str]]] = [
    ("a line that leads on", "<p>READ MORE: <a href=/x>Who owns the ferry?</a></p>", []),
    ("in Spanish", "<p>También puede leer: <a href=/x>Fuego en el puerto</a></p>", []),
    ("in German", "<p>Lesen Sie auch: <a href=/x>Wem gehört die Fähre?</a></p>", []),
    ("with the site's name", "<p>LIRE AUSSI SUR LE PHARE.FR<br>&gt;&gt; <a href=/x>Le bac</a></p>", []),
    ("two paragraphs", "<p>Watch Now:</p><p><a href=/x>The owner of the ferry speaks to us</a></p>", []),
    ("a card of the same outlet", "<p><a href=/x>The Owner of the Ferry Had Debts and Friends</a></p>", []),
    ("an appeal", "<p>Sign up for our <a href=/n>newsletter</a>.</p>", []),
    ("a label", "<p>Advertisement</p>", []),
    ("a picture's credit", "<p>Photo: Ann Lee/AP</p>", []),
    ("a topic's page", "<p><a href=/tag/ferries>Ferries</a></p>", []),
    ("a closing part", f"<h3>More From the Gazette</h3><ul><li><a href=/x>{PROSE}</a></li></ul>", []),
    ("other outlets' articles stay", "<p>Read more: <a href=https://a.org/x>Who owns it?</a></p>",
     ["Read more: Who owns it?"]),
    ("a list of sources stays",
     "<h3>Elsewhere</h3><ul><li><a href=https://a.org/x>Ferries sink</a> (AP)</li></ul>",
     ["Elsewhere", "Ferries sink (AP)"]),
    ("a link to the same outlet in a sentence stays", "<p>It was <a href=/x>reported before</a> by us.</p>",
     ["It was reported before by us."]),
    ("a credit line stays", "<p>This article originally appeared on <a href=/>our site</a>.</p>",
     ["This article originally appeared on our site."]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "markup", "kept"), AFTER, ids=[row[0] for row in AFTER])
def test_lines_between_and_after_paragraphs(name: str, markup: str, kept: list[str]) -> None:
    found = article(f"<article><h1>The Ferry Nobody Checked</h1>{paragraphs(4)}{markup}</article>")
    assert words(found)[4:] == kept
    assert all(any(passage.span.overlaps(link.span) for passage in found.passages) for link in found.links)


def test_quotation_that_repeats_the_text_is_left_out() -> None:
    quoted = "the report had advised nothing of it"
    quotations = f"<blockquote>although {quoted}</blockquote><blockquote>{quoted}: no.</blockquote>"
    page = f"<article>{paragraphs(3)}{quotations}</article>"
    assert [each for each in words(article(page)) if not each[0].isdigit()] == [f"{quoted}: no."]


def test_headline_and_standfirst_are_no_passages() -> None:
    front = "<h1>The Ferry Nobody Checked</h1><p class=standfirst>What it was.</p>"
    found = article(f"<article>{front}{paragraphs(4)}</article>")
    assert found.title == "The Ferry Nobody Checked"
    assert len(words(found)) == 4


def test_byline_outside_the_text_is_kept() -> None:
    page = (
        "<main><header><h1>The Ferry Nobody Checked</h1>"
        "<div class=byline>By Ada Moor, Associated Press</div></header>"
        f"<div>{paragraphs(4)}</div></main>"
    )
    found = article(page)
    assert (found.passages[0].kind, words(found)[0]) == ("byline", "By Ada Moor, Associated Press")


def test_page_drawn_by_scripts_is_read_from_its_description() -> None:
    text = (PROSE + "\\n") * 9
    described = f'{{"@type": "NewsArticle", "articleBody": "{text}"}}'
    page = f'<script type="application/ld+json">{described}</script><div id=app></div>'
    assert words(article(page)) == [PROSE.strip()] * 9


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html><body></body></html>", "<!doctype html>", "<html><frameset>"]
)
def test_page_without_words_is_an_empty_article(markup: str) -> None:
    found = article(markup)
    assert (found.text, found.passages, found.links) == ("", (), ())
