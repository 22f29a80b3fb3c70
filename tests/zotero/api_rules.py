"""What the API, version 3, answers in one library: the program's own and zotero.org's are alike in this."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from citekit.zotero.facts import facts
from tests.zotero.store import JSON
from tests.zotero.wire import Reply, Request, in_json, text

if TYPE_CHECKING:
    from tests.zotero.server import ZoteroServer


def read(server: ZoteroServer, request: Request, path: str, most: int | None) -> Reply:
    """The answer to GET, in one library."""
    store = server.store
    if path == "/itemTypeFields":
        known = facts().types.get(request.query.get("itemType", ""))
        if known is None:
            return text(400, "Invalid item type")
        return in_json(
            200,
            [{"field": name, "localized": name} for name in sorted(known.fields | {"DOI", "citationKey"})],
        )
    match path.split("/")[3:]:
        case ["items", key] if key != "top":
            if key not in store.items:
                return text(404, "Not found")
            extra = {
                "Total-Results": "1",
                "Link": "",
                "Last-Modified-Version": str(store.items[key]["version"]),
            }
            return in_json(200, store.row(store.items[key]), **extra)
        case ["items"]:
            rows: Iterable[JSON] = store.items.values()
        case ["items", "top"]:
            rows = store.top()
        case ["items", key, "children"]:
            if key not in store.items:
                return text(404, "Not found")
            rows = store.children(key)
        case ["collections"]:
            return _page(
                server, request, [store.row(each, "collections") for each in store.collections.values()], most
            )
        case ["collections", key, "items", "top"]:
            if key not in store.collections:
                return text(404, "Not found")
            rows = store.inside(key)
        case _:
            return text(404, "Not found")
    since = int(request.query.get("since", 0))
    query = request.query.get("q", "").casefold() if request.query.get("qmode") == "everything" else ""
    wanted = [row for row in rows if row["version"] > since and query in json.dumps(row).casefold()]
    if kind := request.query.get("itemType"):
        wanted = [row for row in wanted if (row["itemType"] == kind.lstrip("-")) is not kind.startswith("-")]
    if "q" in request.query and not query:  # the default looks at titles, creators and years only
        wanted = [row for row in wanted if request.query["q"] in row.get("title", "")]
    if request.query.get("format") == "keys":
        return _page(server, request, wanted, most, lambda found: "\n".join(row["key"] for row in found))
    if request.query.get("format") == "versions":
        return _page(
            server,
            request,
            wanted,
            most,
            lambda found: json.dumps({row["key"]: row["version"] for row in found}),
        )
    return _page(server, request, [store.row(row) for row in wanted], most)


def write(server: ZoteroServer, request: Request, path: str) -> Reply:
    """The answer to a write that is allowed, in one library."""
    store, given = server.store, request.headers.get("If-Unmodified-Since-Version")
    match path.split("/")[3:]:
        case ["items", key] if request.method in ("PATCH", "DELETE"):
            body = request.json() if request.body else {}
            version = int(given) if given is not None else body.pop("version", None)
            present = store.items[key]
            if version is None:
                return text(428, "If-Unmodified-Since-Version not provided")
            if version != present["version"]:
                found = present["version"]
                return text(
                    412, f"item has been modified since specified version (expected {version}, found {found})"
                )
            store.write("items", [{**body, "key": key, "version": version}])
            return Reply(204, {"Last-Modified-Version": str(store.version)})
        case [("items" | "collections") as kind] if request.method == "POST":
            return _write_many(server, request, kind)
        case _:
            return text(404, "Not found")


def _write_many(server: ZoteroServer, request: Request, kind: str) -> Reply:
    store, token = server.store, request.headers.get("Zotero-Write-Token")
    objects = request.json()
    if not isinstance(objects, list):
        return text(400, "Uploaded data must be a JSON array")
    if len(objects) > 50:
        return text(413, f"Cannot add more than 50 {kind} at a time")
    if not objects:
        return text(400, "No items provided")
    if token is not None and not 5 <= len(token) <= 32:
        return text(400, "Write token must be 5-32 characters in length")
    if token in server.tokens:
        return text(412, "Write token already used")
    given = request.headers.get("If-Unmodified-Since-Version")
    if given is not None and int(given) < store.version:
        return text(
            412,
            f"Library has been modified since specified version (expected {given}, found {store.version})",
        )
    if token:
        server.tokens.add(token)
    answer = store.write(kind, objects)
    return in_json(200, answer, **{"Last-Modified-Version": str(store.version)})


def _page(
    server: ZoteroServer,
    request: Request,
    rows: list[JSON],
    most: int | None,
    show: Callable[[list[JSON]], str] | None = None,
) -> Reply:
    start = int(request.query.get("start", 0))
    limit = int(request.query.get("limit", 25 if most else len(rows)))
    limit = min(limit, most) if most else limit
    address = f"{server.url}{request.path}?{urlencode(request.query)}"
    headers = {
        "Total-Results": str(len(rows)),
        "Link": f'<{address}>; rel="last"',
        "Last-Modified-Version": str(server.store.version),
    }
    found = rows[start : start + limit]
    if show:
        kind = "application/json" if request.query["format"] == "versions" else "text/plain"
        return text(200, show(found), kind, **headers)
    return in_json(200, found, **headers)
