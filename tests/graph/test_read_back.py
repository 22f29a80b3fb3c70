"""Each format is read back by a library that did not write it, and says the same."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest

from citekit.export.graphs import export
from citekit.graph import Graph, Level, graph
from citekit.graph.levels import LEVELS
from tests.graph.samples import NASTY, corpus

Ends = tuple[str, str, str]


def text(found: Graph, name: str) -> str:
    chunks = export(found, name)
    assert not isinstance(chunks, bytes)
    return "".join(chunks)


def expected(found: Graph) -> tuple[dict[str, str], dict[Ends, int]]:
    """Labels by id, and counts by source, target and kind."""
    return {n.id: n.label for n in found.nodes}, {(e.source, e.target, e.kind): e.count for e in found.edges}


@pytest.fixture(params=LEVELS)
def made(request: pytest.FixtureRequest) -> Graph:
    level: Level = request.param
    return graph(corpus(), level, include_self=True)


def test_the_sample_has_all_that_is_hard(made: Graph) -> None:
    assert any(NASTY in n.label for n in made.nodes)
    assert {e.kind for e in made.edges} == {"cites", "carries"}


def of_networkx(found: networkx.Graph[str], label: str = "label", weight: str = "weight") -> object:
    return (
        {node: data[label] for node, data in found.nodes(data=True)},
        {(s, t, data["kind"]): int(data[weight]) for s, t, data in found.edges(data=True)},
    )


def test_gexf_in_networkx(made: Graph, tmp_path: Path) -> None:
    path = tmp_path / "g.gexf"
    path.write_text(text(made, "gexf"), "utf-8")
    assert of_networkx(networkx.read_gexf(path, version="1.3")) == expected(made)
