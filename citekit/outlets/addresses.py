"""Outlets by host and path: the longest prefix wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citekit.model import Outlet
from citekit.text.urls.hosts import domain_of, plain_host
from citekit.text.urls.parts import Parts

Hosts = Mapping[str, Sequence[tuple[str, int]]]
"""By host, the path prefixes on it, longest first, each with the place of its outlet in the list of outlets.
"""


def hosts(outlets: Iterable[Outlet]) -> Hosts:
    """The index that `Addresses` searches.

    >>> hosts([Outlet("a", "A", domains=("a.org", "b.org/blog"))])
    {'a.org': [('', 0)], 'b.org': [('/blog', 0)]}
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for place, outlet in enumerate(outlets):
        for prefix in (*outlet.domains, *outlet.former_domains):
            host, _, path = prefix.lower().partition("/")
            found.setdefault(host, []).append(("/" + path.rstrip("/") if path else "", place))
    for prefixes in found.values():
        prefixes.sort(key=lambda pair: -len(pair[0]))
    return found


class Addresses:
    """Search by URL in an index from hosts and path prefixes to places in a list of outlets.

    >>> index = Addresses(hosts([Outlet("a", "A", domains=("a.org", "b.org/blog"))]))
    >>> [index.find(Parts("https", host, "/blog/x", "", "")) for host in ("www.b.org", "c.org")]
    [0, None]
    """

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts

    def find(self, parts: Parts) -> int | None:
        """The place of the outlet that publishes at a URL: by its own host, then by the hosts above it."""
        own = parts.host.removeprefix("www.")
        found = self._climb(own, parts.path)
        same = plain_host(own) if found is None else own
        return self._climb(same, parts.path) if same != own else found

    def _climb(self, name: str, path: str) -> int | None:
        while True:
            found = self._at(name, path)
            if found is not None or domain_of(name) in (name, None):
                return found
            name = name.partition(".")[2]

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
