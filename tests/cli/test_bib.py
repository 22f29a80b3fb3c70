"""`citekit bib`: the bibliography of articles, in every format, with keys, merging and selection."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from citekit.readback import read_library

ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Along the shore</title>
<meta property="og:site_name" content="Harbour Notes"><meta name="author" content="Mira Lindqvist">
<meta property="article:published_time" content="2019-11-20"></head><body><article><h1>Along the shore</h1>
<p>An invented sample. The strike goes on, <a href="https://www.theguardian.com/world/2019/nov/12/strike_a%20b">
The Guardian reported</a>, and nobody at the quay knows for how long it will.</p>
<p>In a <a href="https://www.reuters.com/article/2019/11/13/port">second report</a> the port was closed,
as everybody who has walked along the shore on a Tuesday morning had known for a while.</p>
</article></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An invented article that cites two others."""
    path = tmp_path / "article.html"
    path.write_text(ARTICLE, "utf-8")
    return path


def run(*arguments: object) -> Result:
    """The command's result."""
    return CliRunner().invoke(main, ["bib", *map(str, arguments)], catch_exceptions=False)


def test_bibtex_goes_to_standard_output(article: Path) -> None:
    result = run(article, "-q")
    assert result.exit_code == 0
    assert "url = {https://www.theguardian.com/world/2019/nov/12/strike_a%20b}" in result.stdout
    assert result.stdout.count("\n@") + result.stdout.startswith("@") == 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("refs.bib", "@online{"),
        ("refs.json", '"citation-key"'),
        ("refs.csl.json", '"citation-key"'),
        ("refs.ris", "TY  - "),
        ("refs.rdf", "<rdf:RDF"),
        ("refs.csv", "key,type,title"),
        ("refs.html", "<h1>Bibliography</h1>"),
        ("refs.txt", "theguardian.com"),
        ("refs.md", "- "),
    ],
)
def test_the_suffix_chooses_the_format(name: str, words: str, article: Path, tmp_path: Path) -> None:
    assert run(article, "-q", "-o", tmp_path / name).exit_code == 0
    assert words in (tmp_path / name).read_text("utf-8")


def test_several_files_from_one_reading(article: Path, tmp_path: Path) -> None:
    run(article, "-q", "-o", tmp_path / "a.bib", "-o", tmp_path / "a.json")
    keys = [work.key for work in read_library(tmp_path / "a.bib")]
    assert [item["id"] for item in json.loads((tmp_path / "a.json").read_text("utf-8"))] == keys


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--only", "link"], 2),
        (["--only", "post"], 0),
        (["--since", "2019-11-13"], 1),
        (["--until", "2018"], 0),
        (["--min-confidence", "1.0"], 0),
    ],
    ids=str,
)
def test_works_are_selected(options: list[str], count: int, article: Path) -> None:
    result = run(article, "-q", "--format", "csl-json", *options)
    assert len(json.loads(result.stdout)) == count


@pytest.mark.parametrize("dialect", ["biblatex", "bibtex", "zotero"])
def test_the_dialect_is_chosen(dialect: str, article: Path) -> None:
    shown = run(article, "-q", "--dialect", dialect, "--include-quotes", "--group-by", "article").stdout
    assert {"biblatex": "organization =", "bibtex": "\\url{", "zotero": "jabref-meta"}[dialect] in shown


def test_keys_by_formula(article: Path) -> None:
    shown = run(article, "-q", "--keys", "'X' + outlet.upper + year").stdout
    assert "{XGUARDIAN" in shown or "{XTHEGUARDIAN" in shown


def test_keys_from_a_library_are_kept(article: Path, tmp_path: Path) -> None:
    library = tmp_path / "mine.bib"
    library.write_text("@misc{Mine:1, url={http://theguardian.com/world/2019/nov/12/strike_a%20b}}", "utf-8")
    assert "{Mine:1," in run(article, "-q", "--keys-from", library).stdout


def test_merging_adds_what_is_new_and_says_so(article: Path, tmp_path: Path) -> None:
    library = tmp_path / "mine.bib"
    mine = b"% mine\r\n@misc{Mine:1,\r\n  url={http://theguardian.com/world/2019/nov/12/strike_a%20b}}\r\n"
    library.write_bytes(mine)
    result = run(article, "--merge", library)
    assert "1 added, 1 there already" in result.stderr
    assert "= Mine:1" in result.stderr
    assert result.stdout == ""
    merged = library.read_bytes()
    assert merged.startswith(mine)
    assert "0 added, 2 there already" in run(article, "--merge", library).stderr
    assert library.read_bytes() == merged


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--keys", "auth +"], 2, "ends too soon"),
        (["--only", "links"], 2, "none of link"),
        (["--since", "soon"], 2, "since"),
        (["--format", "docx"], 8, "known: "),
        (["-o", "refs.docx"], 7, ".docx"),
        (["--style", "nowhere.csl", "--format", "html"], 6, "no such file"),
        (["--keys-from", "nowhere.bib"], 2, "nowhere.bib"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said(options: list[str], code: int, message: str, article: Path) -> None:
    result = run(article, "-q", *options)
    assert result.exit_code == code
    assert message in result.stderr


def test_order_of_sources_changes_nothing(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.html"
    other.write_text(ARTICLE.replace("12/strike", "14/strike").replace("Along", "Beside"), "utf-8")
    keys = [[work["id"] for work in json.loads(run(*order, "-q", "--format", "csl-json").stdout)]
            for order in ((article, other), (other, article))]  # fmt: skip
    assert keys[0] == keys[1]
    assert len(keys[0]) == 3
