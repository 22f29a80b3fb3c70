"""Looking outlets up by address, name and account, and choosing between several."""

# ruff: noqa: E501  rows of a table stay on one line

from __future__ import annotations

import socket

import pytest

from citekit.outlets import Registry, default_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return default_registry()


URLS = (
    ("https://www.wsws.org/en/articles/2019/11/13/boli-n13.html", "wsws", "wsws.org"),
    ("https://edition.cnn.com/2020/04/09/business/x/index.html", "cnn", "cnn.com"),
    ("https://cnnespanol.cnn.com/x", "cnn-en-espanol", "cnnespanol.cnn.com"),
    ("https://uk.reuters.com/article/x", "reuters", "reuters.com"),
    ("https://www.reuters.com/fact-check/x", "reuters-fact-check", "reuters.com"),
    ("https://lelab.europe1.fr/x", "europe-1", "europe1.fr"),
    ("https://g1.globo.com/sp/x", "g1", "g1.globo.com"),
    ("https://oglobo.globo.com/x", "o-globo", "oglobo.globo.com"),
    ("http://news.bbc.co.uk/2/hi/health/2932319.stm", "bbc", "bbc.co.uk"),
    ("https://www.bbc.com/mundo/noticias-1", "bbc-mundo", "bbc.com"),
    ("http://w2.vatican.va/content/x", "holy-see", "vatican.va"),
    ("https://amp.lepoint.fr/2343250", "le-point", "lepoint.fr"),
    ("https://abcnews.go.com/x", "abc-news-us", "abcnews.go.com"),
    ("https://espn.go.com/x", "espn", "espn.com"),
    ("https://www.abc.net.au/news/x", "abc-news-australia", "abc.net.au"),
    ("http://www.guardian.co.uk/world/2009/x", "the-guardian", "theguardian.com"),
    ("https://theintercept.com/2020/04/25/x/", "the-intercept", "theintercept.com"),
    ("https://theintercept.com/podcasts/deconstructed/x", "deconstructed", "theintercept.com"),
    ("https://theintercept.com/brasil/x", "intercept-brasil", "intercept.com.br"),
    ("https://rumble.com/c/ggreenwald", "system-update", "rumble.com"),
    ("https://rumble.com/v1abcd-x.html", "rumble", "rumble.com"),
    ("https://x.com/JebSprague/status/1193986590585810944", "twitter", "twitter.com"),
    ("https://mobile.twitter.com/a/status/1", "twitter", "twitter.com"),
    ("https://nitter.net/a/status/1", "twitter", "twitter.com"),
    ("https://youtu.be/TIGmU2wJm-A", "youtube", "youtube.com"),
    ("https://nyti.ms/2NXyzAb", "the-new-york-times", "nytimes.com"),
    ("https://web.archive.org/web/2019/http://fair.org/x", "fairness-and-accuracy-in-reporting", "fair.org"),
    ("https://www.google.com/amp/s/www.theguardian.com/x", "the-guardian", "theguardian.com"),
    ("https://www.gov.uk/government/news/x", "uk-government", "gov.uk"),
    ("https://earthobservatory.nasa.gov/images/1", "nasa", "nasa.gov"),
    ("https://assets.documentcloud.org/documents/6552595/x.pdf", "documentcloud", "documentcloud.org"),
    ("https://es.m.wikipedia.org/wiki/Evo_Morales", "wikipedia", "wikipedia.org"),
    ("https://rainershea612.medium.com/x", "rainer-shea", "rainershea.com"),
    ("https://medium.com/", "medium", "medium.com"),
    ("HTTPS://WWW.FAIR.ORG:443/x", "fairness-and-accuracy-in-reporting", "fair.org"),
)

PROVISIONAL = (
    ("https://www.cn-healthcare.com/article/1", "cn-healthcare.com", "cn-healthcare.com", None, None),
    ("https://news.example.co.uk/x", "example.co.uk", "example.co.uk", None, None),
    ("https://al.substack.com/p/x", "al.substack.com", "al.substack.com", "blog", "substack"),
    ("https://medium.com/@Al/x", "medium.com/@al", "medium.com", "blog", "medium"),
    ("https://somebody.blogspot.de/2019/x.html", "somebody.blogspot.com", "somebody.blogspot.com", "blog", "blogger"),
    ("https://somebody.wordpress.com/x", "somebody.wordpress.com", "somebody.wordpress.com", "blog", "wordpress"),
    ("https://omar.house.gov/media/x", "omar.house.gov", "omar.house.gov", "parliament", "u-s-house-of-representatives"),
    ("https://web.archive.org/web/2019/http://unknown-site.org/x", "unknown-site.org", "unknown-site.org", None, None),
)  # fmt: skip

