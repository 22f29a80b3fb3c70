"""CSL-JSON as the CSL project's own schema has it."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from citekit.export.csl_json import csl_json, item
from citekit.export.options import Options
from citekit.model import PartialDate, Work
from tests.export.works import BIBLIOGRAPHY, WORKS

_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


@cache
def schema() -> dict[str, Any]:
    """What an item may be, from CSL 1.0.2's own lists of types and variables, which citeproc-py brings along.

    The names and dates are those of the project's csl-data.json, which no package ships.
    """
    folder = files("citeproc") / "data" / "schema" / "schemas" / "styles"
    types = re.findall(
        r'"([a-z_-]+)"', (folder / "csl-types.rnc").read_text("utf-8").partition("item-types")[2]
    )
    lists = (folder / "csl-variables.rnc").read_text("utf-8")
    found = {
        name: re.findall(r'"([A-Za-z_-]+)"', lists.partition(f"variables.{name} =")[2].partition("\n  \n")[0])
        for name in ("dates", "names", "numbers", "titles", "strings")
    }
    text = {"type": "string"}
    number = {"type": ["string", "number"]}
    name = {
        "type": "object",
        "properties": dict.fromkeys(_NAME_PARTS, text),
        "additionalProperties": False,
        "minProperties": 1,
    }
    part = {"type": "array", "items": number, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {
            "date-parts": {"type": "array", "items": part, "minItems": 1, "maxItems": 2},
            "circa": {"type": ["string", "number", "boolean"]},
            "edtf": {"type": "string", "pattern": r"^[0-9%~X?./:TZ+-]+$"},
            "literal": text,
            "raw": text,
        },
        "additionalProperties": False,
    }
    properties: dict[str, Any] = {"id": number, "type": {"enum": types}}
    properties |= dict.fromkeys((*found["titles"], *found["strings"]), text)
    properties |= dict.fromkeys(found["numbers"], number)
    names = {"type": "array", "items": name}
    properties |= dict.fromkeys(found["names"], names)
    properties |= dict.fromkeys(found["dates"], date)
    one = {
        "type": "object",
        "properties": properties,
        "required": ["type", "id"],
        "additionalProperties": False,
    }
    return {"type": "array", "items": one}


def test_the_schema_was_read_whole() -> None:
    properties = schema()["items"]["properties"]
    assert len(properties["type"]["enum"]) == 45
    assert {"author", "issued", "container-title", "archive_location", "citation-key", "volume"} <= set(
        properties
    )
    assert len(properties) >= 100


def test_the_samples_are_valid() -> None:
    items = json.loads("".join(csl_json(BIBLIOGRAPHY, Options(include_quotes=True))))
    jsonschema.validate(items, schema())
    assert [each["id"] for each in items] == [work.key for work in WORKS]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
def test_an_item_alone_is_valid(work: Work) -> None:
    jsonschema.validate([item(work)], schema())


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        (PartialDate(2019), {"date-parts": [[2019]]}),
        (PartialDate(2019, 11), {"date-parts": [[2019, 11]]}),
        (PartialDate(2019, 11, 12), {"date-parts": [[2019, 11, 12]]}),
        (PartialDate(2019, qualifier="~"), {"date-parts": [[2019]], "circa": True, "edtf": "2019~"}),
        (
            PartialDate(2019, 11, 10, until=PartialDate(2019, 11, 12)),
            {"date-parts": [[2019, 11, 10], [2019, 11, 12]]},
        ),
    ],
    ids=str,
)
def test_a_date_is_as_coarse_as_it_was(date: PartialDate, issued: dict[str, Any]) -> None:
    assert item(Work("k", "book", date=date))["issued"] == issued


def test_a_statement_is_a_document_to_csl() -> None:
    assert item(Work("k", "statement"))["type"] == "document"
