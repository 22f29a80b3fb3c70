"""What of a plain text is the article's, and what kind of passage each part is."""

from __future__ import annotations

import pytest

from citekit.articles import Hints, read
from citekit.model import Article, Page

FIRST = (
    "The council voted on Tuesday to close four of its seven libraries, although the report before it "
    "had advised nothing of the kind, and said so twice."
)
SECOND = (
    "According to the Halifax Courier, the saving would be smaller than the cost of the consultants who "
    "proposed it, which the council does not deny."
)
THIRD = (
    "The decision will be taken in June, after the elections, when nobody who voted for it on Tuesday "
    "need explain it to anybody on a doorstep."
)


def article(*parts: str, media: str | None = None) -> Article:
    return read(Page("-", "\n\n".join(parts).encode()), Hints(media=media))  # type: ignore[arg-type]


def words(of: Article) -> str:
    return "\n".join(passage.span.of(of.text) for passage in of.passages)


@pytest.mark.parametrize(
    "line",
    [
        "Sources: Calderdale, cabinet papers, 8 March 2022; CIPFA, Public Library Statistics 2020.",
        "NTS Notes: I have said for years that this would come, and here it is at last.",
        "[1] Jessica Thorne, “Supermarket defends face scans,” The Guardian, 9 February 2024.",
        "Those who want to know more should read The Grayzone on China.",
    ],
)
def test_the_writers_own_ending_stays(line: str) -> None:
    assert line.removeprefix("[1] ") in words(article(FIRST, SECOND, THIRD, line))


@pytest.mark.parametrize(
    "after",
    [
        "11 responses\n\nBob, March 17, 2022 at 1:12 pm\n\nThe Examiner says the same of Kirklees. {0}",
        "Leave a Reply\n\n{0}",
        "One thought on “Seven libraries”\n\nGlenys on 8 May 2016 at 10:14 said:\n\n{0}",
        "3 comentarios\n\nPatricio dice:\n\n{0}",
        "Leserpost (150)\n\nAnna Maier / 22.04.2020\n\n{0}",
        "Tagged: cuts, libraries\n\n{0}",
        "Most Popular\n\n{0}",
        "Kath Dean, March 17, 2022 at 4:40 pm\n\n{0}\n\nJon Hale, March 18, 2022 at 9:02 am\n\n{0}",
    ],
    ids=lambda after: after.split("\n")[0],
)
def test_what_readers_and_the_site_add_is_left_out(after: str) -> None:
    strange = "My sister heard on the radio that it was all decided long ago."
    found = words(article(FIRST, SECOND, THIRD, after.format(strange)))
    assert THIRD in found
    assert strange not in found


def test_an_advertisement_between_paragraphs_ends_nothing() -> None:
    found = article(FIRST, THIRD, "Advertisement", SECOND)
    assert SECOND in words(found)
    assert "Advertisement" not in words(found)


def test_a_box_in_the_middle_of_an_article_does_not_end_it() -> None:
    found = words(
        article(FIRST, SECOND, "Related", "What the Report Said", "Who Reads in Kirklees", THIRD, FIRST)
    )
    assert found.count(FIRST) == 2
    assert THIRD in found


def test_sources_below_a_closing_line_stay_and_comments_below_them_do_not() -> None:
    found = words(
        article(
            FIRST,
            SECOND,
            THIRD,
            "Share this",
            "Sources:",
            "Ann Lee, Trouble Expected, 1976",
            "2 comments",
            "Nice.",
        )
    )
    assert "Trouble Expected" in found
    assert "Nice." not in found


def test_a_dated_list_of_sources_is_no_list_of_comments() -> None:
    listed = ["Ann Lee, 5 May 1926", "Bo Dahl, 6 May 1926", "Owen Price, 7 May 1926"]
    assert "Owen Price" in words(article(FIRST, SECOND, THIRD, *listed))


def test_a_post_quoted_with_its_handle_is_no_comment() -> None:
    post = "Jeb Sprague @JebSprague - 20:19 UTC · Nov 11, 2019"
    assert SECOND in words(article(FIRST, THIRD, post, SECOND, post, FIRST))


@pytest.mark.parametrize(
    ("media", "text", "kinds"),
    [
        ("text", f"{FIRST}\n\n- {SECOND}\n- {THIRD}", ["paragraph", "item", "item"]),
        ("text", f"{FIRST}\n{SECOND}\n{THIRD}", ["paragraph", "paragraph", "paragraph"]),
        ("text", f"{FIRST}\n\nWhat comes next\n\n{SECOND}", ["paragraph", "heading", "paragraph"]),
        ("markdown", f"{FIRST}\n\n## What comes next\n\n{SECOND}", ["paragraph", "heading", "paragraph"]),
        ("markdown", f"{FIRST}\n\n> {SECOND}\n\n{THIRD}", ["paragraph", "quotation", "paragraph"]),
        (
            "markdown",
            f"{FIRST}\n\n```\ncode = 1\n```\n\n{SECOND}",
            ["paragraph", "preformatted", "paragraph"],
        ),
    ],
)
def test_kinds(media: str, text: str, kinds: list[str]) -> None:
    assert [passage.kind for passage in article(text, media=media).passages] == kinds


def test_nested_quotations_have_their_depth() -> None:
    found = article(FIRST, f"> {SECOND}\n>\n> > {THIRD}", media="markdown")
    assert [passage.depth for passage in found.passages] == [0, 1, 2]
    assert found.passages[1].block != 0


def test_lines_broken_to_a_width_are_one_passage() -> None:
    import textwrap

    broken = ["\n".join(textwrap.wrap(part * 2, 72)) for part in (FIRST, SECOND)]
    assert len(article(*broken, media="text").passages) == 2


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("see https://a.org/x).", "https://a.org/x"),
        ("(see https://a.org/x_(1))", "https://a.org/x_(1)"),
        ("at https://a.org/x?y=1, and", "https://a.org/x?y=1"),
    ],
)
def test_an_address_ends_before_the_sentences_punctuation(written: str, url: str) -> None:
    found = article(f"{FIRST} {written}", media="text")
    assert [link.url for link in found.links] == [url]
    assert found.links[0].span.of(found.text) == url
