"""What a plain text says of itself: title, authors, date and outlet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.articles import read
from citekit.articles.plain.comments import names_commenter, opens_comments
from citekit.articles.plain.dateline import byline_of
from citekit.model import Article, Page

BODY = (
    "The council voted on Tuesday to close four of its seven libraries, although the report before it "
    "had advised nothing of the kind, and said so twice.\n\n"
    "It went on: the saving would be smaller than the cost of the consultants who proposed it, which the "
    "council does not deny."
)
TITLE = "Seven libraries and one spreadsheet"


def article(head: str, tail: str = "") -> Article:
    return read(Page("-", f"{head}\n\n{BODY}\n\n{tail}".encode()))


@pytest.mark.parametrize(
    ("head", "authors", "date"),
    [
        (f"{TITLE}\n\nBy Pauline Ackroyd\n\nMarch 17, 2022", ["Ackroyd"], "2022-03-17"),
        (f"{TITLE}\n\nPauline Ackroyd\n17 March 2022", ["Ackroyd"], "2022-03-17"),
        (f"March 17, 2022\n\n{TITLE}\n\nPauline Ackroyd", ["Ackroyd"], "2022-03-17"),
        (f"{TITLE}\n\nPosted 17 March 2022 by Pauline Ackroyd", ["Ackroyd"], "2022-03-17"),
        (f"{TITLE}\n\nBy Paul Reed, Ann Lee on Thursday, March 17th, 2022", ["Reed", "Lee"], "2022-03-17"),
        (f"Home\n\nSearch\n\nHome | By Ann Lee | March 17, 2022\n\n{TITLE}", ["Lee"], "2022-03-17"),
        (f"{TITLE}\n\nMarch 17, 2022", [], "2022-03-17"),
        (TITLE, [], None),
    ],
)
def test_the_lines_around_the_title(head: str, authors: list[str], date: str | None) -> None:
    found = article(head)
    assert found.title == TITLE
    assert [author.name.split()[-1] for author in found.authors] == authors
    assert (str(found.date) if found.date else None) == date


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        (f"Fox News\n\n{TITLE}\n\nBy Ann Lee", "", "fox-news"),
        (f"{TITLE}\n\nBy Ann Lee | Fox News", "", "fox-news"),
        (TITLE, "To contact the WSWS and the Socialist Equality Party visit:", "wsws"),
        (f"The Calder Bugle\nNews and grumbles for the upper valley\n\n{TITLE}", "", "the-calder-bugle"),
        (f"{TITLE}\n\nBy Ann Lee\nThe Calder Gazette, March 3, 2024", "", "the-calder-gazette"),
        (f"{TITLE}\n\nFox News\n\nReuters\n\nVanity Fair", "", None),
        (TITLE, "", None),
    ],
)
def test_the_outlet_is_the_one_that_the_text_says_is_its_own(
    head: str, tail: str, outlet: str | None
) -> None:
    found = article(head, tail)
    assert (found.outlet.id if found.outlet else None) == outlet


def test_a_motto_with_its_author_is_no_title() -> None:
    assert article(f"{TITLE}\n\n“We shape our tools and thereafter they us.”\n— John Culkin").title == TITLE


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee  |  June 9, 2023  |  Updated 4:40 p.m. ET", "By Ann Lee"),
        ("Publicado em 21 de fevereiro de 2024 por Helena Sardinha", "por Helena Sardinha"),
        ("Posted in Politics on 7 May 2016", None),
        ("By the end of the day it was over", None),
    ],
)
def test_bylines_with_dates(line: str, byline: str | None) -> None:
    assert byline_of(line) == byline


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("18 Comments", True),
        ("Discussion about this post", True),
        ("Comment is free", False),
        ("2 Responses to “Day 4”", True),
        ("Réactions", False),
        ("Response", False),
        ("2 responses to a crisis", False),
        ("2 towns", False),
    ],
)
def test_lines_over_comments(line: str, is_one: bool) -> None:
    assert opens_comments(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Glenys on 8 May 2016 at 10:14 said:", True),
        ("Karsten Maier / 22.04.2020", True),
        ("Nachtrag 22.04.2020 10:30 Uhr:", False),
        ("Reuters, 5 May 2019", False),
        ("Air Date: November 19, 2019", False),
        ("Published Monday, November 18, 2019 8:22AM EST", False),
        ("Ann Lee @annlee, May 5, 2019 at 1:12 pm", False),
    ],
)
def test_lines_of_commenters(line: str, is_one: bool) -> None:
    assert names_commenter(line) is is_one


def test_real_articles_tell_what_was_annotated(shared: Path) -> None:
    for place in sorted((shared / "gold" / "seeds").glob("*.json")):
        told = json.loads(place.read_text("utf-8"))["article"]
        file = shared / "seeds" / f"{place.stem}.txt"
        found = read(Page(file.name, file.read_bytes()))
        assert found.title == told["title"], place.stem
        assert (found.outlet is None) == (told["outlet"] is None), place.stem
        assert (str(found.date) if found.date else None) == told["date"], place.stem
        assert [author.name for author in found.authors] == told["authors"], place.stem


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        (f"The Tidewater Owl\nNews and grumbles from the upper river\n\n{TITLE}", "", "The Tidewater Owl"),
        (f"Skip to content\n\nDEEP END  | Money and water, and who has which\n\n{TITLE}", "", "DEEP END"),
        (f"Donate\nNewsletters\nTideBeat  The watch that reads the fine print\n\n{TITLE}", "", "TideBeat"),
        (f"BACK\n\nThe Tidewater Papers\n\nSECTIONS\n\n{TITLE}", "", "The Tidewater Papers"),
        (TITLE, "More Great Stories From Vanity Fair", "Vanity Fair"),
        (TITLE, "Follow us on Twitter", None),
    ],
    ids=str,
)
def test_site_is_named_at_the_head_or_in_the_frame(head: str, tail: str, outlet: str | None) -> None:
    found = article(head, tail)
    assert (found.outlet.name if found.outlet else None) == outlet
    assert found.title == TITLE
