"""The table on a terminal, and rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from citekit.export.cells import guard
from citekit.export.table import CSV_COLUMNS, csv_rows, table
from citekit.model import Article, Document
from citekit.text.terminal import clip, safe, width
from tests.made import document

TABLE = """\
The bridge: a <sample> & more
Vincent van Gogh and NTS, 2024-05-14, bridge<1>.txt

    form             what is cited                                  in the words
c1  reprint          Gull & Tide, “A Bridge Is a Slow Ferry”        comes courtesy of the Gull & Ti…
c2    attribution    Andrea Thistlewood, The Nation                 Andrea Thistlewood writes at Th…
c3      post         Mayor of Larkhaven (@LarkhavenMayor), Twitter  tweeted that
c4    parenthetical  ABC News, 2024-05-12                           (ABC News5/12/24)
c5    attribution    The Guardian                                   The Guardian reported
c6  link             The Guardian                                   a link
problem: quotation never closed: " never closed

"""


def test_the_table_shows_who_is_cited_and_in_whose_words() -> None:
    assert "".join(table([document()], columns=100)) == TABLE


@pytest.mark.parametrize("columns", [20, 40, 79, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    lines = "".join(table([document()], columns=max(columns, 60))).splitlines()
    assert max(map(width, lines)) <= max(columns, 60)


def test_a_document_that_cites_nothing_says_so() -> None:
    assert "cites nothing" in "".join(table([Document(Article("a", "a.txt", "Hello."))]))


def test_nothing_read_can_steer_the_terminal() -> None:
    made = document()
    hostile = replace(made, article=replace(made.article, title="a\x1b]0;owned\x07b\u202ec\x9b31m"))
    shown = "".join(table([hostile]))
    assert "a\\x1b]0;owned\\x07b\\u202ec\\x9b31m" in shown
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)


def test_rows_read_back() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(csv_rows([document()])))))
    assert [row["citation"] for row in rows] == ["c1", "c2", "c3", "c4", "c5", "c6"]
    assert tuple(rows[0]) == CSV_COLUMNS
    assert rows[2]["url"] == "https://twitter.com/LarkhavenMayor/status/1?a=1&b=<2>"
    assert rows[0]["quote"].endswith("=SUM(A1) is the second.")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"], ids=repr)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\\x00b"),
        ("a\r\nb", "a b"),
        ("é\u200fx", "é\\u200fx"),
        ("\x85", "\\x85"),
        ("\ud800", "\\ud800"),
    ],
    ids=repr,
)
def test_safe_text_shows_what_it_leaves_out(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("新聞新聞", "新聞…"), ("abcdef", "abcdef"), ("abcdefg", "abcde…")]
)
def test_clipping_counts_columns(text: str, shown: str) -> None:
    assert clip(text, 6) == shown
