"""Names taken apart, and bylines taken apart into names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Organisation, Person
from citekit.text.names import (
    has_given_name,
    is_byline,
    is_byword,
    is_human,
    opens_byline,
    parse_author,
    parse_person,
    split_byline,
)

PEOPLE = [
    ("Andrea Lobo", Person("Lobo", "Andrea")),
    ("Vincent van Gogh", Person("Gogh", "Vincent", particle="van")),
    ("Ursula von der Leyen", Person("Leyen", "Ursula", particle="von der")),
    ("Oscar de la Hoya", Person("Hoya", "Oscar", particle="de la")),
    ("Mohammed bin Salman", Person("Salman", "Mohammed", particle="bin")),
    ("Bashar al-Assad", Person("al-Assad", "Bashar")),
    ("Bill Van Auken", Person("Van Auken", "Bill")),
    ("Marine Le Pen", Person("Le Pen", "Marine")),
    ("MAARTEN VAN ROSSEM", Person("Rossem", "Maarten", particle="van")),
    ("AMANDA SEITZ", Person("Seitz", "Amanda")),
    ("Jean DUPONT", Person("Dupont", "Jean")),
    ("SADHBH O'SULLIVAN", Person("O'Sullivan", "Sadhbh")),
    ("RONALD MCDONALD", Person("McDonald", "Ronald")),
    ("José Ortega y Gasset", Person("Ortega y Gasset", "José")),
    ("Gabriel García Márquez", Person("Márquez", "Gabriel García")),
    ("Martin Luther King, Jr.", Person("King", "Martin Luther", suffix="Jr.")),
    ("Thurston Howell III", Person("Howell", "Thurston", suffix="III")),
    ("King, Martin Luther, Jr.", Person("King", "Martin Luther", suffix="Jr.")),
    ("Shea, Rainer", Person("Shea", "Rainer")),
    ("J. K. Rowling", Person("Rowling", "J. K.")),
    ("M. Smith", Person("Smith", "M.")),
    ("Dr. Peter Singer", Person("Singer", "Peter")),
    ("Gen. Williams Kaliman", Person("Kaliman", "Williams")),
    ("Jeb Sprague @JebSprague", Person("Sprague", "Jeb", handle="JebSprague")),
    ("Ann Lee (@ann.lee)", Person("Lee", "Ann", handle="ann.lee")),
    ("Mao", Person("Mao")),
    ("毛泽东", Person("毛泽东")),
    ("  Ann\u00a0 Lee ,", Person("Lee", "Ann")),
    ("", Person("")),
]


@pytest.mark.parametrize(("text", "person"), PEOPLE, ids=str)
def test_person(text: str, person: Person) -> None:
    assert parse_person(text) == person


HUMANS = [
    "Ann Lee", "Bill Van Auken", "Charles de Gaulle", "Bashar al-Assad", "J. K. Rowling", "Lenin",
    "AMANDA SEITZ", "Jean-Luc Mélenchon", "Álvaro García Linera", "John v. Berenberg-Consbruch", "安倍晋三",
    "Bob van der Berg",
]  # fmt: skip
BODIES = [
    "Moon of Alabama", "Associated Press", "The Canadian Press", "AFP", "dpa", "karstenruppert", "wsws.org",
    "PETA-Team", "Staff and wire reports", "Amnesty International", "The Grayzone", "Reuters", "Agencia EFE",
    "University of Michigan", "Bo2man", "ann@example.org", "Editor", "Redacción", "",
]  # fmt: skip


@pytest.mark.parametrize("name", HUMANS)
def test_human(name: str) -> None:
    assert is_human(name)
    assert isinstance(parse_author(name), Person)


@pytest.mark.parametrize("name", BODIES)
def test_body(name: str) -> None:
    assert not is_human(name)
    assert parse_author(name) == Organisation(name)


def test_account_of_a_body_keeps_its_handle() -> None:
    assert parse_author("Moon of Alabama @MoonofA") == Organisation("Moon of Alabama", "MoonofA")
    assert parse_author("@MoonofA") == Organisation("MoonofA", "MoonofA")


BYLINES = [
    ("By AMANDA SEITZ and BEATRICE DUPUY, AP News", ["Amanda Seitz", "Beatrice Dupuy", "AP News"]),
    ("Von Peter Müller, Berlin", ["Peter Müller"]),
    ("Por Rodrigo Mejías", ["Rodrigo Mejías"]),
    ("Par Loïc Le Clerc | 30 septembre 2018", ["Loïc Le Clerc"]),
    ("By John Smith and Jane Doe | Nov 3, 2019", ["John Smith", "Jane Doe"]),
    ("By Ann Lee, Bo Li and Carla Diaz", ["Ann Lee", "Bo Li", "Carla Diaz"]),
    ("By Ryan Grim, Editor-in-chief of the Daily", ["Ryan Grim"]),
    ("By Michael Hiltzik\nBusiness Columnist", ["Michael Hiltzik"]),
    ("Text: Anna Sauerbrey und Malte Lehming", ["Anna Sauerbrey", "Malte Lehming"]),
    ("Written by: Ann Lee on May 3, 2019", ["Ann Lee"]),
    ("Ann Lee (ann@example.org)", ["Ann Lee"]),
    ("Shea, Rainer", ["Rainer Shea"]),
    ("José Ortega y Gasset", ["José Ortega y Gasset"]),
    ("U.S. Customs and Border Protection", ["U.S. Customs and Border Protection"]),
    ("Ministry of Water and Pumps", ["Ministry of Water and Pumps"]),
    ("Reuters and AFP", ["Reuters", "AFP"]),
    ("By Ann Lee and Ann Lee", ["Ann Lee"]),
    ("von Newsdesk 28. Januar 2022, 12:01", []),
    ("By Ann Lee in Berlin", ["Ann Lee"]),
    ("By Ann Lee for The Larkhaven Gazette", ["Ann Lee"]),
    ("By Ann Lee Daily Gazette Staff Writer", ["Ann Lee"]),
    ("By Senior Political Correspondent Ann Lee", ["Ann Lee"]),
    ("Von unserem Redakteur Max Huber", ["Max Huber"]),
    ("Ann Lee Deputy Sports Editor", ["Ann Lee"]),
    ("Ann Lee is a reporter at the Gazette.", ["Ann Lee"]),
    ("Ann Lee, MS, RDN", ["Ann Lee"]),
    ("By Ann Lee - March 3, 2020", ["Ann Lee"]),
    ("Ann Lee Last updated", ["Ann Lee"]),
    ("Posted on March 3, 2020 by Ann Lee", ["Ann Lee"]),
    ("3. Mai 2020 von Anna Huber", ["Anna Huber"]),
    ("Reporting by Ann Lee and Bo Diaz in Rome; Editing by Tom Ray", ["Ann Lee", "Bo Diaz"]),
    ("Text: Anna Huber Fotos: Tom Ray", ["Anna Huber"]),
    ("Words: Ann Lee, Photos: Tom Ray", ["Ann Lee"]),
    ("Photos by Ann Lee", []),
    ("Rubrik: Anna Huber", []),
    ("Ann Lee, special to the Gazette", ["Ann Lee"]),
    ("View all posts by Ann Lee", ["Ann Lee"]),
    ("Anna Huber Alle Artikel", ["Anna Huber"]),
    ("Lee, Ann; Diaz, Bo", ["Ann Lee", "Bo Diaz"]),
    ("MERCIER Anne", ["Anne Mercier"]),
    ("by ann lee", ["Ann Lee"]),
    ("Текст: Анна Белова", ["Анна Белова"]),
    ("作者：王小明", ["王小明"]),
    ("홍길동 기자", ["홍길동"]),
    ("PTI, New Delhi", ["PTI"]),
    ("Larkhaven Gazette / PP", ["Larkhaven Gazette"]),
    ("By WXYZ Staff", ["WXYZ Staff"]),
    ("By Ann Lee, WXYZ Staff", ["Ann Lee"]),
    ("By Sports Staff", []),
    ("Prof. Dr. med. Ann Lee ❤️", ["Ann Lee"]),
    ("Ann_Lee", ["Ann Lee"]),
    ("3.5.2024 | von Ann Lee", ["Ann Lee"]),
    ("20 Nov 2019", []),
    ("By Staff Writer", []),
    ("Redacción", []),
    ("April 13, 2020", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "names"), BYLINES, ids=str)
def test_byline(line: str, names: list[str]) -> None:
    assert [author.name for author in split_byline(line)] == names


@pytest.mark.parametrize(
    "line", ["By Ann Lee", "VON PETER MÜLLER", "Text: Ann Lee", "by @annlee", "Autor: Bo Li"]
)
def test_line_opens_a_byline(line: str) -> None:
    assert opens_byline(line)


@pytest.mark.parametrize("line", ["By the way, he left.", "von 3 bis 5", "Bypass opened", "Ann Lee", ""])
def test_line_opens_no_byline(line: str) -> None:
    assert not opens_byline(line)


def test_words_that_introduce_and_names_that_are_known() -> None:
    assert is_byword("Written by")
    assert is_byword("| Von:")
    assert not is_byword("Bybee")
    assert has_given_name("Dr. Ann Lee")
    assert not has_given_name("Desde Chinandega")
    assert has_given_name("Hanspeter Huber")
    assert not is_byline("In March 2020 it was sold by auction")


@given(st.text(max_size=200))
def test_nothing_raises_and_a_person_is_never_a_body(text: str) -> None:
    author = parse_author(text)
    assert isinstance(author, Person) == is_human(text)
    for each in split_byline(text):
        assert each.name == each.name.strip()


@given(st.lists(st.from_regex(r"[A-Z][a-z]{4,9}", fullmatch=True), min_size=2, max_size=3))
def test_a_name_read_back_is_the_same(words: list[str]) -> None:
    person = parse_person(" ".join(words))
    assert parse_person(person.name) == person
