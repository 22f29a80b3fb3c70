"""RIS, which every reference manager reads: a line a field, `TAG  - value`, an entry from TY to ER.

Source: the RIS specification of Reference Manager (2011 types), and what Zotero's importer was measured to
keep: a post is not ICOMM, which it takes for an e-mail, but ELEC; the outlet's name lands in T2.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.bibliography import Bibliography
from citekit.export.kinds import kind_of, noun_of, platform_name
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.export.prose import addenda, cited_in, keywords_of, tidy, title_of
from citekit.export.variables import extras
from citekit.model import Author, PartialDate, Person, Work

_IDENTIFIERS = {"doi": "DO", "isbn": "SN", "issn": "SN", "pmid": "AN"}


def ris(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """The bibliography as RIS, an entry a chunk; lines end in CR LF, as the format has them.

    >>> "".join(ris(Bibliography((Work("k", "book", "T"),)))).splitlines()
    ['TY  - BOOK', 'TI  - T', 'ID  - k', 'ER  - ', '']
    """
    options = options or Options()
    lookup = Lookup(bibliography)
    for work in bibliography.works:
        lines = [f"{tag}  - {value}\r\n" for tag, value in _fields(work, lookup, options)]
        yield "".join([*lines, "ER  - \r\n\r\n"])


def _fields(work: Work, lookup: Lookup, options: Options) -> Iterator[tuple[str, str]]:
    kind = kind_of(work)
    yield "TY", kind.ris
    for author in work.authors:
        yield "AU", _name(author, post=work.type == "post")
    yield "TI", title_of(work)
    if name := platform_name(work):
        yield ("T2" if kind.container == "container-title" else "PB"), tidy(name)
    if kind.genre:
        yield "M3", noun_of(work)
    if work.date:
        yield "PY", f"{work.date.year:04d}"
        yield "DA", _date(work.date)
    for scheme, value in work.identifiers:
        yield _IDENTIFIERS.get(scheme, "AN"), tidy(value if scheme in _IDENTIFIERS else f"{scheme}:{value}")
    if work.url:
        yield "UR", tidy(work.url)
    if work.language:
        yield "LA", tidy(work.language)
    for word in keywords_of(work, lookup):
        yield "KW", word
    for tag, value in extras(work, "ris"):
        yield tag, tidy(value)
    if work.archive_url:
        yield "L2", tidy(work.archive_url)
    if work.note:
        yield "N1", tidy(work.note)
    for line in (*addenda(work, lookup), *cited_in(work, lookup, quotes=options.include_quotes)):
        yield "N1", line
    if cites := lookup.cites(work):
        yield "N1", f"cites: {', '.join(cites)}"
    yield "ID", work.key


def _name(author: Author, *, post: bool) -> str:
    """`Family, Given, Suffix`; a comma in a body's name would split it, so it becomes a semicolon."""
    if post and author.handle:
        name = tidy(author.name)
        return name if name.lstrip("@") == author.handle else f"{name} [@{author.handle}]"
    if not isinstance(author, Person):
        return tidy(author.name).replace(", ", "; ").replace(",", ";")
    family = " ".join(filter(None, (author.particle, author.family)))
    parts = [tidy(part or "").replace(",", " ") for part in (family, author.given, author.suffix)]
    return ", ".join(parts).rstrip(", ")


def _date(date: PartialDate) -> str:
    """`YYYY/MM/DD/other`; what the first three cannot say stands in the fourth as EDTF."""
    month = f"{date.month:02d}" if date.month else ""
    of_month = f"{date.day:02d}" if date.day else ""
    other = str(date).replace("/", "..") if date.time or date.qualifier or date.until else ""
    return f"{date.year:04d}/{month}/{of_month}/{other}"
