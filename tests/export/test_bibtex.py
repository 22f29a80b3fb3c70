"""Entries, names and fields of the three dialects, row by row."""

from __future__ import annotations

import pytest

from citekit.bibliography import Bibliography
from citekit.export.bibtex import bibtex, to_pybtex
from citekit.export.bibtex_fields import entry
from citekit.export.bibtex_names import author_field
from citekit.export.kinds import entry_types, kinds
from citekit.export.lookup import Lookup
from citekit.export.options import Dialect, Options
from citekit.model import Author, Organisation, Outlet, PartialDate, Person, Work

GAZETTE = Outlet("gazette", "The Example Gazette", "gazette.example", "newspaper")
MIRA = Person("Lindqvist", "Mira")


def fields(work: Work, dialect: Dialect = "biblatex") -> dict[str, str]:
    """The fields of a work's entry, its type among them."""
    found = entry(work, Lookup(Bibliography((work,))), Options(dialect=dialect))
    return {"@": found.type, **dict(found.fields)}


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (Person("Lobo", "Andrea"), "Lobo, Andrea"),
        (Person("Gogh", "Vincent", particle="van"), "van Gogh, Vincent"),
        (Person("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (Person("Ortega y Gasset", "José"), "{Ortega y Gasset}, José"),
        (Person("de la Cruz", "Ana"), "{de la Cruz}, Ana"),
        (Person("Morales Ayma"), "{Morales Ayma}"),
        (Person("Madonna"), "Madonna"),
        (Person("others"), "{others}"),
        (Person("Band", "Rock and Roll"), "Band, {Rock and Roll}"),
        (Organisation("Johnson & Sons"), "{Johnson \\& Sons}"),
        (Organisation("Trinidad and Tobago Guardian"), "{Trinidad and Tobago Guardian}"),
        (Organisation("evo", handle="evo"), "{@evo}"),
        (Person("Sprague", "Jeb", handle="JebSprague"), "Sprague, Jeb"),
        (Organisation(""), ""),
    ],
    ids=str,
)
def test_a_name_is_written_whole(author: Author, written: str) -> None:
    assert author_field([author]) == written


@pytest.mark.parametrize(
    ("known", "type_"),
    [
        ({"authors": (MIRA,), "outlet": GAZETTE, "title": "T"}, "article"),
        ({"outlet": GAZETTE, "url": "https://gazette.example/1"}, "online"),
        ({"outlet": GAZETTE}, "misc"),
        ({"authors": (MIRA,), "url": "https://gazette.example/1"}, "online"),
        ({"identifiers": (("doi", "10.5555/1"),)}, "online"),
    ],
    ids=str,
)
def test_a_news_article_is_of_the_best_type_that_it_can_be(known: dict[str, object], type_: str) -> None:
    assert fields(Work("k", "article-newspaper", **known))["@"] == type_  # type: ignore[arg-type]


def test_a_body_is_the_author_of_its_own_report() -> None:
    ngo = Outlet("ngo", "Harbour Watch", kind="NGO")
    found = fields(Work("k", "report", "T", date=PartialDate(2017), outlet=ngo))
    assert (found["@"], found["author"], found["institution"]) == (
        "report",
        "{Harbour Watch}",
        "Harbour Watch",
    )


@pytest.mark.parametrize(
    ("date", "biblatex", "bibtex_"),
    [
        (None, {"date": None}, {"year": "n.d."}),
        (PartialDate(2019), {"date": "2019"}, {"year": "2019", "month": None}),
        (PartialDate(2019, 11), {"date": "2019-11"}, {"year": "2019", "month": "nov"}),
        (PartialDate(2019, 11, 5), {"date": "2019-11-05"}, {"month": "nov", "day": "5"}),
        (PartialDate(2019, qualifier="~"), {"date": "2019~"}, {"year": "c. 2019"}),
        (PartialDate(2019, qualifier="?"), {"date": "2019?"}, {"year": "2019?"}),
        (PartialDate(1990, until=PartialDate(2010)), {"date": "1990/2010"}, {"year": "1990--2010"}),
    ],
    ids=str,
)
def test_a_date_is_written_as_each_dialect_has_it(
    date: PartialDate | None, biblatex: dict[str, str | None], bibtex_: dict[str, str | None]
) -> None:
    work = Work("k", "webpage", "T", date=date)
    assert {name: fields(work).get(name) for name in biblatex} == biblatex
    classic = fields(work, "bibtex")
    assert {name: classic.get(name) for name in bibtex_} == bibtex_


def test_a_work_known_only_through_another_says_so() -> None:
    through = Work("canary2020", "article-newspaper", "Through", (MIRA,), outlet=GAZETTE)
    work = Work("tweet2019", "post", quotes=("Word for word",), quoted_in=("canary2020",))
    file = "".join(bibtex(Bibliography((through, work))))
    assert "addendum = {quoted in Mira Lindqvist, The Example Gazette, “Through”}" in file
    assert "usera = {tweet2019}" in file


def test_zotero_gets_neither_what_it_drops_nor_what_it_keeps_as_junk() -> None:
    work = Work(
        "k", "article", "T", url="https://a.example/x_y", language="en", identifiers=(("arxiv", "1"),)
    )
    found = fields(work, "zotero")
    assert found["language"] == "en"
    assert not {"eprinttype", "langid", "entrysubtype", "addendum", "annotation"} & set(found)


def test_every_row_of_the_table_has_types_that_are_known() -> None:
    for kind in kinds():
        for dialect in ("biblatex", "bibtex", "zotero"):
            assert entry_types(Work("k", kind.csl), dialect)


def test_pybtex_has_organisations_whole() -> None:
    (person,) = (
        to_pybtex([Work("k", "webpage", "T", (Organisation("Moon of Alabama"),))])
        .entries["k"]
        .persons["author"]
    )
    assert person.last_names == ["{Moon of Alabama}"]


def test_a_title_of_ten_thousand_characters_is_one_line() -> None:
    title = "{" * 10_000
    file = "".join(bibtex(Bibliography((Work("k", "book", title),))))
    assert file.count("\\textbraceleft{}") == 10_000
    assert len(file.splitlines()) == 4
