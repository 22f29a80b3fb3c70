"""The frame of the command line: help, version, completion, and an exit code for each way to fail."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import click
import pytest
from click.testing import CliRunner

from citekit import cli, errors
from citekit.cli import COMMANDS, main


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """`citekit extract` raises what is put into the list."""
    box: list[BaseException] = []

    def fail() -> None:
        raise box.pop()

    monkeypatch.setattr(cli.Commands, "get_command", lambda *_: click.Command("extract", callback=fail))
    return box


def test_help_lists_the_commands_and_the_exit_codes() -> None:
    shown = CliRunner().invoke(main, ["--help"]).output
    assert all(f"  {name} " in shown for name in main.list_commands(click.Context(main)))
    assert "7 output not written" in shown


def test_a_command_whose_module_is_missing_does_not_break_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "summarise", "No such module.")
    assert "summarise" not in CliRunner().invoke(main, ["--help"]).output
    assert CliRunner().invoke(main, ["summarise"]).exit_code == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: main {name} ")


def error_classes(base: type[errors.CitekitError]) -> Iterator[type[errors.CitekitError]]:
    yield base
    for each in base.__subclasses__():
        if each.__module__ == errors.__name__:
            yield from error_classes(each)


@pytest.mark.parametrize("kind", list(error_classes(errors.CitekitError)), ids=lambda kind: kind.__name__)
def test_an_error_is_one_safe_line_and_its_own_exit_code(
    kind: type[errors.CitekitError], raising: list[Any]
) -> None:
    raising.append(kind("bad \x1b[31m\nthing"))
    done = CliRunner().invoke(main, ["extract"])
    assert (done.stderr, done.stdout) == ("citekit: bad \\x1b[31m thing\n", "")
    assert done.exit_code == kind.exit_code


def test_exit_codes_are_distinct() -> None:
    codes = [kind.exit_code for kind in error_classes(errors.CitekitError)]
    assert len(codes) == len(set(codes))
    assert not {0, 2, 130} & set(codes)


def test_an_interrupt_is_130(raising: list[BaseException]) -> None:
    raising.append(KeyboardInterrupt())
    done = CliRunner().invoke(main, ["extract"])
    assert (done.exit_code, done.stderr) == (130, "citekit: stopped\n")


def test_the_version_is_the_packages() -> None:
    from importlib.metadata import version

    assert CliRunner().invoke(main, ["--version"]).output == f"citekit {version('citekit')}\n"


def test_python_m_citekit_is_citekit() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "citekit", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: citekit ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    environment = {**os.environ, "_CITEKIT_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-c", "from citekit.cli import main; main(prog_name='citekit')"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert "citekit" in done.stdout


def test_a_reader_that_has_enough_is_no_crash() -> None:
    """`citekit ... | head -1`: the pipe closes, and nothing is said of it."""
    command = (
        f"{sys.executable} -m citekit extract --format csv bib/articles bib/articles bib/articles | head -1"
    )
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert done.stdout.startswith("source,")
    assert done.stderr == ""
