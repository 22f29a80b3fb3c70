"""One citation for one place, and one for one outlet in a paragraph."""

from __future__ import annotations

import pytest

from tests.detect.rows import document, page

REUTERS = "https://www.reuters.com/world/ferry-owner-had-debts-2024-05-12/"
POST = "https://www.washingtonpost.com/world/2024/05/13/ferry-pumps-sold/"

# A paragraph in HTML, and the forms and outlets that come of it.
PARAGRAPHS = [
    # named twice, quoted once
    ("Reuters reported that it burned. It burned, according to Reuters.", [("attribution", "reuters")]),
    # named and linked: the link
    (f"Reuters reported that it burned. <a href='{REUTERS}'>It did</a>.", [("link", "reuters")]),
    # another's name beside another's link stays
    (
        f"Reuters reported that it burned. It was <a href='{POST}'>not the first</a> to.",
        [("attribution", "reuters"), ("link", "the-washington-post")],
    ),
    # a link in brackets is one with what stands there
    (f"It burned (<a href='{REUTERS}'>Reuters, 5/12/24</a>).", [("parenthetical", "reuters")]),
    # two outlets, two citations
    ("Reuters and CNN reported that it burned.", [("attribution", "reuters"), ("attribution", "cnn")]),
]


@pytest.mark.parametrize(("words", "wanted"), PARAGRAPHS)
def test_what_several_detectors_find_at_one_place_is_one(words: str, wanted: list[tuple[str, str]]) -> None:
    found = document(page(f"<p>{words}</p>"))
    assert [(c.form, c.outlet.id if c.outlet else None) for c in found.citations] == wanted


def test_another_paragraph_cites_anew() -> None:
    found = document(page("<p>Reuters reported that it burned.</p><p>It burned, according to Reuters.</p>"))
    assert [c.outlet and c.outlet.id for c in found.citations] == ["reuters", "reuters"]


def test_a_second_quotation_in_the_paragraph_is_cited_anew() -> None:
    found = document(
        page("<p>“It burned all night long,” Reuters reported. “It was not inspected,” Reuters wrote.</p>")
    )
    text = found.article.text
    assert [c.quote.of(text) for c in found.citations if c.quote] == [
        "It burned all night long,",
        "It was not inspected,",
    ]


def test_a_link_learns_from_the_prose_beside_it() -> None:
    found = document(
        page(f"<p>“It burned all night long,” <a href='{REUTERS}'>Mara Quill wrote</a> for Reuters.</p>")
    )
    (citation,) = found.citations
    assert citation.quote is not None
    assert citation.quote.of(found.article.text) == "It burned all night long,"
    assert (citation.form, citation.url, [a.name for a in citation.authors]) == (
        "link",
        REUTERS,
        ["Mara Quill"],
    )


def test_prose_is_of_the_link_on_its_own_words_before_the_one_beside_it() -> None:
    found = document(
        page(
            f"<p>As <a href='{POST}'>reported</a>, a new <a href='https://rain.example/1'>study</a> by "
            "Amnesty International found that it burned.</p>"
        )
    )
    assert [(c.url, c.outlet.id if c.outlet else None) for c in found.citations] == [
        (POST, "the-washington-post"),
        ("https://rain.example/1", "amnesty-international"),
    ]


def test_a_bracket_with_a_link_keeps_address_and_date() -> None:
    (citation,) = document(
        page(f"<p>It burned (<a href='{POST}'>Washington Post, 5/13/24</a>).</p>")
    ).citations
    assert (citation.url, str(citation.date)) == (POST, "2024-05-13")


def test_a_bracket_that_tells_who_published_a_book_is_no_source_of_its_own() -> None:
    (citation,) = document(
        page("<p>Also good: Ada Moor, <em>The Great Rain</em> (Rain & Sons, 1972).</p>")
    ).citations
    assert (citation.title, citation.type, str(citation.date)) == ("The Great Rain", "book", "1972")
