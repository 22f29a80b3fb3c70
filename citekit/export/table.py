"""Citations for people: a table on a terminal, or a row a citation for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from citekit.export.caption import caption, day, names
from citekit.export.cells import guard
from citekit.export.nesting import depths
from citekit.model import Citation, Document
from citekit.text.markup import unlinked
from citekit.text.terminal import clip, pad, safe, width

CSV_COLUMNS = (
    *("source", "article_title", "article_authors", "article_outlet", "article_date", "article_url"),
    *("citation", "form", "words", "quote", "outlet", "outlet_domain", "authors", "title", "date", "url"),
    *("type", "within", "work", "confidence", "rule"),
)


def table(documents: Iterable[Document], *, columns: int = 120, bold: bool = False) -> Iterator[str]:
    """A block a document: its own metadata, then what it cites in reading order, in lines of at most
    `columns`.

    What stands inside another source's words is indented under it. Each block is given as soon as it is
    there.
    """
    for document in documents:
        yield "".join(line + "\n" for line in _block(document, columns, bold))


def csv_rows(documents: Iterable[Document]) -> Iterator[str]:
    """A header, then a row a citation (RFC 4180); cells that a spreadsheet would run are guarded by an
    apostrophe.
    """
    yield _row(CSV_COLUMNS)
    for document in documents:
        article = document.article
        about = [
            article.source,
            article.title,
            names(article.authors),
            article.outlet.name if article.outlet else None,
            article.date,
            article.url,
        ]
        for citation in document.citations:
            yield _row([*about, *_cells(citation, article.text)])


def _cells(citation: Citation, text: str) -> list[object]:
    outlet = citation.outlet
    return [
        citation.id,
        citation.form,
        citation.span.of(text),
        citation.quote.of(text) if citation.quote else None,
        outlet.name if outlet else None,
        outlet.domain if outlet else None,
        names(citation.authors),
        citation.title,
        citation.date,
        citation.url,
        citation.type,
        citation.within,
        citation.work,
        f"{citation.confidence:.2f}",
        citation.rule,
    ]


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(["" if cell is None else guard(str(cell)) for cell in cells])
    return line.getvalue()


def _block(document: Document, columns: int, bold: bool) -> Iterator[str]:
    article = document.article
    title = clip(safe(article.title or "(no title)"), columns)
    yield f"\x1b[1m{title}\x1b[0m" if bold else title
    about = (
        names(article.authors),
        article.outlet.name if article.outlet else "",
        day(article.date),
        article.source,
    )
    yield clip(safe(", ".join(filter(None, about))), columns)
    yield ""
    inside = depths(document.citations, most=8)
    rows = [_line(citation, inside[citation.id], article.text) for citation in document.citations]
    if rows:
        rows.insert(0, ("", "form", "what is cited", "in the words"))
        ids, forms = (max(width(row[column]) for row in rows) for column in (0, 1))
        rest = max(columns - ids - forms - 6, 20)
        cited = min(max(width(row[2]) for row in rows), rest * 3 // 5)
        for first, form, what, words in rows:
            left = f"{pad(first, ids)}  {pad(form, forms)}  {pad(clip(what, cited), cited)}  "
            yield (left + clip(words, max(rest - cited, 8))).rstrip()
    else:
        yield "cites nothing"
    for problem in (*article.problems, *document.problems):
        shown = problem.span.of(article.text)
        yield clip(safe(f"problem: {problem.message}" + (f": {shown}" if shown else "")), columns)
    yield ""


def _line(citation: Citation, depth: int, text: str) -> tuple[str, str, str, str]:
    words = safe(unlinked(citation.span.of(text))).strip()
    return (citation.id, "  " * depth + citation.form, safe(caption(citation)), words)
