"""`citekit graph`, `citekit graph stats` and `citekit trace` on the sample library."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import networkx
import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from tests.conftest import SAMPLES

CHAIN = str(SAMPLES / "a-chain-of-voices.txt")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args, "-q"])


def test_it_writes_dot_to_standard_output() -> None:
    done = run("graph", CHAIN)
    assert done.exit_code == 0
    assert done.stdout.startswith("digraph citations {")


def test_the_suffix_tells_the_format_and_csv_brings_its_nodes(tmp_path: Path) -> None:
    outputs = [str(tmp_path / name) for name in ("g.gexf", "g.csv", "g.json")]
    done = run("graph", CHAIN, *(word for output in outputs for word in ("-o", output)), "--level", "article")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g.csv", "g.gexf", "g.json", "g.nodes.csv"]
    read = networkx.read_gexf(outputs[0], version="1.3")
    assert len(read) == len(json.loads(Path(outputs[2]).read_text("utf-8"))["nodes"]) > 3


def test_options_may_come_first(tmp_path: Path) -> None:
    output = str(tmp_path / "g.graphml")
    assert run("graph", "-o", output, CHAIN).exit_code == 0
    assert len(networkx.read_graphml(output)) > 1


def test_measures_and_places_are_attributes(tmp_path: Path) -> None:
    output = str(tmp_path / "g.gexf")
    assert run("graph", CHAIN, "--layout", "-o", output).exit_code == 0
    data = next(iter(networkx.read_gexf(output, version="1.3").nodes(data=True)))[1]
    assert {"pagerank", "community", "viz"} <= data.keys()


def test_stats_as_a_table_and_as_json() -> None:
    table = run("graph", "stats", CHAIN)
    assert table.exit_code == 0, table.output
    assert "concentration on few sources (Gini)" in table.stdout
    found = json.loads(run("graph", "stats", CHAIN, "--format", "json").stdout)
    assert found["format"] == "citekit-graph-stats"
    assert found["nested_share"] > 0
    assert sum(found["chain_lengths"].values()) >= found["citations"]


def test_slices_are_files_of_their_own(tmp_path: Path) -> None:
    output = str(tmp_path / "g.gexf")
    done = run("graph", str(SAMPLES), "--slices", "year", "-o", output)
    assert done.exit_code == 0, done.output
    assert "g.2024.gexf" in {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["-o", "g.xyz"], 7, "no graph format has that suffix"),
        (["--format", "none"], 8, "known: "),
        (["--around", "nobody"], 1, "no node of the graph"),
        (["--since", "yesterday"], 2, "--since"),
        (["--level", "galaxy"], 2, "galaxy"),
    ],
    ids=["suffix", "format", "around", "since", "level"],
)
def test_wrong_options_say_what_is_wrong(options: list[str], code: int, words: str) -> None:
    done = run("graph", CHAIN, *options)
    assert (done.exit_code, words in done.output) == (code, True), done.output


def test_help_shows_the_usual_command() -> None:
    shown = run("graph", "--help").stdout
    assert "Usage: main graph [stats] [OPTIONS] SOURCE..." in shown
    assert "--min-count" in shown


def test_trace_words_and_works() -> None:
    tree = run("trace", "citekit", str(SAMPLES))
    assert tree.exit_code == 0, tree.output
    keys = [work["id"] for work in json.loads(run("extract", CHAIN, "--format", "json").stdout)["works"]]
    found = json.loads(run("trace", "--work", keys[0], CHAIN, "--format", "json").stdout)
    assert found["traces"][0]["article"]["source"] == CHAIN


def test_trace_needs_words_and_a_place_to_look() -> None:
    done = run("trace", CHAIN)
    assert done.exit_code == 2
    assert "Name the words" in done.output


def test_trace_says_when_words_are_nowhere() -> None:
    done = run("trace", "words that stand nowhere", CHAIN)
    assert done.exit_code == 0
    assert "no article has the words" in done.stderr


EXTRA = (
    "adjustText",
    "graspologic_native",
    "ipysigma",
    "matplotlib",
    "networkx",
    "numpy",
    "rustworkx",
    "scipy",
)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without the extra `graph`."""
    for name in EXTRA:
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    "suffix", [".gexf", ".graphml", ".dot", ".net", ".gml", ".csv", ".json", ".cyjs", ".jgf"]
)
def test_text_formats_need_no_extra(tmp_path: Path, suffix: str) -> None:
    done = run("graph", CHAIN, "-o", str(tmp_path / f"g{suffix}"))
    assert done.exit_code == 0, done.output


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("arguments", [["stats"], ["-o", "g.html"], ["-o", "g.svg"], ["--measures"]], ids=str)
def test_what_needs_the_extra_says_so(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("graph", *arguments, CHAIN)
    assert done.exit_code == 1
    assert 'pip install "citekit[graph]"' in done.output
