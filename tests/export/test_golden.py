"""The sample works in every format, against files; `python -m tests.export.test_golden` writes those anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.export.bibliographies import exporter
from citekit.export.options import Options
from tests.export.works import BIBLIOGRAPHY

FOLDER = Path(__file__).parent / "golden"

GOLDEN = {
    "biblatex.bib": ("biblatex", Options(include_quotes=True)),
    "bibtex.bib": ("bibtex", Options(dialect="bibtex", ascii=True)),
    "zotero.bib": ("zotero", Options(group_by="article")),
    "grouped.bib": ("biblatex", Options(group_by="outlet")),
    "works.csl.json": ("csl-json", Options(include_quotes=True)),
    "works.ris": ("ris", Options()),
    "works.rdf": ("zotero-rdf", Options()),
    "works.csv": ("csv", Options(include_quotes=True)),
    "apa.html": ("html", Options(style="apa", include_quotes=True)),
    "chicago-notes.md": ("markdown", Options(style="chicago-notes", group_by="type")),
    "chicago-author-date.txt": ("text", Options(style="chicago-author-date")),
    "harvard.txt": ("text", Options(style="harvard")),
    "mla.txt": ("text", Options(style="mla")),
    "plain.txt": ("text", Options(style="plain")),
}


def made(name: str) -> bytes:
    """The file as it comes out now."""
    form, options = GOLDEN[name]
    return "".join(exporter(form)(BIBLIOGRAPHY, options)).encode("utf-8")


@pytest.mark.parametrize("name", GOLDEN)
def test_a_format_comes_out_the_same(name: str) -> None:
    assert made(name).decode("utf-8") == (FOLDER / name).read_bytes().decode("utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in GOLDEN:
        (FOLDER / each).write_bytes(made(each))
