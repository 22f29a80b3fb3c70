"""Graphs read back in JavaScript: by graphology, which web pages use, and by Cytoscape.js."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from citekit.export.graphs import export
from citekit.graph import graph
from citekit.graph.levels import LEVELS
from citekit.graph.looks import laid_out
from tests.conftest import ROOT
from tests.graph.samples import corpus

HERE = ROOT / "tests" / "node_graph"


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None or not (HERE / "node_modules").is_dir():
        pytest.skip("needs node, and `npm install --no-package-lock` in tests/node_graph")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["gexf", "graphml", "cytoscape"])
def test_it_says_the_same(node: str, name: str, level: str) -> None:
    made = laid_out(graph(corpus(), level, include_self=True))  # type: ignore[arg-type]
    text = "".join(map(str, export(made, name)))
    done = subprocess.run(
        [node, "read.mjs", name], cwd=HERE, input=text.encode(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["nodes"] == {n.id: n.label for n in made.nodes}
    assert sorted(map(tuple, found["edges"])) == sorted(
        (e.source, e.target, e.kind, e.count) for e in made.edges
    )
