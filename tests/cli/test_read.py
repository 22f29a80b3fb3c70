"""`citekit read`: a page with the citations marked and explained."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from click.testing import CliRunner

from citekit.cli import main
from tests.conftest import SAMPLES


def test_every_citation_has_its_card_and_its_mark(tmp_path: Path) -> None:
    output = tmp_path / "reading.html"
    done = CliRunner().invoke(main, ["read", str(SAMPLES / "the-night-ferry.html"), "-o", str(output)])
    assert (done.exit_code, done.output) == (0, "")
    page = BeautifulSoup(output.read_text("utf-8"), "html.parser")
    cards = [str(card["id"]) for card in page.select("aside li.card")]
    assert len(cards) >= 8
    assert {f"at-{name}" for name in cards} == {mark["id"] for mark in page.select("article .jump")}


def test_several_articles_make_one_page() -> None:
    done = CliRunner().invoke(main, ["read", str(SAMPLES)])
    titles = [title.text for title in BeautifulSoup(done.output, "html.parser").select("h1")]
    assert len(titles) == 13


def test_nothing_read_is_an_error_and_no_page() -> None:
    done = CliRunner().invoke(main, ["read", "no-such-file"])
    assert (done.exit_code, done.stdout) == (3, "")
