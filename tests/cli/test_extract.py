"""`citekit extract`: the formats, the sources, and what happens when one cannot be read."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from tests.conftest import SAMPLES

FERRY = str(SAMPLES / "the-night-ferry.html")
GLUED = str(SAMPLES / "glued-sources.txt")


def extract(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments], input=stdin)


def test_a_table_is_the_default() -> None:
    done = extract(FERRY)
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "The night ferry that nobody booked\nAda Merriweather, The Larkhaven Courier, 2024-03-14"
    )


def test_json_is_one_object_with_the_works() -> None:
    shown = json.loads(extract(FERRY, GLUED, "--format", "json").stdout)
    assert [each["source"] for each in shown["documents"]] == [FERRY, GLUED]
    keys = {work["id"] for work in shown["works"]}
    cited = {each["work"] for document in shown["documents"] for each in document["citations"]}
    assert cited - {None} <= keys


def test_jsonl_is_a_line_an_article() -> None:
    lines = extract(str(SAMPLES), "--format", "jsonl").stdout.splitlines()
    assert [Path(json.loads(line)["source"]).name for line in lines] == sorted(os.listdir(SAMPLES))


def test_csv_is_a_row_a_citation() -> None:
    rows = list(csv.DictReader(io.StringIO(extract(FERRY, "--format", "csv").stdout)))
    document = json.loads(extract(FERRY, "--format", "jsonl").stdout)
    assert [row["citation"] for row in rows] == [each["id"] for each in document["citations"]]


def test_the_text_comes_only_when_asked_for() -> None:
    assert "text" not in json.loads(extract(FERRY, "--format", "jsonl").stdout)
    document = json.loads(extract(FERRY, "--format", "jsonl", "--with-text").stdout)
    for each in document["citations"]:
        anchor = each["anchor"]
        assert document["text"][anchor["start"] : anchor["end"]] == anchor["text"]


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv"])
def test_the_suffix_chooses_the_format(tmp_path: Path, suffix: str) -> None:
    extract(FERRY, "-o", str(tmp_path / f"a.{suffix}"))
    assert (tmp_path / f"a.{suffix}").read_bytes() == extract(FERRY, "--format", suffix).stdout_bytes


def test_standard_input_is_a_source() -> None:
    done = extract(
        "-", "--format", "jsonl", stdin="A title\n\nThe rope is wet, Reuters reported on Monday.\n"
    )
    document = json.loads(done.stdout)
    assert document["source"] == "-"
    assert [each["outlet"]["id"] for each in document["citations"]]


def test_what_the_user_knows_fills_the_gaps() -> None:
    known = ["--url", "https://a.org/x", "--date", "2019-11", "--outlet", "theguardian.com", "--lang", "en"]
    document = json.loads(
        extract("-", "--format", "jsonl", *known, stdin="Some words that say nothing of it.").stdout
    )
    assert (document["url"], document["date"], document["language"]) == ("https://a.org/x", "2019-11", "en")
    assert document["outlet"]["name"] == "The Guardian"


def test_the_format_can_be_forced() -> None:
    document = json.loads(
        extract("-", "--from", "text", "--format", "jsonl", "--with-text", stdin="<p>One</p>").stdout
    )
    assert document["text"] == "<p>One</p>"


@pytest.mark.parametrize("date", ["yesterday", "2019-13", "13/11/2019"])
def test_a_date_that_is_none_is_wrong_usage(date: str) -> None:
    assert extract(FERRY, "--date", date).exit_code == 2


def test_processes_keep_the_order() -> None:
    one = extract(str(SAMPLES), "--format", "jsonl")
    two = extract(str(SAMPLES), "--format", "jsonl", "-j", "2")
    assert one.stdout == two.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_source_costs_only_itself(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "empty.txt").touch()
    done = extract(
        FERRY, str(tmp_path / "missing"), str(tmp_path / "empty.txt"), GLUED, "--format", "jsonl", "-j", jobs
    )
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == [FERRY, GLUED]
    assert done.exit_code == 3
    missing, empty = done.stderr.splitlines()
    assert missing.startswith("citekit: ")
    assert "missing" in missing
    assert "empty" in empty


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 5), (b"\x7fELF\x02\x01\x01\x00\x00", 5), (b"%PDF-1.7 x", 5), (None, 3)],
    ids=repr,
)
def test_each_way_to_fail_has_its_code(tmp_path: Path, content: bytes | None, code: int) -> None:
    if content is not None:
        (tmp_path / "a").write_bytes(content)
    done = extract(str(tmp_path / "a"))
    assert (done.exit_code, done.stdout) == (code, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_private_address_is_not_fetched() -> None:
    done = extract("http://127.0.0.1:9/", "-q")
    assert done.exit_code == 4
    assert "--allow-private" in done.stderr


def test_a_fault_of_ours_is_one_line_and_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    from citekit import pipeline

    real = pipeline.read

    def read(page: object, hints: object = None) -> object:
        if getattr(page, "source", "") == FERRY:
            raise RuntimeError("surprise")
        return real(page, hints)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read", read)
    done = extract(FERRY, GLUED, "--format", "jsonl")
    assert done.stderr == f"citekit: {FERRY}: a fault in citekit: RuntimeError: surprise\n"
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1


def test_what_cannot_be_written_has_its_code(tmp_path: Path) -> None:
    assert extract(FERRY, "-o", str(tmp_path / "no" / "a.json")).exit_code == 7


def test_no_source_is_wrong_usage() -> None:
    assert extract().exit_code == 2


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_leaves_the_old_file_whole(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_text("old\n")
    command = [sys.executable, "-m", "citekit", "extract", FERRY, "-", "-o", str(output)]
    running = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_interrupts,  # which a program started in the background would not
    )
    for _ in range(200):  # until it has begun to write, and waits for standard input
        if len(os.listdir(tmp_path)) == 2:
            break
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert said == "citekit: stopped\n"
    # the second, the same to a shell, is Python's own where the signal comes while it makes a class
    assert running.returncode in (130, -signal.SIGINT)
    assert output.read_text() == "old\n"
    assert os.listdir(tmp_path) == ["a.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("arguments", [[], ["-q"]], ids=["shown", "quiet"])
def test_progress_is_for_terminals(tmp_path: Path, arguments: list[str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "citekit", "extract", FERRY, "-o", str(tmp_path / "a.json"), *arguments]
    subprocess.run(command, stderr=theirs, check=True)
    os.close(theirs)
    try:
        said = os.read(ours, 10_000)
    except OSError:  # Linux says that the other end is closed, where nothing was written
        said = b""
    os.close(ours)
    assert (b"1 of 1" in said) is not bool(arguments)


def test_progress_is_not_for_files() -> None:
    assert extract(FERRY).stderr == ""
