"""Each format is read back by a library that did not write it, and says the same."""

from __future__ import annotations

import csv
import html
import io
import json
import shutil
import subprocess
from pathlib import Path

import igraph
import networkx
import pandas
import pytest

from citekit.export.graphs import export
from citekit.export.graphs.pajek import distinct_labels
from citekit.graph import Graph, Level, graph
from citekit.graph.levels import LEVELS
from citekit.graph.looks import laid_out
from tests.graph.samples import NASTY, corpus

Said = tuple[dict[str, str], dict[tuple[str, str, str], int]]
"""Labels by id, and counts by source, target and kind."""


def text(found: Graph, name: str) -> str:
    chunks = export(found, name)
    assert not isinstance(chunks, bytes)
    return "".join(chunks)


def saved(found: Graph, name: str, folder: Path) -> str:
    path = folder / f"graph.{name}"
    chunks = export(found, name)
    path.write_bytes(chunks if isinstance(chunks, bytes) else "".join(chunks).encode())
    return str(path)


def said(found: Graph) -> Said:
    return {n.id: n.label for n in found.nodes}, {(e.source, e.target, e.kind): e.count for e in found.edges}


@pytest.fixture(scope="module", params=LEVELS)
def made(request: pytest.FixtureRequest) -> Graph:
    level: Level = request.param
    return laid_out(graph(corpus(), level, include_self=True))


def test_the_sample_has_all_that_is_hard(made: Graph) -> None:
    assert any(NASTY in n.label for n in made.nodes)
    assert {e.kind for e in made.edges} == {"cites", "carries"}


def of_networkx(found: networkx.Graph[str], label: str = "label") -> Said:
    return (
        {node: data[label] for node, data in found.nodes(data=True)},
        {(s, t, data["kind"]): int(data["weight"]) for s, t, data in found.edges(data=True)},
    )


def test_gexf_in_networkx(made: Graph, tmp_path: Path) -> None:
    found = networkx.read_gexf(saved(made, "gexf", tmp_path), version="1.3")
    assert of_networkx(found) == said(made)
    data = found.nodes[made.nodes[0].id]
    assert data["viz"]["position"]["x"] == pytest.approx(made.nodes[0].x, abs=0.01)
    assert data["viz"]["size"] == pytest.approx(made.nodes[0].size)
    assert data["pagerank"] == pytest.approx(dict(made.nodes[0].scores)["pagerank"])
    assert data["cited"] == made.nodes[0].cited


def test_gexf_lasts_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    found = networkx.read_gexf(saved(graph(corpus()), "gexf", tmp_path), version="1.3")
    spans = {(s, t): (data["start"], data["end"]) for s, t, data in found.edges(data=True)}
    assert spans["moon-of-alabama", "abc-news"] == ("2019-11-12", "2019-11-14")
    assert spans["fair", "abc-news"] == ("2020-01-01", "2020-01-31")


def test_graphml_in_networkx(made: Graph, tmp_path: Path) -> None:
    found = networkx.read_graphml(saved(made, "graphml", tmp_path), force_multigraph=True)
    assert of_networkx(found) == said(made)
    assert found.nodes[made.nodes[0].id]["shape_type"] == "ellipse"  # what yEd draws


def of_igraph(found: igraph.Graph, name: str) -> Said:
    names = [html.unescape(key) for key in found.vs[name]]  # igraph leaves "&#38;" in an id as it was
    return dict(zip(names, found.vs["label"], strict=True)), {
        (names[e.source], names[e.target], e["kind"]): int(e["weight"]) for e in found.es
    }


def test_graphml_in_igraph(made: Graph, tmp_path: Path) -> None:
    path = saved(made, "graphml", tmp_path)
    assert of_igraph(igraph.Graph.Read_GraphML(path), "id") == said(made)


def test_gml_in_networkx(made: Graph, tmp_path: Path) -> None:
    found = networkx.read_gml(saved(made, "gml", tmp_path))
    assert len(found) == len(made.nodes)
    by_name = {data["name"]: label for label, data in found.nodes(data=True)}
    for node in made.nodes:
        assert by_name[node.id] in (node.label, f"{node.label} ({node.id})")
    names = {label: data["name"] for label, data in found.nodes(data=True)}
    edges = {(names[s], names[t], d["kind"]): d["weight"] for s, t, d in found.edges(data=True)}
    assert edges == said(made)[1]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_gml_in_igraph(made: Graph, tmp_path: Path) -> None:
    found = igraph.Graph.Read_GML(saved(made, "gml", tmp_path))
    names = [html.unescape(name) for name in found.vs["name"]]
    edges = {(names[e.source], names[e.target], e["kind"]): int(e["weight"]) for e in found.es}
    assert edges == said(made)[1]


