"""The page to read: everything marked, everything escaped, nothing loaded, nothing run."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from citekit.export.marked import marked
from citekit.export.reading import reading_page, web_address
from citekit.model import Article, Citation, Corpus, Document, Span
from tests.made import TEXT, corpus


@pytest.fixture(scope="module")
def html() -> str:
    return "".join(reading_page(corpus()))


@pytest.fixture(scope="module")
def page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("name", ["c1", "c2", "c3", "c4", "c5", "c6"])
def test_text_and_card_lead_to_each_other(page: BeautifulSoup, name: str) -> None:
    assert page.select_one(f'article a#at-{name}[href="#{name}"]')
    assert page.select_one(f'aside li#{name} a[href="#at-{name}"]')


def test_marks_nest(page: BeautifulSoup) -> None:
    (tweeted,) = page.select("span.said.attribution.deep > span.cite.post")
    assert tweeted.text == "tweeted that"
    assert len(tweeted.find_parents("blockquote")) == 2


def test_a_card_shows_what_was_resolved_and_why(page: BeautifulSoup) -> None:
    card = page.select_one("#c1")
    assert card is not None
    assert "Gull & Tide, “A Bridge Is a Slow Ferry”, 2024-05-13" in card.text
    assert "by the rule “courtesy”, confidence 97%" in card.text
    link = card.select_one(".what a")
    assert link is not None
    assert link["href"] == "https://gullandtide.example/bridge"


def test_the_same_work_elsewhere_is_linked(page: BeautifulSoup) -> None:
    assert page.select_one('#c5 .key a[href="#c6"]')


def test_the_text_is_the_articles(page: BeautifulSoup) -> None:
    article = page.article
    assert article is not None
    for mark in article.select(".jump"):
        mark.decompose()
    shown = re.sub(r"\s+", " ", article.text).strip()
    assert shown == re.sub(r"\s+", " ", TEXT.split("\n\n", 1)[1])  # the title stands in the header


def test_nothing_runs_and_nothing_is_loaded(page: BeautifulSoup, html: str) -> None:
    assert not page.select("script, img, link, iframe, object, [onclick], [src]")
    assert "javascript:" not in html
    assert "<sample>" not in html


def test_the_policy_allows_the_style_alone(page: BeautifulSoup) -> None:
    policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')
    assert policy is not None
    assert page.style is not None
    digest = base64.b64encode(hashlib.sha256((page.style.string or "").encode()).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://a.org", "file:///etc/passwd", "", None]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert web_address(url) is None


def test_two_documents_do_not_share_ids() -> None:
    one = corpus()
    page = BeautifulSoup("".join(reading_page(Corpus(one.documents * 2, one.works))), "html.parser")
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids))


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text(max_size=60), st.lists(st.tuples(spans, st.none() | spans), max_size=8))
def test_any_spans_in_any_text_lose_no_word(text: str, places: list[tuple[Span, Span | None]]) -> None:
    citations = tuple(
        Citation(f"c{number}", "link", words, quote=quote) for number, (words, quote) in enumerate(places)
    )
    page = BeautifulSoup("".join(marked(Document(Article("a", "a", text), citations))), "html.parser")
    for mark in page.select(".jump"):
        mark.decompose()
    kept = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufffd\s]", "", text)
    assert re.sub(r"[\ufffd\s]", "", page.text) == kept
