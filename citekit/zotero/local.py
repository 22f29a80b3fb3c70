"""The Zotero that runs on this machine: what it is, and its own API, with the person's leave to write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from citekit.zotero import apikeys
from citekit.zotero.api import Library
from citekit.zotero.errors import DeniedError, NotRunningError, UnreadableError
from citekit.zotero.http import Http

PORT = 23119
APP = "citekit"

HOW_TO_OPEN = "in Zotero's settings, under Advanced, allow other applications to communicate with Zotero"

_DIALOG = 300.0  # seconds for a person to find Zotero's dialog and answer it


@dataclass(frozen=True, slots=True)
class Running:
    """A Zotero that answers: its version, and how far its local API is open.

    `api` is "write" (10 and later), "read", "off" (a setting) or "none" (before 7).
    """

    version: str
    api: Literal["write", "read", "off", "none"]
    server: str = ""

    @property
    def major(self) -> int:
        """The first number of the version.

        >>> Running("11.0.SOURCE.f2a42bec1", "write").major
        11
        """
        first = self.version.partition(".")[0]
        return int(first) if first.isdecimal() else 0


def connect(port: int = PORT) -> Http:
    """Requests to the Zotero on this machine."""
    return Http(f"http://127.0.0.1:{port}")


def running(http: Http) -> Running:
    """What answers. Raises `NotRunningError`, or `UnreadableError` if it is not Zotero."""
    ping = http.send("GET", "/connector/ping", timeout=10.0)
    version = ping.headers.get("X-Zotero-Version")
    if not version:
        raise UnreadableError(f"what answers at {http.base} is not Zotero")
    root = http.send("GET", "/api/", timeout=10.0)
    server = root.headers.get("Zotero-Server-ID", "")
    if root.status == 403:
        return Running(version, "off")
    if not root.ok:
        return Running(version, "none")
    return Running(version, "write" if server else "read", server)


def library(http: Http, found: Running, *, group: int | None = None, say: Callable[[str], None]) -> Library:
    """The user's library, or a group's, over the local API; `say` tells the person about Zotero's dialog."""
    prefix = f"/api/groups/{group}" if group else "/api/users/0"
    name = f"group {group} of the Zotero on this machine" if group else "My Library"
    return Library(http, prefix, name, _Leave(http, found.server, say), page=1000)


@dataclass(slots=True)
class _Leave:
    """A person's leave to write: the headers of a write, and the dialog that gives the key in them."""

    http: Http
    server: str
    say: Callable[[str], None]
    key: str = ""
    once: bool = False

    def __call__(self, refused: bool) -> Mapping[str, str]:
        name = f"local:{self.server}"
        if refused:
            if not self.once:
                apikeys.forget(name)
            self.key = ""
        if not self.key and not refused:
            self.key = (apikeys.find(name) or ("", ""))[0]
        if not self.key:
            self._ask(name)
        headers = {"Zotero-Server-ID": self.server, "Zotero-API-Key": self.key}
        if self.once:  # good for this write and no other
            self.key = ""
        return headers

    def _ask(self, name: str) -> None:
        self.say(
            'Zotero asks you now whether citekit may write to it; "always allow" saves you being asked again'
        )
        answer = self.http.send(
            "POST",
            "/api/local/authorize",
            body={"appName": APP},
            headers={"Zotero-Server-ID": self.server},
            timeout=_DIALOG,
        )
        if answer.status == 403:
            raise DeniedError("Zotero's dialog was answered with no: nothing is written")
        if answer.status in (404, 412):
            raise NotRunningError("another Zotero answers now than at the start; nothing more was written")
        if not answer.ok:
            raise answer.error("asking for leave to write")
        found = answer.json()
        self.key, self.once = str(found["key"]), not found.get("remember")
        if not self.once:
            apikeys.remember(name, self.key)
