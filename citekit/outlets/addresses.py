"""Outlets by host and path: the longest prefix wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from citekit.model import Outlet
from citekit.text.urls.hosts import domain_of, plain_host
from citekit.text.urls.parts import Parts


class Addresses:
    """An index from hosts and path prefixes to places in a list of outlets.

    >>> index = Addresses([Outlet("a", "A", domains=("a.org", "b.org/blog"))])
    >>> index.find(Parts("https", "www.b.org", "/blog/x", "", "")), index.find(Parts("https", "b.org", "/x", "", ""))
    (0, None)
    """

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self._hosts: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, outlet in enumerate(outlets):
            for prefix in (*outlet.domains, *outlet.former_domains):
                host, _, path = prefix.partition("/")
                self._hosts[host.lower()].append(("/" + path.lower().rstrip("/") if path else "", place))
        for prefixes in self._hosts.values():
            if len(prefixes) > 1:
                prefixes.sort(key=lambda pair: -len(pair[0]))

    def __contains__(self, host: str) -> bool:
        return host in self._hosts

    def find(self, parts: Parts) -> int | None:
        """The place of the outlet that publishes at a URL, by its own host first, then by the hosts above it."""
        name = parts.host
        while True:
            found = self._at(name, parts.path)
            if found is not None:
                return found
            label, _, above = name.partition(".")
            if not above or (label != "www" and domain_of(name) in (name, None)):
                break
            name = above
        same = plain_host(parts.host)
        return self._at(same, parts.path) if same != parts.host else None

    def _at(self, host: str, path: str) -> int | None:
        prefixes = self._hosts.get(host)
        if prefixes is None:
            return None
        if len(prefixes) == 1 and not prefixes[0][0]:
            return prefixes[0][1]
        lower = path.lower()
        for prefix, place in prefixes:
            if lower.startswith(prefix) and lower[len(prefix) : len(prefix) + 1] in ("", "/"):
                return place
        return None


def prefixes(outlets: Iterable[Outlet]) -> dict[str, list[str]]:
    """Every host and path prefix with the ids of those that claim it."""
    found: dict[str, list[str]] = defaultdict(list)
    for outlet in outlets:
        for prefix in (*outlet.domains, *outlet.former_domains):
            found[prefix.lower()].append(outlet.id)
    return found
