"""What to look for in text: every way of writing every name, whom it may mean, and whether that is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from citekit.model import Outlet
from citekit.outlets.ambiguity import UNSEARCHED, Ambiguity
from citekit.outlets.names import folded, split_article, surfaces, without_article


class Spelled(NamedTuple):
    """The strings to look for, in parallel lists, which are read and written fast.

    `skips` counts the letters at a string's start that are not the name's own ("du " of "du Monde"). `owners`
    are places in the list of outlets, the likeliest first: none where the phrase means no outlet. `flags` are
    of those below. `names` are the places by folded name, whole and without its article.
    """

    texts: list[str]
    skips: list[int]
    leads: list[int]
    flags: list[int]
    owners: list[list[int] | int]
    names: dict[str, list[int]]


SINGLE = 1
"""One word that is no acronym: hyphens and capitals beside it make it a part of another name."""
SURE = 2
"""The string means the outlet whatever stands around it."""
ADDRESS = 4
"""The end of a host name, such as ".org"."""


def spelled(outlets: Sequence[Outlet], ambiguities: Mapping[str, Ambiguity]) -> Spelled:
    """All that is looked for in text.

    >>> spelled([Outlet("wsws", "WSWS", domains=("wsws.org",))], {}).texts
    ['WSWS', '.org', '.ORG']
    """
    owners: dict[tuple[str, int], dict[int, str]] = {}
    endings: dict[str, None] = {}
    for place, outlet in enumerate(outlets):
        for name in dict.fromkeys((outlet.name, *outlet.aliases)):
            known = ambiguities.get(folded(name))
            if known is not None and UNSEARCHED.intersection(known.why):
                continue
            for text, skip in surfaces(name, common=known is not None and known.needs_context):
                if len(text) - skip > 2 or (len(text) - skip == 2 and text[skip:].isupper()):
                    owners.setdefault((text, skip), {}).setdefault(place, name)
        for domain in (*outlet.domains, *outlet.former_domains):
            ending = "." + domain.partition("/")[0].partition(".")[2]
            endings |= {ending: None, ending.upper(): None}
    found = Spelled([], [], [], [], [], _names(outlets))
    for (text, skip), places in owners.items():
        own = text[skip:]
        # "du Monde" is as sure as "Le Monde", however common "Monde" is.
        known = ambiguities.get(folded(next(iter(places.values())) if skip else own))
        ranked = _ranked(list(places), outlets, known)
        sure = len(ranked) == 1 if known is None else not known.needs_context or own in known.sure
        single = " " not in own and not own.isupper()
        _add(found, text, skip, SINGLE * single + SURE * sure, ranked[0] if len(ranked) == 1 else ranked)
    for known in ambiguities.values():
        for phrase in known.never:
            _add(found, phrase, 0, 0, [])
    for ending in endings:
        _add(found, ending, 0, ADDRESS, [])
    return found


def _add(found: Spelled, text: str, skip: int, flags: int, owners: list[int] | int) -> None:
    found.texts.append(text)
    found.skips.append(skip)
    found.leads.append(
        0 if skip or flags & ADDRESS else len(text) - len(split_article(text[:1].upper() + text[1:])[1])
    )
    found.flags.append(flags)
    found.owners.append(owners)


def _names(outlets: Sequence[Outlet]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, outlet in enumerate(outlets):
        keys = {folded(name) for name in (outlet.name, *outlet.aliases)}
        for key in sorted(keys | {without_article(key) for key in keys}):
            found.setdefault(key, []).append(place)
    return found


def _ranked(places: list[int], outlets: Sequence[Outlet], known: Ambiguity | None) -> list[int]:
    """Places in the order that the table of ambiguous names gives their outlets, the others behind by id."""
    ranks = {id: rank for rank, id in enumerate(known.outlets)} if known else {}
    return sorted(places, key=lambda place: (ranks.get(outlets[place].id, len(ranks)), outlets[place].id))
