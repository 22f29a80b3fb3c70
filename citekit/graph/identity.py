"""One node for one outlet and one person, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from citekit.model import Author, Organisation, Outlet


def fold(name: str) -> str:
    """A name without case, accents and punctuation.

    >>> fold("O’Grady, José")
    'o grady jose'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain.casefold()).strip()


def same_outlets(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """For each outlet's id the one outlet that stands for it.

    Outlets with one domain are one, and so is an outlet without a domain whose name is that of a single other
    one; a registered outlet is preferred to a provisional one, then the smaller id.

    >>> made_up = Outlet("wsws.org", "wsws.org", "wsws.org", provisional=True)
    >>> same_outlets([made_up, Outlet("wsws", "World Socialist Web Site", "wsws.org")])["wsws.org"].id
    'wsws'
    """
    best = sorted({o.id: o for o in outlets}.values(), key=lambda o: (o.provisional, o.id))
    by_domain: dict[str, Outlet] = {}
    by_name: dict[str, set[str]] = defaultdict(set)
    for outlet in best:
        if outlet.domain:
            by_domain.setdefault(outlet.domain, outlet)
            for name in (outlet.name, *outlet.aliases):
                by_name[fold(name)].add(outlet.domain)
    nameless: dict[str, Outlet] = {}
    stands: dict[str, Outlet] = {}
    for outlet in best:
        if outlet.domain:
            stands[outlet.id] = by_domain[outlet.domain]
            continue
        name = fold(outlet.name) or outlet.id
        domains = by_name.get(name, set())
        stands[outlet.id] = (
            by_domain[next(iter(domains))] if len(domains) == 1 else nameless.setdefault(name, outlet)
        )
    return stands


def same_people(authors: Iterable[Author]) -> dict[Author, str]:
    """For each author the key of the one person that it is: a folded name, or a handle.

    A handle joins all names that it is seen with. "J. Smith" and "John Smith" are one where John is the only
    full name that "J." fits, and "Max S. Blumenthal" is "Max Blumenthal" likewise; with two that fit, none is
    taken.

    >>> from citekit.model import Person
    >>> john, short = Person("Smith", "John"), Person("Smith", "J.")
    >>> same_people([john, short])[short]
    'smith, john'
    >>> same_people([john, short, Person("Smith", "Jane")])[short]
    'smith, j'
    """
    people = sorted(set(authors), key=repr)
    keys = {person: _key(person) for person in people}
    merged = _shorter_to_fuller(set(keys.values()))
    keys = {person: merged.get(key, key) for person, key in keys.items()}
    handles: dict[str, str] = {}
    for person in people:
        if person.handle and keys[person]:
            handles.setdefault(person.handle.casefold(), keys[person])
    return {
        person: (handles.get(person.handle.casefold()) if person.handle else None)
        or keys[person]
        or f"@{person.handle}".casefold()
        for person in people
    }


def _key(author: Author) -> str:
    if isinstance(author, Organisation):
        return "" if author.handle and fold(author.name) == fold(author.handle) else fold(author.name)
    family = fold(" ".join(filter(None, (author.particle, author.family))))
    return f"{family}, {fold(author.given)}" if author.given else family


def _shorter_to_fuller(keys: set[str]) -> Mapping[str, str]:
    """From each key to the single fuller one that it abbreviates."""
    families: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        family, comma, given = key.partition(", ")
        if comma:
            families[family].append(tuple(given.split()))
    found: dict[str, str] = {}
    for family, givens in families.items():
        if len(givens) > _MANY:
            continue
        for short in givens:
            fuller = [full for full in givens if _abbreviates(short, full)]
            fullest = max(fuller, key=lambda full: (len(" ".join(full)), full), default=short)
            if all(full == fullest or _abbreviates(full, fullest) for full in fuller):
                found[f"{family}, {' '.join(short)}"] = f"{family}, {' '.join(fullest)}"
    return found


_MANY = 500
"""More namesakes than that are no family but noise, and comparing all pairs would take long."""


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` is `full` with names cut to initials, or with those after the first left out.

    >>> _abbreviates(("j",), ("john",)), _abbreviates(("max",), ("max", "s"))
    (True, True)
    >>> _abbreviates(("jo",), ("john",))
    False
    """
    if len(short) > len(full) or short == full:
        return False
    for i, name in enumerate(short):
        if name != full[i] and not (len(name) == 1 and full[i].startswith(name)):
            return False
    return True
