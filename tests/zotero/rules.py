"""Who answers: the program on a desk with its connector and local API, or zotero.org."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.zotero.api_rules import read, write
from tests.zotero.store import JSON, Refused
from tests.zotero.wire import Reply, Request, in_json, text

if TYPE_CHECKING:
    from tests.zotero.server import ZoteroServer

VERSION = "11.0.SOURCE.f2a42bec1"
SERVER_ID = "dTnSWqhRu7Y6"
KEY = "EXAMPLELOCALKEY00000000000000003"
WEB_KEY = "EXAMPLEWEBKEY0000000000"
_CONNECTOR = {"X-Zotero-Version": VERSION, "X-Zotero-Connector-API-Version": "3"}


class Desk:
    """The program on a desk. Attributes are what its user and its settings say.

    `allow` answers the dialog: "always", "once" or "no"; `api` is "write", "read" or "off".
    """

    def __init__(self, server: ZoteroServer) -> None:
        self.server = server
        self.version = VERSION
        self.server_id = SERVER_ID
        self.allow = "always"
        self.api = "write"
        self.editable = True
        self.keys: dict[str, bool] = {}
        self.asked = 0
        self.targets: list[JSON] = []
        self._made = 0
        self._saved: dict[str, list[str]] = {}

    def __call__(self, request: Request) -> Reply | None:
        headers = request.headers
        strange = "Origin" in headers or headers.get("User-Agent", "").startswith("Mozilla/")
        if strange and "X-Zotero-Connector-API-Version" not in headers:
            return None
        if headers.get("Host", "").partition(":")[0] not in ("127.0.0.1", "localhost"):
            return Reply(400, {"Content-Type": "text/plain;charset=utf-8"}, "Bad request\n", length=True)
        common = {**_CONNECTOR, "X-Zotero-Version": self.version}
        if request.path.startswith("/connector/"):
            reply = self._connector(request)
        elif request.path.startswith("/api/") and request.path != "/api/items/new":
            reply = self._api(request)
        else:
            reply = text(404, "No endpoint found\n")
        reply.headers = {**common, **reply.headers}
        return reply

    def _connector(self, request: Request) -> Reply:
        name = request.path.removeprefix("/connector/")
        if name == "ping" and request.method == "GET":
            return text(200, "<!DOCTYPE html><html><body>Zotero is running</body></html>", "text/html")
        if name not in ("ping", "getSelectedCollection", "saveItems", "updateSession", "import"):
            return text(404, "No endpoint found\n")
        if request.method != "POST":
            return text(400, "Endpoint does not support method\n")
        if name == "import":
            return self._import(request)
        if request.headers.get("Content-Type") != "application/json":
            return text(400, "Endpoint does not support content-type\n")
        try:
            value = request.json()
        except ValueError:
            return text(400, "Invalid JSON provided\n")
        if name == "ping":
            return in_json(200, {"prefs": {"automaticSnapshots": True}})
        if name == "getSelectedCollection":
            return in_json(200, self._selected())
        if request.headers.get("X-Zotero-Connector-API-Version", "3") != "3":
            return in_json(400, {"error": "CONNECTOR_VERSION_OUTDATED"})
        return self._save(value) if name == "saveItems" else self._update(value)

    def _selected(self) -> JSON:
        library = {"id": "L1", "name": "My Library", "filesEditable": True, "level": 0, "recent": True}
        return {
            "libraryID": 1,
            "libraryName": "My Library",
            "libraryEditable": self.editable,
            "filesEditable": self.editable,
            "editable": self.editable,
            "id": None,
            "name": "My Library",
            "targets": [library, *self.targets],
            "tags": {"L1": []},
        }

    def _import(self, request: Request) -> Reply:
        session = request.query.get("session", "")
        if session in self.server.sessions:
            return in_json(409, {"error": "SESSION_EXISTS"})
        kind = request.headers.get("Content-Type", "")
        if request.body and (
            kind in ("application/json", "application/x-www-form-urlencoded") or request.body == "hello"
        ):
            return Reply(400)
        self.server.sessions.add(session)
        return in_json(201, [])

    def _save(self, value: JSON) -> Reply:
        store, session = self.server.store, value["sessionID"]
        if session in self.server.sessions:
            return in_json(409, {"error": "SESSION_EXISTS"})
        if not self.editable:
            return in_json(500, {"libraryEditable": False})
        before = dict(store.items), store.version
        self.server.sessions.add(session)
        try:
            self._saved[session] = [self._keep(item) for item in value["items"]]
        except Refused:  # the whole batch is undone
            store.items, store.version = before
            return Reply(500)
        return Reply(201, {"Content-Type": "application/json"})

    def _keep(self, item: JSON) -> str:
        notes = item.pop("notes", [])
        item.pop("id", None)
        item["tags"] = [{"tag": each["tag"], "type": 1} for each in item.get("tags", ())]
        for each in item.get("creators", ()):
            if each.pop("fieldMode", 0):
                each["name"] = each.pop("lastName")
        made = self.server.store.add(item)
        for note in notes:
            self.server.store.add({"itemType": "note", "parentItem": made["key"], "note": note["note"]})
        return str(made["key"])

    def _update(self, value: JSON) -> Reply:
        session = value.get("sessionID")
        if not session:
            return in_json(400, {"error": "SESSION_ID_NOT_PROVIDED"})
        if session not in self.server.sessions:
            return in_json(400, {"error": "SESSION_NOT_FOUND"})
        target = value.get("target", "L1")
        if target != "L1" and target not in {each["id"] for each in self.targets}:
            return in_json(400, {"error": "COLLECTION_NOT_FOUND"})
        for key in self._saved.get(session, ()):
            item = self.server.store.items[key]
            item["tags"] = [*item["tags"], *({"tag": tag} for tag in value.get("tags", ()))]
            item["collections"] = [] if target == "L1" else [target]
        return in_json(200, {})

    def _api(self, request: Request) -> Reply:
        headers = {"Zotero-API-Version": "3", "Zotero-Schema-Version": "41"}
        if self.api == "write":
            headers["Zotero-Server-ID"] = self.server_id
        if self.api == "off":
            return text(403, "Local API is not enabled")
        if request.headers.get("Zotero-API-Version", "3") != "3":
            reply = text(501, f"API version not implemented: {request.headers['Zotero-API-Version']}")
        elif request.path == "/api/":
            reply = text(200, "Nothing to see here.")
        elif request.path == "/api/local/authorize":
            reply = self._authorize(request)
        elif request.path.startswith("/api/users/") and not request.path.startswith("/api/users/0"):
            reply = text(400, "Only data for the logged-in user is available locally -- use userID 0")
        elif request.method == "GET":
            reply = read(self.server, request, request.path.removeprefix("/api"), None)
        elif (refusal := self._may_not(request)) is not None:
            if refusal.status == 401:  # these come before the API's own headers
                return refusal
            reply = refusal
        else:
            reply = write(self.server, request, request.path.removeprefix("/api"))
        reply.headers = {**reply.headers, **headers}
        return reply

    def _authorize(self, request: Request) -> Reply:
        if not request.headers.get("Zotero-Server-ID"):
            return text(428, "Zotero-Server-ID not provided")
        name = request.json().get("appName")
        if not name:
            return text(400, "appName is required")
        if self.asked >= 5:
            return text(429, "Too many authorization requests", **{"Retry-After": "30"})
        self.asked += 1
        allow = {"denied": "no", "once": "once"}.get(name, self.allow)
        if allow == "no":
            return in_json(403, {"denied": True})
        self._made += 1
        key = KEY if allow == "always" else f"EXAMPLELOCALKEY{self._made:017d}"
        self.keys[key] = allow == "always"
        return in_json(200, {"key": key, "remember": allow == "always"})

    def _may_not(self, request: Request) -> Reply | None:
        given, key = request.headers.get("Zotero-Server-ID"), request.headers.get("Zotero-API-Key")
        if not given:
            return text(428, "Zotero-Server-ID not provided")
        if given != self.server_id:
            return text(412, "Zotero-Server-ID does not match this server")
        if not key:
            realm = 'Zotero-API-Key realm="Zotero Local API"'
            return text(
                401,
                "API key required -- POST /api/local/authorize to obtain one",
                **{"WWW-Authenticate": realm},
            )
        if key not in self.keys:
            return text(401, "Invalid or expired API key")
        if not self.keys[key]:
            del self.keys[key]
        return None


class Site:
    """zotero.org's API: one user, whose key may do what `access` says."""

    def __init__(self, server: ZoteroServer) -> None:
        self.server = server
        self.access: JSON = {
            "user": {"library": True, "notes": True, "write": True},
            "groups": {"all": {"write": True}},
        }

    def __call__(self, request: Request) -> Reply | None:
        reply = self._answer(request)
        reply.headers = {"Zotero-API-Version": "3", "Zotero-Schema-Version": "41", **reply.headers}
        reply.length = True
        return reply

    def _answer(self, request: Request) -> Reply:
        if request.path == "/itemTypeFields":
            return read(self.server, request, request.path, 100)
        if request.headers.get("Zotero-API-Key") != WEB_KEY:
            return text(404 if request.path == "/keys/current" else 403, "Forbidden")
        if request.path == "/keys/current":
            return in_json(200, {"key": WEB_KEY, "userID": 475425, "username": "z", "access": self.access})
        if request.method == "GET":
            return read(self.server, request, request.path, 100)
        if not self.access["user"]["write"]:
            return text(403, "Write access denied")
        return write(self.server, request, request.path)
