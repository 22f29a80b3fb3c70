"""Posts, videos and recordings shown inside an article, in all the ways in which pages show them."""

from __future__ import annotations

import json

import pytest

from citekit.articles.embeds import frame_at, read_credit, read_snippet
from citekit.model import Organisation, Person
from tests.articles.pages import article, paragraphs, shown

TWEET = "https://twitter.com/annlee/status/1161360217671532544"
QUOTED = (
    '<blockquote class="twitter-tweet"><p>The ferry was <a href="https://t.co/x">sold</a>.</p>'
    f'&mdash; Ann Lee (@annlee) <a href="{TWEET}?ref_src=twsrc%5Etfw">August 13, 2019</a></blockquote>'
)

SHOWN = [
    ("<iframe src='https://www.youtube.com/embed/TIGmU2wJm-A'></iframe>", "youtube",
     "https://www.youtube.com/embed/TIGmU2wJm-A"),
    ("<iframe data-src='//www.youtube-nocookie.com/embed/TIGmU2wJm-A'></iframe>", "youtube",
     "https://www.youtube-nocookie.com/embed/TIGmU2wJm-A"),
    ("<iframe src='https://platform.twitter.com/embed/Tweet.html?id=1161360217671532544'></iframe>",
     "twitter",
     "https://twitter.com/i/status/1161360217671532544"),
    ("<iframe data-tweet-id=1161360217671532544></iframe>", "twitter",
     "https://twitter.com/i/status/1161360217671532544"),
    ("<amp-twitter data-tweetid=1161360217671532544></amp-twitter>", "twitter",
     "https://twitter.com/i/status/1161360217671532544"),
    (f"<div class=iframely data-embedded-url='{TWEET}'><div><iframe></iframe></div></div>", "twitter", TWEET),
    ("<amp-youtube data-videoid=TIGmU2wJm-A></amp-youtube>", "youtube",
     "https://www.youtube.com/watch?v=TIGmU2wJm-A"),
    ("<lite-youtube videoid=TIGmU2wJm-A></lite-youtube>", "youtube",
     "https://www.youtube.com/watch?v=TIGmU2wJm-A"),
    ("<iframe src='https://player.vimeo.com/video/12345678'></iframe>", "vimeo",
     "https://player.vimeo.com/video/12345678"),
    ("<blockquote class=instagram-media "
     "data-instgrm-permalink='https://www.instagram.com/p/CabcdefGHij/'></blockquote>",
     "instagram", "https://www.instagram.com/p/CabcdefGHij/"),
    ("<blockquote class=tiktok-embed "
     "cite='https://www.tiktok.com/@ann/video/7000000000000000000'></blockquote>", "tiktok",
     "https://www.tiktok.com/@ann/video/7000000000000000000"),
    ("<div class=fb-post data-href='https://www.facebook.com/ann/posts/123'></div>", "facebook",
     "https://www.facebook.com/ann/posts/123"),
    ("<blockquote class=reddit-card><a href='https://www.reddit.com/r/x/comments/abc12/y/'></a>"
     "</blockquote>", "reddit",
     "https://www.reddit.com/r/x/comments/abc12/y/"),
    ("<script data-telegram-post='durov/68'></script>", "telegram", "https://t.me/durov/68"),
    ("<iframe src='https://mastodon.social/@ann/109372843234567890/embed'></iframe>", "mastodon",
     "https://mastodon.social/@ann/109372843234567890"),
    ("<blockquote class=bluesky-embed "
     "data-bluesky-uri='at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a'></blockquote>",
     "bluesky", "https://bsky.app/profile/did:plc:abc/post/3jzfcijpj2z2a"),
    ("<iframe src='https://open.spotify.com/embed/episode/6YxsFKbM7cULU4sXU7hSxe'></iframe>", "spotify",
     "https://open.spotify.com/embed/episode/6YxsFKbM7cULU4sXU7hSxe"),
    ("<iframe src='https://embed.podcasts.apple.com/us/podcast/x/id123456?i=1000123456'></iframe>",
     "apple-podcasts",
     "https://podcasts.apple.com/us/podcast/x/id123456?i=1000123456"),
    ("<iframe src='https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293'></iframe>",
     "soundcloud",
     "https://api.soundcloud.com/tracks/293"),
    (f"<p>{TWEET}</p>", "twitter", TWEET),
    ("<div data-html='&lt;iframe src=\"https://www.youtube.com/embed/TIGmU2wJm-A\"&gt;'></div>",
     "youtube",
     "https://www.youtube.com/embed/TIGmU2wJm-A"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "platform", "url"), SHOWN, ids=str)
