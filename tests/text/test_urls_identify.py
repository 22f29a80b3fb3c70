"""Every shape finds its own example, and the clocks inside ids tell the time they should."""

# ruff: noqa: E501  rows of a table stay on one line

from __future__ import annotations

import pytest

from citekit.text.urls import canonical, identify
from citekit.text.urls.identifying import ANYWHERE, SHAPES
from citekit.text.urls.shapes import Shape

IDENTITIES = (
    ("https://x.com/JebSprague/status/1193986590585810944", "twitter", "post", "1193986590585810944", "JebSprague"),
    ("https://twitter.com/i/web/status/1193986590585810944", "twitter", "post", "1193986590585810944", None),
    ("https://pleroma.example/@a/103136000000000000", "mastodon", "post", "103136000000000000", "a"),
    ("https://www.youtube.com/live/TIGmU2wJm-A?si=x", "youtube", "video", "TIGmU2wJm-A", None),
    ("https://fb.watch/abcDEF123/", "facebook", "video", "abcDEF123", None),
    ("https://www.thelancet.com/doi/10.1016/S0140-6736(20)30183-5/fulltext", "doi", "doi", "10.1016/s0140-6736(20)30183-5/fulltext", None),
    ("https://doi.org/10.48550/arXiv.1911.00001", "arxiv", "arxiv", "1911.00001", None),
    ("https://arxiv.org/abs/hep-th/9901001", "arxiv", "arxiv", "hep-th/9901001", None),
    ("https://es.wikipedia.org/wiki/Evo_Morales", "wikipedia", "encyclopedia", "es:Evo_Morales", None),
    ("https://web.archive.org/web/2019/https://twitter.com/a/status/1193986590585810944", "twitter", "post", "1193986590585810944", "a"),
)  # fmt: skip

CLOCKS = (
    # https://developer.x.com, the time in the platform's own documentation
    ("https://twitter.com/a/status/1212092628029698048", "2019-12-31T19:26:16.771000Z"),
    ("https://bsky.app/profile/a.bsky.social/post/3jzfcijpj2z2a", "2023-06-30T15:03"),
    ("https://www.tiktok.com/@scout2015/video/6829267836783971589", "2020-05-21T12:07:06Z"),
    ("https://www.instagram.com/p/B4zYFYPHkjN/", "2019-11-13T10:46"),
    ("https://mastodon.social/@Gargron/103136000000000000", "2019-11-14"),
    ("https://arxiv.org/abs/1911.00001", "2019-11"),
    ("https://arxiv.org/abs/hep-th/9901001", "1999-01"),
    ("https://www.biorxiv.org/content/10.1101/2020.01.30.927871v2.full", "2020-01-30"),
    ("https://twitter.com/a/status/12345", "None"),
    ("https://youtu.be/TIGmU2wJm-A", "None"),
)

NONE = (
    "https://twitter.com/wikileaks",
    "https://twitter.com/search?q=bolivia",
    "https://twitter.com/a/status/notanumber",
    "https://www.youtube.com/@fair",
    "https://fair.org/home/x",
    "https://vimeo.com/about",
    "https://www.reddit.com/r/worldnews/",
    "mailto:a@b.org",
    "",
)


@pytest.mark.parametrize("shape", [*SHAPES, *ANYWHERE], ids=lambda shape: shape.example)
def test_shape_finds_its_example(shape: Shape) -> None:
    found = identify(shape.example)
    assert found is not None
    assert (found.platform, found.kind) == (shape.platform, shape.kind)
    if shape.canonical:
        again = identify(canonical(shape.example))
        assert again is not None, "the canonical form is a URL of the same work"
        assert again.id == found.id or again.platform == "doi"


@pytest.mark.parametrize(("url", "platform", "kind", "id", "handle"), IDENTITIES, ids=str)
def test_identity(url: str, platform: str, kind: str, id: str, handle: str | None) -> None:
    found = identify(url)
    assert found is not None
    assert (found.platform, found.kind, found.id, found.handle) == (platform, kind, id, handle)


@pytest.mark.parametrize(("url", "date"), CLOCKS, ids=str)
def test_time_in_the_id(url: str, date: str) -> None:
    found = identify(url)
    assert found is not None
    assert str(found.date).startswith(date)


@pytest.mark.parametrize("url", NONE)
def test_names_no_work(url: str) -> None:
    assert identify(url) is None