NOBODY = (
    "https://t.co/hcKsDsaEMc",
    "http://bit.ly/2NXyzAb",
    "https://archive.ph/aBcDe",
    "mailto:a@b.org",
    "/relative/path",
    "http:///h",
    "javascript:void(0)",
    "",
)

NAMES: tuple[tuple[str, list[str]], ...] = (
    ("The New York Times", ["the-new-york-times"]),
    ("new york times", ["the-new-york-times"]),
    ("NYT", ["the-new-york-times"]),
    ("World Socialist Web Site", ["wsws"]),
    ("le monde", ["le-monde"]),
    ("Liberation", ["liberation", "liberation-news"]),
    ("The Times", ["the-times", "the-new-york-times", "los-angeles-times", "the-times-shreveporttimes"]),
    ("ABC News", ["abc-news-us", "abc-news-australia"]),
    ("Fairness and Accuracy In Reporting", ["fairness-and-accuracy-in-reporting"]),
    ("Harper’s", ["harpers-magazine"]),
    ("Sueddeutsche Zeitung", ["suddeutsche-zeitung"]),
    ("Süddeutsche Zeitung", ["suddeutsche-zeitung"]),
    ("no such paper", []),
    ("", []),
)

HANDLES = (
    ("twitter", "@nytimes", "the-new-york-times"),
    ("x", "NYTimes", "the-new-york-times"),
    ("facebook", "AlJazeera", "al-jazeera"),
    ("twitter", "nobody_at_all_1", None),
)


@pytest.mark.parametrize(("url", "id", "domain"), URLS, ids=str)
def test_by_url(registry: Registry, url: str, id: str, domain: str) -> None:
    found = registry.by_url(url)
    assert found is not None
    assert (found.id, found.domain, found.provisional) == (id, domain, False)
    assert registry.registered(url) is found


@pytest.mark.parametrize(("url", "name", "domain", "kind", "parent"), PROVISIONAL, ids=str)
def test_unknown_site(
    registry: Registry, url: str, name: str, domain: str, kind: str | None, parent: str | None
) -> None:
    found = registry.by_url(url)
    assert found is not None
    assert (found.name, found.domain, found.kind, found.parent) == (name, domain, kind, parent)
    assert found.provisional
    assert registry.registered(url) is None


@pytest.mark.parametrize("url", NOBODY)
def test_nobody_s(registry: Registry, url: str) -> None:
    assert registry.by_url(url) is None


@pytest.mark.parametrize(("name", "ids"), NAMES, ids=str)
def test_by_name(registry: Registry, name: str, ids: list[str]) -> None:
    assert [outlet.id for outlet in registry.by_name(name)] == ids


@pytest.mark.parametrize(("platform", "handle", "id"), HANDLES)
def test_by_handle(registry: Registry, platform: str, handle: str, id: str | None) -> None:
    found = registry.by_handle(platform, handle)
    assert (found.id if found else None) == id


CHOICES: tuple[tuple[str, str | None, str | None, list[str], str | None], ...] = (
    ("the Times", "US", None, [], "the-new-york-times"),
    ("the Times", "GB", None, [], "the-times"),
    ("the Times", None, None, ["los-angeles-times"], "los-angeles-times"),
    ("the Times", "GB", None, ["the-new-york-times"], "the-new-york-times"),
    ("the Times", None, None, ["los-angeles-times", "the-new-york-times"], "the-new-york-times"),
    ("the Times", "FR", "fr", [], None),
    ("the Times", None, None, [], None),
    ("ABC News", "AU", None, [], "abc-news-australia"),
    ("ABC News", None, None, [], "abc-news-us"),
    ("The Guardian", "NG", None, [], "the-guardian-nigeria"),
    ("The Guardian", "US", None, [], "the-guardian"),
    ("La Razón", "BO", None, [], "la-razon-bolivia"),
    ("La Razón", None, "es", [], None),
    ("Dnevnik", None, "sl", [], "dnevnik-slovenia"),
    ("The Intercept", None, None, [], "the-intercept"),
    ("no such paper", None, None, [], None),
)


@pytest.mark.parametrize(("name", "country", "language", "seen", "id"), CHOICES)
def test_choose(
    registry: Registry,
    name: str,
    country: str | None,
    language: str | None,
    seen: list[str],
    id: str | None,
) -> None:
    before = [outlet for each in seen if (outlet := registry.by_id(each))]
    found = registry.choose(
        registry.by_name(name), country=country, language=language, seen=before, surface=name
    )
    assert (found.id if found else None) == id


def test_no_look_up_touches_the_network(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a look-up opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for url, *_ in (*URLS, *PROVISIONAL):
        registry.by_url(url)
    registry.by_name("The Times")
    registry.mentions("The Times, FAIR.org and t.co")
