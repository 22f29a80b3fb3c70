"""Fetching: limits, retries, redirects, robots.txt, and no way to a private address."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from citekit.errors import FetchError
from citekit.sources import Failure, addresses, pages, web
from citekit.sources.web import Web
from tests.sources.server import PAGE, Handler, serving


@pytest.fixture
def site() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture
def reader() -> Web:
    return Web(allow_private=True, contact="ann@example.org", pause=0.01, read_timeout=0.5, deadline=5)


def test_page_with_what_the_server_says_of_it(site: str, reader: Web) -> None:
    page = reader.page(f"{site}/page")
    assert page.content == PAGE
    assert (page.url, page.media_type, page.charset) == (f"{site}/page", "text/html", "ISO-8859-2")


def test_user_agent_names_the_contact(site: str, reader: Web) -> None:
    reader.page(f"{site}/page")
    assert set(Handler.agents) == {"citekit/0.1 (+ann@example.org)"}


def test_packed_page_is_unpacked(site: str, reader: Web) -> None:
    assert reader.page(f"{site}/packed").content == PAGE


def test_redirects_are_followed_and_the_last_address_kept(site: str, reader: Web) -> None:
    page = reader.page(f"{site}/to?/to?/page")
    assert (page.source, page.url, page.content) == (f"{site}/to?/to?/page", f"{site}/page", PAGE)


def test_busy_site_is_asked_again(site: str, reader: Web) -> None:
    assert reader.page(f"{site}/busy").content == PAGE
    assert Handler.asked["/busy"] == 3


FAULTS = [
    ("missing", "404", 1),
    ("gone", "410", 1),
    ("broken", "500", 3),
    ("loop", "redirected more than", None),
    ("elsewhere", "not an address on the web", 1),
    ("slow", "did not answer in time", 3),
    ("cut", "could not be fetched", 3),
    ("huge", "larger than", 1),
    ("bomb", "larger than", 1),
]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "words", "asked"), FAULTS, ids=str)
def test_fault(site: str, reader: Web, path: str, words: str, asked: int | None) -> None:
    with pytest.raises(FetchError, match=words):
        reader.page(f"{site}/{path}")
    assert asked is None or Handler.asked[f"/{path}"] == asked


@pytest.mark.slow
def test_page_that_never_ends_is_given_up(site: str) -> None:
    reader = Web(allow_private=True, pause=0.01, read_timeout=1, deadline=0.6)
    with pytest.raises(FetchError, match="did not end within"):
        reader.page(f"{site}/drip")


def test_robots_are_obeyed_and_asked_once(site: str, reader: Web) -> None:
    Handler.robots = (200, b"User-agent: *\nDisallow: /page\n")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        reader.page(f"{site}/page")
    assert reader.page(f"{site}/empty").content == b""
    assert Handler.asked == {"/robots.txt": 1, "/empty": 1}


def test_robots_are_obeyed_after_a_redirect(site: str, reader: Web) -> None:
    Handler.robots = (200, b"User-agent: citekit\nDisallow: /page\n")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        reader.page(f"{site}/to?/page")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_robots_that_are_not_there_forbid_nothing(site: str, reader: Web, status: int) -> None:
    Handler.robots = (status, b"")
    assert reader.page(f"{site}/page").content == PAGE


def test_robots_that_cannot_be_read_forbid_everything(site: str, reader: Web) -> None:
    Handler.robots = (503, b"")
    with pytest.raises(FetchError, match=r"robots\.txt could not be fetched"):
        reader.page(f"{site}/page")
    assert Handler.asked["/page"] == 0


PRIVATE = [
    "127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
    "224.0.0.1", "[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]",
    "2130706433", "0x7f.1",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_private_address_is_refused(host: str) -> None:
    (failure,) = pages([f"http://{host}/"])
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, FetchError)
    assert "private address" in str(failure.error)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_public_address(address: str) -> None:
    assert addresses.is_public(address)


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own server counts as public; nothing else that is private does."""
    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or real(address))


@pytest.mark.usefixtures("outside")
def test_redirect_to_a_private_address_is_refused(site: str) -> None:
    reader = Web(pause=0.01)
    assert reader.page(f"{site}/page").content == PAGE
    with pytest.raises(FetchError, match=r"private address 10\.0\.0\.1"):
        reader.page(f"{site}/private")


@pytest.mark.usefixtures("outside")
def test_name_that_changes_its_address_is_refused_when_connecting(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check before the request sees a public address, the connection a private one."""
    told = iter(["127.0.0.1", "10.0.0.9"])

    def public_address(host: str, port: int) -> str:
        address = next(told)
        if address.startswith("10."):
            raise FetchError(f"{host} leads to the private address {address}")
        return address

    monkeypatch.setattr(web, "public_address", public_address)
    with pytest.raises(FetchError, match=r"private address 10\.0\.0\.9"):
        Web(pause=0.01).page(f"{site}/page")
    assert not Handler.asked


def test_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: both)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        addresses.public_address("example.org", 80)


@pytest.mark.parametrize(
    "url",
    ["http://", "http://[::1", "https://exa mple/", "http://a:99999/", "HTTP://", "http://\x00/"],
    ids=repr,
)
def test_what_is_no_address_is_a_failure(url: str) -> None:
    (failure,) = pages([url], allow_private=True)
    assert isinstance(failure, Failure)


def test_site_that_is_not_there(reader: Web) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(FetchError, match="could not be fetched"):
        reader.page(f"http://127.0.0.1:{port}/")
