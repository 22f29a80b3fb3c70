"""A graph for each stretch of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from citekit.graph.build import graph
from citekit.graph.selection import USUAL, Selection
from citekit.graph.values import Graph, Level
from citekit.model import Corpus, Document, PartialDate

By = Literal["year", "quarter", "month"]


def slices(
    corpus: Corpus,
    by: By,
    level: Level = "outlet",
    selection: Selection = USUAL,
    *,
    include_self: bool = False,
    passages: int = 20,
) -> Iterator[tuple[str, Graph]]:
    """The graph of each year, quarter or month in which an article appeared, in order, after its name.

    Names are EDTF: "2019", "2019-11", and "2019-34" for the second quarter (ISO 8601-2 counts quarters from
    33). Articles whose date is not as fine as that are in no slice.

    >>> from citekit.model import Article
    >>> one = Document(Article("d", "-", "", date=PartialDate(2019, 5)))
    >>> [name for name, _ in slices(Corpus((one,)), "quarter")]
    ['2019-34']
    """
    found: dict[str, list[Document]] = defaultdict(list)
    for document in corpus.documents:
        if (date := document.article.date) and (name := _slice(date, by)):
            found[name].append(document)
    for name in sorted(found):
        part = replace(corpus, documents=tuple(found[name]))
        yield name, graph(part, level, selection, include_self=include_self, passages=passages)


def _slice(date: PartialDate, by: By) -> str | None:
    if by == "year":
        return f"{date.year:04d}"
    if date.month is None:
        return None
    return f"{date.year:04d}-{date.month if by == 'month' else 33 + (date.month - 1) // 3:02d}"
