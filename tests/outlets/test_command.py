"""`citekit outlets` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli.outlets import command
from citekit.outlets import registry

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr("citekit.outlets.layers.user_file", lambda: tmp_path / "settings" / "outlets.rec")
    monkeypatch.setattr("citekit.outlets.cache.default_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr("citekit.outlets.default_registry", registry)

    def call(*words: str) -> Result:
        return CliRunner().invoke(command, list(words))

    return call


FINDS = (
    ("the Times", "the-new-york-times"),
    ("https://edition.cnn.com/x", "cnn"),
    ("wsws.org", "wsws"),
    ("@wikileaks", "wikileaks"),
    ("wsws", "wsws"),
    ("https://al.substack.com/p/x", "al-substack-com"),
)


@pytest.mark.parametrize(("what", "id"), FINDS)
def test_find(run: Run, what: str, id: str) -> None:
    result = run("find", what)
    assert result.exit_code == 0, result.output
    assert result.stdout.split()[0] == id


def test_find_says_what_decides(run: Run) -> None:
    said = run("find", "Time").stdout
    assert '"Time" by itself is not sure: it is also a common word.' in said
    assert 'What decides: italics, "Time magazine"' in said


def test_find_nothing(run: Run) -> None:
    result = run("find", "no such \x1b[31mpaper")
    assert result.exit_code == 1
    assert result.stderr == "no outlet known as 'no such \\x1b[31mpaper'\n"


def test_show_prints_the_record(run: Run) -> None:
    said = run("show", "wsws").stdout
    assert said.startswith("id: wsws\nname: World Socialist Web Site\nalias: WSWS\n")
    assert json.loads(run("show", "wsws", "--format", "json").stdout)["domain"] == "wsws.org"
    assert run("show", "nope").exit_code == 1


def test_list_by_kind_and_country(run: Run) -> None:
    rows = json.loads(run("list", "--kind", "newspaper", "--country", "bo", "--format", "json").stdout)
    assert {row["kind"] for row in rows} == {"newspaper"}
    assert {row["country"] for row in rows} == {"BO"}
    assert "el-deber" in {row["id"] for row in rows}
    assert run("list", "--kind", "paper").exit_code == 2


def test_stats_count(run: Run) -> None:
    counts = json.loads(run("stats", "--format", "json").stdout)
    assert counts["total"]["outlets"] >= 3000
    assert "newspaper" in run("stats").stdout


def test_add_then_find_then_check(run: Run, tmp_path: Path) -> None:
    assert run("add", "--name", "My Blog", "--kind", "blog", "--domain", "myblog.example.org").exit_code == 0
    assert run("find", "https://myblog.example.org/x").stdout.split()[0] == "my-blog"
    assert run("check", str(tmp_path / "settings" / "outlets.rec")).exit_code == 0
    assert run("add", "--id", "cnn", "--hide").exit_code == 0
    assert run("find", "CNN").exit_code == 1


def test_add_to_a_projects_file(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "project.rec")
    assert run("add", "--name", "Our Paper", "--kind", "newspaper", "--to", file).exit_code == 0
    assert run("find", "Our Paper").exit_code == 1
    assert run("find", "Our Paper", "--outlets", file).stdout.split()[0] == "our-paper"


def test_check_says_file_and_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "wrong.rec"
    file.write_text("id: a\nname: A\nkind: paper\n", "utf-8")
    result = run("check", str(file))
    assert result.exit_code == 6
    assert result.stdout == f"{file}:1: a: kind 'paper' is none of those in outlet_kinds.rec\n"


def test_format_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.rec"
    file.write_text("name: A\nid: a\nkind: blog\n", "utf-8")
    assert run("format", "--check", str(file)).exit_code == 6
    assert run("format", str(file)).exit_code == 0
    assert file.read_text("utf-8") == "id: a\nname: A\nkind: blog\n"
