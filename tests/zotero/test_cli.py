"""`citekit zotero` from the terminal, from articles to a library and back."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from citekit.cli.zotero_said import Bar
from tests.conftest import SAMPLES
from tests.zotero.rules import KEY, WEB_KEY, Desk
from tests.zotero.server import ZoteroServer
from tests.zotero.wire import Fault, refusal

ARTICLE = str(SAMPLES / "posts-in-a-page.html")


def run(*arguments: str | int | Path) -> Result:
    return CliRunner().invoke(main, ["zotero", *map(str, arguments)])


def rules(server: ZoteroServer) -> Desk:
    assert isinstance(server.rules, Desk)
    return server.rules


@pytest.fixture
def closed_port() -> int:
    """A port at which nothing listens."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_a_push_and_a_second_one(desk: ZoteroServer) -> None:
    first = run("push", ARTICLE, "--port", desk.port)
    assert first.exit_code == 0, first.output
    assert "over the local API of Zotero 11" in first.stderr
    assert "items created:" in first.stdout
    count = len(desk.store.top())
    assert count > 3
    second = run("push", ARTICLE, "--port", desk.port)
    assert second.exit_code == 0
    assert second.stdout == f"{count} items were there already\n"
    assert len(desk.store.top()) == count


def test_a_rehearsal_writes_nothing_and_asks_nobody(desk: ZoteroServer) -> None:
    done = run("push", ARTICLE, "--port", desk.port, "--dry-run")
    assert done.exit_code == 0, done.output
    assert "items would be created:" in done.stdout
    assert "pairs would be related:" in done.stdout
    assert rules(desk).asked == 0
    assert not desk.store.items
    assert not desk.wrote("/api/users")


def test_a_rehearsal_of_what_is_there(desk: ZoteroServer) -> None:
    run("push", ARTICLE, "--port", desk.port)
    before = json.dumps(desk.store.items)
    done = run("push", ARTICLE, "--port", desk.port, "--dry-run", "--update")
    assert done.exit_code == 0, done.output
    assert "created" not in done.stdout
    assert json.dumps(desk.store.items) == before


@pytest.mark.parametrize("api", ["off", "read"])
def test_the_connector_says_what_it_cannot_keep(api: str, desk: ZoteroServer) -> None:
    rules(desk).api = api
    done = run("push", ARTICLE, "--port", desk.port)
    assert done.exit_code == 0, done.output
    assert "over the connector of Zotero 11" in done.stderr
    assert "keeps no Related links" in done.stderr
    assert ("cannot look into the library" in done.stderr) is (api == "off")
    count = len(desk.store.top())
    again = run("push", ARTICLE, "--port", desk.port, "--dry-run")
    assert again.stdout == f"{count} items were there already\n"


def test_quiet_says_nothing_but_errors(desk: ZoteroServer) -> None:
    done = run("push", ARTICLE, "--port", desk.port, "-q")
    assert (done.exit_code, done.output) == (0, "")


def test_the_web_and_its_key_that_nobody_sees(
    site: ZoteroServer, closed_port: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("CITEKIT_ZOTERO_URL", site.url)
    with caplog.at_level(logging.DEBUG):
        done = run("push", ARTICLE, "--port", closed_port, "-v")
    assert done.exit_code == 0, done.output
    assert "over zotero.org, with the key of the environment variable ZOTERO_API_KEY" in done.stderr
    site.faults = [Fault("instead", method="GET", status=403, text="Forbidden", path="/items")]
    failed = run("push", ARTICLE, "--port", closed_port, "-v")
    assert failed.exit_code == 22
    assert WEB_KEY not in done.output + failed.output + caplog.text
    assert not any(WEB_KEY in str(each.path) + str(each.query) for each in site.requests)


def test_a_key_for_this_machine_is_kept_where_only_its_user_reads(desk: ZoteroServer, tmp_path: Path) -> None:
    run("push", ARTICLE, "--port", desk.port)
    kept = tmp_path / "state" / "citekit" / "zotero-keys.json"
    assert KEY in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("via", ["auto", "local", "connector"])
def test_nothing_runs(via: str, closed_port: int) -> None:
    done = run("push", ARTICLE, "--port", closed_port, "--via", via)
    assert done.exit_code == 20
    assert f"nothing answers at http://127.0.0.1:{closed_port}" in done.stderr


def test_no_key(closed_port: int) -> None:
    done = run("push", ARTICLE, "--port", closed_port, "--via", "web")
    assert done.exit_code == 23
    assert "ZOTERO_API_KEY" in done.stderr


def test_a_local_api_that_is_off(desk: ZoteroServer) -> None:
    rules(desk).api = "off"
    done = run("push", ARTICLE, "--port", desk.port, "--via", "local")
    assert done.exit_code == 20
    assert "under Advanced" in done.stderr


def test_a_file_needs_no_zotero(tmp_path: Path, closed_port: int) -> None:
    target = tmp_path / "out.rdf"
    done = run("push", ARTICLE, "--via", "file", "-o", target, "--port", closed_port)
    assert done.exit_code == 0, done.output
    assert "<rdf:RDF" in target.read_text()


def test_a_group_and_the_connector_do_not_go_together(desk: ZoteroServer) -> None:
    rules(desk).api = "off"
    done = run("push", ARTICLE, "--port", desk.port, "--group", 5)
    assert done.exit_code == 29


def test_what_zotero_refuses_gives_the_exit_code(desk: ZoteroServer) -> None:
    desk.faults = [Fault("instead", path="/collections", status=200, text=refusal(400, "No"))]
    done = run("push", ARTICLE, "--port", desk.port)
    assert done.exit_code == 29
    assert "citekit: citekit: No (400)" in done.stderr


def test_an_article_that_cannot_be_read_does_not_stop_the_others(desk: ZoteroServer, tmp_path: Path) -> None:
    done = run("push", tmp_path / "not there.html", ARTICLE, "--port", desk.port)
    assert done.exit_code == 3
    assert desk.store.top()


def test_status_of_all_roads(desk: ZoteroServer, site: ZoteroServer) -> None:
    done = run("status", "--port", desk.port)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"Zotero here: 11.0.SOURCE.f2a42bec1, port {desk.port}; its local API can be read and written to",
        "zotero.org: key in the environment variable ZOTERO_API_KEY",
        "A push goes over the local API of Zotero 11.0.SOURCE.f2a42bec1",
    ]


