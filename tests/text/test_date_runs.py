"""Dates that lost what stood between them."""

from __future__ import annotations

import time
from datetime import date as Day
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import DateOrder, PartialDate
from citekit.text.date_runs import RUN, cut, order_of

# The run, the order, and its dates.
RUNS: list[tuple[str, DateOrder, list[str]]] = [
    ("11/10/19", "mdy", ["2019-11-10"]),
    ("11/10/19", "dmy", ["2019-10-11"]),
    ("5/6/098/1/124/11/19", "mdy", ["2009-05-06", "2012-08-01", "2019-04-11"]),
    ("5/6/098/1/124/11/19", "dmy", ["2009-06-05", "2012-01-08", "2019-11-04"]),
    ("11/10/1911/12/19", "mdy", ["2019-11-10", "2019-11-12"]),
    ("11/10/201911/12/2019", "mdy", ["2019-11-10", "2019-11-12"]),
    ("1/2/20201/3/2020", "mdy", ["2020-01-02", "2020-01-03"]),
    ("1/2/201/3/20", "mdy", ["2020-01-02", "2020-01-03"]),
    ("11/10/19, 11/12/19; 1/3/20", "mdy", ["2019-11-10", "2019-11-12", "2020-01-03"]),
    ("11.10.19", "dmy", ["2019-10-11"]),
    ("3.1.1924.12.19", "dmy", ["2019-01-03", "2019-12-24"]),
    # the years turn over at 70
    ("1/2/69", "mdy", ["2069-01-02"]),
    ("1/2/70", "mdy", ["1970-01-02"]),
    # a number over 12 can only be a day
    ("13/1/19", "mdy", ["2019-01-13"]),
    ("1/13/19", "dmy", ["2019-01-13"]),
    # what stands at the end and is no date
    ("11/10/19, ", "mdy", ["2019-11-10"]),
    ("11/10/19.", "mdy", ["2019-11-10"]),
]

# What cannot be used up by dates.
NONE = [
    "11/10",
    "13/13/19",
    "2/30/19",
    "0/1/19",
    "1/0/19",
    "11/10/19/",
    "11/10/191",
    "11/10.19",
    "text",
    "1/1/1",
    "",
]


@pytest.mark.parametrize(("run", "order", "wanted"), RUNS)
def test_runs_are_cut_into_their_dates(run: str, order: DateOrder, wanted: list[str]) -> None:
    assert [[str(date) for _, date in way.dates] for way in cut(run, order)] == [wanted]


@pytest.mark.parametrize(("run", "order", "wanted"), RUNS)
def test_each_date_stands_where_its_span_says(run: str, order: DateOrder, wanted: list[str]) -> None:
    (way,) = cut(run, order)
    for span, date in way.dates:
        (alone,) = cut(span.of(run), order)
        assert [found for _, found in alone.dates] == [date]


@pytest.mark.parametrize("run", NONE)
def test_what_dates_cannot_use_up_is_no_run(run: str) -> None:
    assert cut(run) == ()


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("(Post, 11/30/19)", "mdy"),
        ("(Post, 30/11/19)", "dmy"),
        ("(Post, 30.11.2019)", "dmy"),
        ("(Post, 11/10/19; Post, 11/13/19)", "mdy"),
        ("(Post, 11/10/19)", None),
        ("(Post, 30/30/19)", None),
        ("no date", None),
    ],
)
def test_a_number_over_twelve_proves_the_order(text: str, order: str | None) -> None:
    assert order_of(text) == order


@given(
    st.lists(st.dates(Day(1970, 1, 1), Day(2068, 12, 31)), min_size=1, max_size=8),
    st.sampled_from(["mdy", "dmy"]),
    st.sampled_from(["%y", "%Y"]),
    st.sampled_from(["/", "."]),
    st.sampled_from(["", ", ", ";", " "]),
)
def test_dates_run_together_are_cut_apart_again(
    written: list[Day], order: DateOrder, year: str, mark: str, between: str
) -> None:
    def write(day: Day) -> str:
        first, second = (day.month, day.day) if order == "mdy" else (day.day, day.month)
        return f"{first}{mark}{second}{mark}{day.strftime(year)}"

    run = between.join(map(write, written))
    dates = [PartialDate(day.year, day.month, day.day) for day in written]
    assert dates in [[date for _, date in way.dates] for way in cut(run, order)]


@given(st.text(st.sampled_from("0123456789/., ;"), max_size=40), st.sampled_from(["mdy", "dmy"]))
def test_a_cut_uses_the_whole_run(run: str, order: DateOrder) -> None:
    for way in cut(run, order):
        assert all(one.end <= other.start for (one, _), (other, _) in pairwise(way.dates))
        rest = list(run)
        for span, _ in way.dates:
            rest[span.start : span.end] = " " * len(span)
        assert set("".join(rest)) <= set(" ,;.")


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    cut(text)
    order_of(text)


@pytest.mark.parametrize(
    "run", ["1/1/19" * 20_000, "11/11/1111/11/" * 10_000, "1/1/19," * 20_000, "1." * 50_000]
)
def test_a_long_run_ends_soon(run: str) -> None:
    start = time.process_time()
    cut(run)
    order_of(run)
    for match in RUN.finditer(run):
        cut(match.group())
    assert time.process_time() - start < 2
