"""A library over Zotero's API, version 3: the local one of a running Zotero and that of zotero.org are alike.

No client library is used: each write must be repeatable with its own Zotero-Write-Token, its `failed` map
read, and a lost answer told from a refusal, which pyzotero's `create_items` does not do; and it pins
bibtexparser below version 2.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from citekit.errors import ZoteroError
from citekit.zotero.errors import (
    ChangedError,
    GoneError,
    KeyNeededError,
    NotRunningError,
    RejectedError,
    UnconfirmedError,
    UnreadableError,
)
from citekit.zotero.facts import Facts, Item
from citekit.zotero.http import Answer, Http

BATCH = 50
"""The most objects that one write may hold; 51 are answered with 413."""

PAGE = 100
"""The most that the Web API gives at once; the local one gives more, and sorts all of it for each page."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the objects of one write, by their index: each is in exactly one of the three.

    `written` are the objects as they now stand, `unchanged` the keys of those that were so already.
    """

    written: Mapping[int, Item] = field(default_factory=dict)
    unchanged: Mapping[int, str] = field(default_factory=dict)
    failed: Mapping[int, ZoteroError] = field(default_factory=dict)


@dataclass(slots=True)
class Library:
    """One library. `prefix` is its path in the API, as `/users/123`.

    `authority` gives the headers of a write; its argument is true when those it gave last were refused.
    """

    http: Http
    prefix: str
    name: str
    authority: Callable[[bool], Mapping[str, str]]
    page: int = PAGE

    def version(self) -> int:
        """The library's version, which grows with each change."""
        return self._get(f"{self.prefix}/items/top", {"limit": 1}).version()

    def items(self, since: int = 0) -> Iterator[Item]:
        """All top-level items that are not in the trash, in the order they came, or those changed after
        `since`.
        """
        return self._pages("/items/top", {"since": since} if since else {})

    def children(self, key: str) -> Iterator[Item]:
        """The notes and attachments of an item."""
        return self._pages(f"/items/{key}/children", {})

    def all_of(self, item_type: str) -> Iterator[Item]:
        """All notes, say, of the whole library: fewer requests than the children of many items one by one."""
        return self._pages("/items", {"itemType": item_type})

    def item(self, key: str) -> Item:
        """One item as it is now. Raises `GoneError`."""
        found = self._get(f"{self.prefix}/items/{key}", {}).json()
        return _data(found)

    def collections(self) -> Iterator[Item]:
        """All collections: `key`, `name`, `parentCollection` (false at the top)."""
        return self._pages("/collections", {})

    def in_collection(self, key: str) -> Iterator[Item]:
        """The top-level items of a collection. Raises `GoneError`."""
        return self._pages(f"/collections/{key}/items/top", {})

    def facts(self, known: Facts, types: Sequence[str]) -> Facts:
        """The facts, with the fields that this Zotero says the item types have."""
        base = self.prefix.rpartition("/users/")[0] or self.prefix.rpartition("/groups/")[0]
        found: dict[str, list[str]] = {}
        for name in types:
            answer = self.http.send("GET", f"{base}/itemTypeFields", params={"itemType": name})
            if answer.ok:
                found[name] = [row["field"] for row in answer.json()]
        return known.having(found)

    def write(self, path: str, objects: Sequence[Item], token: str | None = None) -> Receipt:
        """Create the objects without a key and change those with `key` and `version`; at most 50.

        `path` is "/items" or "/collections". Sent again with the same token, nothing is created twice;
        changes carry versions, and need none.
        Raises `UnconfirmedError` where no answer came, `ChangedError` where the token is used up, and others
        of the tree.
        """
        headers = {"Zotero-Write-Token": token} if token else {}
        answer = self._authorised("POST", self.prefix + path, list(objects), headers)
        if not answer.ok:
            raise answer.error(f"writing {len(objects)} objects to {self.name}")
        return _receipt(answer, len(objects))

    def _get(self, path: str, params: Mapping[str, str | int]) -> Answer:
        answer = self.http.send("GET", path, params=params, headers=self._reading())
        if not answer.ok:
            raise answer.error(f"reading {path}")
        return answer

    def _reading(self) -> Mapping[str, str]:
        return {"Zotero-API-Version": "3"}

    def _pages(self, path: str, params: Mapping[str, str | int]) -> Iterator[Item]:
        start = 0
        while True:
            # Ordered by what does not change, so that pages neither overlap nor miss when something is
            # written.
            order = {} if path == "/collections" else {"sort": "dateAdded", "direction": "asc"}
            answer = self._get(self.prefix + path, {**params, **order, "start": start, "limit": self.page})
            rows = answer.json()
            if not isinstance(rows, list):
                raise UnreadableError(f"{path}: Zotero gave no list")
            yield from map(_data, rows)
            start += len(rows)
            total = answer.headers.get("Total-Results", "0")
            if not rows or start >= (int(total) if total.isdecimal() else 0):
                return

    def _authorised(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        """A write with the key; where the key is no longer good (one for a single write, say), once more with
        a new one.
        """
        for refused in (False, True):
            sent = {**self._reading(), **self.authority(refused), **headers}
            answer = self.http.send(method, path, body=body, headers=sent)
            if answer.status != 401:
                break
        if answer.status == 412 and "Server-ID" in answer.text:
            raise NotRunningError("another Zotero answers now than at the start; nothing more was written")
        return answer


def new_token() -> str:
    """A write token: 5 to 32 characters that no other write has."""
    return secrets.token_hex(16)


def uri(item: Item) -> str:
    """The URI by which other items relate to an item that was read.

    >>> uri({"key": "AAAA2222", "_library": "users/0"})
    'http://zotero.org/users/0/items/AAAA2222'
    """
    return f"http://zotero.org/{item['_library']}/items/{item['key']}"


def _data(row: Any) -> Item:
    """An object's editable JSON, with its library and the number of its children beside it."""
    try:
        found: Item = {**row["data"], "key": row["key"], "version": row["version"]}
        library = row["library"]
        found["_library"] = f"{library['type']}s/{library['id']}"
        found["_children"] = row.get("meta", {}).get("numChildren", 0)
    except (TypeError, KeyError, AttributeError) as error:
        raise UnreadableError(f"Zotero gave an object that is not as documented: {error!r}") from error
    return found


def _receipt(answer: Answer, sent: int) -> Receipt:
    """Reconcile the answer with what was sent: each object must be in exactly one of the maps."""
    maps = answer.json()
    try:
        written = {int(i): _data(row) for i, row in maps["successful"].items()}
        unchanged = {int(i): str(key) for i, key in maps["unchanged"].items()}
        failed = {int(i): _refusal(row) for i, row in maps["failed"].items()}
    except (TypeError, KeyError, ValueError, AttributeError, UnreadableError) as error:
        raise UnconfirmedError(f"Zotero's answer to a write is not as documented: {error!r}") from error
    if sorted([*written, *unchanged, *failed]) != list(range(sent)):
        raise UnconfirmedError(
            f"{sent} objects were sent, and Zotero's answer does not account for each of them"
        )
    return Receipt(written, unchanged, failed)


def _refusal(row: Mapping[str, Any]) -> ZoteroError:
    code, message = int(row["code"]), unescape(str(row["message"]))  # zotero.org escapes them for HTML
    if code == 409 or "not found" in message:
        return GoneError(message)
    return {401: KeyNeededError, 412: ChangedError}.get(code, RejectedError)(f"{message} ({code})")
