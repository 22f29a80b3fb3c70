"""A package's reader, detector and exporters are found by their entry points and used by the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from citekit import plugins
from citekit.errors import PluginError

MODULE = '''
from collections.abc import Iterable, Iterator

from citekit.bibliography import Bibliography
from citekit.graph import Graph
from citekit.model import Article, Citation, Outlet, Page, Span


def read_radio(page: Page, hints: object) -> Article:
    """Scripts that begin with a line "RADIO"."""
    text = page.content.decode()
    return Article("radio", page.source, text, title="On air", media="text")


def find_knots(reading: object) -> Iterator[Citation]:
    article = getattr(reading, "article", reading)
    start = article.text.find("KNOT")
    if start >= 0:
        yield Citation("", "mention", Span(start, start + 4), title="Knots", rule="knots.word")


def keys(bibliography: Bibliography, options: object = None) -> Iterator[str]:
    yield "".join(work.key + "\\n" for work in bibliography)


def names(graph: Graph) -> Iterator[str]:
    yield f"{len(graph.nodes)} nodes\\n"


def outlets() -> Iterable[Outlet]:
    return [Outlet("knotpost", "The Knot Post", "knotpost.example", domains=("knotpost.example",))]


def broken() -> None:
    raise RuntimeError
'''

POINTS = """
[citekit.readers]
radio = tiny:read_radio
[citekit.detectors]
knots = tiny:find_knots
[citekit.bibliographies]
keys = tiny:keys
[citekit.graphs]
names = tiny:names
[citekit.outlets]
knots = tiny:outlets
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder as an installer leaves it: the module, and its entry points in a .dist-info."""
    (tmp_path / "tiny.py").write_text(MODULE)
    info = tmp_path / "tiny-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS)
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "citekit", *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, cwd=folder
    ).stdout


def test_a_detector_finds_its_citations(installed: Path) -> None:
    (installed / "a.txt").write_text("A letter to sailors\n\nThe best of all is a KNOT that holds.\n")
    (document,) = json.loads(run(installed, "extract", "a.txt", "--format", "json"))["documents"]
    assert [each["title"] for each in document["citations"] if each["rule"] == "knots.word"] == ["Knots"]


def test_an_outlet_of_a_package_is_known(installed: Path) -> None:
    (installed / "a.txt").write_text("A letter\n\nThe rope is wet, The Knot Post reported on Monday.\n")
    (document,) = json.loads(run(installed, "extract", "a.txt", "--format", "json"))["documents"]
    assert [each["outlet"]["id"] for each in document["citations"]] == ["knotpost"]


def test_a_bibliography_exporter_is_a_format(installed: Path) -> None:
    (installed / "a.txt").write_text("A letter\n\nThe rope is wet, Reuters reported on Monday.\n")
    assert run(installed, "bib", "a.txt", "--format", "keys").startswith("reuters")


def test_a_graph_exporter_is_a_format(installed: Path) -> None:
    (installed / "a.txt").write_text("A letter\n\nThe rope is wet, Reuters reported on Monday.\n")
    assert run(installed, "graph", "a.txt", "--format", "names").endswith("nodes\n")


def test_a_reader_is_a_format(installed: Path) -> None:
    (installed / "a.radio").write_text("RADIO\n\nThe rope is wet, Reuters reported on Monday.\n")
    (document,) = json.loads(run(installed, "extract", "a.radio", "--from", "radio", "--format", "json"))[
        "documents"
    ]
    assert document["title"] == "On air"


def test_a_plugin_that_does_not_load_is_named(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (installed / "tiny-1.0.dist-info" / "entry_points.txt").write_text("[citekit.graphs]\nlost = tiny:lost\n")
    monkeypatch.syspath_prepend(installed)
    with pytest.raises(PluginError, match=r"plugin 'lost' .tiny:lost. of citekit.graphs does not load"):
        plugins.load("citekit.graphs", {})


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(PluginError, match="no graphs plugin called 'gif'; known: dot, gexf"):
        plugins.choose("citekit.graphs", {"gexf": 1, "dot": 2}, "gif")