@pytest.mark.parametrize(
    ("version", "api", "words"),
    [
        ("9.0.1", "read", "writing came with Zotero 10"),
        ("8.0", "off", "under Advanced"),
        ("11.0", "write", "written to"),
    ],
)
def test_status_of_a_zotero(version: str, api: str, words: str, desk: ZoteroServer) -> None:
    rules(desk).version, rules(desk).api = version, api
    assert words in run("status", "--port", desk.port).stdout


def test_status_where_there_is_nothing(closed_port: int) -> None:
    done = run("status", "--port", closed_port)
    assert done.exit_code == 20
    assert "zotero.org: no key" in done.stdout


def test_something_else_listens_there(desk: ZoteroServer) -> None:
    desk.faults = [Fault("instead", method="GET", path="ping", status=200, text="hello")]
    assert "is not Zotero" in run("status", "--port", desk.port).stdout


def test_collections(desk: ZoteroServer) -> None:
    run("push", ARTICLE, "--port", desk.port)
    lines = run("collections", "--port", desk.port).stdout.splitlines()
    assert lines[0].endswith(" citekit")
    assert lines[1].split(maxsplit=1)[1].startswith("The cat, the goose and the gull")


def test_collections_over_the_connector(desk: ZoteroServer) -> None:
    rules(desk).api = "off"
    rules(desk).targets = [{"id": "C5", "name": "Bolivia \x1b[31m", "level": 1}]
    assert (
        run("collections", "--port", desk.port).stdout
        == "L1        My Library\nC5        Bolivia \\x1b[31m\n"
    )


def test_pull(desk: ZoteroServer, tmp_path: Path) -> None:
    run("push", ARTICLE, "--port", desk.port)
    urls = run("pull", "citekit", "--urls", "--port", desk.port)
    assert urls.exit_code == 0, urls.output
    assert "https://twitter.com/PurserTheCat/status/1792500000000000000" in urls.stdout.splitlines()
    target = tmp_path / "known.json"
    assert run("pull", "citekit", "-o", target, "--port", desk.port).exit_code == 0
    assert len(json.loads(target.read_text())) == len(desk.store.top())
    keyed = CliRunner().invoke(main, ["bib", ARTICLE, "--keys-from", str(target)])
    assert keyed.exit_code == 0, keyed.output


def test_pull_of_what_is_not_there(desk: ZoteroServer) -> None:
    done = run("pull", "nothing", "--port", desk.port)
    assert done.exit_code == 25


def test_scripts_are_written(tmp_path: Path) -> None:
    script = run("relate-script", ARTICLE)
    assert script.exit_code == 0, script.output
    assert "addRelatedItem" in script.stdout
    target = tmp_path / "citekit JSON.js"
    assert run("translator", "-o", target).exit_code == 0
    assert target.read_text().startswith('{\n\t"translatorID"')


def test_help_names_every_exit_code() -> None:
    from citekit.errors import ZoteroError
    from citekit.zotero import errors

    text = run("--help").output
    codes = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, ZoteroError)
    }
    assert all(f"{code} " in text for code in codes)


def test_the_bar_is_drawn_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Terminal()
    monkeypatch.setattr("sys.stderr", drawn)
    with Bar(shown=True) as bar:
        bar.show("items", 25, 50)
        bar.show("items", 26, 50)  # too soon after the first
        bar.show("items", 50, 50)
    lines = drawn.getvalue().split("\r\x1b[2K")
    assert lines == [
        "",
        "[##########----------] items: 25 of 50",
        "[####################] items: 50 of 50",
        "",
    ]


def test_no_bar_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(shown=True) as bar:
        bar.show("items", 1, 1)
    assert capsys.readouterr().err == ""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True
