"""Users' own outlets, projects' and packages', and the compiled registry."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from citekit.errors import DataError
from citekit.model import Outlet
from citekit.outlets import layers, registry

OWN = """\
id: my-blog
name: My Blog
domain: myblog.example.org
kind: blog

id: cnn
hide: yes

id: wsws
name: WSWS (mine)
domain: wsws.org
kind: blog
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "outlets.rec"
    file.write_text(OWN, "utf-8")
    return file


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a part of the bundled outlets, so that making a registry takes no time."""
    records = [each for each in layers.bundled() if each.one("kind") in ("news site", "broadcaster", "wire")]
    monkeypatch.setattr(
        layers, "bundled", lambda: iter(records[::9] + [each for each in records if each.one("id") in KEPT])
    )


KEPT = ("cnn", "wsws", "abc-news-us", "abc-news-australia", "reuters")


@pytest.mark.parametrize("how", ["user", "project"])
def test_own_outlets_add_replace_and_hide(own: Path, tmp_path: Path, how: str) -> None:
    none, folder = tmp_path / "none.rec", tmp_path / "cache"
    for _ in ("made", "compiled"):
        files = () if how == "user" else (own,)
        found = registry(*files, user=own if how == "user" else none, cache_folder=folder)
        mine = found.by_url("https://myblog.example.org/x")
        assert mine is not None
        assert mine.name == "My Blog"
        assert found.by_id("cnn") is None
        assert found.registered("https://edition.cnn.com/x") is None
        assert [each.name for each in found.by_name("WSWS (mine)")] == ["WSWS (mine)"]
        assert [each.surface for each in found.mentions("on My Blog and CNN")] == ["My Blog"]
        assert len(found) == len(registry(user=none, cache_folder=folder))


def test_a_wrong_file_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "wrong.rec"
    file.write_text("id: a\nnonsense\n", "utf-8")
    with pytest.raises(DataError, match=r"wrong\.rec:2: not a field"):
        registry(file, cache_folder=tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        registry(tmp_path / "none.rec", cache_folder=tmp_path)


def test_a_package_brings_outlets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    point = EntryPoint("utopia", "tests.outlets.test_layers:of_utopia", "citekit.outlets")

    def points(*, group: str) -> tuple[EntryPoint, ...]:
        return (point,) if group == "citekit.outlets" else ()

    monkeypatch.setattr("citekit.plugins.entry_points", points)
    monkeypatch.setattr("importlib.metadata.entry_points", points)
    found = registry(user=tmp_path / "none.rec", cache_folder=tmp_path / "cache")
    assert found.by_name("Utopia Times")[0].id == "utopia-times"


def of_utopia() -> list[Outlet]:
    return [Outlet("utopia-times", "Utopia Times", domain="utopia.example", domains=("utopia.example",))]


def test_compiled_is_the_same(tmp_path: Path) -> None:
    none, folder = tmp_path / "none.rec", tmp_path / "cache"
    made = registry(user=none, cache_folder=folder)
    compiled = registry(user=none, cache_folder=folder)
    assert list(made.outlets) == list(compiled.outlets)
    assert dict(made.ambiguities) == dict(compiled.ambiguities)
    text = "WSWS, wsws.org, Reuters and ABC News"
    assert made.mentions(text) == compiled.mentions(text)
    assert made.by_url("https://edition.cnn.com/x") == compiled.by_url("https://edition.cnn.com/x")


def test_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    none, folder = tmp_path / "none.rec", tmp_path / "cache"
    registry(user=none, cache_folder=folder)
    for broken in ("", "{", "[]", json.dumps({"outlets": 1})):
        for file in folder.glob("*.json"):
            file.write_text(broken, "utf-8")
        found = registry(user=none, cache_folder=folder)
        assert found.by_url("https://edition.cnn.com/x")
        assert found.mentions("CNN said")


def test_an_unwritable_folder_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    found = registry(user=tmp_path / "none.rec", cache_folder=blocked / "cache")
    assert found.by_id("wsws")


def test_an_old_cache_goes(tmp_path: Path, own: Path) -> None:
    folder = tmp_path / "cache"
    for number in range(6):
        own.write_text(OWN + f"\nid: extra-{number}\nname: Extra {number}\nkind: blog\n", "utf-8")
        registry(user=own, cache_folder=folder)
    assert len(list(folder.glob("outlets-*.json"))) == 4
    assert len(list(folder.glob("words-*.json"))) == 4


def test_the_users_file_is_in_the_folder_of_settings() -> None:
    assert layers.user_file().name == "outlets.rec"
    assert layers.user_file().parent.name == "citekit"
