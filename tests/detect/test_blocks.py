"""Block quotations: where they stand, and whom they are from."""

from __future__ import annotations

import pytest

from citekit.articles import read
from citekit.detect import Reading, detect
from citekit.model import Page
from citekit.outlets import default_registry
from tests.detect.rows import asked, document, laid_beside, of_lines, page, unmarked

REUTERS = "https://www.reuters.com/world/ferry-owner-had-debts-2024-05-12/"
LINKED = f"<a href='{REUTERS}'>[{{}}]</a>"
SOLD = "{The pumps were} sold in the spring to a man who has since left the country."

BLOCK = f"<blockquote><p>{SOLD}</p></blockquote>"
REST = "\n\nNobody at the board has said so."

# The form, the body of a page, the source.
MARKED_UP = [
    ("attribution", f"<p>As [Ines Carrow writes at WSWS]:</p>{BLOCK}", "wsws by Carrow"),
    (
        "attribution",
        f"<p>[Reuters reported] on it.</p><blockquote><p>{SOLD}</p><p>Nobody asked.</p></blockquote>",
        "reuters",
    ),
    ("attribution", f"<p>[Tomas Veld told Reuters] this:</p>{BLOCK}", "reuters"),
    ("attribution", f"<p>[Mara Quill said]:</p>{BLOCK}", "? by Quill"),
    # a link on an unrelated word of the lead-in
    ("link", f"<p>It was {LINKED.format('well known')}:</p>{BLOCK}", "reuters"),
    ("link", f"<p>It was {LINKED.format('well known')} here.</p>{BLOCK}", "reuters"),
    # the tail
    (
        "attribution",
        f"<p>It was known.</p><blockquote><p>{SOLD}</p><p>—[Mara Quill, The Long Ebb]</p></blockquote>",
        "? by Quill",
    ),
    # nobody is named
    ("quotation", f"<p>[It was put like this:]</p>{BLOCK}", "?"),
]

# In text a colon opens a block.
IN_TEXT = [
    (f"As [Ines Carrow writes at WSWS]:\n\n{SOLD}{REST}", "wsws by Carrow"),
    (f"[The Canary reported] on the ferry this week that:\n\n{SOLD}{REST}", "the-canary"),
    (f"As [Ines Carrow writes at WSWS]:\n{SOLD}\nThe board did not ask.{REST}", "wsws by Carrow"),
    (f"As [Ines Carrow writes at WSWS]:\n\n“{SOLD}”{REST}", "wsws by Carrow"),
    (
        "“{The sea gives} what it is given and keeps what is lost.”\n\n—[Mara Quill]\n\nThe ferry burned.",
        "? by Quill",
    ),
    (
        "“{The sea gives} what it is given and keeps what is lost.”\n—[Mara Quill, The Long Ebb]\n\nSo.",
        "? by Quill",
    ),
]


@pytest.mark.parametrize(("form", "html", "source"), MARKED_UP, ids=str)
def test_blocks_in_markup(form: str, html: str, source: str) -> None:
    found, wanted = document(page(unmarked(html))), asked(form, html, source)
    assert laid_beside(found, wanted) == wanted


@pytest.mark.parametrize(("text", "source"), IN_TEXT, ids=str)
def test_blocks_in_text(text: str, source: str) -> None:
    found, wanted = document(unmarked(text)), asked("attribution", text, source)
    assert laid_beside(found, wanted) == wanted


def test_a_block_ends_where_its_markup_ends() -> None:
    found = document(
        page(f"<p>As Reuters wrote:</p><blockquote><p>{SOLD}</p><p>Nobody asked.</p></blockquote>")
    )
    (citation,) = found.citations
    assert citation.quote is not None
    assert citation.quote.of(found.article.text).endswith("Nobody asked.")


def test_a_block_in_text_ends_at_the_blank_line() -> None:
    found = document(f"As Reuters wrote:\n\n{SOLD}{REST}")
    (citation,) = found.citations
    assert citation.quote is not None
    assert citation.quote.of(found.article.text) == SOLD


def test_a_pull_quote_cites_nothing() -> None:
    words = "The pumps were sold in the spring to a man who has since left the country."
    found = document(
        page(f"<p>It is so: {words} And so it goes.</p><blockquote><p>“{words}”</p></blockquote>")
    )
    assert [c.rule for c in found.citations] == []


def test_a_short_block_with_no_source_cites_nothing() -> None:
    found = document(page("<p>It was known.</p><blockquote><p>Nobody asked.</p></blockquote>"))
    assert [c.rule for c in found.citations] == []


def test_a_block_that_nothing_leads_into_is_set_off_and_no_quotation() -> None:
    found = document(page(unmarked(f"<p>It was a quiet night.</p>{BLOCK}")))
    assert [c.rule for c in found.citations] == []


def test_a_block_in_quotation_marks_is_one_even_so() -> None:
    found = document(page(f"<p>It was a quiet night.</p><blockquote><p>“{unmarked(SOLD)}”</p></blockquote>"))
    assert [c.form for c in found.citations] == ["quotation"]


def test_what_a_block_cites_stands_within_its_source() -> None:
    html = (
        "<p>As Ines Carrow writes at WSWS:</p><blockquote><p>They, as CNN said, were sold.</p></blockquote>"
    )
    outer, inner = document(page(html)).citations
    assert (inner.outlet and inner.outlet.id, inner.within, outer.within) == ("cnn", outer.id, None)


# Which passages of a text are a block quotation, one paragraph a line: its number of the first and the last.
STANDS = [
    (["As Reuters wrote:", SOLD, "Nobody asked."], [(1, 1)]),
    (["It burned.", SOLD, "Nobody asked."], []),
    (["As Reuters wrote:"], []),
    (["As Reuters wrote:", "No."], []),
    (["As Reuters wrote:", SOLD, "As CNN wrote:", SOLD], [(1, 1), (3, 3)]),
    (["As Reuters wrote:", "My Notes: " + SOLD], []),
    (["As Reuters wrote:", "Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019"], []),
    (["They sang:", "The sea, the sea,", "it gives and takes,", "and gives no more."], [(1, 3)]),
]


@pytest.mark.parametrize(("lines", "wanted"), STANDS)
def test_where_a_block_stands_in_text(lines: list[str], wanted: list[tuple[int, int]]) -> None:
    text = unmarked("\n\n".join(lines))
    article = of_lines(text)
    blocks = Reading(article, default_registry()).blocks
    assert [(b.first, b.last) for b in blocks] == wanted
    assert all(b.lead == b.first - 1 for b in blocks)


@pytest.mark.parametrize(
    ("text", "media"),
    [
        (
            f"<p>CNN reported on it.</p><blockquote><p>{unmarked(SOLD)}</p>"
            f"<p>— Mara Quill, quoted in <a href='{REUTERS}'>Reuters</a></p></blockquote>",
            "html",
        ),
        (
            "# Pumps\n\nCNN reported on it.\n\n"
            f"> {unmarked(SOLD)}\n>\n> — Mara Quill, quoted in [Reuters]({REUTERS})\n",
            "markdown",
        ),
    ],
    ids=["html", "markdown"],
)
def test_a_signature_names_the_source_whatever_the_words_above_cite(text: str, media: str) -> None:
    found = read(Page("-", text.encode(), media_type=f"text/{media}"))
    quoted = {c.outlet.id: c.quote for c in detect(found).citations if c.outlet}
    assert quoted["cnn"] is None
    assert quoted["reuters"] is not None
    assert quoted["reuters"].of(found.text).startswith("The pumps were sold")
