"""Keys come of the environment, the keyring or a private file, in that order, and go nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.zotero import apikeys
from citekit.zotero.http import Http

LOCAL = "local:abc"


class Ring:
    """A keyring in memory, or one that is locked."""

    def __init__(self, *, locked: bool = False) -> None:
        self.locked = locked
        self.keys: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        self._open()
        return self.keys.get((service, name))

    def set_password(self, service: str, name: str, key: str) -> None:
        self._open()
        self.keys[service, name] = key

    def delete_password(self, service: str, name: str) -> None:
        self._open()
        del self.keys[service, name]

    def _open(self) -> None:
        if self.locked:
            raise RuntimeError("locked")


def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "citekit" / "zotero-keys.json"


def test_the_keyring_is_taken_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setattr(apikeys, "_keyring", lambda: ring)
    apikeys.remember(LOCAL, "secret")
    assert ring.keys == {("citekit", LOCAL): "secret"}
    assert apikeys.find(LOCAL) == ("secret", "keyring")
    assert not path(tmp_path).exists()
    apikeys.forget(LOCAL)
    assert apikeys.find(LOCAL) is None


def test_a_locked_keyring_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apikeys, "_keyring", lambda: Ring(locked=True))
    apikeys.remember(LOCAL, "secret")
    apikeys.remember("local:other", "another")
    assert apikeys.find(LOCAL) == ("secret", str(path(tmp_path)))
    apikeys.forget(LOCAL)
    assert apikeys.find(LOCAL) is None
    assert apikeys.find("local:other") == ("another", str(path(tmp_path)))


@pytest.mark.parametrize(
    ("name", "variable"), [(apikeys.WEB, "ZOTERO_API_KEY"), (LOCAL, "ZOTERO_LOCAL_API_KEY")]
)
def test_the_environment_comes_first(name: str, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    apikeys.remember(name, "kept")
    monkeypatch.setenv(variable, " given ")
    assert apikeys.find(name) == ("given", f"environment variable {variable}")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"local:abc": ""}'])
def test_a_damaged_file_is_as_good_as_none(content: str, tmp_path: Path) -> None:
    path(tmp_path).parent.mkdir(parents=True)
    path(tmp_path).write_text(content)
    assert apikeys.find(LOCAL) is None


def test_a_key_is_not_in_what_an_object_shows_of_itself() -> None:
    assert "secret" not in repr(Http("https://api.example", headers={"Zotero-API-Key": "secret"}))