def test_pajek_in_networkx_and_igraph(made: Graph, tmp_path: Path) -> None:
    path = saved(made, "pajek", tmp_path)
    cites = {(s, t): count for (s, t, kind), count in said(made)[1].items() if kind == "cites"}
    ids = dict(zip(distinct_labels(made), (node.id for node in made.nodes), strict=True))
    found = networkx.read_pajek(path)
    names = {label: ids[html.unescape(label)] for label in found.nodes}
    assert {(names[s], names[t]): int(d["weight"]) for s, t, d in found.edges(data=True)} == cites
    other = igraph.Graph.Read_Pajek(path)
    assert [html.unescape(name) for name in other.vs["name"]] == [html.unescape(n) for n in found.nodes]
    assert sum(other.es["weight"]) == sum(cites.values())


def test_node_link_json_in_networkx(made: Graph) -> None:
    found = networkx.node_link_graph(json.loads(text(made, "json")), edges="edges")
    assert of_networkx(found) == said(made)
    passages = [d["passages"] for _, _, d in found.edges(data=True)]
    assert all(passages)
    assert passages[0][0].keys() >= {"document", "citation", "form", "text", "title"}


def test_cytoscape_json_in_networkx(made: Graph) -> None:
    assert of_networkx(networkx.cytoscape_graph(json.loads(text(made, "cytoscape")))) == said(made)


def test_json_graph_format(made: Graph) -> None:
    found = json.loads(text(made, "jgf"))["graph"]
    labels = {key: node["label"] for key, node in found["nodes"].items()}
    edges = {
        (edge["source"], edge["target"], edge["relation"]): edge["metadata"]["count"]
        for edge in found["edges"]
    }
    assert (labels, edges) == said(made)
    assert found["directed"] is True


def test_csv_tables(made: Graph) -> None:
    edges = list(csv.DictReader(io.StringIO(text(made, "csv"), newline="")))
    nodes = list(csv.DictReader(io.StringIO(text(made, "nodes-csv"), newline="")))
    assert {n["Id"]: n["Label"] for n in nodes} == said(made)[0]
    assert {(e["Source"], e["Target"], e["kind"]): int(e["Weight"]) for e in edges} == said(made)[1]


def test_csv_matrix(made: Graph) -> None:
    found = pandas.read_csv(io.StringIO(text(made, "matrix")), index_col=0)
    cites = {key: n for key, n in said(made)[1].items() if key[2] == "cites"}
    assert found.to_numpy().sum() == sum(cites.values())
    assert found.shape[0] == len({key for s, t, _ in cites for key in (s, t)})


def test_parquet_in_pandas(made: Graph, tmp_path: Path) -> None:
    edges = pandas.read_parquet(saved(made, "parquet", tmp_path))
    nodes = pandas.read_parquet(saved(made, "nodes-parquet", tmp_path))
    assert dict(zip(nodes["id"], nodes["label"], strict=True)) == said(made)[0]
    rows = zip(edges["source"], edges["target"], edges["kind"], edges["count"], strict=True)
    assert {(s, t, kind): count for s, t, kind, count in rows} == said(made)[1]


def test_no_edges_at_all(tmp_path: Path) -> None:
    empty = Graph("outlet")
    assert len(networkx.read_gexf(saved(empty, "gexf", tmp_path), version="1.3")) == 0
    assert len(networkx.read_graphml(saved(empty, "graphml", tmp_path))) == 0
    assert len(networkx.node_link_graph(json.loads(text(empty, "json")), edges="edges")) == 0
    assert len(networkx.read_gml(saved(empty, "gml", tmp_path))) == 0
    assert len(pandas.read_parquet(saved(empty, "parquet", tmp_path))) == 0


def test_dot_in_graphviz(made: Graph, tmp_path: Path) -> None:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("needs Graphviz (Debian: graphviz)")
    path = saved(made, "dot", tmp_path)
    done = subprocess.run([program, "-Tdot_json", path], capture_output=True, check=True, timeout=60)
    found = json.loads(done.stdout)
    names = {thing["_gvid"]: thing["name"].replace("\\\\", "\\") for thing in found["objects"]}
    labels = {names[t["_gvid"]]: t["label"].replace("\\\\", "\\") for t in found["objects"]}
    carried = {(s, t) for s, t, kind in said(made)[1] if kind == "carries"}
    assert labels == said(made)[0]
    ends = [(names[e["tail"]], names[e["head"]], e.get("style", "solid")) for e in found["edges"]]
    assert sorted((s, t) for s, t, style in ends if style == "solid") == sorted(
        (s, t) for s, t, kind in said(made)[1] if kind == "cites"
    )
    assert {(s, t) for s, t, style in ends if style == "dashed"} == carried