def test_shown(markup: str, platform: str, url: str) -> None:
    (embed,) = article(f"<article>{paragraphs(2)}{markup}{paragraphs(2, 3)}</article>").embeds
    assert (embed.platform, embed.url, embed.words) == (platform, url, None)


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src='https://ads.example.com/frame'></iframe>",
        "<iframe></iframe>",
        "<div data-url='https://twitter.com/annlee'></div>",
        "<div class=fb-like data-href='https://www.facebook.com/ann'></div>",
        "<div data-shortcode=readmore></div>",
        "<div data-shortcode=pull_quote></div>",
        "<p>See https://twitter.com/annlee/status/1161360217671532544 for it.</p>",
    ],
)
def test_not_shown(markup: str) -> None:
    assert article(f"<article>{paragraphs(3)}{markup}</article>").embeds == ()


def test_post_with_its_words() -> None:
    found = article(f"<article>{paragraphs(2)}{QUOTED}{paragraphs(1, 3)}</article>")
    (embed,) = found.embeds
    assert embed.words is not None
    assert embed.words.of(found.text) == "The ferry was sold."
    assert embed.author == Person("Lee", "Ann", handle="annlee")
    assert str(embed.date).startswith("2019-08-13T19:33")
    assert embed.url == f"{TWEET}?ref_src=twsrc%5Etfw"
    kinds = [(passage.kind, passage.block, passage.span.of(found.text)) for passage in found.passages[2:4]]
    assert kinds == [
        ("embed", 1, "The ferry was sold."),
        ("embed", 1, "— Ann Lee (@annlee) August 13, 2019"),
    ]
    assert [link.url for link in found.links] == ["https://t.co/x", f"{TWEET}?ref_src=twsrc%5Etfw"]
    assert embed.span.of(found.text).endswith("August 13, 2019")


FRAME = "<iframe data-tweet-id=1161360217671532544></iframe>"
SNIPPET = "<div data-embed='{}'></div>".format(QUOTED.replace('"', "&quot;"))


@pytest.mark.parametrize(
    "markup",
    [QUOTED + FRAME, FRAME + QUOTED, QUOTED + QUOTED, QUOTED + SNIPPET, SNIPPET + QUOTED, FRAME + SNIPPET],
)
def test_post_shown_twice_is_one_and_has_its_words(markup: str) -> None:
    found = article(f"<article>{paragraphs(3)}{markup}</article>")
    (embed,) = found.embeds
    assert embed.words is not None
    assert embed.words.of(found.text) == "The ferry was sold."
    assert found.text.count("The ferry was sold.") == 1


def test_post_in_the_data_of_an_attribute() -> None:
    data = json.dumps({"type": "tweet", "oembed": {"html": QUOTED}})
    found = article(f"<article>{paragraphs(3)}<div data-props='{data}'></div></article>")
    assert shown(found)[3:] == [("embed", "The ferry was sold.")]
    assert found.embeds[0].url == f"{TWEET}?ref_src=twsrc%5Etfw"
    assert [link.span.of(found.text) for link in found.links] == ["sold"]


CREDITS = [
    ("So it goes.\n— Ann Lee (@annlee) December 19, 2016", Person("Lee", "Ann", handle="annlee"),
     "2016-12-19"),
    ("x — Ferry Watch 🚢 (@fw) 3 May 2024", Organisation("Ferry Watch 🚢", "fw"), "2024-05-03"),
    ("View this post on Instagram A post shared by Ann Lee (@ann.lee) on Dec 3, 2016 at 7:00am PST",
     Person("Lee", "Ann", handle="ann.lee"), "2016-12-03T07:00:00-08:00"),
    ("Title\nPost by u/annlee in r/ferries", Organisation("annlee", "annlee"), None),
    ("— @annlee", Organisation("annlee", "annlee"), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "author", "date"), CREDITS, ids=str)
def test_credit(text: str, author: object, date: str | None) -> None:
    credit = read_credit(text)
    assert credit is not None
    assert credit.author == author
    assert (str(credit.date) if credit.date else None) == date


@pytest.mark.parametrize("text", ["", "No credit here", "It was — as he said — so.", "— he left"])
def test_no_credit(text: str) -> None:
    assert read_credit(text) is None


@pytest.mark.parametrize(
    "value", ["", "{", '{"html": 1}', "[" * 5000, "<blockquote class=twitter-tweet>", "<p>x</p>"]
)
def test_no_snippet(value: str) -> None:
    assert read_snippet(value) is None


@pytest.mark.parametrize(
    "url", ["", "https://twitter.com/annlee", "https://a.org/x", "at://x", "//", "http://[bad"]
)
def test_no_frame(url: str) -> None:
    assert frame_at(url) is None
