"""The import translator makes of citekit's JSON what a push makes, by the framework's documented calls."""

from __future__ import annotations

import json
from typing import Any

import pytest

from citekit.export.contract import json_text
from citekit.model import Corpus
from citekit.zotero.facts import facts
from citekit.zotero.plan import plan
from citekit.zotero.translator import translator
from tests.zotero import node
from tests.zotero.sample import BIBLIOGRAPHY, DOCUMENTS, WORKS

TEXT = "".join(json_text(Corpus(DOCUMENTS, WORKS)))
TYPES = {name: sorted(kind.fields) for name, kind in facts().types.items()}


def run(text: str) -> Any:
    return node.run("run_translator.mjs", {"code": translator(), "text": text, "types": TYPES})


@pytest.fixture(scope="module")
def imported() -> Any:
    return run(TEXT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        ('{ "format" :"citekit", "version":1}', True),
        ('{"format": "citekit", "version": 2}', False),
        ('{"format": "citekit", "version": 12}', False),
        ('[{"id": "x", "type": "post"}]', False),
        ("", False),
        ("%PDF-1.5", False),
    ],
)
def test_it_knows_its_own(text: str, expected: bool) -> None:
    if expected and text != TEXT:
        text = text[:-1] + ', "documents": [], "works": []}'
    assert run(text)["detected"] is expected


def test_its_header_is_what_zotero_asks_for(imported: Any) -> None:
    header = imported["header"]
    assert header["translatorType"] == 1
    assert header["target"] == "json"
    assert header.keys() >= {
        "translatorID",
        "label",
        "creator",
        "minVersion",
        "maxVersion",
        "priority",
        "lastUpdated",
    }
    assert header["inRepository"] is False


@pytest.mark.parametrize("entry", plan(BIBLIOGRAPHY, facts()).entries[:5], ids=lambda entry: entry.key)
def test_an_item_is_what_a_push_makes(entry: Any, imported: Any) -> None:
    theirs = next(item for item in imported["items"] if item["itemID"] == entry.key)
    beside = {"creators", "tags", "extra"}
    for name in entry.item.keys() - beside:
        assert theirs[name] == entry.item[name], name
    assert set(theirs["tags"]) == {tag["tag"] for tag in entry.item["tags"]}
    shown = [
        {"creatorType": each["creatorType"], "lastName": each["name"], "fieldMode": 1}
        if "name" in each
        else each
        for each in entry.item["creators"]
    ]
    assert theirs["creators"] == shown
    ours = [line for line in entry.item["extra"].splitlines() if not line.startswith(("cites:", "archived"))]
    assert theirs["extra"].splitlines() == ours
    assert len(theirs["notes"]) == len(entry.notes)
    for note, (quote,) in zip(theirs["notes"], [each.quotes for each in entry.notes], strict=True):
        assert entry.notes[0].beyond([note["note"]]) is None, "a push after the import would note it again"
        assert quote.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in note["note"]
    assert [each["url"] for each in theirs["attachments"]] == [each["url"] for each in entry.attachments]


def test_the_article_that_is_cited_is_one_item(imported: Any) -> None:
    assert len(imported["items"]) == 6
    assert [item["title"] for item in imported["items"] if item["itemID"] == "article d2"] == [
        "The day ferry"
    ]


def test_who_cites_whom(imported: Any) -> None:
    related = {item["itemID"]: set(item["seeAlso"]) for item in imported["items"]}
    assert related["morales2019denuncio"] == {"abcnews2019protests"}
    assert related["harbour2019ferry"] == {"abcnews2019protests", "article d2"}
    assert all(one in related[other] for one in related for other in related[one])


def test_a_collection_for_each_article(imported: Any) -> None:
    found = {each["name"]: {child["id"] for child in each["children"]} for each in imported["collections"]}
    assert found == {
        "The night ferry": {"abcnews2019protests", "morales2019denuncio", "harbour2019ferry"},
        "The day ferry": {"gogh2018ferries", "badfaith2019episode", "harbour2019ferry", "article d2"},
    }


def test_an_address_that_zotero_must_not_open_is_left_out() -> None:
    value = json.loads(TEXT)
    value["works"][0]["URL"] = "javascript:alert(1)"
    item = next(each for each in run(json.dumps(value))["items"] if each["itemID"] == WORKS[0].key)
    assert "url" not in item


def test_every_csl_type_has_an_item_type_with_facts() -> None:
    from citekit.export.kinds import kinds

    assert {kind.item for kind in kinds()} <= facts().types.keys()


def test_voices_that_go_in_a_circle_end() -> None:
    value = json.loads(TEXT)
    one, other = value["documents"][0]["citations"]
    one["within"], other["within"] = other["id"], one["id"]
    one["work"] = "not there"
    other["work"] = "not there either"
    assert run(json.dumps(value))["detected"] is True
