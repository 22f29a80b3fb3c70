"""`citekit check`: a line a finding, and exit codes that CI can use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main

GOOD = "@online{a,\n  title = {T},\n  date = {2019},\n  url = {https://a.example/},\n}\n"


def run(*arguments: object) -> Result:
    """The command's result."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)], catch_exceptions=False)


@pytest.mark.parametrize(
    ("content", "options", "code", "line"),
    [
        (GOOD, [], 0, ""),
        (GOOD.replace("{T}", "{A & B}"), [], 1, ":2: error: a: title: a bare &: write \\& [tex]"),
        (GOOD.replace("  date = {2019},\n", ""), [], 0, ":1: warning: a: @online without date or year"),
        (GOOD.replace("  date = {2019},\n", ""), ["--strict"], 1, ":1: warning"),
        (GOOD.replace("{T}", "{\x1b[31m}"), [], 1, ":2: error"),
        (GOOD, ["--dialect", "bibtex"], 0, ""),
    ],
    ids=str,
)
def test_a_file_is_checked(content: str, options: list[str], code: int, line: str, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(content, "utf-8")
    result = run(path, *options)
    assert result.exit_code == code
    assert line in result.stdout
    assert bool(result.stdout) == bool(line)
    assert "\x1b" not in result.stdout


def test_json_for_programs(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(GOOD.replace("https://a", "htp://a"), "utf-8")
    (finding,) = json.loads(run(path, "--format", "json").stdout)
    assert (finding["line"], finding["key"], finding["rule"], finding["severity"]) == (4, "a", "url", "error")


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_checked(tmp_path: Path) -> None:
    good = tmp_path / "good.bib"
    good.write_text(GOOD.replace("{T}", "{A & B}"), "utf-8")
    binary = tmp_path / "binary.bib"
    binary.write_bytes(b"\xff\xfe\x00")
    result = run(tmp_path / "missing.bib", binary, good)
    assert result.exit_code == 9
    assert "no such file" in result.stderr
    assert "not UTF-8 at byte 0" in result.stderr
    assert "good.bib:2:" in result.stdout
