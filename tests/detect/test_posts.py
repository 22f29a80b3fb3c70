"""Posts on social platforms: embedded, linked, and quoted as text under a line with the account's name."""

from __future__ import annotations

import pytest

from citekit.detect import detect
from citekit.model import Article, Embed, Organisation, PartialDate, Passage, Person, Span
from tests.detect.rows import document, page

SPAN = Span(22, 41)
LEAD = "Here is what they wrote about the ferry that night.\n\n"

# The text, and each post as (author, handle, date, first words).
TEXTS = [
    (
        "Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019\nThe pumps are gone.\nNobody asked.\n",
        ("Ada Moor", "adamoor", "2019-11-11", "The pumps are gone."),
    ),
    (
        "Ada Moor @adamoor - 1:36 UTC · Nov 11, 2019\nThe pumps are gone.\n\n"
        "Tomas Veld @tomasveld - 20:19 UTC · Nov 12, 2019\nThey are not.\n",
        ("Ada Moor", "adamoor", "2019-11-11", "The pumps are gone."),
        ("Tomas Veld", "tomasveld", "2019-11-12", "They are not."),
    ),
    (
        "The pumps are gone, and nobody has asked.\n— Ada Moor (@adamoor) November 11, 2019\n",
        ("Ada Moor", "adamoor", "2019-11-11", "The pumps are gone,"),
    ),
    (
        "Ada Moor 🌳\n@adamoor\nThe pumps are gone.\n4:18 PM · Nov 11, 2019\n",
        ("Ada Moor", "adamoor", "2019-11-11", "The pumps are gone."),
    ),
    (
        "The pumps are gone, and nobody has asked. — Ferry Watch Larkhaven (@ferrywatch) May 3, 2024\n",
        ("Ferry Watch Larkhaven", "ferrywatch", "2024-05-03", "The pumps are gone,"),
    ),
]

TWEET = """<blockquote class="twitter-tweet"><p lang="en">The pumps are gone, and nobody has asked.</p>
&mdash; Ada Moor (@adamoor)
<a href="https://twitter.com/adamoor/status/1193950838362390528?ref_src=tw">November 11, 2019</a>
</blockquote>"""

# Embeds: the markup, and (platform, author or handle, start of the date, type).
EMBEDS = [
    (TWEET, ("twitter", "adamoor", "2019-11-11", "post")),
    (
        '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1193950838362390528"></iframe>',
        ("twitter", None, "2019-11-11", "post"),
    ),
    (
        '<iframe width="560" src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>',
        ("youtube", None, "", "motion_picture"),
    ),
]

# Lines with a handle that are no posts.
NONE = [
    "Follow Ada Moor (@adamoor) on the platform of your choice.",
    "Write to ada@larkhavengazette.com - she answers in 2019.",
    "cc @adamoor",
]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row[0][:40])
def test_posts_quoted_as_text(row: tuple[str, *tuple[tuple[str, str, str, str], ...]]) -> None:
    text, *wanted = row
    found = document(LEAD + text)
    posts = [
        (a.name, a.handle, str(c.date)[:10], c.quote.of(found.article.text)[: len(words)])
        for c, (_, _, _, words) in zip(found.citations, wanted, strict=True)
        for a in c.authors
        if c.quote is not None
    ]
    assert posts == wanted
    assert {(c.form, c.type, c.outlet and c.outlet.id) for c in found.citations} == {
        ("post", "post", "twitter")
    }


@pytest.mark.parametrize(("html", "wanted"), EMBEDS, ids=lambda value: str(value)[:40])
def test_embeds(html: str, wanted: tuple[str, str | None, str, str]) -> None:
    (citation,) = document(page(html)).citations
    handle = citation.authors[0].handle if citation.authors else None
    assert citation.outlet is not None
    assert (citation.outlet.id, handle, str(citation.date or "")[:10], citation.type) == wanted
    assert citation.form == "post"


@pytest.mark.parametrize("text", NONE)
def test_a_handle_alone_is_no_post(text: str) -> None:
    assert [c.rule for c in document(LEAD + text).citations] == []


def test_a_post_that_is_shown_and_linked_inside_itself_is_one() -> None:
    found = document(page(TWEET))
    assert [c.url for c in found.citations] == [
        "https://twitter.com/adamoor/status/1193950838362390528?ref_src=tw"
    ]


def test_what_a_post_says_is_its_quotation() -> None:
    found = document(page(TWEET))
    quotes = [c.quote.of(found.article.text) for c in found.citations if c.quote]
    assert quotes == ["The pumps are gone, and nobody has asked."]


# What a reader makes of markup: the embed, and (outlet, author, date, type).
READ = [
    (
        Embed(SPAN, "twitter", "https://twitter.com/adamoor/status/1193950838362390528"),
        ("twitter", "@adamoor", "2019-11-11", "post"),
    ),
    (
        Embed(
            SPAN,
            "twitter",
            "https://x.com/a/status/1193950838362390528",
            Organisation("Ferry Watch", "ferrywatch"),
        ),
        ("twitter", "Ferry Watch", "2019-11-11", "post"),
    ),
    (
        Embed(SPAN, "facebook", None, Person("Moor", "Ada"), PartialDate(2019, 11, 11)),
        ("facebook", "Ada Moor", "2019-11-11", "post"),
    ),
    (
        Embed(SPAN, "youtube", "https://www.youtube.com/watch?v=AbCdEfGhIjK", title="The ferry at night"),
        ("youtube", "", "", "motion_picture"),
    ),
]


@pytest.mark.parametrize(("embed", "wanted"), READ, ids=lambda value: getattr(value, "platform", ""))
def test_what_a_reader_makes_of_embeds_is_cited(embed: Embed, wanted: tuple[str, str, str, str]) -> None:
    passages = (Passage("paragraph", Span(0, 20)), Passage("embed", SPAN))
    article = Article(
        "a", "-", "It burned all night.\n\nThe pumps are gone.", passages, embeds=(embed,), media="html"
    )
    (citation,) = detect(article).citations
    assert citation.outlet is not None
    author = citation.authors[0].name if citation.authors else ""
    assert (citation.outlet.id, author, str(citation.date or "")[:10], citation.type) == wanted
    assert (citation.form, citation.span, citation.url, citation.title) == (
        "post",
        SPAN,
        embed.url,
        embed.title,
    )


def test_a_source_named_in_a_post_stands_within_it() -> None:
    text = (
        LEAD
        + "Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019\nReuters reported that they were sold.\n\nSo be it.\n"
    )
    post, reuters = document(text).citations
    assert (post.form, reuters.outlet and reuters.outlet.id, reuters.within) == ("post", "reuters", post.id)
