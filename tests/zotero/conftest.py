"""Zoteros to test against, each with an empty library, and a state folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.zotero import apikeys
from tests.zotero.rules import WEB_KEY, Desk, Site
from tests.zotero.server import ZoteroServer
from tests.zotero.store import Store


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the keys and journals of whoever runs it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(apikeys, "_keyring", lambda: None)
    monkeypatch.delenv("ZOTERO_API_KEY", raising=False)
    monkeypatch.delenv("ZOTERO_LOCAL_API_KEY", raising=False)


@pytest.fixture
def desk() -> Iterator[ZoteroServer]:
    """The program on a desk."""
    with ZoteroServer(Store(), Desk) as server:
        yield server


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoteroServer]:
    """zotero.org, and its key in the environment."""
    monkeypatch.setenv("ZOTERO_API_KEY", WEB_KEY)
    with ZoteroServer(Store(web=True), Site) as server:
        yield server
