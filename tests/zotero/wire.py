"""A request and its answer, and what can go wrong between them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Moment = Literal["before", "after", "middle", "instead"]


@dataclass
class Fault:
    """One thing that goes wrong, once, with the next request of that method whose path has `path` in it.

    "before" hangs up without doing it, "after" does it and hangs up, "middle" does it and breaks the answer
    off, "instead" answers `status` (with `headers` and `text`) and does nothing. `slow` waits first;
    `restart` makes the program forget all that it keeps in memory; `skip` lets that many requests pass.
    """

    moment: Moment
    path: str = ""
    method: str = "POST"
    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    slow: float = 0.0
    restart: bool = False
    skip: int = 0


@dataclass
class Reply:
    """An answer: HTTP 1.0 without Content-Length, as the program's own server gives it, but for `length`."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    length: bool = False


@dataclass
class Request:
    """A request as the rules see it."""

    method: str
    path: str
    query: dict[str, str]
    headers: Any
    body: str

    def json(self) -> Any:
        return json.loads(self.body)


Rules = Callable[[Request], Reply | None]


def refusal(code: int, message: str) -> str:
    """The answer to a write of one object that is refused."""
    failed = {"0": {"key": "", "code": code, "message": message}}
    return json.dumps({"successful": {}, "success": {}, "unchanged": {}, "failed": failed})


def text(status: int, body: str, kind: str = "text/plain", **headers: str) -> Reply:
    """An answer in words."""
    return Reply(status, {"Content-Type": kind, **headers}, body)


def in_json(status: int, value: Any, **headers: str) -> Reply:
    """An answer in JSON, laid out as Zotero does."""
    return text(status, json.dumps(value, indent=4, ensure_ascii=False), "application/json", **headers)
