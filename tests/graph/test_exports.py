"""Writing graphs: in bounded memory, and with nothing that breaks a format."""

from __future__ import annotations

import csv
import io
import json
import re
import tracemalloc
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import overload
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import OutputError, PluginError
from citekit.export.graphs import BUILTIN, SUFFIXES, export, exporters, format_of
from citekit.export.graphs.dot import quoted
from citekit.export.graphs.xmltext import escape
from citekit.graph import Edge, Graph, Node, graph
from citekit.model import PartialDate
from tests.graph.samples import NASTY, corpus

STREAMED = ("gexf", "graphml", "dot", "pajek", "gml", "csv", "json", "cytoscape", "jgf")


class Made(Sequence[Edge]):
    """Edges that are made when they are asked for, and never all there."""

    def __init__(self, count: int) -> None:
        self.length = count

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> Edge: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Edge]: ...
    def __getitem__(self, index: int | slice) -> Edge | Sequence[Edge]:
        if isinstance(index, slice):
            return [self._edge(n) for n in range(*index.indices(self.length))]
        if not 0 <= index < self.length:
            raise IndexError(index)
        return self._edge(index)

    def __iter__(self) -> Iterator[Edge]:
        return map(self._edge, range(self.length))

    def _edge(self, number: int) -> Edge:
        day = PartialDate(2019, 1 + number % 12)
        return Edge(f"o{number % 100}", f"o{number % 99}", "cites", 2, (("link", 2),), first=day, last=day)


@pytest.mark.slow
@pytest.mark.parametrize("name", STREAMED)
def test_edges_stream(name: str) -> None:
    """12,000 edges take no more memory than 4,000."""
    nodes = tuple(Node(f"o{n}", f"Outlet {n}", "outlet") for n in range(100))

    def peak(count: int) -> int:
        tracemalloc.start()
        for chunk in export(Graph("outlet", nodes, Made(count)), name):
            assert chunk
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(12_000) < 1.5 * peak(4_000)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_xml_reads_back_what_was_escaped(text: str) -> None:
    if "\ufffe" in text or "\uffff" in text:
        return
    written = f'<a b="{escape(text)}">{escape(text)}</a>'
    found = ElementTree.fromstring(written)
    assert found.get("b") == text
    assert (found.text or "") == text


@given(st.text())
def test_whatever_is_escaped_is_xml(text: str) -> None:
    ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())


@given(st.text())
def test_a_dot_string_ends_where_it_ends_and_steers_no_terminal(text: str) -> None:
    inner = quoted(text)[1:-1]
    assert not re.search("[\x00-\x1f\x7f-\x9f]", inner)
    at = 0
    while at < len(inner):
        assert inner[at] != '"'
        at += 2 if inner[at] == "\\" else 1
    assert at == len(inner)


HOSTILE = (
    "\x00\x1b[31m\x85",
    "a\r\nb\tc",
    "\ud800",
    "=cmd|' /C calc'!A0",
    "&#38;",
    '"',
    "\\",
    "",
    "名\u202e",
)


def strange() -> Graph:
    """A graph whose every name is hostile."""
    nodes = tuple(Node(f"{n}{name}", name, "outlet", kind=name, url=name) for n, name in enumerate(HOSTILE))
    edges = tuple(Edge(a.id, b.id) for a, b in pairwise(nodes))
    return Graph("outlet", nodes, edges)


@pytest.mark.parametrize("name", sorted(set(BUILTIN) - {"html", "svg", "png", "pdf"}))
def test_hostile_names_break_nothing(name: str) -> None:
    chunks = export(strange(), name)
    written = chunks if isinstance(chunks, bytes) else "".join(chunks).encode("utf-8", "replace")
    text = written.decode("utf-8", "replace")
    if name in ("gexf", "graphml"):
        ElementTree.fromstring(written)
    elif name == "gml":
        assert len(networkx.parse_gml(text)) == len(HOSTILE)
    elif name in ("json", "cytoscape", "jgf"):
        json.loads(text)
    elif name in ("csv", "nodes-csv", "matrix"):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert len({len(row) for row in rows}) == 1
        assert not any(cell.startswith("=") for row in rows for cell in row)
    elif name == "pajek":
        assert text.count("\n") == 2 + len(HOSTILE) + len(HOSTILE) - 1
    else:
        assert written


@pytest.mark.parametrize("name", ["svg", "pdf", "png"])
def test_figures_are_the_same_each_time(name: str) -> None:
    found = graph(corpus())
    first = export(found, name)
    assert isinstance(first, bytes)
    assert first == export(found, name)
    assert first.startswith({"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}[name])


def test_the_text_of_an_svg_stays_text() -> None:
    written = export(graph(corpus()), "svg")
    assert isinstance(written, bytes)
    texts = [e.text for e in ElementTree.fromstring(written).iter("{http://www.w3.org/2000/svg}text")]
    assert "ABC News" in texts
    assert any((text or "").startswith("x\"y'z\\ <script>") for text in texts)


def test_a_figure_of_nothing() -> None:
    assert export(Graph("outlet"), "svg")


@pytest.mark.parametrize(
    ("path", "name"),
    [*((f"dir.x/graph{suffix}", name) for suffix, name in SUFFIXES.items()), ("G.GEXF", "gexf")],
)
def test_the_suffix_tells_the_format(path: str, name: str) -> None:
    assert format_of(path) == name


@pytest.mark.parametrize("path", ["graph", "graph.xyz", ".gexf/graph"])
def test_other_suffixes_tell_none(path: str) -> None:
    with pytest.raises(OutputError, match=r"\.gexf"):
        format_of(path)


def test_every_suffix_has_its_exporter() -> None:
    assert set(SUFFIXES.values()) == set(BUILTIN) <= set(exporters())


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="gexf, gml"):
        export(Graph("outlet"), "none")


def test_dot_shows_counts_and_what_is_carried() -> None:
    found = "".join(map(str, export(graph(corpus()), "dot")))
    assert '"fair" -> "abc-news" [weight=2, label=2];' in found
    assert '"article:blog" -> "wsws" [style=dashed, constraint=false, xlabel=carries];' in found
    assert NASTY.replace("\\", "\\\\").replace('"', '\\"') in found
