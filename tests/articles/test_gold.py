"""On real pages: every place that was annotated is found in what is read, and nothing that was left out."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from citekit.articles import read
from citekit.model import Article, Page
from tests.conftest import SHARED

pytestmark = pytest.mark.slow

PAGES = sorted(path.stem for path in (SHARED / "gold" / "pages").glob("*.json"))
SEEDS = sorted(path.stem for path in (SHARED / "gold" / "seeds").glob("*.json"))
LEFT_OUT = re.compile("share|related|promo|sign")


@cache
def gold(kind: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / "gold" / kind / f"{name}.json").read_text("utf-8"))
    return found


@cache
def page(name: str) -> Article:
    return read(
        Page(
            name, (SHARED / "corpus" / f"{name}.html").read_bytes(), url=gold("pages", name)["article"]["url"]
        )
    )


def folded(text: str) -> str:
    """Letters and figures alone, as the scorer compares them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def plain_url(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url).partition("#")[0].partition("?")[0].rstrip("/")


def addresses(found: Article) -> set[str]:
    return {plain_url(link.url) for link in found.links} | {
        plain_url(embed.url) for embed in found.embeds if embed.url
    }


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", PAGES)
def test_annotated_places_are_in_the_passages(name: str) -> None:
    found = page(name)
    body = " ".join(folded(passage.span.of(found.text)) for passage in found.passages)
    missing = [
        each["anchor"] for each in gold("pages", name)["citations"] if folded(each["anchor"]) not in body
    ]
    assert not missing


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", PAGES)
def test_annotated_links_and_embeds_are_read(name: str) -> None:
    wanted = [
        each["url"]
        for each in gold("pages", name)["citations"]
        if each["url"] and each["form"] in ("link", "embed")
    ]
    found = addresses(page(name))
    assert [url for url in wanted if plain_url(url) not in found] == []


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", PAGES)
def test_links_of_the_frame_are_left_out(name: str) -> None:
    annotated = gold("pages", name)
    cited = {plain_url(each["url"]) for each in annotated["citations"] if each["url"]}
    frame = {
        plain_url(each["url"]) for each in annotated["excluded_links"] if LEFT_OUT.search(each["reason"])
    }
    assert (frame - cited) & addresses(page(name)) == set()


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", PAGES)
def test_article_describes_itself(name: str) -> None:
    told, found = gold("pages", name)["article"], page(name)
    assert folded(found.title or "") == folded(told["title"])
    assert str(found.date)[:10] == told["date"]
    if told["authors"]:
        assert [folded(author.name) for author in found.authors] == [
            folded(author) for author in told["authors"]
        ]
    assert found.language == told["lang"]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", SEEDS)
def test_annotated_places_of_texts_are_in_the_passages(name: str) -> None:
    path: Path = SHARED / "seeds" / f"{name}.txt"
    found = read(Page(name, path.read_bytes()))
    starts = [each["start"] for each in gold("seeds", name)["citations"]]
    outside = [
        start for start in starts if not any(p.span.start <= start < p.span.end for p in found.passages)
    ]
    assert outside == []
    assert found.text == path.read_text("utf-8")
