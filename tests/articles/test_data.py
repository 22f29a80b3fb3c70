"""The lists that tell an article from its frame and a name from a phrase: in lower case, each word once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from citekit.articles.html.furniture import is_closing, is_label, is_onward, said_by
from citekit.text.names.words import given_names

FILES = ["furniture", "metadata", "embeds", "names", "dates", "languages"]


def lists(table: object, path: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of strings in a file, with where it stands."""
    if isinstance(table, dict):
        for name, inner in table.items():
            yield from lists(inner, f"{path}.{name}")
    elif isinstance(table, list) and all(isinstance(each, str) for each in table):
        yield path, table


LISTS = [
    found
    for name in FILES
    for found in lists(tomllib.loads(files("citekit").joinpath(f"data/{name}.toml").read_text("utf-8")), name)
]


@pytest.mark.parametrize(("path", "words"), LISTS, ids=[path for path, _ in LISTS])
def test_words_are_lower_case_and_stand_once(path: str, words: list[str]) -> None:
    assert [word for word in words if word != word.lower() or word != word.strip()] == []
    assert sorted({word for word in words if words.count(word) > 1}) == []


CLASSES = [(path, word) for path, words in LISTS if path.startswith("furniture.classes.") for word in words]


def test_every_class_name_says_something() -> None:
    """As it stands, in camel case and between others."""
    for _, word in CLASSES:
        parts = word.split()
        assert said_by(f"x {'-'.join(parts)} y", None), word
        if all(len(part) > 1 and part.isalpha() for part in parts):
            assert said_by(None, parts[0] + "".join(part.capitalize() for part in parts[1:]) + "Left"), word


def test_lines_are_told_by_their_lists() -> None:
    for path, words in LISTS:
        for word in words:
            if path == "furniture.closing":
                assert is_closing(word.capitalize()), word
            elif path == "furniture.labels":
                assert is_label(word.upper()), word
            elif path == "furniture.onward":
                assert is_onward(f"{word}: another article"), word


def test_given_names_are_lower_case() -> None:
    assert len(given_names()) > 1500
    assert [name for name in given_names() if name != name.lower()] == []
