"""Citekeys: short names by which a work is cited, `lobo2019morales`, the same in every run.

A key is the family name of the first author, else the outlet's short id; the year, else `nd`; and the first
telling word of the title, else of the words quoted. Where two works would share one, each of the two takes a
short hash of what it is: so a key depends on the work, never on the order or the number of the others.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from citekit.model import Author, Person, Work
from citekit.resolve.words import folded, telling

_NAME = 24
_WORD = 20
_SUFFIX = 5


def citekeys(
    works: Sequence[Work], make: Callable[[Work], str] | None = None, *, taken: Collection[str] = ()
) -> tuple[str, ...]:
    """A key for each work, in order, no two equal even where case is ignored (as BibTeX does).

    `make` gives the key of a work alone (`base` by default); `taken` are keys that others have already.

    >>> from citekit.model import PartialDate
    >>> lobo, twin = (Work("", "webpage", t, (Person("Lobo", "Andrea"),), PartialDate(2019))
    ...               for t in ("Morales resigns", "Morales flees"))
    >>> citekeys([lobo]), citekeys([lobo, twin])
    (('lobo2019morales',), ('lobo2019morales-2c62k', 'lobo2019morales-s7jjp'))
    """
    make = make or base
    bases = [make(work) for work in works]
    wanted = Counter(key.lower() for key in bases)
    used = {key.lower() for key in taken}
    alone = {key for key, count in wanted.items() if count == 1 and key not in used}
    keys = list(bases)
    shared = [place for place, key in enumerate(bases) if key.lower() not in alone]
    _distinguish(works, bases, shared, keys, used | alone)
    return tuple(keys)


def _distinguish(
    works: Sequence[Work], bases: Sequence[str], shared: list[int], keys: list[str], used: set[str]
) -> None:
    """Give the works at the places `shared` a hash each, longer where a short one is not enough."""
    digests = {place: _digest(identity(works[place])) for place in shared}
    for turn, length in enumerate((_SUFFIX, 2 * _SUFFIX, _SUFFIX, 32)):
        if turn == 2:  # of one identity: told apart by all that they say
            digests = {place: _digest(repr(works[place])) for place in shared}
        tried = {place: f"{bases[place]}-{digests[place][:length]}" for place in shared}
        count = Counter(key.lower() for key in tried.values())
        for place, key in tried.items():
            if count[key.lower()] == 1 and key.lower() not in used:
                keys[place] = key
        used |= {keys[place].lower() for place in shared if keys[place] == tried[place]}
        shared = [place for place in shared if keys[place] != tried[place]]
    for place in shared:  # equal in everything: any order of them is the same order
        number = 2
        while f"{tried[place]}-{number}".lower() in used:
            number += 1
        keys[place] = f"{tried[place]}-{number}"
        used.add(keys[place].lower())


def distinguished(key: str, work: Work) -> str:
    """The key that a work takes where another has `key`.

    >>> distinguished("lobo2019", Work("", "book", url="https://a.example/"))
    'lobo2019-x366j'
    """
    return f"{key}-{_digest(identity(work))[:_SUFFIX]}"


def base(work: Work) -> str:
    """The key of a work where no other has the same: lower-case ASCII letters and digits.

    >>> from citekit.model import Outlet, PartialDate
    >>> abc = Outlet("abc-news", "ABC News")
    >>> base(Work("", "webpage", date=PartialDate(2019, 11), outlet=abc, quotes=("He resigned.",)))
    'abcnews2019resigned'
    >>> base(Work("", "webpage"))
    'anonnd'
    """
    year = f"{work.date.year:04d}" if work.date else "nd"
    return f"{_who(work)}{year}{_what(work)}"


def identity(work: Work) -> str:
    """What makes the work that work, in words: its identifiers, else its address, else all that names it."""
    if work.identifiers:
        return " ".join(sorted(f"{scheme}:{value}" for scheme, value in work.identifiers))
    if work.url:
        return work.url
    parts = (
        work.type,
        work.outlet.id if work.outlet else "",
        "; ".join(author.name for author in work.authors),
        str(work.date or ""),
        work.title or "",
        "" if work.title else "".join(work.quotes[:1]),
    )
    return "\n".join(parts)


def surname(author: Author) -> str:
    """The part of a name that a key starts with: the family name, or the first words of a body's name.

    >>> from citekit.model import Organisation
    >>> surname(Person("de la Cruz", "Ana")), surname(Organisation("Office of the High Commissioner"))
    ('delaCruz', 'OfficeHighCommissioner')
    """
    if isinstance(author, Person):
        return folded(f"{author.particle or ''}{author.family}") or folded(author.handle or "")
    name, room = "", _NAME
    for word in telling(author.name) if author.name else ():
        if name and len(word) > room:
            break
        name, room = name + word, room - len(word)
    return name or folded(author.handle or author.name)


def _who(work: Work) -> str:
    if work.authors and (name := surname(work.authors[0])):
        return name[:_NAME].lower()
    if work.outlet and (name := folded(work.outlet.id)):
        return name[:_NAME].lower()
    return "anon"


def _what(work: Work) -> str:
    for text in (work.title, *work.quotes[:1]):
        for word in telling(text or ""):
            return word[:_WORD].lower()
    return ""


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest).decode("ascii").lower().rstrip("=")
