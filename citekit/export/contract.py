"""citekit's JSON, version 1: what other programs read. A change of it is a new version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citekit.model import Author, Citation, Corpus, Document, Organisation, Outlet, Problem, Span
from citekit.text.urls import registered_domain, unwrap

FORMAT = "citekit"
VERSION = 1


def json_text(corpus: Corpus, *, with_text: bool = False) -> Iterator[str]:
    """The contract as one JSON object, in chunks: documents with their citations, and the works they cite."""
    from citekit.export.csl_json import item

    yield f'{{"format": "{FORMAT}", "version": {VERSION},\n "documents": ['
    yield from _rows(document(each, with_text=with_text) for each in corpus.documents)
    yield '],\n "works": ['
    yield from _rows(item(work) for work in corpus.works)
    yield "]}\n"


def json_lines(documents: Iterable[Document], *, with_text: bool = False) -> Iterator[str]:
    """One document object a line, each written as soon as it is there; without the works."""
    for each in documents:
        yield json.dumps(document(each, with_text=with_text), ensure_ascii=False) + "\n"


def document(value: Document, *, with_text: bool = False) -> dict[str, Any]:
    """A document as the contract has it; offsets are code points of the article's text.

    >>> from citekit.model import Article
    >>> document(Document(Article("a", "a.txt", "Hello.")))["title"] is None
    True
    """
    article = value.article
    text = article.text
    found: dict[str, Any] = {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "authors": [author(each) for each in article.authors],
        "date": str(article.date) if article.date else None,
        "outlet": outlet(article.outlet),
        "url": article.url,
        "language": article.language,
        "citations": [citation(each, text) for each in value.citations],
        "problems": [problem(each) for each in (*article.problems, *value.problems)],
    }
    if with_text:
        found["text"] = text
    return found


def citation(value: Citation, text: str) -> dict[str, Any]:
    """A citation in the article whose text is `text`."""
    return {
        "id": value.id,
        "form": value.form,
        "anchor": _place(value.span, text),
        "quote": _place(value.quote, text) if value.quote else None,
        "outlet": _read_at(value),
        "authors": [author(each) for each in value.authors],
        "title": value.title,
        "date": str(value.date) if value.date else None,
        "url": value.url,
        "type": value.type,
        "within": value.within,
        "work": value.work,
        "confidence": round(value.confidence, 3),
        "rule": value.rule,
    }


def author(value: Author) -> dict[str, str]:
    """A name as CSL has it, with the account's `handle` where there is one.

    >>> from citekit.model import Person
    >>> author(Person("Gogh", "Vincent", particle="van"))
    {'family': 'Gogh', 'given': 'Vincent', 'non-dropping-particle': 'van'}
    """
    if isinstance(value, Organisation):
        parts = {"literal": value.name, "handle": value.handle}
    else:
        parts = {
            "family": value.family,
            "given": value.given,
            "non-dropping-particle": value.particle,
            "suffix": value.suffix,
            "handle": value.handle,
        }
    return {name: part for name, part in parts.items() if part}


def outlet(value: Outlet | None) -> dict[str, str | None] | None:
    """An outlet by the three fields that the contract shows of it."""
    return {"id": value.id, "name": value.name, "domain": value.domain} if value else None


def _read_at(value: Citation) -> dict[str, str | None] | None:
    """The outlet cited, with the domain at which the work was read where there is a URL to say so.

    So "the Associated Press reports", linked to a newspaper, keeps both: whose work it is and where it is.
    """
    shown = outlet(value.outlet)
    if shown is not None and value.url:
        unwrapped = unwrap(value.url)
        if unwrapped.resolved:
            shown["domain"] = registered_domain(unwrapped.url) or shown["domain"]
    return shown


def problem(value: Problem) -> dict[str, Any]:
    """What was not understood, and where."""
    return {"start": value.span.start, "end": value.span.end, "message": value.message}


def _place(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _rows(values: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The values one a line, with commas between them."""
    between = "\n"
    for value in values:
        yield between + json.dumps(value, ensure_ascii=False)
        between = ",\n"
