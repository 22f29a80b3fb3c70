"""The .bib files as biber, BibTeX and LaTeX take them; skipped with the reason where those are missing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string as parse_bib
from hypothesis import Phase, given, settings

from citekit.bibliography import Bibliography
from citekit.export.bibtex import bibtex
from citekit.export.bibtex_fields import entry
from citekit.export.lookup import Lookup
from citekit.export.options import Dialect, Options
from citekit.export.tex import unescape
from tests.export.hostile import BIBLIOGRAPHY as HOSTILE
from tests.export.works import BIBLIOGRAPHY

pytestmark = pytest.mark.slow

DOCUMENT = r"""\documentclass{article}
%s
\usepackage[style=%s,backend=biber]{biblatex}
\addbibresource{refs.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""

CLASSIC = r"""\documentclass{article}
\usepackage{url}
\begin{document}
\nocite{*}
\bibliographystyle{plain}
\bibliography{refs}
\end{document}
"""


def needs(*programs: str, style: str | None = None) -> None:
    """Skip unless these programs, and a LaTeX file, are there."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    if style and subprocess.run(["kpsewhich", style], capture_output=True, check=False).returncode:
        pytest.skip(f"{style} is not installed")


def run(folder: Path, *command: str) -> str:
    """What a program says, in a folder."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=300, check=False
    )
    return done.stdout + done.stderr


def written(folder: Path, bibliography: Bibliography, dialect: Dialect, ascii: bool = False) -> Path:
    """The file refs.bib."""
    path = folder / "refs.bib"
    options = Options(dialect=dialect, include_quotes=True, ascii=ascii)
    path.write_text("".join(bibtex(bibliography, options)), "utf-8")
    return path


def test_biber_finds_nothing_wrong_with_the_data_model(tmp_path: Path) -> None:
    """Nothing but that the undated have no date: the data model wants one, and styles print "n.d.".

    Any value of `date` or `year` that biber 2.18 says nothing of prints wrongly (`XXXX` "()", `../` "(–)" and
    `0` "(0)"); the types that it lets go undated and have a title are @dataset and @software.
    """
    needs("biber", style="biblatex.sty")
    path = written(tmp_path, BIBLIOGRAPHY, "biblatex")
    said = run(tmp_path, "biber", "--tool", "--validate-datamodel", path.name)
    warnings = re.findall(r"^(?:WARN|ERROR) - (.*)$", said, re.MULTILINE)
    undated = [work.key for work in BIBLIOGRAPHY.works if work.date is None]
    assert sorted(warnings) == sorted(
        f"Datamodel: Entry '{key}' (refs.bib): Missing mandatory field - one of 'date, year' must be defined"
        for key in undated
    )


def test_biber_finds_nothing_at_all_wrong_with_dated_works(tmp_path: Path) -> None:
    needs("biber", style="biblatex.sty")
    dated = Bibliography(tuple(work for work in BIBLIOGRAPHY.works if work.date), BIBLIOGRAPHY.documents)
    path = written(tmp_path, dated, "biblatex")
    said = run(tmp_path, "biber", "--tool", "--validate-datamodel", path.name)
    assert "WARN" not in said
    assert "ERROR" not in said


@settings(max_examples=10, phases=[Phase.generate])  # a second each: no time to shrink
@given(bibliography=HOSTILE)
def test_biber_reads_back_what_is_written(
    bibliography: Bibliography, tmp_path_factory: pytest.TempPathFactory
) -> None:
    needs("biber")
    folder = tmp_path_factory.mktemp("biber")
    written(folder, bibliography, "biblatex")
    command = ["biber", "--tool", "--output-fieldcase=lower", "--nolog", "refs.bib"]
    if not bibliography.works:
        return
    said = run(folder, *command)
    assert "ERROR" not in said
    read = parse_bib((folder / "refs_bibertool.bib").read_text("utf-8"))
    lookup = Lookup(bibliography)
    for work in bibliography.works:
        expected = dict(entry(work, lookup, Options(include_quotes=True)).fields)
        found = {field.key: field.value for field in read.entries_dict[work.key].fields}
        for name in ("url", "doi"):
            assert found.get(name) == expected.get(name)
        for name in ("title", "note", "organization"):
            assert _same(found.get(name)) == _same(expected.get(name)), name


def _same(value: str | None) -> str | None:
    """As it is printed: biber writes composed characters, and commands as what they stand for."""
    import unicodedata

    return unicodedata.normalize("NFC", unescape(value)) if value is not None else None


@pytest.mark.parametrize("style", ["numeric", "authoryear", "verbose"])
def test_a_document_with_all_samples_compiles(style: str, tmp_path: Path) -> None:
    needs("lualatex", "biber", style="biblatex.sty")
    written(tmp_path, BIBLIOGRAPHY, "biblatex")
    (tmp_path / "doc.tex").write_text(DOCUMENT % ("", style), "utf-8")
    compile_with(tmp_path, "lualatex", "biber")


def test_pdflatex_compiles_it_in_ascii(tmp_path: Path) -> None:
    needs("pdflatex", "biber", style="biblatex.sty")
    written(tmp_path, BIBLIOGRAPHY, "biblatex", ascii=True)
    (tmp_path / "doc.tex").write_text(DOCUMENT % (r"\usepackage{textcomp}", "authoryear"), "utf-8")
    compile_with(tmp_path, "pdflatex", "biber")


def test_bibtex_takes_the_classic_dialect_without_a_warning(tmp_path: Path) -> None:
    needs("pdflatex", "bibtex")
    written(tmp_path, BIBLIOGRAPHY, "bibtex", ascii=True)
    (tmp_path / "doc.tex").write_text(CLASSIC, "utf-8")
    said = compile_with(tmp_path, "pdflatex", "bibtex")
    assert "Warning--" not in said
    assert "error message" not in said


def compile_with(folder: Path, latex: str, bibliography: str) -> str:
    """Run LaTeX, the bibliography program and LaTeX twice; what the bibliography program said."""
    command = [latex, "-interaction=nonstopmode", "-halt-on-error", "doc.tex"]
    run(folder, *command)
    said = run(folder, bibliography, "doc")
    assert "ERROR" not in said
    for _ in range(2):
        output = run(folder, *command)
    log = (folder / "doc.log").read_text("utf-8", errors="replace")
    errors = [line for line in log.splitlines() if line.startswith("!")]
    assert errors == [], output[-2000:]
    assert (folder / "doc.pdf").stat().st_size > 20_000
    return said
