"""What a work says beyond the model's fields, and what each format calls it: `data/variables.csv`.

`Work.extra` keeps such values under their CSL names, so that a library read from .bib can be written as RIS.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from citekit.model import Work

Column = Literal["csl", "biblatex", "bibtex", "zotero", "ris"]


@cache
def names(column: Column) -> dict[str, str]:
    """The format's name of each CSL variable that it has a name for.

    >>> names("ris")["publisher-place"]
    'CY'
    """
    text = (files("citekit") / "data" / "variables.csv").read_text("utf-8")
    return {row["csl"]: row[column] for row in csv.DictReader(text.splitlines()) if row[column]}


def extras(work: Work, column: Column) -> Iterator[tuple[str, str]]:
    """The work's further values, under the format's own names; what it has no name for is left out."""
    if work.extra:
        known = names(column)
        yield from ((known[name], value) for name, value in work.extra if name in known and value)
