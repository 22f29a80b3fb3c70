"""Keys for Zotero: of the environment, else of the system's keyring, else (for the local Zotero) of a private
file.

A key is never an argument, never printed, and never part of an error.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from citekit.errors import ZoteroError

SERVICE = "citekit"
WEB = "zotero.org"
"""The user name under which the keyring holds the key for zotero.org: `keyring set citekit zotero.org`."""

_ENVIRONMENT = {WEB: "ZOTERO_API_KEY"}


def find(name: str) -> tuple[str, str] | None:
    """The key called `name` and where it was found, or None.

    `name` is `WEB`, or `local:` and the id of a Zotero on this machine.
    """
    variable = _ENVIRONMENT.get(name, "ZOTERO_LOCAL_API_KEY")
    if given := os.environ.get(variable, "").strip():
        return given, f"environment variable {variable}"
    if (ring := _keyring()) and (key := _quietly(ring.get_password, SERVICE, name)):
        return str(key), "keyring"
    if key := _file().get(name):
        return key, str(_path())
    return None


def remember(name: str, key: str) -> None:
    """Keep a key for the local Zotero, in the keyring if there is one, else in a file that only the user
    reads.
    """
    if (ring := _keyring()) and _quietly(ring.set_password, SERVICE, name, key) is not _FAILED:
        return
    _write({**_file(), name: key})


def forget(name: str) -> None:
    """Drop a key that is no longer good."""
    if ring := _keyring():
        _quietly(ring.delete_password, SERVICE, name)
    kept = _file()
    if kept.pop(name, None):
        _write(kept)


_FAILED = object()


def _quietly(call: Any, *arguments: str) -> Any:
    """What a keyring says; a keyring that is locked, broken or without a backend is as good as none."""
    try:
        return call(*arguments)
    except Exception:
        return _FAILED if call.__name__ == "set_password" else None


def _keyring() -> Any:
    try:
        import keyring
    except ImportError:  # it comes with the extra "zotero"
        return None
    return keyring


def _path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("citekit") / "zotero-keys.json"


def _file() -> dict[str, str]:
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(key) for name, key in found.items()} if isinstance(found, dict) else {}


def _write(keys: dict[str, str]) -> None:
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            path.unlink()
        # Made anew and private from the start: whoever else is on the machine never sees it.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(keys, stream)
    except OSError as error:
        raise ZoteroError(f"{path}: the key cannot be kept: {error.strerror}") from error
