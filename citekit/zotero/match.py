"""Which item of a library is which work: by DOI, then by address, then by citekey.

The whole library is read for this: no search of Zotero's sees that http and https, www, AMP and tracked links
are one page, and that of zotero.org does not look into URLs at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from citekit.export.prose import untitled
from citekit.model import Work
from citekit.text.urls import canonical
from citekit.zotero.facts import Item

_EXTRA = re.compile(r"^(citation key|doi)[ \t]*:[ \t]*(\S[^\n]*)$", re.IGNORECASE | re.MULTILINE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_TITLES = ("title", "nameOfAct", "caseName", "subject")


@dataclass(slots=True)
class Index:
    """The items of a library by what identifies them; the oldest wins where two are the same."""

    items: dict[str, Item] = field(default_factory=dict)
    _dois: dict[str, str] = field(default_factory=dict)
    _urls: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, list[str]] = field(default_factory=dict)

    def add(self, items: Iterable[Item]) -> None:
        """Take items in, or anew where they have changed."""
        for item in items:
            key = item["key"]
            if item.get("deleted"):  # in the trash: a person does not want it
                continue
            known = key in self.items
            self.items[key] = item
            if known:
                continue
            if doi := doi_of(item):
                self._dois.setdefault(doi, key)
            if item.get("url"):
                self._urls.setdefault(canonical(item["url"]), key)
            if citekey := citekey_of(item):
                self._keys.setdefault(citekey.casefold(), []).append(key)

    def find(self, work: Work) -> Item | None:
        """The item that is `work`, or None. An equal citekey counts only where nothing else contradicts it.

        >>> index = Index()
        >>> index.add([{"key": "AAAA2222", "itemType": "webpage", "url": "http://www.wsws.org/a?utm_source=x"}])
        >>> found = index.find(Work("k", "webpage", url="https://wsws.org/a"))
        >>> found["key"] if found else None
        'AAAA2222'
        """
        doi = doi_of_work(work)
        key = self._dois.get(doi or "") or self._urls.get(canonical(work.url) if work.url else "")
        if key:
            return self.items[key]
        for key in self._keys.get(work.key.casefold(), ()):
            if not _contradicts(self.items[key], work, doi):
                return self.items[key]
        return None


def citekey_of(item: Item) -> str | None:
    """An item's citekey: its field, else the line of Extra that Better BibTeX and older Zoteros have."""
    return item.get("citationKey") or _from_extra(item, "citation key")


def doi_of(item: Item) -> str | None:
    """An item's DOI in lower case: of its field, its Extra or its URL."""
    for text in (item.get("DOI"), _from_extra(item, "doi"), item.get("url")):
        found = _DOI.search(text or "")
        if found and (text is not item.get("url") or "doi.org/" in (text or "")):
            return found.group().casefold()
    return None


def doi_of_work(work: Work) -> str | None:
    """A work's DOI in lower case."""
    return next((value.casefold() for scheme, value in work.identifiers if scheme.casefold() == "doi"), None)


def title_of(item: Item) -> str:
    """An item's title, whatever its type calls it."""
    return next((item[name] for name in _TITLES if item.get(name)), "")


def _contradicts(item: Item, work: Work, doi: str | None) -> bool:
    if doi and doi_of(item):
        return True  # else it had been found by it
    if work.url and item.get("url"):
        return True
    theirs = title_of(item)
    return bool(work.title and theirs and not untitled(theirs) and _words(theirs) != _words(work.title))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _from_extra(item: Item, label: str) -> str | None:
    for found in _EXTRA.finditer(item.get("extra") or ""):
        if found.group(1).casefold() == label:
            return found.group(2).strip()
    return None
