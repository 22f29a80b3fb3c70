"""Works as CSV, a row a work, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from citekit.bibliography import Bibliography
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.export.prose import tidy, title_of

COLUMNS = (
    "key",
    "type",
    "title",
    "authors",
    "date",
    "outlet",
    "outlet_id",
    "url",
    "identifiers",
    "archive_url",
    "archived",
    "language",
    "read_at",
    "quoted_in",
    "reprinted_in",
    "cited",
    "cited_in",
    "forms",
    "keywords",
    "note",
    "quotes",
)
"""The columns; lists within a cell are separated by " | ", `cited` counts the places, `date` is EDTF."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def works_csv(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """The bibliography as CSV with a header, in UTF-8, lines ended by CR LF (RFC 4180).

    A cell that a spreadsheet would run as a formula gets an apostrophe before it.

    >>> from citekit.model import Work
    >>> "".join(works_csv(Bibliography((Work("k", "book", "=1+1"),)))).splitlines()[1][:14]
    "k,book,'=1+1,,"
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for row in rows(bibliography, quotes=bool(options and options.include_quotes)):
        writer.writerow([_safe(str(cell)) for cell in row])
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def rows(bibliography: Bibliography, *, quotes: bool = True) -> Iterator[tuple[str | int, ...]]:
    """The cells of each work, in the order of `COLUMNS`."""
    lookup = Lookup(bibliography)
    for work in bibliography.works:
        outlet, via = work.outlet, work.via
        yield (
            work.key,
            work.type,
            title_of(work),
            _listed(author.name for author in work.authors),
            str(work.date or ""),
            tidy(outlet.name) if outlet else "",
            outlet.id if outlet else "",
            tidy(work.url or ""),
            _listed(f"{scheme}:{value}" for scheme, value in work.identifiers),
            tidy(work.archive_url or ""),
            str(work.archived or ""),
            tidy(work.language or ""),
            tidy(via.name) if via else "",
            _listed(work.quoted_in),
            _listed(work.reprinted_in),
            len(work.places),
            _listed(dict.fromkeys(place.document for place in work.places)),
            _listed(lookup.forms(work)),
            _listed(work.keywords),
            tidy(work.note or ""),
            _listed(work.quotes) if quotes else "",
        )


def _listed(values: Iterable[str]) -> str:
    return " | ".join(tidy(value) for value in values)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
