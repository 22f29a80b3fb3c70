"""Entries of BibTeX, biblatex or Zotero read as works: the tables that write them, read backwards."""

from __future__ import annotations

import re
from functools import cache

from citekit.export.bibtex_fields import MONTHS
from citekit.export.kinds import kinds
from citekit.export.languages import code
from citekit.export.prose import quoted_in_title, untitled
from citekit.export.tex import unescape
from citekit.export.variables import names
from citekit.model import Organisation, Outlet, PartialDate, Work
from citekit.readback.entries import BibEntry, parse
from citekit.readback.names import author_handle, authors_of
from citekit.text.dates import parse_edtf

_URL = re.compile(r"\\(?:url|href)\s*\{([^{}]+)\}(?:\{[^{}]*\})?")
_CONTAINERS = ("journaltitle", "journal", "booktitle", "organization", "institution", "school", "publisher")
_ARCHIVED = re.compile(r"\barchived (\d{4}(?:-\d\d){0,2})?(?: ?at \\url\{([^{}]+)\})?", re.IGNORECASE)
_EPRINTS = {"arxiv": "arxiv", "pubmed": "pmid", "hdl": "handle", "jstor": "jstor"}

# Types that no row of the table writes, and what they are.
_OTHERS = {
    "www": "webpage",
    "electronic": "webpage",
    "webpage": "webpage",
    "newspaper": "article-newspaper",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "manual": "report",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "conference": "paper-conference",
    "proceedings": "book",
    "collection": "book",
    "movie": "motion_picture",
    "video": "motion_picture",
    "audio": "song",
    "music": "song",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "image": "graphic",
    "letter": "personal_communication",
    "patent": "patent",
}


def works(text: str) -> tuple[Work, ...]:
    """The works of a .bib file, in its order; what could not be parsed is left out.

    >>> works("@online{a, author = {{WSWS}}, title = {T}, date = {2019-11}, url = {https://a.example/x_y}}")[0].url
    'https://a.example/x_y'
    """
    return tuple(work_of(entry) for entry in parse(text)[0])


def work_of(entry: BibEntry) -> Work:
    """The work that an entry describes; nothing is made up where it is silent."""
    authors = authors_of(entry.get("author") or "")
    outlet = _outlet(entry)
    if len(authors) == 1 and isinstance(authors[0], Organisation) and outlet:
        corporate = entry.get("institution") and authors[0].name == outlet.name
        authors = () if corporate else authors
    title = unescape(entry.get("title") or "")
    kind = _type(entry)
    if handle := entry.get("nameaddon"):
        authors = author_handle(authors, unescape(handle))
    archive, archived = _archive(entry)
    return Work(
        entry.key,
        kind,
        title=title if title and not untitled(title) else None,
        authors=authors,
        date=_date(entry),
        outlet=outlet,
        url=_url(entry),
        identifiers=_identifiers(entry),
        archive_url=archive,
        archived=archived,
        language=code(entry.get("langid") or "") or (unescape(entry.get("language") or "") or None),
        keywords=_keywords(entry),
        quotes=tuple(filter(None, (quoted_in_title(title or ""),))),
        note=_note(entry),
        extra=_extra(entry, outlet),
    )


def _type(entry: BibEntry) -> str:
    subtype = (entry.get("entrysubtype") or "").lower()
    label = unescape(entry.get("type") or "").lower()
    known = _types().get((entry.type, subtype)) or _types().get((entry.type, label))
    if (
        entry.type == "misc"
        and not known
        and (entry.get("url") or "\\url" in (entry.get("howpublished") or ""))
    ):
        return "webpage"
    return known or _types().get((entry.type, "")) or _OTHERS.get(entry.type, "document")


@cache
def _types() -> dict[tuple[str, str], str]:
    """CSL types by entry type and subtype, and by entry type and label, the first row of the table first."""
    found: dict[tuple[str, str], str] = {}
    for row in kinds():
        for entry_type in row.biblatex:
            found.setdefault((entry_type, row.subtype), row.csl)
    for row in kinds():
        for entry_type in row.biblatex if row.label else ():
            found.setdefault((entry_type, row.label.lower()), row.csl)
    found["article", ""] = "article-journal"
    found["online", ""] = "webpage"
    found["misc", ""] = "document"
    return found


