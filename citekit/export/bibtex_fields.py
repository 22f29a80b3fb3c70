"""A work as an entry of BibTeX: its type and its fields, in one dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from citekit.export.bibtex_names import author_field, handle_of
from citekit.export.kinds import EntryType, entry_types, kind_of, noun_of, platform_name
from citekit.export.languages import langid
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.export.prose import addenda, cited_in, keywords_of, tidy, title_of
from citekit.export.tex import escape, listed, protected, verbatim, verbatim_ascii
from citekit.export.variables import extras
from citekit.model import Organisation, PartialDate, Work

Fields = Iterator[tuple[str, str]]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_EPRINTS = {"arxiv": "arxiv", "pmid": "pubmed", "handle": "hdl", "jstor": "jstor"}

_PAGES = re.compile(r"(?<=\d)\s*[-–]+\s*(?=\d)")
_LISTS = frozenset({"organization", "institution", "publisher", "location"})
_EVERYWHERE = frozenset({"abstract", "shorttitle"})
_BOOKS = frozenset({"book", "incollection", "inproceedings"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is written: values in TeX, without the braces around them."""

    key: str
    type: str
    fields: tuple[tuple[str, str], ...]

    def field(self, name: str) -> str | None:
        """The value of a field."""
        return dict(self.fields).get(name)


def entry(work: Work, lookup: Lookup, options: Options) -> Entry:
    """The work as an entry in the dialect of `options`, of the first type whose required fields are known.

    >>> from citekit.bibliography import Bibliography
    >>> found = entry(Work("k", "article-newspaper", "T"), Lookup(Bibliography()), Options())
    >>> found.type, found.fields  # without a newspaper and an author it is no @article
    ('misc', (('title', 'T'), ('entrysubtype', 'newspaper'), ('type', 'Article')))
    """
    kind = _entry_type(work, options.dialect)
    write = {"biblatex": _biblatex, "bibtex": _bibtex, "zotero": _zotero}[options.dialect]
    fields: dict[str, str] = {}
    for name, value in write(work, kind, lookup, options):
        if value and name not in fields:
            fields[name] = value
    return Entry(work.key, kind.name, tuple(fields.items()))


def _entry_type(work: Work, dialect: str) -> EntryType:
    kinds = entry_types(work, dialect)
    if len(kinds) == 1:
        return kinds[0]
    known = ["title"]
    if work.authors:
        known.append("author")
    if work.date:
        known.append("year")
    if work.url or any(scheme in ("doi", *_EPRINTS) for scheme, _ in work.identifiers):
        known.append("url")
    if work.note:
        known.append("note")
    if work.outlet:
        known.append("outlet")
    known += [name for name, _ in work.extra]
    return _fitting(kinds, frozenset(known))


@lru_cache(maxsize=4096)
def _fitting(kinds: tuple[EntryType, ...], known: frozenset[str]) -> EntryType:
    for kind in kinds[:-1]:
        # A body that publishes its own report is its author where no person is named.
        corporate = {"author"} if kind.container == "institution" and "outlet" in known else set()
        named = {kind.container} if known & {"outlet", "container-title"} else set()
        if known.union(corporate, named).issuperset(kind.required):
            return kind
    return kinds[-1]


def _biblatex(work: Work, kind: EntryType, lookup: Lookup, options: Options) -> Fields:
    yield "author", _authors(work, kind)
    if work.type == "post" and (handle := handle_of(work.authors)):
        yield "nameaddon", escape(handle)
    title = escape(title_of(work))
    yield "title", protected(title) if work.title else title
    row = kind_of(work)
    if kind.name == "online" and row.genre and work.title:
        yield "titleaddon", escape(noun_of(work))
    yield from _container(work, kind)
    if row.subtype:
        yield "entrysubtype", row.subtype
    if kind.name in ("report", "thesis", "misc", "unpublished"):
        yield "type", escape(row.label)
    if work.date:
        yield "date", _edtf(work.date)
    yield from _extras(work, kind, options)
    yield from _identifiers(work, kind, options)
    if work.url:
        yield "url", verbatim(work.url)
    if work.archive_url:
        yield "verba", verbatim(work.archive_url)
    if work.language:
        yield "langid", langid(work.language) or ""
    left = (f"{name} {value}" for name, value in extras(work, "biblatex") if not _has(kind, name))
    if beside := "; ".join((*left, *addenda(work, lookup))):
        yield "addendum", escape(beside)
    if work.note:
        yield "note", escape(work.note)
    yield "keywords", _keywords(work, lookup)
    if cites := lookup.cites(work):
        yield "usera", ", ".join(cites)
    if work.places or work.quotes:
        yield "annotation", escape(" ".join(cited_in(work, lookup, quotes=options.include_quotes)))


