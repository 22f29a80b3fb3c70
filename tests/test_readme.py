"""What the README shows is what happens: its console blocks are run on the samples, its Python as doctests.

A line `$ command` is run by a shell; the lines after it are its output, where "..." stands for anything.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
_BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(kind: str) -> list[str]:
    return [found.group(2) for found in _BLOCK.finditer(README) if found.group(1) == kind]


def commands() -> Iterator[tuple[str, str]]:
    for block in blocks("console"):
        for found in _COMMAND.finditer(block):
            yield found.group(1), found.group(2)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample library in it, where later examples find what earlier ones wrote."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "bib").symlink_to(ROOT / "bib")
    return folder


@pytest.mark.xdist_group("readme")
@pytest.mark.parametrize(("command", "expected"), list(commands()), ids=lambda text: text.split("\n")[0][:60])
def test_a_command_prints_what_the_readme_shows(command: str, expected: str, desk: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100"}
    done = subprocess.run(
        command,
        shell=True,
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    shown = done.stdout + done.stderr
    assert doctest.OutputChecker().check_output(expected.strip(), shown.strip(), doctest.ELLIPSIS), shown


@pytest.mark.parametrize("block", blocks("pycon"), ids=lambda block: block.split("\n")[0][:60])
def test_python_in_the_readme_does_what_it_shows(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert doctest.DocTestRunner(optionflags=FLAGS).run(test).failed == 0


def test_the_readme_has_examples_to_run() -> None:
    assert len(list(commands())) >= 5
    assert blocks("pycon")