def _outlet(entry: BibEntry) -> Outlet | None:
    how = _URL.sub("", entry.get("howpublished") or "").strip(" ,;")
    name = unescape(entry.get(*_CONTAINERS) or "") or unescape(how)
    if not name:
        return None
    issn = entry.get("issn")
    slug = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    return Outlet(slug or name, name, issn=(issn,) if issn else (), provisional=True)


def _url(entry: BibEntry) -> str | None:
    if url := entry.get("url"):
        # Writers that escape addresses, pybtex's among them, are undone here.
        return re.sub(r"\\([_%&#~{}])", r"\1", url).strip()
    for name in ("howpublished", "note"):
        if found := _URL.search(re.sub(r"archived\b.*", "", entry.get(name) or "")):
            return re.sub(r"\\([_%&#~])", r"\1", found[1]).strip()
    return None


def _identifiers(entry: BibEntry) -> tuple[tuple[str, str], ...]:
    found = []
    for scheme in ("doi", "isbn"):
        if value := entry.get(scheme):
            found.append((scheme, value))
    if eprint := entry.get("eprint"):
        kind = (entry.get("eprinttype", "archiveprefix") or "arxiv").lower()
        found.append((_EPRINTS.get(kind, kind), eprint))
    return tuple(found)


def _date(entry: BibEntry) -> PartialDate | None:
    if date := entry.get("date"):
        try:
            return parse_edtf(f"{date[3:]}~" if date.startswith("c. ") else date)
        except ValueError:
            return None
    year = re.fullmatch(r"\D{0,6}(\d{4})(?:--?(\d{4}))?(\?)?", unescape(entry.get("year") or "").strip())
    if not year:
        return None
    month = _number((entry.get("month") or "").strip().lower()[:3])
    of_month = entry.get("day")
    day = int(of_month) if month and of_month and of_month.isdecimal() and 1 <= int(of_month) <= 31 else None
    about = (entry.get("year") or "").startswith("c")
    qualifier = "%" if about and year[3] else "~" if about else "?" if year[3] else ""
    until = PartialDate(int(year[2])) if year[2] else None
    return PartialDate(int(year[1]), month, day, qualifier=qualifier, until=until)  # type: ignore[arg-type]


def _number(month: str) -> int | None:
    if month in MONTHS:
        return MONTHS.index(month) + 1
    return int(month) if month.isdecimal() and 1 <= int(month) <= 12 else None


def _archive(entry: BibEntry) -> tuple[str | None, PartialDate | None]:
    said = _ARCHIVED.search(entry.get("addendum", "note") or "")
    url = entry.get("verba") or (said[2] if said else None)
    if not url or "://" not in url:
        return None, None
    return url, parse_edtf(said[1]) if said and said[1] else None


def _keywords(entry: BibEntry) -> tuple[str, ...]:
    words = (unescape(word).strip() for word in re.split("[,;]", entry.get("keywords", "keyword") or ""))
    return tuple(word for word in words if word and not word.startswith("citekit:"))


def _note(entry: BibEntry) -> str | None:
    """The note, without what citekit's classic dialect puts there for want of other fields."""
    note = entry.get("note") or ""
    parts = (part.strip() for part in _URL.sub("", note).split("; "))
    kept = [
        part for part in parts if part and not part.startswith(("quoted in ", "archived", "reprinted in "))
    ]
    return unescape("; ".join(kept) if "\\url" in note or "; " in note else note) or None


def _extra(entry: BibEntry, outlet: Outlet | None) -> tuple[tuple[str, str], ...]:
    found = []
    for variable, field in names("biblatex").items():
        value = entry.get(field, names("bibtex").get(variable, field))
        # `number` is an issue in an article, and a number anywhere else.
        if variable == ("number" if entry.type == "article" else "issue"):
            continue
        if value and not (outlet and unescape(value) == outlet.name):
            found.append(
                (variable, unescape(value).replace("–", "-") if field == "pages" else unescape(value))
            )
    return tuple(found)
