"""Sources in brackets, with dates that lost what stood between them, and places in books."""

from __future__ import annotations

import pytest

from citekit.articles import read
from citekit.detect import detect
from citekit.model import Page, PartialDate
from tests.detect.rows import asked, document, laid_beside, unmarked

FAIR = "fairness-and-accuracy-in-reporting"

# The text, and each source with its date ("" for none).
DATED = [
    ("It was over (<CBS News, 11/10/19>).", ("cbs-news", "2019-11-10")),
    ("It was over (<CBS News11/10/19>).", ("cbs-news", "2019-11-10")),
    ("It was over (<Miami Herald,11/9/19>).", ("miami-herald", "2019-11-09")),
    ("It was over (<New York Times 11/10/2019>).", ("the-new-york-times", "2019-11-10")),
    ("It was over (<Reuters, Nov. 11, 2019>).", ("reuters", "2019-11-11")),
    ("It was over (<CNN, 11 November 2019>).", ("cnn", "2019-11-11")),
    ("It was over (<CNN, November 2019>).", ("cnn", "2019-11")),
    ("It was over [<CNN, 11/10/19>].", ("cnn", "2019-11-10")),
    (
        "It was over (<New York Times11/10/19>; <Miami Herald,11/9/19>).",
        ("the-new-york-times", "2019-11-10"),
        ("miami-herald", "2019-11-09"),
    ),
    (
        "They often erred (<FAIR.org5/6/09><8/1/12><4/11/19>).",
        (FAIR, "2009-05-06"),
        (FAIR, "2012-08-01"),
        (FAIR, "2019-04-11"),
    ),
    (
        "They often erred (<CBS News11/10/19>, <11/12/19>; <CNN11/10/19>).",
        ("cbs-news", "2019-11-10"),
        ("cbs-news", "2019-11-12"),
        ("cnn", "2019-11-10"),
    ),
    # a number over 12 proves the order
    ("It was over (<CBS News, 13/1/19>).", ("cbs-news", "2019-01-13")),
    ("It was over (<Daily Mail, 1/13/19>).", ("daily-mail", "2019-01-13")),
    # else a British paper is read in the British way
    ("It was over (<Daily Mail, 3/11/19>).", ("daily-mail", "2019-11-03")),
    # unless the article itself writes the month first
    (
        "On 11/30/19 it was over (<Daily Mail, 3/11/19>).",
        ("daily-mail", "2019-03-11"),
    ),
    # a name that no registry knows, with a date
    ("It was over (<STB4/26/22>).", ("stb", "2022-04-26")),
    # the date alone in brackets
    ("The <New York Times (7/6/21>) called it over.", ("the-new-york-times", "2021-07-06")),
    # no date at all
    ("It was over (<Reuters>).", ("reuters", "")),
    ("It was over (via <Reuters>, <CNN>).", ("reuters", ""), ("cnn", "")),
    ("It was over (see <Reuters>; <CNN, May 2019>).", ("reuters", ""), ("cnn", "2019-05")),
]

# What stands before the bracket between marks is quoted from there.
QUOTED = [
    ("He has “{stepped down}” ([CBS News11/10/19]).", "cbs-news"),
]

# Brackets that name no source.
NONE = [
    "The World Health Organization (WHO) was asked.",
    "The ferry (built 11/10/19) sank.",
    "The broadcaster (the BBC is one) was asked.",
    "It sank (like the last one).",
    "It sank (2019).",
    "It sank () and (again.",
    "They met (11/10/19 to 11/12/19) twice.",
]

# Places in books: the words, and the title or the author's family name.
LOCATORS = [
    ("Quill knew it. “The sea gave up the ferry” [(Quill, 298)].", "Quill", None),
    ("The sea gave up the ferry [(Quill 2019)].", "Quill", None),
    ("The sea gave up the ferry [(Quill and Lind 2019: 44)].", "Quill, Lind", None),
    ("“The sea gave up the ferry” [(Diary, 299)].", "", "Diary"),
    ("“The sea gave up her dead” ([John 20:26]).", "", "Bible"),
    ("As [1 Kings 3:16-28] tells, they asked the king.", "", "Bible"),
]


def plain(text: str) -> str:
    return text.replace("<", "").replace(">", "")


@pytest.mark.parametrize("row", DATED, ids=lambda row: row[0])
def test_brackets_with_outlet_and_date(row: tuple[str, *tuple[tuple[str, str], ...]]) -> None:
    text, *sources = row
    found = document(plain(text))
    wanted = asked(
        "parenthetical", text.replace("<", "[").replace(">", "]").replace("[[", "["), *(s for s, _ in sources)
    )
    assert laid_beside(found, wanted) == wanted
    assert [str(c.date or "") for c in found.citations] == [date for _, date in sources]


@pytest.mark.parametrize(("text", "source"), QUOTED)
def test_the_words_before_a_bracket_are_quoted(text: str, source: str) -> None:
    found, wanted = document(unmarked(text)), asked("parenthetical", text, source)
    assert laid_beside(found, wanted) == wanted


@pytest.mark.parametrize("text", NONE)
def test_other_brackets_name_no_source(text: str) -> None:
    found = document(text)
    assert laid_beside(found, []) == []


@pytest.mark.parametrize(("text", "authors", "title"), LOCATORS)
def test_places_in_books(text: str, authors: str, title: str | None) -> None:
    found = document(unmarked(text))
    wanted = asked("parenthetical", text, "?" + (f" by {authors}" if authors else ""))
    assert [c._replace(quote="") for c in laid_beside(found, wanted)] == wanted
    assert [c.title for c in found.citations] == [title]


def test_no_date_lies_after_the_article() -> None:
    found = document("They erred (CBS News1/2/191/2/19).", date=PartialDate(2019, 1, 3))
    assert [str(c.date) for c in found.citations] == ["2019-01-02", "2019-01-02"]


def test_the_words_of_a_link_in_markdown_are_no_bracket() -> None:
    page = (
        b"# The Pumps\n\nThey were *sold*, says [Reuters](https://www.reuters.com/world/pumps-2024-05-12/).\n"
    )
    found = detect(read(Page("-", page)))
    assert [c.form for c in found.citations] == ["link"]
