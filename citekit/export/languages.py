"""Language codes as biblatex's `langid` wants them: the names of babel, by `data/babel_languages.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def langid(code: str) -> str | None:
    """Babel's name of a language by its BCP 47 code, the region's own where it has one.

    >>> langid("en-GB"), langid("es-BO"), langid("tlh")
    ('british', 'spanish', None)
    """
    return _names().get(code) or _names().get(code.split("-")[0].lower())


def code(langid: str) -> str | None:
    """The BCP 47 code of a babel name.

    >>> code("brazilian")
    'pt-BR'
    """
    return {name: code for code, name in _names().items()}.get(langid)


@cache
def _names() -> dict[str, str]:
    text = (files("citekit") / "data" / "babel_languages.csv").read_text("utf-8")
    return {row["code"]: row["babel"] for row in csv.DictReader(text.splitlines())}
