"""When two citations are of the same work.

Sure: the same canonical URL, the same DOI or the same post, wherever it is cited. Within one article also the
same outlet with authors, dates and titles that do not contradict each other; across articles these must
agree, since two articles that both say "according to Reuters" need not mean the same report.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Sequence

from citekit.model import Citation, Person
from citekit.text import urls

_REACH = 100  # citations of an outlet in one article that a bare name of it may go back to


def sure_keys(citation: Citation, document: str) -> list[str]:
    """What identifies the cited work anywhere; citations that share one of these are of the same work."""
    keys = []
    if citation.url:
        address = urls.unwrap(citation.url).url
        keys.append("url:" + urls.canonical(address))
        found = urls.identify(address)
        if found is not None and found.kind not in ("profile",):
            keys.append(f"{found.platform}:{found.kind}:{found.id}")
    names = families(citation)
    if citation.type == "post" and citation.date and citation.date.time and citation.authors:
        handle = citation.authors[0].handle
        if handle and citation.outlet:
            keys.append(f"post:{citation.outlet.id}:{handle.lower()}:{str(citation.date)[:16]}")
    if citation.title and (citation.outlet or names):
        source = citation.outlet.id if citation.outlet else ""
        keys.append(f"title:{source}:{'+'.join(sorted(names))}:{fold(citation.title)}")
    if citation.outlet and names and citation.date and citation.date.day:
        keys.append(f"dated:{citation.outlet.id}:{'+'.join(sorted(names))}:{str(citation.date)[:10]}")
    if (
        citation.form == "parenthetical"
        and citation.outlet
        and citation.date
        and citation.date.day
        and not citation.title
    ):
        keys.append(f"day:{document}:{citation.outlet.id}:{str(citation.date)[:10]}")
    return keys


def agree(one: Citation, other: Citation) -> bool:
    """Whether two citations in one article, neither of them sure, may be of the same work.

    >>> from citekit.model import Outlet, PartialDate, Span
    >>> post = Outlet("p", "Post")
    >>> first = Citation("c1", "attribution", Span(0, 1), outlet=post, date=PartialDate(2019, 11))
    >>> agree(first, Citation("c2", "attribution", Span(2, 3), outlet=post))
    True
    >>> agree(first, Citation("c2", "attribution", Span(2, 3), outlet=post, date=PartialDate(2002)))
    False
    """
    if one.outlet is None or other.outlet is None or one.outlet.id != other.outlet.id:
        return False
    if (one.type == "post") != (other.type == "post"):
        return False
    mine, theirs = families(one), families(other)
    if mine and theirs and not mine & theirs:
        return False
    if one.title and other.title and fold(one.title) != fold(other.title):
        return False
    return one.date is None or other.date is None or _compatible(str(one.date), str(other.date))


def families(citation: Citation) -> frozenset[str]:
    """The family names (or names) of the authors, folded."""
    return frozenset(
        fold(a.family or a.handle or "" if isinstance(a, Person) else a.name) for a in citation.authors
    ) - {""}


def fold(text: str) -> str:
    """Letters and digits in lower case without accents, words parted by one space."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _compatible(one: str, other: str) -> bool:
    one, other = (re.split(r"[T~?%/]", text)[0] for text in (one, other))
    return one.startswith(other) or other.startswith(one)


class Groups:
    """Disjoint sets of citations, joined pair by pair."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, index: int) -> int:
        """The set that a citation is in, by one of its members."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        """Make one set of two; the member that comes first stands for it."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def members(self) -> dict[int, list[int]]:
        """Each set's members, in order, by the one that stands for it."""
        sets: dict[int, list[int]] = {}
        for index in range(len(self._parent)):
            sets.setdefault(self.find(index), []).append(index)
        return sets


def group(
    documents: Sequence[Sequence[Citation]], ids: Sequence[str], back: Sequence[dict[str, str]]
) -> Groups:
    """The citations of all documents, counted through, joined where they are of the same work."""
    flat = [(d, c) for d, citations in enumerate(documents) for c in citations]
    groups = Groups(len(flat))
    holders: dict[str, int] = {}
    place = {(d, c.id): i for i, (d, c) in enumerate(flat)}
    for index, (d, citation) in enumerate(flat):
        for key in sure_keys(citation, ids[d]):
            if key in holders:
                groups.join(index, holders[key])
            holders.setdefault(key, index)
    for index, (d, citation) in enumerate(flat):
        target = back[d].get(citation.id)
        if target is not None:
            groups.join(index, place[(d, target)])
    _join_in_article(flat, groups)
    return groups


def _join_in_article(flat: Sequence[tuple[int, Citation]], groups: Groups) -> None:
    """Prose that names an outlet goes to the nearest work of that outlet in the same article that fits."""
    recent: dict[tuple[int, str], deque[int]] = defaultdict(lambda: deque(maxlen=_REACH))
    for index, (d, citation) in enumerate(flat):
        if citation.outlet is None:
            _join_statement(flat, groups, index)
            continue
        key = (d, citation.outlet.id)
        if citation.form == "attribution" and not citation.url:
            nearest = next((i for i in reversed(recent[key]) if agree(flat[i][1], citation)), None)
            if nearest is not None:
                groups.join(index, nearest)
        recent[key].append(index)


def _join_statement(flat: Sequence[tuple[int, Citation]], groups: Groups, index: int) -> None:
    """A person's further words belong to the same statement as those just before them."""
    d, citation = flat[index]
    if citation.type != "statement" or not citation.rule.startswith("attribution.pronoun") or index == 0:
        return
    before, previous = flat[index - 1]
    if before == d and previous.type == "statement" and families(previous) == families(citation):
        groups.join(index, index - 1)
