"""The import translator: a file for Zotero's folder of translators, by which it reads citekit's JSON as it
is.

Source of the calls: "Zotero Translators: Coding" of Zotero's documentation (`Zotero.read`, `Zotero.Item`,
`Zotero.Collection`, `complete`).
"""

from __future__ import annotations

from importlib.resources import files

from citekit.export.kinds import kinds
from citekit.zotero.facts import Facts, facts
from citekit.zotero.relate import filled

FILE = "citekit JSON.js"
"""The file's name in the folder `translators` of Zotero's data directory."""

_IDENTIFIERS = ("DOI", "ISBN", "ISSN", "PMID", "PMCID")


def translator() -> str:
    """The translator's source, with the facts of types that the rest of citekit goes by.

    >>> translator().splitlines()[2].strip()
    '"label": "citekit JSON",'
    """
    text = (files("citekit") / "data" / "zotero_translator.js").read_text("utf-8")
    return filled(text, {"CSL": _csl(), "TYPES": _types(facts())})


def _csl() -> dict[str, str]:
    """The item type of each CSL type, and of a type with a genre where an outlet's kind decided it."""
    found: dict[str, str] = {}
    for kind in kinds():
        csl = kind.csl if kind.csl != "statement" else "document"
        if not kind.outlet:
            found.setdefault(csl, kind.item)
        elif kind.genre:
            found[f"{csl}|{kind.genre}"] = kind.item
    return found


def _types(known: Facts) -> dict[str, dict[str, object]]:
    return {
        name: {
            "title": kind.title,
            "date": kind.date,
            "outlet": kind.outlet,
            "creator": kind.creator,
            "has": [identifier for identifier in _IDENTIFIERS if identifier in kind.fields],
        }
        for name, kind in known.types.items()
    }
