"""What holds of every string: nothing raises, and a canonical form is canonical."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.text import urls
from citekit.text.urls.identifying import ANYWHERE, SHAPES
from citekit.text.urls.tables import same_hosts, shorteners, wrappers
from tests.text.test_urls_same import DIFFERENT, SAME

HOSTS = [
    "fair.org",
    "twitter.com",
    "x.com",
    "youtu.be",
    "doi.org",
    "web.archive.org",
    "www.google.com",
    "t.co",
]
HOSTS += ["a.substack.com", "medium.com", "en.m.wikipedia.org", "archive.ph", "urldefense.com", "amp.cnn.com"]
PIECES = [
    "/",
    "//",
    "..",
    ".",
    "amp",
    "page/2",
    "status/1",
    "?",
    "#",
    "&",
    "=",
    "%",
    "%2",
    "%25",
    "%2F",
    ";",
    "+",
]
PIECES += [
    "url=",
    "http://",
    "https%3A%2F%2F",
    "utm_source=x",
    "2019/11/13",
    "@a",
    "10.1/x",
    "é",
    "\x00",
    "web/2019/",
]
PIECES += [
    "index.html",
    ".amp",
    "v=TIGmU2wJm-A",
    "watch",
    "v3/__https://a.org/*__;Iw!!",
    "**A",
    ":80",
    "!",
    "[",
    "]",
]
URLISH = st.builds(
    lambda scheme, host, parts: f"{scheme}{host}/{''.join(parts)}",
    st.sampled_from(["http://", "https://", "//", "", "HTTP:/", "https:", "http:///"]),
    st.sampled_from(HOSTS),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12),
)
KNOWN = [url for pair in (*SAME, *DIFFERENT) for url in pair] + [
    each.example for each in (*SHAPES, *ANYWHERE)
]


@given(st.text() | URLISH)
def test_nothing_raises(text: str) -> None:
    for name in urls.__all__:
        if name not in ("Identity", "Unwrapped"):
            getattr(urls, name)(text)


@given(st.text() | URLISH | st.sampled_from(KNOWN))
def test_canonical_is_canonical(text: str) -> None:
    once = urls.canonical(text)
    assert urls.canonical(once) == once


@given(
    st.sampled_from(KNOWN),
    st.sampled_from(["utm_source", "fbclid", "gclid", "mc_cid", "_ga"]),
    st.text(max_size=8),
)
def test_trackers_change_nothing(url: str, name: str, value: str) -> None:
    if "#" in url or "__;" in url:
        return
    tracked = f"{url}{'&' if '?' in url else '?'}{name}={quote(value, safe='')}"
    assert urls.canonical(tracked) == urls.canonical(url)


@given(URLISH)
def test_what_is_unwrapped_is_found_in_it(text: str) -> None:
    found = urls.unwrap(text)
    assert len(found.hops) <= 5
    assert found.hops[:1] in ((), (text,))
    assert found.url == text or found.hops


@pytest.mark.parametrize(
    "text", ["http://" + "a." * 20_000, "https://fair.org/" + "(" * 100_000, "?" * 50_000 + "http:"]
)
def test_huge_strings_are_no_trouble(text: str) -> None:
    assert urls.canonical(text) == text
    assert urls.identify(text) is None


@pytest.mark.parametrize("host", sorted(same_hosts()))
def test_same_hosts_point_to_the_last(host: str) -> None:
    assert same_hosts()[host] not in same_hosts()
    assert host == host.lower()


@pytest.mark.parametrize("table", [shorteners(), wrappers()], ids=["shorteners", "wrappers"])
def test_hosts_are_plain(table: dict[str, object]) -> None:
    assert all(host == host.lower().removeprefix("www.") and "/" not in host for host in table)
