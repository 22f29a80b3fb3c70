"""What the README shows is what happens."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.readme import PATH, blocks, commands, desk, run

README = PATH.read_text("utf-8")


@pytest.mark.parametrize("block", blocks(README, "console"), ids=lambda block: block.split("\n")[0][:60])
def test_commands_print_what_the_readme_shows(block: str, tmp_path: Path) -> None:
    folder = desk(tmp_path)
    for command, shown in commands(block):
        printed = run(command, folder)
        assert doctest.OutputChecker().check_output(shown.strip(), printed.strip(), doctest.ELLIPSIS), printed


@pytest.mark.parametrize("block", blocks(README, "pycon"), ids=lambda block: block.split("\n")[0])
def test_python_in_the_readme_does_what_it_shows(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_readme_has_examples_to_run() -> None:
    assert sum(len(commands(block)) for block in blocks(README, "console")) >= 10
    assert blocks(README, "pycon")
