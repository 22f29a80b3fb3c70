"""A collection read back: its items as known works, and their addresses as articles to extract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from citekit.export.kinds import kinds
from citekit.model import Work
from citekit.readback.csl import work_of
from citekit.text.dates import parse_date, parse_edtf
from citekit.zotero.api import Library
from citekit.zotero.errors import GoneError
from citekit.zotero.facts import Item, facts
from citekit.zotero.items import TAG
from citekit.zotero.match import citekey_of, doi_of, title_of

_OUTLETS = ("publicationTitle", "websiteTitle", "blogTitle", "forumTitle")
_LABEL = re.compile(r"^(citekit date|issued|publisher)[ \t]*:[ \t]*(\S[^\n]*)$", re.IGNORECASE | re.MULTILINE)


def pull(library: Library, collection: str) -> tuple[Work, ...]:
    """The items of the collection with that key or name and of those inside it, each once, as works.

    Raises `GoneError` if there is no such collection.
    """
    found: dict[str, Item] = {}
    for key in _inside(list(library.collections()), collection, library.name):
        for item in library.in_collection(key):
            if item["itemType"] not in ("note", "attachment", "annotation"):
                found.setdefault(item["key"], item)
    return tuple(map(as_work, found.values()))


def addresses(works: Iterable[Work]) -> Iterator[str]:
    """The addresses of works that are pages, each once, in order.

    >>> list(addresses([Work("a", "webpage", url="https://a.example/"), Work("b", "book")]))
    ['https://a.example/']
    """
    return iter(dict.fromkeys(work.url for work in works if work.url and re.match("https?://", work.url)))


def as_work(item: Item) -> Work:
    """An item's JSON as the work that it is.

    >>> as_work({"key": "AAAA2222", "itemType": "webpage", "title": "T", "date": "2019-11-12"}).date
    PartialDate(year=2019, month=11, day=12, time=None, qualifier='', until=None)
    """
    name = item["itemType"]
    row = next((kind for kind in kinds() if kind.item == name), kinds()[-1])
    known = facts().types.get(name)
    extra = {label.casefold(): value for label, value in _LABEL.findall(item.get("extra") or "")}
    outlet = next(
        (item[field] for field in (known.outlet if known else "", *_OUTLETS) if item.get(field)), None
    )
    date = extra.get("citekit date") or item.get(known.date if known else "date") or extra.get("issued")
    found: dict[str, Any] = {
        "id": citekey_of(item) or item["key"],
        "type": row.csl,
        "title": title_of(item),
        "author": [_name(each) for each in item.get("creators", ())],
        "issued": {"edtf": _edtf(date)},
        row.container: outlet or extra.get("publisher"),
        "URL": item.get("url"),
        "DOI": doi_of(item),
        "language": item.get("language"),
        "keyword": ",".join(tag for tag in _tags(item)),
        **{field: item.get(field) for field in ("ISBN", "ISSN", "volume", "issue", "edition")},
        "page": item.get("pages"),
    }
    return work_of({field: value for field, value in found.items() if value})


def tree(collections: Iterable[Item]) -> Iterator[tuple[Item, int]]:
    """The collections from the top down, each with how deep it lies, in order of name.

    >>> inner = {"key": "B", "name": "b", "parentCollection": "A"}
    >>> outer = {"key": "A", "name": "a", "parentCollection": False}
    >>> [(row["key"], depth) for row, depth in tree([inner, outer])]
    [('A', 0), ('B', 1)]
    """
    below: dict[Any, list[Item]] = {}
    for each in sorted(collections, key=lambda each: each["name"].casefold(), reverse=True):
        below.setdefault(each["parentCollection"], []).append(each)
    waiting = [(each, 0) for each in below.pop(False, [])]
    while waiting:
        each, depth = waiting.pop()
        yield each, depth
        waiting += [(inner, depth + 1) for inner in below.pop(each["key"], [])]


def _inside(collections: list[Item], name: str, library: str) -> Iterator[str]:
    """The key of the collection with that key or name, and of all below it."""
    rows = list(tree(collections))
    named = {each["key"] for each in collections if each["key"] == name}
    named = named or {each["key"] for each in collections if each["name"] == name}
    if not named:
        raise GoneError(f"{library} has no collection {name!r}; `citekit zotero collections` lists them")
    level: int | None = None  # how deep the one lies that we are inside of
    for each, depth in rows:
        if level is not None and depth <= level:
            level = None
        if level is None and each["key"] in named:
            level = depth
        if level is not None:
            yield each["key"]


def _name(creator: dict[str, str]) -> dict[str, str]:
    if creator.get("name"):
        return {"literal": creator["name"]}
    return {"family": creator.get("lastName", ""), "given": creator.get("firstName", "")}


def _edtf(text: str | None) -> str | None:
    """A date as a person wrote it, in EDTF, if it is one."""
    if not text:
        return None
    try:
        return str(parse_edtf(text))
    except ValueError:
        found = parse_date(text)
        return str(found) if found else None


def _tags(item: Item) -> Iterator[str]:
    for tag in item.get("tags", ()):
        if tag["tag"] != TAG:
            yield tag["tag"].replace(",", " ")
