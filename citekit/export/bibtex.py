"""BibTeX in three dialects, for three readers: biblatex, classic BibTeX, and Zotero's own importer.

Sources: the biblatex manual (§2, the data model that biber validates), btxdoc for the classic types, and what
Zotero's translator was measured to keep. Entries are written here and not by pybtex, whose writer escapes
addresses; `to_pybtex` gives the same entries as pybtex's own values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from citekit.bibliography import Bibliography
from citekit.export.bibtex_fields import MONTHS, Entry, entry
from citekit.export.jabref import groups_comment
from citekit.export.lookup import Lookup
from citekit.export.options import Dialect, Options
from citekit.export.prose import tidy
from citekit.export.tex import ascii_only, verbatim_ascii
from citekit.model import Work

if TYPE_CHECKING:
    from pybtex.database import BibliographyData

VERBATIM = frozenset({"url", "doi", "eprint", "file", "verba"})
"""Fields whose values are no TeX."""

_ESCAPED_BY_PYBTEX = re.compile(r"\\([&%#_])")


def bibtex(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """The bibliography as a .bib file in the dialect of `options`, an entry a chunk.

    With `group_by`, a comment line heads each group in the dialects biblatex and bibtex, and the groups of
    articles are JabRef's in the dialect zotero; an entry stands once, under the first of its headings.

    >>> print("".join(bibtex(Bibliography((Work("abc2019", "webpage", "Coup", url="https://a.example/x_y"),)))))
    @online{abc2019,
      title = {Coup},
      url = {https://a.example/x_y},
    }
    <BLANKLINE>
    """
    options = options or Options()
    lookup = Lookup(bibliography)
    between = ""
    for heading, works in _grouped(bibliography, options):
        if heading:
            yield f"{between}% {tidy(heading).replace('@', '(at)')}\n"
            between = "\n"
        for work in works:
            yield between + serialize(entry(work, lookup, options), ascii=options.ascii)
            between = "\n"
    if options.dialect == "zotero" and options.group_by:
        yield groups_comment(bibliography.groups(options.group_by))


def serialize(found: Entry, *, ascii: bool = False) -> str:
    """An entry as text: a field a line, values in braces, a month as its macro."""
    lines = [f"@{found.type}{{{found.key},\n"]
    for name, value in found.fields:
        if ascii:
            value = verbatim_ascii(value) if name in VERBATIM else ascii_only(value)
        if name == "month" and value in MONTHS:
            lines.append(f"  month = {value},\n")
        else:
            lines.append(f"  {name} = {{{value}}},\n")
    lines.append("}\n")
    return "".join(lines)


def to_pybtex(
    works: Iterable[Work],
    dialect: Dialect = "biblatex",
    *,
    plain: bool = False,
    options: Options | None = None,
) -> BibliographyData:
    """The works as pybtex's database; it equals what pybtex reads from the file that `bibtex` writes.

    `plain` leaves what pybtex's own writer escapes (`&`, `%`, `#`, `_`) as it is, so that it is escaped once.

    >>> to_pybtex([Work("abc2019", "webpage", "A & B")]).entries["abc2019"].fields["title"]
    'A \\\\& B'
    """
    from pybtex.bibtex.utils import split_name_list
    from pybtex.database import BibliographyData, Person
    from pybtex.database import Entry as PybtexEntry
    from pybtex.database.input.bibtex import month_names

    bibliography = Bibliography(tuple(works))
    options = replace(options or Options(), dialect=dialect)
    lookup = Lookup(bibliography)
    data = BibliographyData()
    for work in bibliography.works:
        found = entry(work, lookup, options)
        made = PybtexEntry(found.type)
        for name, value in found.fields:
            if plain and name not in VERBATIM:
                value = _ESCAPED_BY_PYBTEX.sub(r"\1", value)
            if name == "author":
                for each in split_name_list(value):
                    made.add_person(Person(each), name)
            else:
                made.fields[name] = month_names.get(value, value) if name == "month" else value
        data.add_entry(found.key, made)
    return data


def from_pybtex(data: BibliographyData) -> Iterator[Entry]:
    """The entries of pybtex's database, to be written as they are; braces that do not balance are taken out.

    >>> from pybtex.database import parse_string
    >>> data = parse_string("@misc{a, url={https://a.example/x_y}}", "bibtex")
    >>> next(from_pybtex(data)).fields
    (('url', 'https://a.example/x_y'),)
    """
    from pybtex.database.input.bibtex import month_names

    months = {name: macro for macro, name in month_names.items()}
    for key, found in data.entries.items():
        fields = [
            (role, " and ".join(str(person) for person in persons)) for role, persons in found.persons.items()
        ]
        fields += [
            (name, months.get(value, value) if name == "month" else value)
            for name, value in found.fields.items()
        ]
        yield Entry(key, found.original_type, tuple((name, _balanced(value)) for name, value in fields))


def _balanced(value: str) -> str:
    depth = 0
    for character in value:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    return value if depth == 0 else value.replace("{", "").replace("}", "")


def _grouped(bibliography: Bibliography, options: Options) -> Iterator[tuple[str, Iterable[Work]]]:
    if options.group_by is None or options.dialect == "zotero":
        yield "", bibliography.works
        return
    seen: set[str] = set()
    for heading, works in bibliography.groups(options.group_by).items():
        new = [work for work in works if work.key not in seen]
        seen.update(work.key for work in new)
        if new:
            yield heading, new
