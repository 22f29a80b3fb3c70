"""pybtex finds citekit's plugins by itself, both ways; what its own writer spoils, ours does not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pybtex.database import BibliographyData, Entry, Person, parse_string
from pybtex.plugin import find_plugin

from citekit.bibliography import Bibliography
from citekit.export.bibtex import bibtex, to_pybtex
from citekit.export.ris import ris
from citekit.model import Organisation, Work
from citekit.readback import read_text
from tests.cli.test_bib import ARTICLE
from tests.export.works import WORKS

URL = "https://a.example/x_y%20z?a=1&b=2#~c"
WORK = Work("wsws2019", "webpage", "A & B: 50%", (Organisation("Moon and Alabama"),), url=URL)


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("pybtex.database.input", "citekit"),
        ("pybtex.database.input", "csl-json"),
        ("pybtex.database.input", "ris"),
        ("pybtex.database.output", "biblatex"),
        ("pybtex.database.output", "csl-json"),
        ("pybtex.database.output", "ris"),
        ("pybtex.database.output", "zotero-rdf"),
    ],
)
def test_pybtex_knows_the_plugin(group: str, name: str) -> None:
    assert find_plugin(group, name).__module__ == "citekit.pybtex_plugin"


def convert(source: Path, target: Path, *options: str) -> str:
    """What `pybtex-convert` writes."""
    program = Path(sys.executable).with_name("pybtex-convert")
    subprocess.run([program, *options, source, target], check=True, capture_output=True, timeout=120)
    return target.read_text("utf-8")


@pytest.mark.slow
def test_pybtex_convert_reads_an_article(tmp_path: Path) -> None:
    article = tmp_path / "article.html"
    article.write_text(ARTICLE, "utf-8")
    assert "theguardian.com" in convert(article, tmp_path / "refs.bib")
    exact = convert(article, tmp_path / "exact.bib", "--to", "biblatex")
    assert "url = {https://www.theguardian.com/world/2019/nov/12/strike_a%20b}" in exact


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "words"),
    [("refs.ris", f"UR  - {URL}\n"), ("refs.json", f'"URL": "{URL}"'), ("refs.rdf", "<rdf:RDF")],
)
def test_pybtex_convert_writes_our_formats(name: str, words: str, tmp_path: Path) -> None:
    source = tmp_path / "refs.bib"
    source.write_text("".join(bibtex(Bibliography((WORK,)))), "utf-8")
    assert words in convert(source, tmp_path / name)


def test_pybtex_s_own_writer_spoils_what_ours_keeps() -> None:
    data = to_pybtex([WORK])
    theirs = parse_string(data.to_string("bibtex"), "bibtex").entries["wsws2019"]
    assert theirs.fields["url"] != URL
    ours = parse_string(data.to_string("biblatex"), "bibtex")
    assert ours == data
    assert ours.entries["wsws2019"].fields["url"] == URL
    assert ours.to_string("biblatex") == data.to_string("biblatex") == "".join(bibtex(Bibliography((WORK,))))


def test_what_we_read_pybtex_escapes_once() -> None:
    item = json.dumps([{"id": "k", "type": "webpage", "title": "A & B: 50% {x} $5", "URL": URL}])
    data = BibliographyData.from_string(item, "csl-json")
    assert "A \\& {B:} 50\\% \\textbraceleft{}x\\textbraceright{} \\$5" in data.to_string("bibtex")


def test_ris_to_bibtex() -> None:
    text = "".join(ris(Bibliography(WORKS)))
    data = BibliographyData.from_string(text, "ris")
    assert list(data.entries) == [work.key for work in WORKS]


def test_a_database_of_others_is_written_whole() -> None:
    entry = Entry(
        "book", {"title": "The {TeX}book", "month": "November"}, {"editor": [Person("Knuth, Donald E.")]}
    )
    text = BibliographyData({"knuth": entry}, preamble=["\\x"]).to_string("biblatex")
    assert text == (
        "@preamble{{\\x}}\n\n@book{knuth,\n  editor = {Knuth, Donald E.},\n"
        "  title = {The {TeX}book},\n  month = nov,\n}\n"
    )
    assert read_text(text)[0].title == "The TeXbook"


def test_braces_that_do_not_balance_do_not_swallow_the_rest() -> None:
    data = BibliographyData({"a": Entry("misc", {"title": "A } B {"}), "b": Entry("misc", {"title": "C"})})
    assert list(parse_string(data.to_string("biblatex"), "bibtex").entries) == ["a", "b"]
