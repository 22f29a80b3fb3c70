"""Works with citekeys, as a user wants them listed: `Bibliography`, and how it is made of a corpus."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from citekit.model import Citation, Corpus, Document, Form, PartialDate, Work

if TYPE_CHECKING:
    import pandas

Order = Literal["key", "author", "date", "title", "outlet", "cited"]
Grouping = Literal["article", "outlet", "type"]

FORMS: tuple[str, ...] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Works in the order in which they are to be listed, and the documents that cite them."""

    works: tuple[Work, ...] = ()
    documents: tuple[Document, ...] = ()

    def __iter__(self) -> Iterator[Work]:
        return iter(self.works)

    def __len__(self) -> int:
        return len(self.works)

    def groups(self, by: Grouping) -> dict[str, tuple[Work, ...]]:
        """The works under headings; one that several articles cite stands under each of them.

        >>> Bibliography((Work("a", "webpage"), Work("b", "song"))).groups("type").keys()
        dict_keys(['song', 'webpage'])
        """
        titles = {document.article.id: _title(document) for document in self.documents}
        found: dict[str, list[Work]] = {}
        for work in self.works:
            for heading in _headings(work, by, titles):
                found.setdefault(heading, []).append(work)
        return {heading: tuple(found[heading]) for heading in sorted(found)}

    def to_pandas(self) -> pandas.DataFrame:
        """A row a work, with the columns of the CSV export; needs pandas."""
        import pandas

        from citekit.export.works_csv import COLUMNS, rows

        return pandas.DataFrame(rows(self), columns=list(COLUMNS))

    def _repr_html_(self) -> str:
        """The bibliography as a notebook shows it."""
        from citekit.export.plain import html_list

        return "".join(html_list(self))


def bibliography(
    corpus: Corpus,
    *,
    statements: bool = False,
    only: Collection[str] = (),
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    min_confidence: float = 0.0,
    sort: Order = "key",
) -> Bibliography:
    """The works of a corpus that are wanted, in order.

    `statements` lets words in that have no published source; `only` names forms of citation, of which a work
    must have been cited in one; `since` and `until` bound its date (a work of unknown date is left out where
    either is given); `min_confidence` asks that much of one of its citations. A work that was merely
    recommended (`mention`) is listed only where `only` says so. Places that do not count are dropped.
    """
    cited = {
        (document.article.id, citation.id): citation
        for document in corpus.documents
        for citation in document.citations
    }

    def counts(citation: Citation) -> bool:
        wanted = citation.form in only if only else citation.form != "mention"
        return wanted and citation.confidence >= min_confidence

    works = []
    for work in corpus.works:
        if (work.type == "statement" and not statements) or not _between(work.date, since, until):
            continue
        known = [(place, cited.get((place.document, place.citation))) for place in work.places]
        places = tuple(place for place, citation in known if citation is None or counts(citation))
        if places or (not work.places and not only):
            works.append(work if places == work.places else replace(work, places=places))
    return Bibliography(tuple(ordered(works, sort)), corpus.documents)


def ordered(works: Iterable[Work], by: Order) -> list[Work]:
    """The works sorted; equal ones, and those that lack what is sorted by, by key; most cited first.

    >>> [w.key for w in ordered([Work("b", "book", date=PartialDate(1999)), Work("a", "book")], "date")]
    ['b', 'a']
    """
    orders: dict[Order, Callable[[Work], object]] = {
        "key": lambda work: "",
        "author": lambda work: work.authors[0].name if work.authors else None,
        "date": lambda work: str(work.date) if work.date else None,
        "title": lambda work: work.title,
        "outlet": lambda work: work.outlet.name if work.outlet else None,
        "cited": lambda work: f"{10**9 - len(work.places):09d}",
    }
    value = orders[by]
    return sorted(works, key=lambda work: (value(work) is None, str(value(work) or "").casefold(), work.key))


def _between(date: PartialDate | None, since: PartialDate | None, until: PartialDate | None) -> bool:
    if since is None and until is None:
        return True
    if date is None:
        return False
    last = date.until or date
    return (since is None or _parts(last, 99) >= _parts(since, 0)) and (
        until is None or _parts(date, 0) <= _parts(until, 99)
    )


def _parts(date: PartialDate, unknown: int) -> tuple[int, int, int]:
    """The date as numbers; a month or day that is not known counts as the one most in the date's favour."""
    return date.year, date.month or unknown, date.day or unknown


def _headings(work: Work, by: Grouping, titles: dict[str, str]) -> Iterable[str]:
    if by == "type":
        return (work.type,)
    if by == "outlet":
        return (work.outlet.name if work.outlet else "No outlet",)
    # In order of first citation, and once for an article that cites the work twice.
    return dict.fromkeys(titles.get(place.document, place.document) for place in work.places) or (
        "No article",
    )


def _title(document: Document) -> str:
    return document.article.title or PurePath(document.article.source).name
