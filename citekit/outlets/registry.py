"""The registry: who publishes at this address, under this name, with this handle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from citekit.model import Outlet
from citekit.outlets.addresses import Addresses, Hosts
from citekit.outlets.addresses import hosts as index
from citekit.outlets.ambiguity import Ambiguity
from citekit.outlets.mentions import Finder, Mention
from citekit.outlets.names import folded, without_article
from citekit.outlets.provisional import provisional
from citekit.outlets.spellings import Spelled, spelled
from citekit.text.urls import unwrap
from citekit.text.urls.hosts import site_of
from citekit.text.urls.parts import Parts, split
from citekit.text.urls.tables import shorteners

SHARED_HOSTS = frozenset(("blog platform", "government", "parliament", "podcast platform"))
"""Kinds whose sub-domains and first path parts may belong to others."""


_CARRIERS = frozenset(("shortener", "archive", "aggregator"))
"""Kinds whose links, where they cannot be seen through, lead to somebody else's work."""

_MOST_ASKED = 4096
_UNKNOWN = Outlet("", "")


class Registry:
    """Outlets, looked up in memory; no look-up touches disk or network.

    >>> wsws = Outlet("wsws", "World Socialist Web Site", domains=("wsws.org",), aliases=("WSWS",))
    >>> registry = Registry([wsws])
    >>> registry.by_url("https://www.wsws.org/en/articles/2019/11/13/boli-n13.html").name
    'World Socialist Web Site'
    >>> [mention.surface for mention in registry.mentions("Andrea Lobo writes at WSWS:")]
    ['WSWS']
    """

    def __init__(
        self,
        outlets: Sequence[Outlet],
        ambiguities: Mapping[str, Ambiguity] | None = None,
        *,
        hosts: Hosts | None = None,
        words: Callable[[], Spelled] | None = None,
        places: Callable[[], Mapping[str, int]] | None = None,
    ) -> None:
        """`hosts` and `words` are what `addresses.hosts` and `spellings.spelled` make, `places` those of the
        outlets by their ids, where they are at hand already.
        """
        self.outlets = outlets
        self.ambiguities = {} if ambiguities is None else ambiguities
        self._addresses = Addresses(index(outlets) if hosts is None else hosts)
        self._words = words
        self._told_places = places

    def __len__(self) -> int:
        return len(self.outlets)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self.outlets)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        if self._told_places is not None:
            return self._told_places()
        return {outlet.id: place for place, outlet in enumerate(self.outlets)}

    @cached_property
    def _handles(self) -> dict[tuple[str, str], Outlet]:
        return {(platform, name.lower()): each for each in self.outlets for platform, name in each.handles}

    @cached_property
    def _spelled(self) -> Spelled:
        return spelled(self.outlets, self.ambiguities) if self._words is None else self._words()

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._spelled, self.outlets, self._at_host)

    def _at_host(self, host: str) -> Outlet | None:
        return self._registered(Parts("https", host, "", "", ""))

    def by_id(self, id: str) -> Outlet | None:
        """The outlet with this id, or None."""
        place = self._places.get(id)
        return None if place is None else self.outlets[place]

    def registered(self, url: str) -> Outlet | None:
        """The registered outlet that publishes at a URL, or None. Archives and redirects are seen through.

        A house's own short host counts ("nyti.ms"); any other short link leads to no one knows where, so
        None.
        """
        parts = split(unwrap(url).url)
        return self._registered(parts) if parts else None

    def _registered(self, parts: Parts) -> Outlet | None:
        host = parts.host.removeprefix("www.")
        short = shorteners()
        if host in short:
            own = short[host]
            parts = Parts("https", own, "", "", "") if own else parts
            if own is None:
                return None
        place = self._addresses.find(parts)
        if place is None:
            return None
        outlet = self.outlets[place]
        if outlet.kind == "shortener" or (outlet.kind in SHARED_HOSTS and self._is_guest(outlet, parts)):
            return None
        return outlet

    def _is_guest(self, outlet: Outlet, parts: Parts) -> bool:
        """Whether the page belongs to one of the authors on a shared host, not to the host itself."""
        site = (site_of(parts) or "").removeprefix("www.")
        if not site or site in outlet.domains or site in outlet.former_domains:
            return False
        return site.endswith(f".{outlet.domain}") or site.startswith(f"{outlet.domain}/")

    def by_url(self, url: str) -> Outlet | None:
        """Who publishes at a URL: the registered outlet, else a provisional one by site; None where it is not
        http(s).

        An unresolved short link (t.co, bit.ly) gives None.
        """
        found = self._asked.get(url, _UNKNOWN)
        if found is _UNKNOWN:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            found = self._asked[url] = self._publisher(url)
        return found

    @cached_property
    def _asked(self) -> dict[str, Outlet | None]:
        """Who publishes at the URLs asked for last: an article's links are asked for several times each."""
        return {}

    def _publisher(self, url: str) -> Outlet | None:
        found = unwrap(url)
        parts = split(found.url)
        if parts is None:
            return None
        known = self._registered(parts)
        if not found.resolved and (known is None or known.kind in _CARRIERS):
            return None
        if known is not None:
            return known
        place = self._addresses.find(parts)
        return provisional(parts, self.outlets[place] if place is not None else None)

    def by_handle(self, platform: str, handle: str) -> Outlet | None:
        """The outlet with this account on a platform ("twitter", "facebook" ...), or None; "@" and case
        are ignored."""
        name = handle.removeprefix("@").lower()
        return self._handles.get(("twitter" if platform.lower() == "x" else platform.lower(), name))

    def by_name(self, name: str) -> tuple[Outlet, ...]:
        """The outlets of this name or alias, best first: the name itself, then aliases, then without the
        article.

        >>> times = Outlet("t", "The Times", aliases=("Times of London",))
        >>> Registry([times]).by_name("times of London")[0].id
        't'
        """
        key = folded(name)
        if not key:
            return ()
        names = self._spelled.names
        found = [self.outlets[place] for place in names.get(key) or names.get(without_article(key)) or ()]
        known = self.ambiguities.get(key)

        places = {id: place for place, id in enumerate(known.outlets)} if known else {}
        return tuple(
            sorted(
                found,
                key=lambda each: (each.name != name, places.get(each.id, 99), closeness(each, name), each.id),
            )
        )

    def mentions(self, text: str) -> list[Mention]:
        """The outlets named in a text, in order, none overlapping another; bare addresses ("FAIR.org")
        included."""
        return self._finder.find(text)

    def choose(
        self,
        candidates: Sequence[Outlet],
        *,
        country: str | None = None,
        language: str | None = None,
        seen: Sequence[Outlet] = (),
        surface: str | None = None,
    ) -> Outlet | None:
        """The one of several outlets that the context means, or None where two fit.

        `seen` are the outlets named before, in order: the last one of them that is a candidate is meant. Then
        the `country` of the citing outlet decides, then its `language`, then what `surface` means by default.
        """
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        ids = {outlet.id: outlet for outlet in candidates}
        for outlet in reversed(seen):
            if outlet.id in ids:
                return ids[outlet.id]
        known = self.ambiguities.get(folded(surface)) if surface else None
        if known and country and known.by_country.get(country) in ids:
            return ids[known.by_country[country]]
        here = [outlet for outlet in candidates if country and outlet.country == country]
        if len(here) == 1:
            return here[0]
        if known and known.default in ids and not here:
            return ids[known.default or ""]
        here = here or list(candidates)
        speaking = [outlet for outlet in here if language and outlet.languages[:1] == (language,)]
        return speaking[0] if len(speaking) == 1 else None


def closeness(outlet: Outlet, name: str) -> int:
    """How far a name is from an outlet's own: 0 the same, 1 an alias, 2 and 3 these but for case and accents,
    4 else.

    >>> closeness(Outlet("t", "The Times", aliases=("Times of London",)), "the times")
    2
    """
    key = folded(name)
    if outlet.name == name:
        return 0
    if name in outlet.aliases:
        return 1
    if folded(outlet.name) == key:
        return 2
    return 3 if any(folded(alias) == key for alias in outlet.aliases) else 4
