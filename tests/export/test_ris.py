"""RIS as rispy reads it."""

from __future__ import annotations

import pytest
import rispy

from citekit.bibliography import Bibliography
from citekit.export.ris import ris
from citekit.model import Author, Organisation, Outlet, PartialDate, Person, Work
from tests.export.works import BIBLIOGRAPHY, WORKS


def entries(*works: Work) -> list[dict[str, object]]:
    """What rispy reads of the works."""
    return rispy.loads("".join(ris(Bibliography(works))))  # type: ignore[no-any-return]


def test_every_sample_is_read() -> None:
    read = rispy.loads("".join(ris(BIBLIOGRAPHY)))
    assert [each["id"] for each in read] == [work.key for work in WORKS]
    assert [each.get("urls", [None])[0] for each in read] == [work.url for work in WORKS]
    assert all(each["title"] for each in read)


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (Person("Lobo", "Andrea"), "Lobo, Andrea"),
        (Person("Gogh", "Vincent", particle="van"), "van Gogh, Vincent"),
        (Person("King", "Martin", suffix="Jr."), "King, Martin, Jr."),
        (Organisation("Tent, Pole & Co."), "Tent; Pole & Co."),
    ],
    ids=str,
)
def test_a_name_is_not_split_where_it_is_whole(author: Author, written: str) -> None:
    assert entries(Work("k", "book", "T", (author,)))[0]["authors"] == [written]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (PartialDate(2019), "2019///"),
        (PartialDate(2019, 11), "2019/11//"),
        (PartialDate(2019, 11, 5), "2019/11/05/"),
        (PartialDate(2019, qualifier="~"), "2019///2019~"),
    ],
    ids=str,
)
def test_a_date_is_as_coarse_as_it_was(date: PartialDate, written: str) -> None:
    assert entries(Work("k", "book", "T", date=date))[0]["date"] == written


def test_a_tweet_is_no_e_mail() -> None:
    post = Work("k", "post", "T", outlet=Outlet("twitter", "Twitter", "twitter.com"))
    assert entries(post)[0]["type_of_reference"] == "ELEC"
