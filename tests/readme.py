"""The README's examples: found, run, and written anew with what they print (`python -m tests.golden` does).

In a `console` block a line `$ command` is run by a shell, and the lines after it are its output; a `pycon`
block is run as a session. A line "..." in an output stands for anything, and such an output is left as it is.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

PATH = ROOT / "README.md"
_BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def blocks(text: str, kind: str) -> list[str]:
    """What stands in the blocks of a kind."""
    return [found.group(2) for found in _BLOCK.finditer(text) if found.group(1) == kind]


def commands(block: str) -> list[tuple[str, str]]:
    """Each command of a console block with the output that is shown for it."""
    return [(found.group(1), found.group(2)) for found in _COMMAND.finditer(block)]


def desk(folder: Path) -> Path:
    """The folder with the sample library in it, where later commands find what earlier ones wrote."""
    (folder / "bib").symlink_to(ROOT / "bib")
    return folder


def run(command: str, folder: Path) -> str:
    """What a shell command prints, in a terminal that is 100 columns wide."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout + done.stderr


def refreshed(text: str, folder: Path) -> str:
    """The README with the outputs that its examples have now."""

    def block(found: re.Match[str]) -> str:
        fill: Callable[[str], str] = (
            _session if found.group(1) == "pycon" else (lambda body: _console(body, folder))
        )
        return f"```{found.group(1)}\n{fill(found.group(2))}```"

    return _BLOCK.sub(block, text)


def _console(body: str, folder: Path) -> str:
    def one(found: re.Match[str]) -> str:
        printed = run(found.group(1), folder).strip("\n")
        shown = found.group(2) if "...\n" in found.group(2) else printed and printed + "\n"
        return f"$ {found.group(1)}\n{shown}"

    return _COMMAND.sub(one, body)


def _session(body: str) -> str:
    names: dict[str, object] = {}
    lines = []
    for example in doctest.DocTestParser().get_examples(body):
        first, *rest = example.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}" for line in rest)]
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(example.source, "README.md", "single"), names)
        lines += printed.getvalue().splitlines()
    return "".join(line + "\n" for line in lines)
