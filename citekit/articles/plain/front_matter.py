"""What stands between `---` lines at the head of a Markdown file: title, authors, date, outlet, address.

Static sites, note-taking programs and web clippers write it as YAML. Only its plainest forms are read, keys
with words or lists of words, and nothing of it is executed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from citekit.articles.hints import Hints
from citekit.articles.plain.front import Front
from citekit.model import Author, PartialDate
from citekit.text.dates import find_dates, parse_date
from citekit.text.names import parse_author, split_byline

_OPENING = re.compile(r"\ufeff?\s{0,20}---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>\S.*)$")
_NAME = re.compile(r"name[ \t]*:[ \t]*(?P<value>\S.*)$")
LONGEST = 8000
"""Characters in which it must end."""

_KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(key.replace("-", " ") for key in keys.split())
    for name, keys in {
        "title": "title headline",
        "authors": "author authors byline by creator",
        "date": "date published publish_date publishdate pubdate date-published created",
        "outlet": "outlet publication publisher site site_name website container_title journal source",
        "url": "url link canonical_url original_url source_url source",
        "language": "lang language",
    }.items()
}
"""The keys that say a thing, best first; a hyphen stands for a space."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Its fields, each with its values, and where the text after it begins."""

    fields: Mapping[str, tuple[str, ...]]
    end: int

    def values(self, name: str) -> tuple[str, ...]:
        """The values of the first of the keys that say `name`."""
        return next((self.fields[key] for key in _KEYS[name] if self.fields.get(key)), ())

    def value(self, name: str, *, address: bool = False) -> str | None:
        """The one value of `name` that is an address, or that is none."""
        found = (v for key in _KEYS[name] for v in self.fields.get(key, ()))
        return next((v for v in found if v.startswith(("http://", "https://")) is address), None)


def front_matter(text: str) -> FrontMatter | None:
    r"""The fields at the head of a text; None where it does not begin with any.

    >>> front_matter("---\ntitle: The River\nauthor: [Ada Moor, Bo Yerk]\n---\nIt left.").fields
    {'title': ('The River',), 'author': ('Ada Moor', 'Bo Yerk')}
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    if opening is None or closing is None:
        return None
    fields: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in text[opening.end() : closing.start()].splitlines():
        entry, field = _ENTRY.match(line), _FIELD.match(line)
        if entry and key:
            named = _NAME.match(entry["value"])
            fields[key] = (*fields.get(key, ()), _bare(named["value"] if named else entry["value"]))
        elif field:
            key = field["key"].lower()
            fields[key] = _listed(field["value"] or "")
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return None  # running text between two rules
    return FrontMatter(fields, closing.end()) if fields else None


def _listed(value: str) -> tuple[str, ...]:
    """The words of a value, or of each of a list in brackets."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return tuple(bare for each in value[1:-1].split(",") if (bare := _bare(each)))
    return (bare,) if (bare := _bare(value)) and bare not in ("|", ">", "null", "~") else ()


def _bare(value: str) -> str:
    """A value without quotation marks and the brackets of a note's link."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.removeprefix("[[").removesuffix("]]").strip()


def hinted(matter: FrontMatter, hints: Hints) -> Hints:
    """The hints, with what the front matter says where they say nothing."""
    language = matter.value("language")
    return replace(
        hints,
        url=hints.url or matter.value("url", address=True),
        date=hints.date or _date(matter),
        outlet=hints.outlet or matter.value("outlet"),
        language=hints.language or (language[:2].lower() if language and language[:2].isalpha() else None),
    )


def told(matter: FrontMatter, front: Front) -> Front:
    """What the lines of a text say of it, after what its front matter says."""
    title = next(iter(matter.values("title")), None)
    return replace(
        front,
        title=title or front.title,
        authors=_authors(matter) or front.authors,
        date=_date(matter) or front.date,
    )


def _authors(matter: FrontMatter) -> tuple[Author, ...]:
    values = matter.values("authors")
    if len(values) == 1:
        return split_byline(values[0]) or (parse_author(values[0]),)
    return tuple(parse_author(value) for value in values)


def _date(matter: FrontMatter) -> PartialDate | None:
    value = next(iter(matter.values("date")), None)
    if value is None:
        return None
    found = find_dates(value)
    return parse_date(value) or (found[0][1] if found else None)
