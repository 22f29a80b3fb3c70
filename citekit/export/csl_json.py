"""CSL-JSON, which pandoc, Zotero and every citation processor read: an array of items.

Source: the CSL 1.0.2 specification (types and variables) and its schema for input data, csl-data.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citekit.bibliography import Bibliography
from citekit.export.kinds import kind_of, noun_of, platform_name
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.export.prose import addenda, cited_in, keywords_of, tidy, title_of
from citekit.export.variables import extras
from citekit.model import Author, Organisation, PartialDate, Work

_IDENTIFIERS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID"}


def csl_json(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """The bibliography as a CSL-JSON array, an item a line; `note` says where each work was cited."""
    options = options or Options()
    lookup = Lookup(bibliography)
    between = "[\n"
    for work in bibliography.works:
        lines = [*cited_in(work, lookup, quotes=options.include_quotes)]
        if cites := lookup.cites(work):
            lines.append(f"cites: {', '.join(cites)}")
        found = item(work, notes=(*addenda(work, lookup), *lines))
        if words := keywords_of(work, lookup, ","):
            found["keyword"] = ", ".join(words)
        yield between + json.dumps(found, ensure_ascii=False)
        between = ",\n"
    yield "\n]\n" if bibliography.works else "[]\n"


def item(work: Work, *, notes: Iterable[str] | None = None) -> dict[str, Any]:
    """A work as a CSL-JSON item, whose id is the citekey; `notes` are lines for its note.

    >>> from citekit.model import Outlet, Person
    >>> lobo = Work("lobo2019", "article-newspaper", "Coup", (Person("Lobo", "Andrea"),),
    ...             PartialDate(2019, 11), Outlet("wsws", "World Socialist Web Site"))
    >>> item(lobo)["author"], item(lobo)["issued"], item(lobo)["container-title"]
    ([{'family': 'Lobo', 'given': 'Andrea'}], {'date-parts': [[2019, 11]]}, 'World Socialist Web Site')
    """
    kind = kind_of(work)
    found: dict[str, Any] = {"id": work.key, "type": kind.csl if kind.csl != "statement" else "document"}
    found["citation-key"] = work.key
    found["title"] = title_of(work)
    if work.authors:
        found["author"] = [_name(author, work.type == "post") for author in work.authors]
    if work.date:
        found["issued"] = _date(work.date)
    if name := platform_name(work):
        found[kind.container] = tidy(name)
    if kind.genre:
        found["genre"] = noun_of(work)
    if work.url:
        found["URL"] = tidy(work.url)
    for scheme, value in work.identifiers:
        if variable := _IDENTIFIERS.get(scheme):
            found[variable] = tidy(value)
        else:
            found["number"] = tidy(f"{scheme}:{value}")
    if work.archive_url:
        found["archive_location"] = tidy(work.archive_url)
    if work.language:
        found["language"] = tidy(work.language)
    if words := keywords_of(work, None, ","):
        found["keyword"] = ", ".join(words)
    for name, value in extras(work, "csl"):
        found.setdefault(name, tidy(value))
    if notes is None:
        notes = (f"quoted in {key}" for key in work.quoted_in)
    if lines := [tidy(line) for line in (work.note or "", *notes) if line]:
        found["note"] = "\n".join(lines)
    return found


def _name(author: Author, post: bool) -> dict[str, str]:
    handle = author.handle
    if post and handle:  # one field, as Zotero keeps a post's author and as APA prints it
        shown = author.name if author.name.lstrip("@") != handle else ""
        return {"literal": tidy(f"{shown} [@{handle}]" if shown else f"@{handle}")}
    if isinstance(author, Organisation):
        return {"literal": tidy(author.name)}
    parts = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
    }
    return {part: tidy(value) for part, value in parts.items() if value}


def _date(date: PartialDate) -> dict[str, Any]:
    """CSL's date; `edtf` says what date-parts cannot: a time, or which kind of uncertain."""
    ends = [date, date.until] if date.until else [date]
    parts = [[part for part in (end.year, end.month, end.month and end.day) if part] or [0] for end in ends]
    found: dict[str, Any] = {"date-parts": parts}
    if any(end.qualifier for end in ends):
        found["circa"] = True
    if any(end.time or end.qualifier for end in ends):
        found["edtf"] = str(date)
    return found
