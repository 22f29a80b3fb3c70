"""What links lead to, as far as their own text says."""

# ruff: noqa: E501  rows of a table stay on one line

from __future__ import annotations

import pytest

from citekit.text.urls import unwrap

TARGET = "https://fair.org/home/x"

WRAPPED = (
    ("https://www.google.de/url?sa=t&url=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    ("https://www.google.com/amp/s/fair.org/home/x", TARGET),
    ("https://fair-org.cdn.ampproject.org/v/s/fair.org/home/x", TARGET),
    ("https://translate.google.com/translate?sl=es&u=https://fair.org/home/x", TARGET),
    ("https://lm.facebook.com/l.php?u=https%3A%2F%2Ffair.org%2Fhome%2Fx&h=A", TARGET),
    ("https://l.instagram.com/?u=https%3A%2F%2Ffair.org%2Fhome%2Fx&e=A", TARGET),
    ("https://out.reddit.com/t3_dv3b5j?url=https%3A%2F%2Ffair.org%2Fhome%2Fx&token=A", TARGET),
    ("https://www.youtube.com/redirect?q=https%3A%2F%2Ffair.org%2Fhome%2Fx&v=TIGmU2wJm-A", TARGET),
    ("https://medium.com/r/?url=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    ("https://www.linkedin.com/safety/go?url=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    ("https://slack-redir.net/link?url=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    ("https://disq.us/url?url=https%3A%2F%2Ffair.org%2Fhome%2Fx%3AaBcDeFgHiJkLmNoPqRsTuV&cuid=1", TARGET),
    ("http://anonym.to/?https://fair.org/home/x", TARGET),
    ("https://linkprotect.cudasvc.com/url?a=https%3A%2F%2Ffair.org%2Fhome%2Fx&c=E", TARGET),
    ("https://r.jina.ai/https://fair.org/home/x", TARGET),
    ("https://links.govdelivery.com/track?type=click&https://fair.org/home/x", TARGET),
    ("https://www.example.org/2019/http://fair.org/home/x", "http://fair.org/home/x"),
    ("https://www.example.org/www.fair.org/home/x", "https://www.fair.org/home/x"),
    ("https://news.example.org/out?to=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    ("https://forum.example.org/redirect-to/?redirect=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    # wrapped twice
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Ffair.org%252Fhome%252Fx", TARGET),
    ("https://web.archive.org/web/2019/https://l.facebook.com/l.php?u=https%3A%2F%2Ffair.org%2Fhome%2Fx", TARGET),
    ("https://web.archive.org/web/20191113/https://web.archive.org/web/20191112/https://fair.org/home/x", TARGET),
)  # fmt: skip

ARCHIVED = (
    ("https://web.archive.org/web/20191113015611/https://fair.org/home/x", TARGET, "2019-11-13T01:56:11Z"),
    ("https://web.archive.org/web/20191113015611if_/https://fair.org/home/x", TARGET, "2019-11-13T01:56:11Z"),
    ("http://web.archive.org/web/2019/fair.org/home/x", TARGET, "2019"),
    ("https://web.archive.org/web/*/https://fair.org/home/x", TARGET, "None"),
    ("https://archive.today/2019.11.13-015611/https://fair.org/home/x", TARGET, "2019-11-13T01:56:11Z"),
    ("https://archive.fo/newest/https://fair.org/home/x", TARGET, "None"),
    ("https://archive.ph/o/aBcDe/https://fair.org/home/x", TARGET, "None"),
    (
        "https://webarchive.nationalarchives.gov.uk/ukgwa/20191113/https://fair.org/home/x",
        TARGET,
        "2019-11-13",
    ),
    ("https://arquivo.pt/wayback/20191113015611/https://fair.org/home/x", TARGET, "2019-11-13T01:56:11Z"),
    ("https://wayback.archive-it.org/1234/20191113/https://fair.org/home/x", TARGET, "2019-11-13"),
    ("https://webarchive.loc.gov/all/20191113/https://fair.org/home/x", TARGET, "2019-11-13"),
    ("https://megalodon.jp/2019-1113-0156-11/https://fair.org/home/x", TARGET, "2019-11-13T01:56:11Z"),
    ("https://web.archive.org/web/20191399/https://fair.org/home/x", TARGET, "None"),
)

UNRESOLVED = (
    "https://t.co/hcKsDsaEMc",
    "http://bit.ly/2NXyzAb",
    "https://nyti.ms/2NXyzAb",
    "https://archive.ph/aBcDe",
    "https://perma.cc/AB12-CD34",
    "https://feedproxy.google.com/~r/fair/~3/abc/",
    "https://news.google.com/articles/CBMiabc",
    "https://fair.us1.list-manage.com/track/click?u=1&id=2",
)

PLAIN = (
    TARGET,
    "https://www.nytimes.com/2019/11/13/world/asia/plague.html?url=1",
    "https://example.org/compare?url=https://fair.org/home/x",
    "https://www.google.com/search?q=https://fair.org",
    "https://archive.org/details/staterevolution00leni",
    "https://bitly.com/",
    "mailto:a@b.org",
    "",
)


@pytest.mark.parametrize(("url", "target"), WRAPPED, ids=str)
def test_leads_to(url: str, target: str) -> None:
    found = unwrap(url)
    assert found.url == target
    assert found.resolved
    assert found.hops[0] == url


@pytest.mark.parametrize(("url", "target", "date"), ARCHIVED, ids=str)
def test_archive_says_when(url: str, target: str, date: str) -> None:
    found = unwrap(url)
    assert found.url.replace("http:", "https:") == target
    assert str(found.archived) == date
    assert found.archive_url == url


@pytest.mark.parametrize("url", UNRESOLVED)
def test_only_the_network_knows(url: str) -> None:
    found = unwrap(url)
    assert found.url == url
    assert not found.resolved


@pytest.mark.parametrize("url", PLAIN)
def test_wrapped_in_nothing(url: str) -> None:
    found = unwrap(url)
    assert found.url == url
    assert found.resolved
    assert not found.hops


def test_unwrapping_ends() -> None:
    url = TARGET
    for _ in range(20):
        url = "https://href.li/?" + url
    assert len(unwrap(url).hops) == 5
