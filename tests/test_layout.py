"""The layout is the design: imports go down this list only, and a file is named after what it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A module may import from the rows above its own and from its own package; a row knows nothing of itself.
ROWS = (
    ("model", "errors"),
    ("plugins", "output", "garbage"),
    ("text",),
    ("outlets",),
    ("sources", "articles", "detect", "resolve"),
    ("bibliography", "graph"),
    ("export",),
    ("readback",),
    ("pipeline",),
    ("pybtex_plugin",),
    ("library", "zotero", "web", "cluster"),
    ("cli",),
    ("__init__", "__main__"),
)
RANK = {name: row for row, names in enumerate(ROWS) for name in names}
FILES = sorted((ROOT / "citekit").rglob("*.py"))


# A value shows itself in a notebook with what exporters write, imported when it is asked to.
SHOWING = {("bibliography", "export"), ("graph", "export")}


def part(path: Path) -> str:
    """The stage that a file belongs to."""
    return path.relative_to(ROOT / "citekit").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The stages that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            names = [node.module or ""]
            if node.module == "citekit":
                names = [f"citekit.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("citekit."):
                yield name.split(".")[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_the_list(path: Path) -> None:
    own = part(path)
    wrong = [
        name
        for name in imported(path)
        if RANK[name] >= RANK[own] and name != own and (own, name) not in SHOWING
    ]
    assert not wrong, f"{own} must not know {wrong}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_named_after_nothing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "manager", "common", "misc", "process"}