def _bibtex(work: Work, kind: EntryType, lookup: Lookup, options: Options) -> Fields:
    yield "author", _authors(work, kind, with_handles=True)
    if not work.authors:
        yield "key", escape(platform_name(work) or title_of(work))  # what BibTeX sorts by for want of a name
    # The inner braces keep plain.bst and its like from lowering the capitals of names.
    yield "title", f"{{{escape(title_of(work))}}}"
    url = f"\\url{{{verbatim_ascii(work.url)}}}" if work.url else ""
    if kind.name == "misc":
        yield "howpublished", ", ".join(filter(None, (escape(platform_name(work) or ""), url)))
    else:
        yield from _container(work, kind)
    if kind.name == "techreport":
        yield "type", escape(kind_of(work).label)
    if work.date:
        yield "year", _year(work.date)
        if work.date.month and not work.date.until:
            yield "month", MONTHS[work.date.month - 1]
            yield "day", str(work.date.day or "")
    else:
        yield "year", "n.d."
    yield from _extras(work, kind, options)
    yield from _identifiers(work, kind, options)
    if work.url:
        yield "url", verbatim(work.url)  # for readers that lose what follows a "%" in \url
    notes = [escape(work.note or ""), url if kind.name != "misc" else ""]
    notes += [escape(line) for line in addenda(work, lookup)]
    if work.archive_url:
        notes[-1] += f" at \\url{{{verbatim_ascii(work.archive_url)}}}"
    yield "note", "; ".join(filter(None, notes))
    yield "language", escape(work.language or "")
    yield "keywords", _keywords(work, lookup)
    yield "cites", ", ".join(lookup.cites(work))
    yield "annote", escape(" ".join(cited_in(work, lookup, quotes=options.include_quotes)))


def _zotero(work: Work, kind: EntryType, lookup: Lookup, options: Options) -> Fields:
    yield "author", _authors(work, kind, with_handles=True)
    yield "title", escape(title_of(work))
    yield from _container(work, kind)
    if kind.name == "report":
        yield "type", escape(kind_of(work).label)
    if work.date:
        date = _edtf(work.date)
        # Zotero takes "~" for TeX's space.
        yield "date", f"c. {date.replace('~', '')}" if "~" in date else date
    yield from _extras(work, kind, options)
    yield from _identifiers(work, kind, options)
    if work.url:
        yield "url", verbatim(work.url)
    yield "language", escape(work.language or "")
    yield "keywords", _keywords(work, lookup)
    yield "cites", ", ".join(lookup.cites(work))
    notes = [work.note or "", *(_sentence(line) for line in addenda(work, lookup))]
    notes += cited_in(work, lookup, quotes=options.include_quotes)
    if work.archive_url:
        notes.append(f"Archive: {verbatim(work.archive_url)}")
    yield "annote", escape(" ".join(filter(None, notes)))


def _authors(work: Work, kind: EntryType, *, with_handles: bool = False) -> str:
    authors = work.authors
    if not authors and kind.container == "institution" and work.outlet:
        authors = (Organisation(work.outlet.name),)
    return author_field(authors, with_handles=with_handles)


def _container(work: Work, kind: EntryType) -> Fields:
    if (name := platform_name(work) or dict(work.extra).get("container-title")) and kind.container:
        yield kind.container, listed(name) if kind.container in _LISTS else escape(name)
    if kind.container == "journaltitle" and work.outlet and work.outlet.issn and kind.name == "article":
        yield "issn", verbatim(work.outlet.issn[0])


def _identifiers(work: Work, kind: EntryType, options: Options) -> Fields:
    for scheme, value in work.identifiers:
        if scheme == "doi":
            yield "doi", verbatim(value)
        elif scheme == "isbn" and kind.name in _BOOKS:
            yield "isbn", verbatim(value)
        elif scheme in _EPRINTS:
            yield "eprint", verbatim(value)
            if options.dialect != "zotero":  # its importer keeps the type as junk
                yield "eprinttype", _EPRINTS[scheme]


def _extras(work: Work, kind: EntryType, options: Options) -> Fields:
    for name, value in extras(work, options.dialect):
        if _has(kind, name):
            if name == "pages":
                value = _PAGES.sub("--", value)
            yield name, listed(value) if name in _LISTS else escape(value)


def _has(kind: EntryType, field: str) -> bool:
    return field in _EVERYWHERE or kind.allows(field)


def _keywords(work: Work, lookup: Lookup) -> str:
    return ", ".join(escape(word) for word in keywords_of(work, lookup, ",;"))


def _edtf(date: PartialDate) -> str:
    """The date as biber reads it: a time to the second, and with no qualifier beside it."""
    if date.time is None and date.until is None:
        return str(date)
    if date.until:
        return f"{_edtf(replace(date, until=None))}/{_edtf(date.until)}"
    if date.time and date.month and date.day:
        return str(replace(date, time=date.time.replace(microsecond=0), qualifier=""))
    return str(replace(date, time=None))


def _year(date: PartialDate) -> str:
    year = (
        f"{date.year}--{date.until.year}" if date.until and date.until.year != date.year else str(date.year)
    )
    return {"~": f"c. {year}", "?": f"{year}?", "%": f"c. {year}?"}.get(date.qualifier, year)


def _sentence(words: str) -> str:
    return tidy(words[:1].upper() + words[1:]) + "."
