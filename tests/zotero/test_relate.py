"""The script for "Run JavaScript": links by citekey or address, both ways, and none twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from citekit.export.prose import tidy
from citekit.zotero.facts import facts
from citekit.zotero.plan import plan
from citekit.zotero.relate import script
from tests.zotero import node
from tests.zotero.sample import FIRST_ONLY, URL

FIRST = plan(FIRST_ONLY, facts())
KEYS = [entry.key for entry in FIRST.entries]  # newspaper, tweet, blog


def run(items: list[dict[str, Any]], *, fields: tuple[str, ...] = (), runs: int = 1) -> Any:
    return node.run(
        "run_relate.mjs", {"script": script(FIRST), "items": items, "fields": list(fields), "runs": runs}
    )


ITEMS = [
    {"id": 1, "extra": f"x: y\nCitation Key: {KEYS[0]}\nDOI: 1"},
    {"id": 2, "url": "http://twitter.com/evoespueblo/status/1193/"},
    {"id": 3, "extra": f"citation key: {KEYS[2]}"},
    {"id": 4, "extra": "Citation Key: other"},
]
BOTH_WAYS = {"1": [2, 3], "2": [1], "3": [1], "4": []}


def test_links_go_both_ways() -> None:
    assert run(ITEMS)["related"] == BOTH_WAYS


def test_again_it_does_nothing() -> None:
    found = run(ITEMS, runs=2)
    assert found["related"] == BOTH_WAYS
    assert found["said"] == ["2 of 2 pairs newly linked", "0 of 2 pairs newly linked"]
    assert found["saved"] == {"1": 2, "2": 1, "3": 1, "4": 0}


def test_a_link_that_goes_one_way_is_completed() -> None:
    items = [{**ITEMS[0], "related": [2]}, *ITEMS[1:]]
    assert run(items)["related"] == BOTH_WAYS


def test_the_field_of_newer_zoteros_is_read() -> None:
    items = [{"id": 1, "citationKey": KEYS[0]}, *ITEMS[1:]]
    assert run(items, fields=("citationKey",))["related"] == BOTH_WAYS


def test_what_is_not_there_is_named() -> None:
    assert run(ITEMS[:2])["said"] == [f"1 of 2 pairs newly linked; not in this library: {KEYS[2]}"]


@pytest.mark.parametrize(
    "item",
    [
        {"id": 1, "extra": f"Citation Key: {KEYS[0]}", "url": "https://other.example/"},
        {"id": 1, "url": URL, "regular": False},
        {"id": 1, "title": KEYS[0]},
    ],
    ids=["address differs", "a note", "title"],
)
def test_what_is_another_thing_is_not_linked(item: dict[str, Any]) -> None:
    assert run([item, *ITEMS[1:]])["related"]["1"] == []


def test_the_address_is_taken_byte_for_byte() -> None:
    assert run([{"id": 1, "url": URL}, *ITEMS[1:]])["related"] == BOTH_WAYS


@pytest.mark.parametrize(
    "hostile", ['"];throw 1;//', "`${throw_1}`", "\u2028throw 1", "</script>", "/*PAIRS*/[]", "\\"], ids=ascii
)
def test_nothing_from_an_article_becomes_code(hostile: str) -> None:
    work = replace(FIRST_ONLY.works[0], url=f"https://x.example/{hostile}")
    text = script(plan(replace(FIRST_ONLY, works=(work, FIRST_ONLY.works[1])), facts()))
    assert text.isascii()
    items = [{"id": 1, "url": tidy(work.url or "")}, *ITEMS[1:]]
    given = {"script": text, "items": items, "fields": [], "runs": 1}
    assert node.run("run_relate.mjs", given)["related"] == BOTH_WAYS
