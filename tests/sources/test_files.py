"""Files, folders and standard input: what is read, in what order, and what is said of the rest."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from citekit.errors import SourceError
from citekit.model import Page
from citekit.sources import Failure, files, pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a.txt", "z/c.md", "z/d.HTM", "z/e.html.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(b"packed") if name.endswith(".gz") else name.encode())
    for name in (".hidden.html", "picture.png", ".git/x.html", "notes", "z/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"no")
    return tmp_path


def test_folder_is_walked_in_order_of_name(folder: Path) -> None:
    found = list(pages([str(folder)]))
    assert [Path(page.source).name for page in found] == ["a.txt", "b.html", "c.md", "d.HTM", "e.html.gz"]
    assert [page.media_type for page in found if isinstance(page, Page)] == [
        "text/plain", "text/html", "text/markdown", "text/html", "text/html"
    ]  # fmt: skip


def test_gzip_is_unpacked_by_content(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "plain.html").write_bytes(gzip.compress(b"<p>x"))
    (page,) = pages([str(tmp_path / "plain.html")])
    assert isinstance(page, Page)
    assert page.content == b"<p>x"


def test_any_file_named_is_read_whatever_its_suffix(folder: Path) -> None:
    (page,) = pages([str(folder / "notes")])
    assert isinstance(page, Page)
    assert (page.content, page.media_type) == (b"no", None)


def test_what_fails_is_a_value_among_the_others(folder: Path) -> None:
    (folder / "broken.html").symlink_to(folder / "gone")
    found = list(pages([str(folder / "no such file"), str(folder)]))
    assert [type(each) for each in found].count(Failure) == 2
    assert len(found) == 7
    failures = [each for each in found if isinstance(each, Failure)]
    assert "there is no file" in str(failures[0].error)
    assert failures[1].source.endswith("broken.html")
    assert "cannot be read" in str(failures[1].error)
    assert all(type(failure.error) is SourceError for failure in failures)


def test_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"x")
    (failure,) = pages([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert "holds nothing to read" in str(failure.error)
    assert ".html" in str(failure.error)


def test_link_that_leads_round_is_not_followed(folder: Path) -> None:
    (folder / "z" / "up").symlink_to(folder)
    assert len(list(pages([str(folder)]))) == 5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (gzip.compress(b"x" * 1000)[:20], "breaks off"),
        (gzip.compress(b"x" * 1000)[:10] + b"\xff" * 50, "damaged gzip"),
        (gzip.compress(b"x" * 3000), "larger than"),
        (b"x" * 3000, "larger than"),
    ],
    ids=["cut", "damaged", "bomb", "large"],
)
def test_bad_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, words: str) -> None:
    monkeypatch.setattr(files, "LARGEST", 2000)
    (tmp_path / "x.html").write_bytes(content)
    (failure,) = pages([str(tmp_path / "x.html")])
    assert isinstance(failure, Failure)
    assert words in str(failure.error)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert list(pages(["-"])) == [Page("-", b"words")]


@pytest.mark.parametrize("locator", ["\0", "a" * 5000, ""])
def test_odd_locators_are_failures(locator: str) -> None:
    (failure,) = pages([locator])
    assert isinstance(failure, Failure)
