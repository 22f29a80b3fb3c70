"""A server that answers as a Zotero does, over a real socket, and fails as one can, when it is told to.

What it answers to the recorded requests is compared with the recorded answers in `test_server.py`.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.zotero.store import Store
from tests.zotero.wire import Fault, Reply, Request, Rules


class ZoteroServer:
    """A running server with a library in it; `url` is its address. Use it with `with`."""

    def __init__(self, store: Store, rules: Callable[[ZoteroServer], Rules]) -> None:
        self.store = store
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self.sessions: set[str] = set()
        self.tokens: set[str] = set()
        self.lock = threading.Lock()
        self.busy = 0
        self.rules = rules(self)
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reboot(self, seconds: float) -> None:
        """Be away for so long, then be there again at the same address, with nothing in memory."""

        def away() -> None:
            port = self.port
            self._http.shutdown()
            self._http.server_close()
            time.sleep(seconds)
            self.restart()
            self._http = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
            self.__enter__()

        threading.Thread(target=away, daemon=True).start()

    def __enter__(self) -> ZoteroServer:
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def restart(self) -> None:
        """Forget what is only in memory; the library stays."""
        self.sessions.clear()
        self.tokens.clear()

    def wrote(self, path: str = "") -> list[Request]:
        """The writes that have arrived at a path."""
        return [each for each in self.requests if each.method != "GET" and path in each.path]

    def fault(self, request: Request) -> Fault | None:
        for each in self.faults:
            if each.method == request.method and each.path in request.path:
                if each.skip:
                    each.skip -= 1
                    return None
                self.faults.remove(each)
                return each
        return None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def _do(self) -> None:
                with server.lock:
                    server.busy += 1
                try:
                    self._answer()
                finally:
                    with server.lock:
                        server.busy -= 1

            def _answer(self) -> None:
                address = urlsplit(self.path)
                query = {name: values[-1] for name, values in parse_qs(address.query, True).items()}
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                request = Request(self.command, address.path, query, self.headers, body)
                with server.lock:
                    server.requests.append(request)
                    fault = server.fault(request)
                if fault and fault.slow:
                    time.sleep(fault.slow)
                if fault and fault.restart:
                    server.restart()
                if fault and fault.moment == "instead":
                    self._send(Reply(fault.status, fault.headers, fault.text))
                    return
                if fault and fault.moment == "before":
                    self._hang_up()
                    return
                with server.lock:
                    reply = server.rules(request)
                if reply is None or (fault and fault.moment == "after"):
                    self._hang_up()
                    return
                if fault and fault.moment == "middle":
                    reply = Reply(reply.status, reply.headers, reply.body[: len(reply.body) // 2])
                self._send(reply)

            do_GET = do_POST = do_PATCH = do_DELETE = _do

            def _send(self, reply: Reply) -> None:
                lines = [f"HTTP/1.0 {reply.status} {self.responses.get(reply.status, ('undefined',))[0]}"]
                content = reply.body.encode()
                headers = dict(reply.headers)
                if reply.length or not content:
                    headers["Content-Length"] = str(len(content))
                lines += [f"{name}: {value}" for name, value in headers.items()]
                head = "\r\n".join(lines).encode() + b"\r\n\r\n"
                with suppress(BrokenPipeError, ConnectionResetError):  # who asked may have gone
                    self.wfile.write(head + content)
                self.close_connection = True

            def _hang_up(self) -> None:
                self.close_connection = True
                with suppress(OSError):
                    self.connection.shutdown(socket.SHUT_RDWR)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler
