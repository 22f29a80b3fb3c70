"""Works as bad as text from the web can make them, for laws."""

from __future__ import annotations

import datetime as dt
import string
from dataclasses import replace

from hypothesis import strategies as st

from citekit.bibliography import Bibliography
from citekit.model import Author, Organisation, Outlet, PartialDate, Person, Work
from citekit.resolve.keys import citekeys

_PIECES = st.sampled_from(
    [
        "{",
        "}",
        "$",
        "$$",
        "\\",
        "\\\\",
        "%",
        "&",
        "#",
        "_",
        "^",
        "~",
        "<b>",
        "</script>",
        "]]>",
        "&amp;",
        '"',
        "'",
        "and",
        " and ",
        "others",
        ",",
        ";",
        "@article{x,",
        "@",
        "\n",
        "\r\n",
        "\t",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\ud800",
        "\udfff",
        "\ufeff",
        "\ufffe",
        "\u2028",
        "\u202e",
        "مرفأ",
        "שלום",
        "港",
        "😀",
        "é",
        "e\u0301",
        "“",
        "”",
        "«",
        "|",
        "`",
        "*",
        "=1+1",
        "TY  - X",
        "ER  - ",
        "[",
        "]",
        "\\url{",
        "\\input{x}",
        "\xa0",
        "\u00ad",
        "word",
        "The",
    ]
)

TEXT = st.one_of(
    st.lists(st.one_of(_PIECES, st.sampled_from([" ", "a", "B"])), max_size=12).map("".join),
    st.text(st.characters(), max_size=40),
    st.just("long {" * 20),
)

URL = st.one_of(
    st.text(st.sampled_from(string.printable), max_size=60).map(lambda tail: f"https://a.example/{tail}"),
    st.just(f"https://a.example/{string.printable}"),
    TEXT.map(lambda tail: f"https://a.example/{tail}"),
)

_NAME = st.one_of(
    TEXT,
    st.sampled_from(
        ["Lobo", "de la Cruz", "Ortega y Gasset", "others", "al-Sisi", "'t Hooft", "O’Neill", "d'Arc"]
    ),
)

AUTHOR: st.SearchStrategy[Author] = st.one_of(
    st.builds(
        Person,
        _NAME.filter(bool),
        st.none() | _NAME,
        st.none() | st.sampled_from(["van", "de la", "Von", "{"]),
        st.none() | st.sampled_from(["Jr.", "III", ","]),
        st.none() | TEXT,
    ),
    st.builds(Organisation, _NAME, st.none() | TEXT),
)

_YEAR = st.integers(1, 9999)
_DAY = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))

DATE: st.SearchStrategy[PartialDate] = st.one_of(
    st.builds(PartialDate, _YEAR, qualifier=st.sampled_from(["", "~", "?", "%"])),
    st.builds(PartialDate, _YEAR, st.integers(1, 12), qualifier=st.sampled_from(["", "~", "?"])),
    _DAY.map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.builds(
        lambda day, time: PartialDate(day.year, day.month, day.day, time.replace(tzinfo=dt.UTC)),
        _DAY,
        st.times(),
    ),
    st.builds(lambda a, b: PartialDate(min(a, b), until=PartialDate(max(a, b))), _YEAR, _YEAR),
)

OUTLET = st.builds(
    lambda name, kind: Outlet("o", name, kind=kind),
    TEXT.filter(str.strip),
    st.sampled_from([None, "newspaper", "podcast", "NGO", "social platform"]),
)

TYPES = st.sampled_from(
    [
        "article-newspaper",
        "webpage",
        "post",
        "broadcast",
        "report",
        "book",
        "thesis",
        "dataset",
        "legal_case",
        "odd",
    ]
)

WORK: st.SearchStrategy[Work] = st.builds(
    Work,
    st.just(""),
    TYPES,
    title=st.none() | TEXT,
    authors=st.lists(AUTHOR, max_size=3).map(tuple),
    date=st.none() | DATE,
    outlet=st.none() | OUTLET,
    url=st.none() | URL,
    identifiers=st.lists(st.tuples(st.sampled_from(["doi", "arxiv", "isbn", "odd"]), TEXT), max_size=2).map(
        tuple
    ),
    archive_url=st.none() | URL,
    archived=st.none() | DATE,
    language=st.none() | st.sampled_from(["en", "es-BO", "tlh", "{"]),
    via=st.none() | OUTLET,
    quotes=st.lists(TEXT, max_size=2).map(tuple),
    reprinted_in=st.lists(TEXT, max_size=1).map(tuple),
    keywords=st.lists(TEXT, max_size=2).map(tuple),
    note=st.none() | TEXT,
    extra=st.lists(st.tuples(st.sampled_from(["volume", "page", "number"]), TEXT), max_size=2).map(tuple),
)


def _bibliography(works: list[Work]) -> Bibliography:
    keys = citekeys(works)
    return Bibliography(tuple(replace(work, key=key) for work, key in zip(works, keys, strict=True)))


BIBLIOGRAPHY = st.lists(WORK, max_size=4).map(_bibliography)
