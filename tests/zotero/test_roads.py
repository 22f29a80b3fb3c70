"""Which road is taken, for each Zotero that may be there, and what is said of one that is closed."""

from __future__ import annotations

import pytest

from citekit.zotero.errors import KeyNeededError, NotRunningError
from citekit.zotero.local import Running
from citekit.zotero.roads import Roads

NEW, OLD, CLOSED, ANCIENT = (
    Running("10.0", "write", "id"),
    Running("9.0", "read"),
    Running("7.0", "off"),
    Running("5.0", "none"),
)


@pytest.mark.parametrize(
    ("running", "key", "via", "road"),
    [
        (NEW, None, "auto", "local"),
        (NEW, "keyring", "auto", "local"),
        (NEW, "keyring", "web", "web"),
        (NEW, None, "connector", "connector"),
        (OLD, None, "auto", "connector"),
        (OLD, "keyring", "auto", "web"),
        (CLOSED, None, "auto", "connector"),
        (ANCIENT, None, "auto", "connector"),
        (ANCIENT, None, "connector", "connector"),
        (None, "keyring", "auto", "web"),
        (None, None, "file", "file"),
    ],
)
def test_the_road_that_keeps_most(running: Running | None, key: str | None, via: str, road: str) -> None:
    assert Roads(running, "nothing answers", key).take(via)[0] == road  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("running", "via", "error", "words"),
    [
        (None, "auto", NotRunningError, "nothing answers; start Zotero, or write a file"),
        (None, "connector", NotRunningError, "nothing answers"),
        (None, "local", NotRunningError, "no Zotero runs here"),
        (OLD, "local", NotRunningError, "which 10 and later have"),
        (CLOSED, "local", NotRunningError, "its local API is off: in Zotero's settings"),
        (NEW, "web", KeyNeededError, "no key for zotero.org"),
    ],
)
def test_a_closed_road(running: Running | None, via: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Roads(running, "nothing answers").take(via)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("running", "key", "road"),
    [
        (NEW, "k", "local"),
        (OLD, "k", "local"),
        (CLOSED, "k", "web"),
        (CLOSED, None, "connector"),
        (None, "k", "web"),
    ],
)
def test_the_road_to_read(running: Running | None, key: str | None, road: str) -> None:
    assert Roads(running, "nothing answers", key).to_read("auto") == road


@pytest.mark.parametrize(
    ("version", "major"), [("11.0.SOURCE.f2a", 11), ("5.0.96.3", 5), ("beta", 0), ("", 0)]
)
def test_a_version_s_first_number(version: str, major: int) -> None:
    assert Running(version, "none").major == major
