"""Real citations: what annotated articles cite leads to the outlets that people said."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from citekit.model import Outlet
from citekit.outlets import default_registry

FLOOR = 0.97


def plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^the ", "", re.sub(r"[^a-z0-9]+", " ", folded).strip())


def same(wanted: dict[str, Any], found: Outlet | None) -> bool:
    """By domain where one is known, else by name, as the shared scorer has it."""
    if found is None:
        return False
    domain, own = wanted.get("domain"), found.domain or ""
    if domain and own and (domain == own or own.endswith(f".{domain}") or domain.endswith(f".{own}")):
        return True
    names = {plain(name) for name in (found.name, *found.aliases)}
    return plain(wanted["outlet"]) in names


def test_the_outlets_of_annotated_articles_are_right(shared: Path) -> None:
    registry = default_registry()
    right = 0
    wrong = []
    for file in sorted((shared / "gold").glob("*/*.json")):
        for citation in json.loads(file.read_text("utf-8"))["citations"]:
            if not citation.get("outlet"):
                continue
            if citation.get("url") and not citation.get("via"):
                found = registry.by_url(citation["url"])
            else:
                named = registry.by_name(citation["outlet"])
                found = registry.choose(named, language="en", surface=citation["outlet"])
            if same(citation, found):
                right += 1
            else:
                wrong.append((citation["outlet"], citation.get("url"), found and found.id))
    assert right / (right + len(wrong)) >= FLOOR, wrong
