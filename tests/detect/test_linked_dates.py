"""What the words of a link say of the day of what it leads to."""

from __future__ import annotations

import pytest

from citekit.model import PartialDate
from tests.detect.rows import document, page

ROWS = [
    ("a Feb. 17 post", "2024-02-17"),
    ("a post on rain of 5 March 2023", None),
    ("Rain Ministry, May 3, 2022", "2022-05-03"),
    ("Rain Ministry, Jan. 12", "2024-01-12"),
    ("March 3, 2022 report", "2022-03-03"),
    ("the Sept. 11 attacks", None),
    ("on May 3, 2022", None),
    ("42 people", None),
]


@pytest.mark.parametrize(("words", "date"), ROWS, ids=str)
def test_a_date_on_a_link_is_the_work_s_where_it_can_be_nothing_else(words: str, date: str | None) -> None:
    html = page(f'<p>It burned, <a href="https://rain.example/notes/2231-pumps-failed">{words}</a> says.</p>')
    (citation,) = document(html, date=PartialDate(2024, 2, 20)).citations
    assert (str(citation.date) if citation.date else None) == date
