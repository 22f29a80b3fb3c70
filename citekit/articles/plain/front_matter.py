"""What stands between `---` lines at the head of a Markdown file: title, authors, date, outlet, address.

Static sites, note-taking programs and web clippers write it as YAML, people not quite: a colon in a title
makes it none.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from citekit.articles.hints import Hints
from citekit.articles.plain.front import Front
from citekit.model import Author, PartialDate
from citekit.text.dates import find_dates, parse_date
from citekit.text.names import parse_author, split_byline

_OPENING = re.compile(r"\ufeff?\s{0,20}---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_PLAIN = re.compile(r"^([A-Za-z][\w .-]{0,40}:[ \t]+)([^\s\"'\[{|>&*!#-].*)$", re.MULTILINE)
LONGEST = 8000
"""Characters in which it must end."""
DEEPEST, MOST = 3, 50
"""Levels at which words are looked for, and how many of a field count."""

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
    loaded = _loaded(text[opening.end() : closing.start()])
    if not isinstance(loaded, dict):
        return None  # running text between two rules
    fields = {str(key).lower(): tuple(islice(_words(value), MOST)) for key, value in loaded.items()}
    return FrontMatter(fields, closing.end())


def _loaded(source: str) -> object:
    """What YAML makes of it; where it is none, of the same with quotation marks around plain words."""
    import yaml

    for attempt in (source, _PLAIN.sub(lambda found: found[1] + json.dumps(found[2].rstrip()), source)):
        try:
            return yaml.safe_load(attempt)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
    return None


def _words(value: object, depth: int = 0) -> Iterator[str]:
    """The words of a value, of each of a list, of what has a name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list) and depth < DEEPEST:
        for each in value[:MOST]:
            yield from _words(each, depth + 1)
    elif isinstance(value, dt.date | str | int) and not isinstance(value, bool):
        bare = (
            str(value).strip().removeprefix("[[").removesuffix("]]").strip()
        )  # the brackets of a note's link
        if bare:
            yield bare


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
