"""One request to Zotero at a time: waiting when it asks for it, and never unsure of what was carried out.

A read that is cut off is simply asked again. A write is not: where its answer never comes, `UnconfirmedError`
says so, and whoever wrote must look before writing again. Zotero's own server answers in HTTP/1.0 without
Content-Length, so an answer that ends early looks whole; JSON that does not parse is taken for that.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

import requests
from urllib3.exceptions import NewConnectionError

from citekit.errors import ZoteroError
from citekit.zotero.errors import (
    BrokenError,
    BusyError,
    ChangedError,
    DeniedError,
    GoneError,
    KeyNeededError,
    NotRunningError,
    ReadOnlyError,
    RejectedError,
    UnconfirmedError,
    UnreadableError,
)

AGENT = f"citekit/{version('citekit')}"  # one that began with "Mozilla/" would be hung up on

_ERRORS: Mapping[int, type[ZoteroError]] = {
    400: RejectedError,
    401: KeyNeededError,
    403: DeniedError,
    404: GoneError,
    409: GoneError,
    412: ChangedError,
    413: RejectedError,
    428: RejectedError,
    429: BusyError,
    503: BusyError,
}
_READ_ONLY = re.compile(r"write access denied|read-only|not editable", re.IGNORECASE)
_LARGEST = 256 * 1024 * 1024
_READS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Answer:
    """What Zotero answered; `writing` whether the request could change something."""

    status: int
    headers: Mapping[str, str]
    text: str
    writing: bool = False

    @property
    def ok(self) -> bool:
        """Whether it was carried out."""
        return 200 <= self.status < 300

    def json(self) -> Any:
        """The answer's JSON. Raises `UnconfirmedError` for a write whose answer is cut off, `UnreadableError`
        for a read.
        """
        try:
            return json.loads(self.text)
        except ValueError as error:
            kind = UnconfirmedError if self.writing else UnreadableError
            raise kind(f"Zotero's answer broke off or is no JSON: {self.text[:60]!r}") from error

    def version(self) -> int:
        """The library's version, of the header; 0 where it is absent."""
        text = self.headers.get("Last-Modified-Version", "0")
        return int(text) if text.isdecimal() else 0

    def error(self, doing: str) -> ZoteroError:
        """The exception for an answer that is not `ok`, with what was being done and Zotero's own words."""
        words = " ".join(self.text.split())[:300]
        kind = _ERRORS.get(self.status, BrokenError if self.status >= 500 else RejectedError)
        if self.status == 403 and _READ_ONLY.search(words):
            kind = ReadOnlyError
        if self.status == 409 and "locked" in words:
            kind = BusyError
        return kind(f"{doing}: Zotero answered {self.status}{': ' + words if words else ''}")


@dataclass(slots=True)
class Http:
    """Requests to one base address, with the same headers, in turn.

    `timeout` is in seconds; `patience` how many seconds all waiting together may take for one request, and
    `grace` how long a Zotero that has answered before may be away (it is being restarted).
    """

    base: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  # may hold a key
    timeout: float = 60.0
    patience: float = 180.0
    grace: float = 20.0
    local: bool = True
    sleep: Callable[[float], None] = time.sleep
    _session: requests.Session = field(default_factory=requests.Session, repr=False)
    _not_before: float = 0.0
    _answered: bool = False

    def __post_init__(self) -> None:
        self._session.trust_env = not self.local  # no proxy between us and this machine
        self._session.headers.update({"User-Agent": AGENT, "Accept-Encoding": "identity"})

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Send one request (`body` as JSON) and return its answer, whatever its status but 429 and 503.

        Raises `NotRunningError`, `UnconfirmedError` (a write without an answer) and `BusyError`.
        """
        waited, cuts = 0.0, 0
        while True:
            waited += self._wait_for_backoff()
            try:
                answer = self._once(method, path, params, body, headers or {}, timeout or self.timeout)
            except NotRunningError:
                # Never reached: nothing was carried out, and asking again does no harm.
                if not self._answered or waited >= self.grace:
                    raise
                waited += self._pause(min(2.0, self.grace))
                continue
            except UnconfirmedError:
                cuts += 1
                if method not in _READS or cuts > 3:
                    raise
                waited += self._pause(0.2 * cuts)
                continue
            self._answered = True
            self._note_backoff(answer)
            if answer.status not in (429, 503):
                return answer
            seconds = _seconds(answer.headers.get("Retry-After")) or min(2.0 ** (cuts + 1), 60.0)
            cuts += 1
            if waited + seconds > self.patience:
                message = f"Zotero is busy ({answer.status}), for {seconds:.0f} seconds; try again later"
                raise BusyError(message, seconds)
            waited += self._pause(seconds)

    def _once(
        self,
        method: str,
        path: str,
        params: Mapping[str, str | int] | None,
        body: Any,
        headers: Mapping[str, str],
        timeout: float,
    ) -> Answer:
        data = None if body is None else json.dumps(body).encode()
        sent = {**self.headers, **headers}
        if data is not None:
            sent["Content-Type"] = "application/json"
        try:
            with self._session.request(
                method,
                self.base + path,
                params=params,
                data=data,
                headers=sent,
                timeout=(10.0, timeout),
                allow_redirects=False,  # the key must not follow to another host
                stream=True,
            ) as response:
                content = _read(response)
        except requests.ConnectionError as error:
            if _never_reached(error):
                raise NotRunningError(f"nothing answers at {self.base}") from None
            raise UnconfirmedError(f"{self.base} cut the connection without an answer") from None
        except requests.Timeout:
            raise UnconfirmedError(f"{self.base} gave no answer in {timeout:.0f} seconds") from None
        except requests.RequestException as error:
            raise UnconfirmedError(f"{self.base}: the answer broke off ({type(error).__name__})") from None
        text = content.decode("utf-8", "replace")
        return Answer(response.status_code, response.headers, text, method not in _READS)

    def _note_backoff(self, answer: Answer) -> None:
        if seconds := _seconds(answer.headers.get("Backoff")):
            self._not_before = time.monotonic() + min(seconds, self.patience)

    def _wait_for_backoff(self) -> float:
        left = self._not_before - time.monotonic()
        self._not_before = 0.0
        return self._pause(left) if left > 0 else 0.0

    def _pause(self, seconds: float) -> float:
        self.sleep(seconds)
        return seconds


def _read(response: requests.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_content(65536):
        content += chunk
        if len(content) > _LARGEST:
            raise UnreadableError(f"an answer of more than {_LARGEST} bytes")
    return bytes(content)


def _never_reached(error: requests.ConnectionError) -> bool:
    """Whether the connection was never made, so that the request cannot have been carried out."""
    if isinstance(error, requests.ConnectTimeout):
        return True
    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", cause), NewConnectionError)


def _seconds(text: str | None) -> float:
    """The seconds of a Backoff or Retry-After header; 0 for none or one that is no number."""
    try:
        return max(float(text or 0), 0.0)
    except ValueError:
        return 0.0
