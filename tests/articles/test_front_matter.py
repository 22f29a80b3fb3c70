"""Front matter: what a Markdown file says of itself between its first two rules."""

from __future__ import annotations

import pytest

from citekit.articles import Hints, read
from citekit.articles.plain.front_matter import front_matter
from citekit.model import Page

BODY = (
    "\n\nThe river left in May, and nobody in the town of Sandholm has said why it did. "
    "According to Reuters, it was the pumps that the company had sold in March.\n"
)
ROWS = [
    ("title: The river: a history\nauthor: Ada Moor", "The river: a history", ["Ada Moor"], None),
    ("title: The river\nauthor: [[Ada Moor]]\ndraft: false", "The river", ["Ada Moor"], None),
    ("title: The river\ndate: 2021-03-04T10:00:00Z", "The river", [], "2021-03-04T10:00:00Z"),
    ("title: 1984\ndate: 2021-13-45", "1984", [], None),
    (
        'title: "The river that left"\nauthor: Ada Moor\ndate: 2021-03-04',
        "The river that left",
        ["Ada Moor"],
        "2021-03-04",
    ),
    ("title: The river\nauthors:\n  - Ada Moor\n  - Bo Yerk", "The river", ["Ada Moor", "Bo Yerk"], None),
    ("title: The river\nauthor: [Ada Moor, Bo Yerk]", "The river", ["Ada Moor", "Bo Yerk"], None),
    ("title: The river\nauthor:\n  - name: Ada Moor", "The river", ["Ada Moor"], None),
    (
        'title: The river\nauthor: "[[Ada Moor]]"\npublished: March 4, 2021',
        "The river",
        ["Ada Moor"],
        "2021-03-04",
    ),
]


@pytest.mark.parametrize(("fields", "title", "authors", "date"), ROWS, ids=str)
def test_fields_describe_the_article(fields: str, title: str, authors: list[str], date: str | None) -> None:
    article = read(Page("-", f"---\n{fields}\n---{BODY}".encode()))
    assert article.title == title
    assert [each.name for each in article.authors] == authors
    assert (str(article.date) if article.date else None) == date
    assert all(passage.span.of(article.text)[:3] in ("The", "---") for passage in article.passages)
    assert not any("title" in passage.span.of(article.text) for passage in article.passages)


def test_offsets_refer_to_the_text_as_given() -> None:
    text = f"---\ntitle: The river\n---{BODY}"
    article = read(Page("-", text.encode()))
    assert article.text == text
    assert article.passages[0].span.of(text).startswith("The river left")


def test_address_and_outlet_are_known() -> None:
    fields = "title: The river\nsource: https://www.reuters.com/world/river-2021-03-04/"
    article = read(Page("-", f"---\n{fields}\n---{BODY}".encode()))
    assert article.url == "https://www.reuters.com/world/river-2021-03-04/"
    assert article.outlet is not None
    assert article.outlet.id == "reuters"


def test_hints_win_over_the_outlet_of_the_file() -> None:
    article = read(
        Page("-", f"---\ntitle: The river\noutlet: Rain Review\n---{BODY}".encode()), Hints(outlet="bbc")
    )
    assert article.outlet is not None
    assert article.outlet.id == "bbc"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nIt rained all day.\n\n---\n\nThen it stopped.",
        "It rained.\n---\ntitle: no\n---\n",
        "---\ntitle: open",
        "---\n- a\n- list\n---\nIt rained.",
        "---\n" + "[" * 5000 + "\n---\nIt rained.",
    ],
    ids=repr,
)
def test_running_text_between_rules_is_none(text: str) -> None:
    assert front_matter(text) is None
