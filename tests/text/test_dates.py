"""Dates as people write them, and words that count from the article's own."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import DateOrder, PartialDate
from citekit.text.dates import find_dates, parse_date, parse_edtf, resolve_relative

WHOLE: list[tuple[str, DateOrder | None, str | None, str]] = [
    ("Nov 11, 2019", None, None, "2019-11-11"),
    ("Nov. 11, 2019", None, None, "2019-11-11"),
    ("November 11th, 2019", None, None, "2019-11-11"),
    ("13 November 2019", None, None, "2019-11-13"),
    ("the 13th of November 2019", None, "en", "2019-11-13"),
    ("Wednesday, November 13, 2019", None, None, "2019-11-13"),
    ("le 4 décembre 2019", None, None, "2019-12-04"),
    ("1er mai 2019", None, "fr", "2019-05-01"),
    ("mercredi 13 novembre 2019 à 14h05", None, "fr", "2019-11-13T14:05:00"),
    ("30 de Abril, 2000", None, None, "2000-04-30"),
    ("5 de mayo de 2022", None, "es", "2022-05-05"),
    ("29. April 2020", None, None, "2020-04-29"),
    ("Mittwoch, 13. November 2019, 14:05 Uhr", None, "de", "2019-11-13T14:05:00"),
    ("7 de setembro de 2020", None, "pt", "2020-09-07"),
    ("3 giugno 2018", None, "it", "2018-06-03"),
    ("3 juni 2018", None, "nl", "2018-06-03"),
    ("3 maja 2018", None, "pl", "2018-05-03"),
    ("Po 13. května 2019", None, "cs", "2019-05-13"),
    ("13 травня 2019", None, "uk", "2019-05-13"),
    ("Δευτέρα, 13 Μαΐου 2019", None, "el", "2019-05-13"),
    ("13. toukokuuta 2019", None, "fi", "2019-05-13"),
    ("Senin, 13 Mei 2019", None, "id", "2019-05-13"),
    ("13 de maig de 2019", None, "ca", "2019-05-13"),
    ("13 مايو 2019", None, "ar", "2019-05-13"),
    ("2019年6月24日", None, None, "2019-06-24"),
    ("2019-11-13", None, None, "2019-11-13"),
    ("2019/11/13", None, None, "2019-11-13"),
    ("2019-11-13T08:00:00+01:00", None, None, "2019-11-13T08:00:00+01:00"),
    ("2019-11-13T08:00Z", None, None, "2019-11-13T08:00:00Z"),
    ("2016-01-31 10:20", None, None, "2016-01-31T10:20:00"),
    ("Mon, 10 Feb 2014 10:20:30 +0000", None, None, "2014-02-10T10:20:30Z"),
    ("20:19 UTC · Nov 11, 2019", None, None, "2019-11-11T20:19:00Z"),
    ("8:19 PM - 11 Nov 2019", None, None, "2019-11-11T20:19:00"),
    ("3:45 PM EST, Nov. 3, 2019", None, None, "2019-11-03T15:45:00-05:00"),
    ("12:05 a.m. Nov 3, 2019", None, None, "2019-11-03T00:05:00"),
    ("November 2019", None, None, "2019-11"),
    ("2019", None, None, "2019"),
    ("11/10/19", "mdy", None, "2019-11-10"),
    ("11/10/19", "dmy", None, "2019-10-11"),
    ("11/10/19", None, "de", "2019-10-11"),
    ("11/10/19", None, None, "2019"),
    ("31/12/2019", None, None, "2019-12-31"),
    ("12/31/2019", None, None, "2019-12-31"),
    ("13.11.2019", None, None, "2019-11-13"),
    ("5/5/2020", None, None, "2020-05-05"),
    ("1/1/99", "mdy", None, "1999-01-01"),
    ("Nov 11, '19", None, None, "2019-11-11"),
]

NEITHER = [
    "", "yesterday", "May", "11 Nov", "30 February 2019", "32/13/2019", "Version 1.2.3", "2019-13-01",
    "25:61, May 3", "13. května 2019", "from May 3, 2019 on", "12345678901234567890", "３ May", "May 3, 0019",
]  # fmt: skip


@pytest.mark.parametrize(("text", "order", "language", "edtf"), WHOLE, ids=str)
def test_whole_text_is_a_date(text: str, order: DateOrder | None, language: str | None, edtf: str) -> None:
    assert str(parse_date(text, order, language)) == edtf


@pytest.mark.parametrize("text", NEITHER, ids=str)
def test_whole_text_is_no_date(text: str) -> None:
    assert parse_date(text) is None


RUNNING: list[tuple[str, str | None, list[tuple[str, str]]]] = [
    (
        "It was in March 2019, and on 2019-11-11 too.",
        "en",
        [("March 2019", "2019-03"), ("2019-11-11", "2019-11-11")],
    ),
    ("am 3. März 2020 in Bonn", "de", [("3. März 2020", "2020-03-03")]),
    ("el 5 de mayo de 2019 dijo", "es", [("5 de mayo de 2019", "2019-05-05")]),
    ("said Nov 11, 2019 at 20:19 UTC.", "en", [("Nov 11, 2019 at 20:19 UTC", "2019-11-11T20:19:00Z")]),
    ("We may 2019 times", None, [("may 2019", "2019-05")]),
    ("out 2019 and set 5 2019", "en", []),
    ("version 1.2.13 of 3.4", "en", []),
    ("at 192.168.10.12 it", "en", []),
    ("call 555-12-3456", "en", []),
    ("İstanbul, Nov 11, 2019", "en", [("Nov 11, 2019", "2019-11-11")]),
]


@pytest.mark.parametrize(("text", "language", "found"), RUNNING, ids=str)
def test_dates_in_running_text(text: str, language: str | None, found: list[tuple[str, str]]) -> None:
    assert [(span.of(text), str(date)) for span, date in find_dates(text, language=language)] == found


BASE = PartialDate(2019, 11, 13)  # a Wednesday
RELATIVE: list[tuple[str, str | None, str | None]] = [
    ("yesterday", "en", "2019-11-12"),
    ("today", "en", "2019-11-13"),
    ("Tuesday", "en", "2019-11-12"),
    ("on Wednesday", "en", "2019-11-13"),
    ("last Wednesday", "en", "2019-11-06"),
    ("next Friday", "en", "2019-11-15"),
    ("last week", "en", "2019-11-04/2019-11-10"),
    ("this month", "en", "2019-11"),
    ("earlier this month", "en", "2019-11"),
    ("last month", "en", "2019-10"),
    ("last year", "en", "2018"),
    ("last October", "en", "2019-10"),
    ("last December", "en", "2018-12"),
    ("in December", "en", "2018-12"),
    ("October 20", "en", "2019-10-20"),
    ("the 20th of October", "en", "2019-10-20"),
    ("November 20", "en", "2018-11-20"),
    ("two days ago", "en", "2019-11-11"),
    ("3 weeks ago", "en", "2019-10-23~"),
    ("two months ago", "en", "2019-09"),
    ("ayer", "es", "2019-11-12"),
    ("el mes pasado", "es", "2019-10"),
    ("hace dos años", "es", "2017"),
    ("hier", "fr", "2019-11-12"),
    ("le mois dernier", "fr", "2019-10"),
    ("mardi", "fr", "2019-11-12"),
    ("gestern", "de", "2019-11-12"),
    ("am Dienstag", "de", "2019-11-12"),
    ("vor zwei Tagen", "de", "2019-11-11"),
    ("letzten Monat", "de", "2019-10"),
    ("ontem", "pt", "2019-11-12"),
    ("na semana passada", "pt", "2019-11-04/2019-11-10"),
    ("ieri", "it", "2019-11-12"),
    ("gisteren", "nl", "2019-11-12"),
    ("some day", "en", None),
    ("the month", "en", None),
    ("week", "en", None),
    ("February 30", "en", None),
]


@pytest.mark.parametrize(("words", "language", "edtf"), RELATIVE, ids=str)
def test_words_that_count_from_the_article(words: str, language: str | None, edtf: str | None) -> None:
    date = resolve_relative(words, BASE, language)
    assert (str(date) if date else None) == edtf


@pytest.mark.parametrize(
    ("words", "base", "edtf"),
    [
        ("last month", PartialDate(2020, 1), "2019-12"),
        ("last year", PartialDate(2020), "2019"),
        ("Tuesday", PartialDate(2020, 1), None),
        ("last month", PartialDate(2020), None),
        ("yesterday", None, None),
        ("yesterday", PartialDate(2020, 1, 1), "2019-12-31"),
    ],
    ids=str,
)
def test_base_must_be_fine_enough(words: str, base: PartialDate | None, edtf: str | None) -> None:
    date = resolve_relative(words, base, "en")
    assert (str(date) if date else None) == edtf


@pytest.mark.parametrize(
    "text",
    ["2019", "2019-11", "2019-11-10", "2019-10~", "2019?", "2019-11-04/2019-11-10", "2019-11-11T20:19:00Z"],
)
def test_edtf_read_and_written_is_the_same(text: str) -> None:
    assert str(parse_edtf(text)) == text


@pytest.mark.parametrize(
    "text", ["", "19", "2019-13", "2019-02-30", "May 2019", "2019-11-10 10:00", "2019/", "2019~?"]
)
def test_not_edtf(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|no such"):
        parse_edtf(text)


DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2029, 12, 31))


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y"]))
def test_a_day_written_in_any_way_is_read_as_that_day(day: dt.date, way: str) -> None:
    assert str(parse_date(day.strftime(way))) == day.isoformat()


@given(st.text(max_size=300), st.sampled_from([None, "en", "de", "xx"]))
def test_nothing_raises_and_spans_lie_in_the_text(text: str, language: str | None) -> None:
    end = 0
    for span, date in find_dates(text, language=language):
        assert end <= span.start < span.end <= len(text)
        assert parse_edtf(str(date)) == date
        end = span.end
    parse_date(text, language=language)
    resolve_relative(text, BASE, language)
