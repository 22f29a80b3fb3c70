"""A library of zotero.org over its Web API, version 3."""

from __future__ import annotations

import os
from typing import Any

from citekit.zotero import apikeys
from citekit.zotero.api import Library
from citekit.zotero.errors import KeyNeededError, ReadOnlyError, UnreadableError
from citekit.zotero.http import Http

BASE = "https://api.zotero.org"
ADDRESS = "CITEKIT_ZOTERO_URL"
"""The environment variable with the address of a data server of one's own, instead of zotero.org's."""

NO_KEY = (
    "no key for zotero.org: make one at https://www.zotero.org/settings/keys/new, then put it into the "
    "environment variable ZOTERO_API_KEY or run `keyring set citekit zotero.org`"
)


def library(*, group: int | None = None, base: str | None = None, writing: bool = True) -> Library:
    """The library of the key's owner, or of a group.

    Raises `KeyNeededError` if there is no key or it is not valid, `ReadOnlyError` if it may not write and
    `writing` is asked.
    """
    found = apikeys.find(apikeys.WEB)
    if found is None:
        raise KeyNeededError(NO_KEY)
    key, where = found
    base = (base or os.environ.get(ADDRESS) or BASE).rstrip("/")
    http = Http(base, headers={"Zotero-API-Key": key, "Zotero-API-Version": "3"}, local=False)
    answer = http.send("GET", "/keys/current")
    if answer.status in (403, 404):
        raise KeyNeededError(f"zotero.org does not know the key of the {where}")
    if not answer.ok:
        raise answer.error("asking zotero.org about the key")
    rights = answer.json()
    try:
        user, access = int(rights["userID"]), rights.get("access") or {}
    except (TypeError, KeyError, ValueError) as error:
        raise UnreadableError(f"zotero.org says nothing of the key's owner: {error!r}") from error
    name = f"group {group}" if group else f"the library of {rights.get('username') or user}"
    if writing and not _may_write(access, group):
        raise ReadOnlyError(
            f"the key of the {where} may not write to {name}; give it that right on zotero.org"
        )
    prefix = f"/groups/{group}" if group else f"/users/{user}"
    # The key goes with every request, so a write needs nothing more.
    return Library(http, prefix, f"{name} on zotero.org", lambda refused: {})


def _may_write(access: dict[str, Any], group: int | None) -> bool:
    if group is None:
        return bool((access.get("user") or {}).get("write"))
    groups = access.get("groups") or {}
    return any((groups.get(each) or {}).get("write") for each in (str(group), "all"))
