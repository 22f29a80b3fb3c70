"""Fetching one page at a time: politely, within limits, and never from a private address."""

from __future__ import annotations

import time
from email.message import Message
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from citekit.errors import FetchError
from citekit.model import Page
from citekit.sources.addresses import public_address
from citekit.sources.robots import Robots

LARGEST = 16 * 1024 * 1024
"""Bytes of one page, after decompression."""
REDIRECTS = 8
ATTEMPTS = 3
CONNECT_TIMEOUT, READ_TIMEOUT, DEADLINE = 10.0, 20.0, 60.0
"""Seconds: to connect, between two packets, and for one page with all its redirects and retries."""
_AGAIN = frozenset((429, 500, 502, 503, 504))
_MOVED = frozenset((301, 302, 303, 307, 308))


class Web:
    """A polite reader of the web: one session, robots.txt obeyed, the same limits for every page."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        contact: str | None = None,
        pause: float = 0.5,
        deadline: float = DEADLINE,
        read_timeout: float = READ_TIMEOUT,
    ) -> None:
        """`pause` is the number of seconds before the first retry; each later one waits twice as long."""
        self.pause, self.deadline, self.read_timeout = pause, deadline, read_timeout
        self.allow_private = allow_private
        self.session = requests.Session()
        self.session.headers["User-Agent"] = "citekit/0.1" + (f" (+{contact})" if contact else "")
        self.session.headers["Accept"] = (
            "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9,*/*;q=0.1"
        )
        adapter = HTTPAdapter() if allow_private else _PublicAdapter()
        self.session.mount("http://", adapter)
        self.session.mount("https://", adapter)
        self.robots = Robots(self._robots_text)

    def page(self, url: str) -> Page:
        """The page at `url`, after redirects; `FetchError` says why there is none."""
        until = time.monotonic() + self.deadline
        at = _checked(url)
        for _ in range(REDIRECTS + 1):
            self.robots.check(at)
            response, content = self._get(at, until, LARGEST)
            if response.status_code in _MOVED and response.headers.get("Location"):
                at = _target(at, response.headers["Location"])
                continue
            if response.status_code != 200:
                raise FetchError(f"{at} answered {response.status_code} {response.reason}")
            media, charset = _media(response.headers.get("Content-Type", ""))
            return Page(url, content, url=at, media_type=media, charset=charset)
        raise FetchError(f"{url} was redirected more than {REDIRECTS} times")

    def _get(self, url: str, until: float, largest: int) -> tuple[requests.Response, bytes]:
        """One address, tried again where that can help."""
        why = ""
        for attempt in range(ATTEMPTS):
            wait = self.pause * 2 ** (attempt - 1) if attempt else 0.0
            if time.monotonic() + wait >= until:
                break
            time.sleep(wait)
            try:
                response, content = self._once(url, until, largest)
            except (requests.RequestException, HTTPError, OSError, ValueError, _RefusedError) as error:
                if refused := _refusal(error):
                    raise refused from error
                if isinstance(error, ValueError):  # what requests and urllib3 make of a URL that is none
                    raise FetchError(f"{url} is not an address: {error}") from error
                why = _plain(error)
                continue
            if response.status_code not in _AGAIN:
                return response, content
            why = f"it answered {response.status_code} {response.reason}"
        raise FetchError(f"{url} could not be fetched: {why or f'not within {self.deadline:g} seconds'}")

    def _once(self, url: str, until: float, largest: int) -> tuple[requests.Response, bytes]:
        if not self.allow_private:
            parts = urlsplit(url)
            public_address(parts.hostname or "", parts.port or 443)
        timeout = (CONNECT_TIMEOUT, min(self.read_timeout, max(until - time.monotonic(), 0.1)))
        with self.session.get(url, stream=True, allow_redirects=False, timeout=timeout) as response:
            pieces, size = [], 0
            for piece in response.iter_content(65536):
                pieces.append(piece)
                size += len(piece)
                if size > largest:
                    raise FetchError(f"{url} is larger than {largest // 1024} KiB")
                if time.monotonic() > until:
                    raise FetchError(f"{url} did not end within {self.deadline:g} seconds")
            return response, b"".join(pieces)

    def _robots_text(self, url: str) -> str:
        """The text of a robots.txt; what is not there forbids nothing, what cannot be asked is a
        `FetchError`.
        """
        until = time.monotonic() + self.deadline
        for _ in range(REDIRECTS):
            response, content = self._get(url, until, 512 * 1024)
            if response.status_code not in _MOVED or not response.headers.get("Location"):
                return content.decode("utf-8", "replace") if response.status_code == 200 else ""
            url = _target(url, response.headers["Location"])
        return ""


class _RefusedError(Exception):
    """Carries a refusal through urllib3, which wraps what it catches."""

    def __init__(self, error: FetchError) -> None:
        self.error = error


class _Public:
    """A connection that asks for the address itself, checks it, and connects to just that one."""

    _dns_host: str
    port: int

    def _new_conn(self) -> Any:
        name = self._dns_host
        try:
            self._dns_host = public_address(name, self.port)
        except FetchError as error:
            raise _RefusedError(error) from error
        try:
            return super()._new_conn()  # type: ignore[misc]
        finally:
            self._dns_host = name  # the certificate is checked against the name


class _PublicHTTP(_Public, HTTPConnection):
    pass


class _PublicHTTPS(_Public, HTTPSConnection):
    pass


class _PublicHTTPPool(HTTPConnectionPool):
    ConnectionCls = _PublicHTTP


class _PublicHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHTTPS


class _PublicAdapter(HTTPAdapter):
    """Keeps every connection, redirects included, away from private addresses, also if DNS changes its
    answer.
    """

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _PublicHTTPPool, "https": _PublicHTTPSPool}


def _refusal(error: BaseException | None) -> FetchError | None:
    for _ in range(8):
        if isinstance(error, FetchError):
            return error
        if isinstance(error, _RefusedError):
            return error.error
        if error is None:
            return None
        error = error.__cause__ or error.__context__
    return None


def _checked(url: str) -> str:
    """The URL, if a host can be read out of it."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise FetchError(f"{url!r} is not an address on the web")
    return url


def _target(at: str, location: str) -> str:
    try:
        return _checked(urljoin(at, location))
    except (ValueError, FetchError) as error:
        raise FetchError(f"{at} redirects to {location!r}, which is not an address on the web") from error


def _media(header: str) -> tuple[str | None, str | None]:
    message = Message()
    message["Content-Type"] = header
    charset = message.get_param("charset")
    return (header and message.get_content_type()) or None, charset if isinstance(charset, str) else None


def _plain(error: Exception) -> str:
    """The reason inside the layers of requests and urllib3, in a few words."""
    if isinstance(error, requests.Timeout):
        return "it did not answer in time"
    reason: Any = getattr(error, "args", [error])[0] if error.args else error
    text = str(getattr(reason, "reason", reason))
    return text.rpartition(">: ")[2].rpartition(": ")[2] or type(error).__name__
