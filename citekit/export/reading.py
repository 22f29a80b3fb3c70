"""A page to read: the article with its citations marked in the text, and beside it what each was taken for
and why.

One file with no script and nothing to load: a Content Security Policy in its head forbids all but its own
style.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from string import Template

from citekit.export.caption import caption, day, names
from citekit.export.marked import marked, markers, shown
from citekit.export.nesting import depths
from citekit.model import Citation, Corpus, Document, Problem, Work

FORMS = {
    "link": "a link in the text",
    "attribution": "named in a sentence as the source",
    "parenthetical": "named in brackets or in a list of sources",
    "post": "a post on a platform, shown or quoted",
    "reprint": "text taken over from another publication",
    "quotation": "a quotation whose source is not named",
    "mention": "an outlet recommended, no single work meant",
}


def reading_page(corpus: Corpus) -> Iterator[str]:
    """The page for all documents of a resolved corpus, one after the other, in chunks of HTML."""
    folder = files("citekit.export")
    style = folder.joinpath("reading.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = "; ".join(document.article.title or document.article.source for document in corpus.documents)
    shell = Template(folder.joinpath("reading.html").read_text("utf-8")).substitute(
        title=escape(title or "citekit"), style=style, style_hash=f"sha256-{digest}", body="\0"
    )
    head, tail = shell.split("\0")
    yield head
    works = {work.key: work for work in corpus.works}
    for number, document in enumerate(corpus.documents, 1):
        yield from _document(document, works, f"d{number}-" if len(corpus.documents) > 1 else "")
    yield tail


def web_address(url: str | None) -> str | None:
    """The URL, escaped for an attribute, if a browser may follow it: an article can link to `javascript:`
    too.

    >>> web_address("https://a.org/?q=<b>"), web_address("javascript:alert(1)")
    ('https://a.org/?q=&lt;b&gt;', None)
    """
    return escape(url) if url and url.lower().startswith(("https://", "http://")) else None


def _document(document: Document, works: Mapping[str, Work], prefix: str) -> Iterator[str]:
    article = document.article
    language = escape(article.language or "")
    yield f'<section class="document" aria-labelledby="{prefix}title">\n'
    yield from _header(document, prefix)
    yield f'<article lang="{language}">\n'
    yield from marked(document, prefix)
    yield "</article>\n"
    yield f'<aside aria-labelledby="{prefix}cited"><h2 id="{prefix}cited">What it cites</h2>\n<ol>\n'
    card = _Card(document, works, prefix)
    for citation in document.citations:
        yield from card.of(citation)
    yield "</ol>\n"
    problems = (*article.problems, *document.problems)
    if problems:
        yield '<section class="problems"><h2>Not understood</h2>\n<ul>'
        yield from (_problem(problem, article.text) for problem in problems)
        yield "</ul></section>\n"
    yield "</aside>\n</section>\n"


def _header(document: Document, prefix: str) -> Iterator[str]:
    article = document.article
    outlet = article.outlet.name if article.outlet else ""
    about = [names(article.authors), outlet, day(article.date)]
    yield f'<header>\n<h1 id="{prefix}title" dir="auto">{escape(article.title or "Untitled")}</h1>\n'
    if any(about):
        yield f"<p>{escape(', '.join(filter(None, about)))}</p>\n"
    yield f"<p>{_linked(article.url, article.url or article.source)}</p>\n"
    counts: Counter[str] = Counter(citation.form for citation in document.citations)
    yield '<ul aria-label="Forms of citation">'
    for form, meaning in FORMS.items():
        if counts[form]:
            yield f'<li class="{form}" title="{meaning}"><span class="cite">{form}</span> {counts[form]}</li>'
    yield "</ul>\n</header>\n" if counts else "<li>No citation was found.</li></ul>\n</header>\n"


class _Card:
    """The cards of one document's citations."""

    def __init__(self, document: Document, works: Mapping[str, Work], prefix: str) -> None:
        self._text = document.article.text
        self._works = works
        self._prefix = prefix
        self._depths = depths(document.citations)
        self._placed = {each.id for _, each in markers(document.citations, shown(document.article))}
        self._places: dict[str, list[str]] = {}
        for citation in document.citations:
            self._places.setdefault(citation.work or "", []).append(citation.id)

    def of(self, citation: Citation) -> Iterator[str]:
        """The card: form, what is cited, the words quoted, and why it was taken for that."""
        work = self._works.get(citation.work or "")
        name, depth = escape(citation.id), self._depths[citation.id]
        level = f" in{depth}" if depth else ""
        yield f'<li id="{self._prefix}{name}" class="card {citation.form}{level}">\n<p>'
        if citation.id in self._placed:
            place = f"#{self._prefix}at-{name}"
            yield f'<a href="{place}" aria-label="{name}, to its place in the text">{name}</a> '
        yield f'<span class="form" title="{FORMS[citation.form]}">{citation.form}</span>'
        yield f", in the words of {self._to(citation.within)}</p>\n" if citation.within else "</p>\n"
        best = work or citation
        yield f'<p class="what" dir="auto">{_linked(best.url or citation.url, caption(best))}</p>\n'
        if citation.quote:
            words = " ".join(citation.quote.of(self._text).split()).strip("“”„«»‹›\"' ")
            yield f'<p class="words" dir="auto">“{escape(_short(words, 160))}”</p>\n'
        if citation.via:
            yield f"<p>Read at {escape(citation.via.name)}.</p>\n"
        if citation.archive_url:
            yield f"<p>{_linked(citation.archive_url, 'Archived copy')}</p>\n"
        yield f'<p class="why">{escape(_why(citation))}</p>\n'
        if citation.work:
            yield f'<p class="key"><code>{escape(citation.work)}</code>{self._others(citation)}</p>\n'
        yield "</li>\n"

    def _others(self, citation: Citation) -> str:
        """The other places that cite the same work, a dozen at most."""
        others = [each for each in self._places[citation.work or ""][:13] if each != citation.id][:12]
        return ", also cited at " + ", ".join(map(self._to, others)) if others else ""

    def _to(self, name: str) -> str:
        return f'<a href="#{self._prefix}{escape(name)}">{escape(name)}</a>'


def _why(citation: Citation) -> str:
    """The rules that found it, without the form that stands before their dot, and how sure that is."""
    rules = [rule.partition(".")[2] or rule for rule in citation.rule.split("+") if rule]
    by = f" by the rule “{'” and “'.join(rules).replace('-', ' ')}”" if rules else ""
    return f"Found{by}, confidence {citation.confidence:.0%}."


def _linked(url: str | None, words: str) -> str:
    address = web_address(url)
    shown = escape(words)
    return f'<a href="{address}" rel="noopener noreferrer nofollow">{shown}</a>' if address else shown


def _short(words: str, length: int) -> str:
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"


def _problem(problem: Problem, text: str) -> str:
    words = _short(" ".join(problem.span.of(text).split()), 120)
    return f"<li>{escape(problem.message)}{f': <q>{escape(words)}</q>' if words else ''}</li>"
