"""A library over Zotero's API, version 3: the local one of a running Zotero and that of zotero.org are alike.

No client library is used: each write must be repeatable with its own Zotero-Write-Token, its `failed` map read,
and a lost answer told from a refusal, which pyzotero's `create_items` does not do; and it pins bibtexparser below
version 2.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from citekit.errors import ZoteroError
from citekit.zotero.errors import Changed, Gone, KeyNeeded, Rejected, Unconfirmed, Unreadable
from citekit.zotero.facts import Facts, Item
from citekit.zotero.http import Answer, Http

BATCH = 50
"""The most objects that one write may hold; 51 are answered with 413."""

_PAGE = 100  # the Web API gives no more at once


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the objects of one write: the keys of those that stand, the errors of the others, by index.

    `versions` are the new versions of objects that were written.
    """

    keys: Mapping[int, str] = field(default_factory=dict)
    versions: Mapping[int, int] = field(default_factory=dict)
    failed: Mapping[int, ZoteroError] = field(default_factory=dict)


@dataclass(slots=True)
class Library:
    """One library. `prefix` is its path in the API, `uri` what its items' URIs begin with.

    `authority` gives the headers of a write; its argument is true when those it gave last were refused.
    """

    http: Http
    prefix: str
    uri: str
    name: str
    authority: Callable[[bool], Mapping[str, str]]

    def version(self) -> int:
        """The library's version, which grows with each change."""
        return self._get(f"{self.prefix}/items/top", {"limit": 1}).version()

    def items(self, since: int = 0) -> Iterator[Item]:
        """All top-level items that are not in the trash, in the order they came, or those changed after `since`."""
        return self._pages("/items/top", {"since": since} if since else {})

    def children(self, key: str) -> Iterator[Item]:
        """The notes and attachments of an item."""
        return self._pages(f"/items/{key}/children", {})

    def item(self, key: str) -> Item:
        """One item as it is now. Raises `Gone`."""
        found = self._get(f"{self.prefix}/items/{key}", {}).json()
        return _data(found)

    def collections(self) -> Iterator[Item]:
        """All collections: `key`, `name`, `parentCollection` (false at the top)."""
        return self._pages("/collections", {})

    def in_collection(self, key: str) -> Iterator[Item]:
        """The top-level items of a collection. Raises `Gone`."""
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

    def write(self, path: str, objects: Sequence[Item], token: str) -> Receipt:
        """Create the objects without a key and change those with `key` and `version`; at most 50.

        `path` is "/items" or "/collections". Sent again with the same token, nothing is carried out twice. Raises
        `Unconfirmed` where no answer came, `Changed` where the token is used up, and others of the tree.
        """
        headers = {"Zotero-Write-Token": token}
        answer = self._authorised("POST", self.prefix + path, list(objects), headers)
        if not answer.ok:
            raise answer.error(f"writing {len(objects)} objects to {self.name}")
        return _receipt(answer, len(objects))

    def related(self, key: str) -> str:
        """The URI by which other items relate to this one."""
        return f"{self.uri}/items/{key}"

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
            # Ordered by what does not change, so that pages neither overlap nor miss when something is written.
            order = {} if path == "/collections" else {"sort": "dateAdded", "direction": "asc"}
            answer = self._get(self.prefix + path, {**params, **order, "start": start, "limit": _PAGE})
            rows = answer.json()
            if not isinstance(rows, list):
                raise Unreadable(f"{path}: Zotero gave no list")
            yield from map(_data, rows)
            start += len(rows)
            total = answer.headers.get("Total-Results", "0")
            if not rows or start >= (int(total) if total.isdecimal() else 0):
                return

    def _authorised(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        """A write with the key; where the key is no longer good (one for a single write, say), once more with a new one."""
        for refused in (False, True):
            sent = {**self._reading(), **self.authority(refused), **headers}
            answer = self.http.send(method, path, body=body, headers=sent)
            if answer.status != 401:
                break
        return answer


def new_token() -> str:
    """A write token: 5 to 32 characters that no other write has."""
    return secrets.token_hex(16)


def _data(row: Any) -> Item:
    try:
        found: Item = {**row["data"], "key": row["key"], "version": row["version"]}
    except (TypeError, KeyError) as error:
        raise Unreadable(f"Zotero gave an object without {error}") from error
    found["_children"] = row.get("meta", {}).get("numChildren", 0)
    return found


def _receipt(answer: Answer, sent: int) -> Receipt:
    """Reconcile the answer with what was sent: each object must be in exactly one of the maps."""
    maps = answer.json()
    try:
        keys = {int(i): str(key) for part in ("success", "unchanged") for i, key in maps[part].items()}
        versions = {int(i): int(row["version"]) for i, row in maps["successful"].items()}
        failed = {int(i): _refusal(row) for i, row in maps["failed"].items()}
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise Unconfirmed(f"Zotero's answer to a write is not as documented: {error!r}") from error
    if missing := set(range(sent)) - keys.keys() - failed.keys():
        raise Unconfirmed(f"Zotero says nothing of {len(missing)} of {sent} objects that were sent")
    return Receipt(keys, versions, failed)


def _refusal(row: Mapping[str, Any]) -> ZoteroError:
    code, message = int(row["code"]), unescape(str(row["message"]))  # zotero.org escapes them for HTML
    if code == 409 or "not found" in message:
        return Gone(message)
    return {401: KeyNeeded, 412: Changed}.get(code, Rejected)(f"{message} ({code})")
