"""A web server with every fault that a site can have, for the tests of fetching."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = b"<html><body><p>Words.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; counts how often each was asked for."""

    asked: ClassVar[Counter[str]] = Counter()
    agents: ClassVar[list[str]] = []
    robots: ClassVar[tuple[int, bytes]] = (404, b"")

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        type(self).asked[path] += 1
        type(self).agents.append(self.headers.get("User-Agent", ""))
        getattr(self, "get_" + path.strip("/").replace(".", "_"), self.missing)(query)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is theirs."""

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def missing(self, query: str) -> None:
        self.answer(404, b"no")

    def get_robots_txt(self, query: str) -> None:
        self.answer(*type(self).robots)

    def get_page(self, query: str) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=ISO-8859-2")

    def get_packed(self, query: str) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def get_bomb(self, query: str) -> None:
        self.answer(200, gzip.compress(bytes(30_000_000)), Content_Type="text/html", Content_Encoding="gzip")

    def get_huge(self, query: str) -> None:
        self.answer(200, b"x" * 20_000_000, Content_Type="text/html")

    def get_to(self, query: str) -> None:
        self.answer(302, Location=query)

    def get_loop(self, query: str) -> None:
        self.answer(301, Location="/loop")

    def get_private(self, query: str) -> None:
        self.answer(302, Location="http://10.0.0.1/secret")

    def get_elsewhere(self, query: str) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def get_slow(self, query: str) -> None:
        time.sleep(1.5)
        self.answer(200, PAGE)

    def get_drip(self, query: str) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"x" * 70_000)
                time.sleep(0.1)
        except OSError:
            self.close_connection = True

    def get_cut(self, query: str) -> None:
        self.answer(200, PAGE, Content_Length="5000")
        self.close_connection = True

    def get_busy(self, query: str) -> None:
        self.answer(503 if type(self).asked["/busy"] < 3 else 200, PAGE, Content_Type="text/html")

    def get_broken(self, query: str) -> None:
        self.answer(500, b"x")

    def get_gone(self, query: str) -> None:
        self.answer(410, b"x")

    def get_empty(self, query: str) -> None:
        self.answer(200)


@contextmanager
def serving() -> Iterator[str]:
    """The address of a running server, its counts at nought."""
    Handler.asked, Handler.agents, Handler.robots = Counter(), [], (404, b"")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
