"""What a user may ask of a bibliography's exporter; each takes what concerns it and leaves the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from citekit.bibliography import Grouping

Dialect = Literal["biblatex", "bibtex", "zotero"]
DIALECTS: tuple[str, ...] = get_args(Dialect)


@dataclass(frozen=True, slots=True)
class Options:
    """`dialect` is BibTeX's; `ascii` writes nothing but ASCII there; `style` formats HTML, text and Markdown.

    `include_quotes` adds the words quoted from each work; `group_by` puts headings, comments or collections.
    """

    dialect: Dialect = "biblatex"
    ascii: bool = False
    style: str = "apa"
    include_quotes: bool = False
    group_by: Grouping | None = None
