"""What must hold of every file that is written, whatever the works say."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from unicodedata import is_normalized

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bib
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from citekit.bibliography import Bibliography
from citekit.export.bibtex import bibtex, from_pybtex, serialize, to_pybtex
from citekit.export.csl_json import csl_json
from citekit.export.formatted import html, markdown, text
from citekit.export.options import Dialect, Options
from citekit.export.ris import ris
from citekit.export.tex import escape, unescape, verbatim
from citekit.export.works_csv import COLUMNS, works_csv
from citekit.export.zotero_rdf import zotero_rdf
from citekit.model import Work
from citekit.readback import read_text
from tests.export.hostile import BIBLIOGRAPHY, TEXT, URL

DIALECTS: list[Dialect] = ["biblatex", "bibtex", "zotero"]


def written(bibliography: Bibliography, dialect: Dialect = "biblatex", ascii: bool = False) -> str:
    """The file as it lies on a disk."""
    options = Options(dialect=dialect, include_quotes=True, ascii=ascii)
    return "".join(bibtex(bibliography, options)).encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("dialect", DIALECTS)
@given(bibliography=BIBLIOGRAPHY)
def test_pybtex_reads_back_what_is_written(dialect: Dialect, bibliography: Bibliography) -> None:
    options = Options(include_quotes=True)
    read = parse_string(written(bibliography, dialect), "bibtex")
    assert read == to_pybtex(bibliography.works, dialect, options=options)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(bibliography=BIBLIOGRAPHY)
def test_bibtexparser_reads_back_what_is_written(dialect: Dialect, bibliography: Bibliography) -> None:
    library = parse_bib(written(bibliography, dialect))
    assert library.failed_blocks == []
    read = {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}
    lookup = {entry.key: dict(entry.fields) for entry in _entries(bibliography, dialect)}
    assert read == lookup


def _entries(bibliography: Bibliography, dialect: Dialect):  # type: ignore[no-untyped-def]
    from citekit.export.bibtex_fields import entry
    from citekit.export.lookup import Lookup

    options = Options(dialect=dialect, include_quotes=True)
    return [entry(work, Lookup(bibliography), options) for work in bibliography.works]


@pytest.mark.parametrize("dialect", DIALECTS)
@given(bibliography=BIBLIOGRAPHY)
def test_writing_what_was_read_changes_no_byte(dialect: Dialect, bibliography: Bibliography) -> None:
    first = written(bibliography, dialect)
    again = "\n".join(serialize(entry) for entry in from_pybtex(parse_string(first, "bibtex")))
    assert again == first


@given(url=URL)
def test_an_address_survives(url: str) -> None:
    file = written(Bibliography((Work("k", "webpage", "T", url=url),)))
    assert parse_string(file, "bibtex").entries["k"].fields["url"] == verbatim(url)
    if is_normalized("NFC", url) and not re.search(
        r"[\s\x00-\x1f\x7f-\xa0{}\\\ud800-\udfff\u2028\u2029\ufeff]", url
    ):
        assert verbatim(url) == url
        assert read_text(file)[0].url == url


@given(text=TEXT)
def test_escaped_text_reads_as_itself(text: str) -> None:
    plain = re.sub(r"-{2,}|'{2,}|`{2,}|\[U\+|[\ue000-\ue0ff\xa0\u2010-\u2015]", "-", escape_free(text))
    assert unescape(escape(plain)) == plain


def escape_free(text: str) -> str:
    """The text as one line, as every format has it."""
    from citekit.export.prose import tidy

    return tidy(text)


@given(bibliography=BIBLIOGRAPHY)
def test_ascii_means_ascii(bibliography: Bibliography) -> None:
    assert written(bibliography, "bibtex", ascii=True).isascii()


@given(bibliography=BIBLIOGRAPHY)
def test_json_is_json(bibliography: Bibliography) -> None:
    items = json.loads("".join(csl_json(bibliography)).encode("utf-8"))
    assert [item["id"] for item in items] == [work.key for work in bibliography.works]


@given(bibliography=BIBLIOGRAPHY)
def test_rdf_is_well_formed(bibliography: Bibliography) -> None:
    ET.fromstring("".join(zotero_rdf(bibliography)).encode("utf-8"))


@given(bibliography=BIBLIOGRAPHY)
def test_ris_has_an_entry_a_work(bibliography: Bibliography) -> None:
    file = "".join(ris(bibliography)).encode("utf-8").decode("utf-8")
    assert [entry["id"] for entry in rispy.loads(file)] == [work.key for work in bibliography.works]
    assert [work.key for work in read_text(file, "ris")] == [work.key for work in bibliography.works]


@given(bibliography=BIBLIOGRAPHY)
def test_csv_has_a_row_a_work_and_no_formula(bibliography: Bibliography) -> None:
    file = "".join(works_csv(bibliography, Options(include_quotes=True))).encode("utf-8").decode("utf-8")
    rows = list(csv.reader(io.StringIO(file, newline="")))
    assert [len(row) for row in rows] == [len(COLUMNS)] * (1 + len(bibliography))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("style", ["apa", "chicago-notes", "plain"])
@settings(max_examples=25)
@given(bibliography=BIBLIOGRAPHY)
def test_formatted_text_holds_no_markup_of_others(style: str, bibliography: Bibliography) -> None:
    page = "".join(html(bibliography, Options(style=style, include_quotes=True)))
    tags = set(re.findall(r"<(?!!)/?([^\s>]+)", page.partition("<body>")[2]))
    assert tags <= {"h1", "ol", "li", "i", "b", "span", "a", "body", "html", "em", "strong", "sup"}
    assert not re.search(r"&(?!(?:amp|lt|gt|quot|#x27|#39|nbsp);)", page.partition("<body>")[2])
    assert "".join(markdown(bibliography, Options(style=style))).encode("utf-8") is not None
    assert "".join(text(bibliography, Options(style=style))).count("\n\n") >= len(bibliography)


@given(bibliography=BIBLIOGRAPHY)
def test_no_file_of_ours_is_unreadable_to_us(bibliography: Bibliography) -> None:
    for dialect in DIALECTS:
        read = read_text(written(bibliography, dialect))
        assert [work.key for work in read] == [work.key for work in bibliography.works]
    assert len(read_text("".join(csl_json(bibliography)))) == len(bibliography)


@given(text=st.text() | TEXT)
def test_reading_raises_nothing_of_its_own(text: str) -> None:
    from citekit.errors import BibliographyError

    for form in ("bibtex", "ris", "csl-json"):
        try:
            read_text(text, form)
        except BibliographyError:
            continue


@given(bibliography=BIBLIOGRAPHY)
def test_a_key_is_of_the_work_alone(bibliography: Bibliography) -> None:
    from citekit.resolve.keys import citekeys

    works = [replace(work, key="") for work in bibliography.works]
    assert citekeys(works[::-1]) == citekeys(works)[::-1] or len(set(map(repr, works))) < len(works)
