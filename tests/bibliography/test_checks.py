"""`citekit check`: what is wrong, on which line, by which rule; and that our own files are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibliography import Bibliography
from citekit.export.bibtex import bibtex
from citekit.export.options import Dialect, Options
from citekit.readback.checks import check
from tests.export.hostile import TEXT
from tests.export.works import BIBLIOGRAPHY

GOOD = "@online{a,\n  title = {T},\n  date = {2019},\n  url = {https://a.example/x_y%20},\n}\n"


def found(text: str, dialect: Dialect | None = None) -> list[tuple[int, str]]:
    """Lines and rules."""
    return [(finding.line, finding.rule) for finding in check(text, dialect)]


def online(field: str) -> str:
    """An entry in which nothing is wrong but perhaps this field, on line 2."""
    return f"@online{{a, date = {{2019}},\n  {field},\n  title = {{T}}, url = {{https://a.example}}}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, []),
        ("", []),
        ("@online{a, title={T}, url={https://a.example/}}", [(1, "missing-field")]),
        ("@article{a, title={T}, date={2019}}", [(1, "missing-field"), (1, "missing-field")]),
        ("@misc{a, title={T}\n", [(1, "syntax")]),
        (GOOD + GOOD, [(6, "syntax")]),
        (GOOD + GOOD.replace("{a,", "{b,"), [(6, "duplicate")]),
        (GOOD.replace("title = {T},", "title = {T},\n  title = {U},"), [(1, "syntax")]),
        (online("addendum = {50% & more}"), [(2, "tex"), (2, "tex")]),
        (online("addendum = {a_b}"), [(2, "tex")]),
        (online("addendum = {costs $5}"), [(2, "tex")]),
        (online("addendum = {$a_b$ is math, \\url{x_y%20} an address, \\% escaped}"), []),
        (online("addendum = {ends in \\\\ }"), []),
        (online("urldate = {12 May 2019}"), [(2, "date")]),
        (online("urldate = {2019-11~}"), []),
        (online("verba = {htp://a.example}"), [(2, "url")]),
        (online("verba = {www.a.example}"), [(2, "url")]),
        (online("verba = {https://a.example/b c}"), [(2, "url")]),
        (online("verba = {https://a.example/\\_x}"), [(2, "url")]),
        (online("verba = {http:///h}"), [(2, "url")]),
        (online("verba = {https://a.example/https://b.example/}"), [(2, "url")]),
        (online("verba = {https://web.archive.org/web/2020/https://b.example/}"), []),
        (online("verba = {https://a.example/x,}"), [(2, "url")]),
        (online("verba = {https://a.example/x_(y)}"), []),
    ],
)
def test_what_is_wrong_is_found_where_it_is(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text, "biblatex") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{a, title={T}, year={n.d.}}", []),
        ("@misc{a, title={T}, year={soon}}", [(1, "date")]),
        ("@misc{a, title={T}, year=2019, month={13}}", [(1, "date")]),
        ("@misc{a, title={T}, year=2019, month=nov}", []),
        ("@book{a, title={T}, editor={E}, publisher={P}, year=2019}", []),
        ("@article{a, author={A}, title={T}, journal={J}}", [(1, "missing-field")]),
    ],
)
def test_the_classic_dialect_has_rules_of_its_own(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text, "bibtex") == expected


def test_the_dialect_is_told_from_the_fields() -> None:
    assert check("@article{a, author={A}, title={T}, journal={J}, year=2019}") == []
    assert [each.message for each in check("@online{a, title={T}, date={2019}}")] == [
        "@online without url or doi or eprint"
    ]


def test_a_missing_date_is_a_warning() -> None:
    (finding,) = check("@online{a, title={T}, url={https://a.example/}}")
    assert finding.severity == "warning"


@pytest.mark.parametrize("dialect", ["biblatex", "bibtex", "zotero"])
def test_our_own_files_have_no_error(dialect: Dialect) -> None:
    works = tuple(
        work for work in BIBLIOGRAPHY.works if work.identifiers != (("doi", "10.5555/example_(1990)<x>"),)
    )
    file = "".join(bibtex(Bibliography(works, BIBLIOGRAPHY.documents), Options(dialect=dialect)))
    assert [finding for finding in check(file, dialect) if finding.severity == "error"] == []


@given(
    text=st.text() | TEXT | TEXT.map(lambda value: f"@misc{{a,\n title = {{{value}}},\n url = {{{value}}}}}")
)
def test_no_file_makes_it_raise(text: str) -> None:
    check(text)
