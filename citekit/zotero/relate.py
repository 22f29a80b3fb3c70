"""The JavaScript that adds Related links inside a Zotero, for those that take none from outside (7 to 9)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files

from citekit.zotero.plan import Plan

_PLACE = re.compile(r"/\*([A-Z]+)\*/\[\]")


def script(plan: Plan) -> str:
    r"""The script for Zotero's "Run JavaScript" window that relates the works of `plan`, both ways.

    >>> script(Plan()).count("const pairs = []")
    1
    """
    keys = sorted({key for pair in plan.related for key in pair})
    place = {key: number for number, key in enumerate(keys)}
    addresses = {entry.key: entry.item.get("url", "") for entry in plan.entries}
    works = [{"key": key, "url": addresses.get(key, "")} for key in keys]
    pairs = [[place[one], place[other]] for one, other in plan.related]
    text = (files("citekit") / "data" / "zotero_relate.js").read_text("utf-8")
    return filled(text, {"WORKS": works, "PAIRS": pairs})


def filled(template: str, values: Mapping[str, object]) -> str:
    """A script with values for its places, as `/*NAME*/[]`: JSON in ASCII, so data whatever an article wrote.

    >>> filled("const x = /*X*/[];", {"X": ["</script>é"]})
    'const x = ["<\\\\/script>\\\\u00e9"];'
    """

    def value(found: re.Match[str]) -> str:
        return json.dumps(values[found.group(1)], separators=(",", ":")).replace("</", "<\\/")

    return _PLACE.sub(value, template)
