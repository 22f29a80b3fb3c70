"""Lists of sources and posts that stand outside the article, or in a box that looks like the page's frame."""

from __future__ import annotations

from citekit.articles import read
from citekit.detect import detect
from citekit.model import Article, Page
from tests.articles.pages import paragraphs

BOX = (
    "<aside class=widget><h3>About this story:</h3><p>Edited by Ann Lee</p><h3>Sources:</h3><div>"
    "<p>Reuters, <a href=https://www.reuters.com/world/pumps-2021>Pumps Without Owners</a>, May 4, 2021</p>"
    "<p>CNN, <a href=https://edition.cnn.com/2021/03/05/ferry>The Ferry</a>, March 5, 2021</p></div></aside>"
)
POST = (
    '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>The pumps are gone.</p>'
    "&mdash; Ada Moor (@adamoor) "
    '<a href="https://twitter.com/adamoor/status/11939508383">May 3, 2019</a></blockquote></div>'
)


def article(body: str, around: str = "") -> Article:
    page = f"<html><body><div class=page><article>{body}</article>{around}</div></body></html>"
    return read(Page("-", page.encode()))


def test_sources_in_a_box_are_the_articles() -> None:
    found = article(paragraphs(4), BOX)
    assert [link.url for link in found.links] == [
        "https://www.reuters.com/world/pumps-2021",
        "https://edition.cnn.com/2021/03/05/ferry",
    ]
    assert "Edited by" not in found.text


def test_sources_in_the_text_are_read_once() -> None:
    found = article(paragraphs(4) + BOX.replace("aside", "div"))
    assert len(found.links) == 2


def test_post_in_a_box_called_social_is_shown() -> None:
    assert [embed.platform for embed in article(paragraphs(4) + POST).embeds] == ["twitter"]


def test_picture_with_a_link_is_no_source() -> None:
    body = paragraphs(4) + "<p>It rained.<a href=https://shop.example/x><img src=a.png></a></p>"
    assert [each.url for each in detect(article(body)).citations if each.url] == []
