"""The JSON contract, version 1: exact names, nothing more, and offsets that hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from citekit.export.contract import author, document, json_lines, json_text
from citekit.model import Author, Organisation, Person
from tests.made import corpus
from tests.made import document as made

DOCUMENT = ["id", "source", "title", "authors", "date", "outlet", "url", "language", "citations", "problems"]
CITATION = [
    "id",
    "form",
    "anchor",
    "quote",
    "outlet",
    "authors",
    "title",
    "date",
    "url",
    "type",
    "within",
    "work",
    "confidence",
    "rule",
]


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    return json.loads("".join(json_text(corpus())))  # type: ignore[no-any-return]


def test_the_object_has_the_contracts_names(shown: dict[str, Any]) -> None:
    assert list(shown) == ["format", "version", "documents", "works"]
    assert (shown["format"], shown["version"]) == ("citekit", 1)


def test_a_document_has_the_contracts_names(shown: dict[str, Any]) -> None:
    assert list(shown["documents"][0]) == DOCUMENT


def test_every_citation_has_the_contracts_names(shown: dict[str, Any]) -> None:
    assert {tuple(citation) for citation in shown["documents"][0]["citations"]} == {tuple(CITATION)}


def test_a_work_is_a_csl_item_whose_id_is_the_citekey(shown: dict[str, Any]) -> None:
    (work,) = shown["works"]
    assert (work["id"], work["title"]) == ("gullandtide2024bridge", "A Bridge Is a Slow Ferry")


def test_offsets_refer_to_the_text() -> None:
    found = document(made(), with_text=True)
    for citation in found["citations"]:
        for place in filter(None, (citation["anchor"], citation["quote"])):
            assert found["text"][place["start"] : place["end"]] == place["text"]


def test_unknown_is_null_and_no_authors_an_empty_list(shown: dict[str, Any]) -> None:
    reprint = shown["documents"][0]["citations"][0]
    assert (reprint["date"], reprint["url"], reprint["within"], reprint["authors"]) == (None, None, None, [])


def test_a_line_is_a_document() -> None:
    (line,) = json_lines([made()])
    assert json.loads(line) == document(made())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (Person("Shea", "Rainer"), {"family": "Shea", "given": "Rainer"}),
        (Person("Gogh", particle="van"), {"family": "Gogh", "non-dropping-particle": "van"}),
        (Person("King", "Martin", suffix="Jr."), {"family": "King", "given": "Martin", "suffix": "Jr."}),
        (
            Person("Sprague", "Jeb", handle="JebSprague"),
            {"family": "Sprague", "given": "Jeb", "handle": "JebSprague"},
        ),
        (Organisation("Moon of Alabama"), {"literal": "Moon of Alabama"}),
    ],
    ids=str,
)
def test_names_are_csl_names(name: Author, shown: dict[str, str]) -> None:
    assert author(name) == shown
