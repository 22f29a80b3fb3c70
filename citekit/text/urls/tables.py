"""The facts about URLs that live in data files: one a line, `#` starts a comment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The words of each line of `citekit/data/NAME`, comments and empty lines left out."""
    for line in files("citekit.data").joinpath(name).read_text("utf-8").splitlines():
        words = line.split("#", 1)[0].split() if not line.startswith("#") else []
        if words:
            yield words


@cache
def shorteners() -> Mapping[str, str | None]:
    """Hosts of short links, and the one domain that a house's own short host leads to.

    >>> shorteners()["nyti.ms"], shorteners()["bit.ly"]
    ('nytimes.com', None)
    """
    return {words[0]: words[1] if len(words) > 1 else None for words in rows("url_shorteners.txt")}


@cache
def same_hosts() -> Mapping[str, str]:
    """Hosts that serve the same pages at the same paths as another.

    >>> same_hosts()["x.com"]
    'twitter.com'
    """
    return {words[0]: words[1] for words in rows("url_hosts.txt") if words[0] not in ("blogs", "pages")}


@cache
def blog_hosts() -> frozenset[str]:
    """Domains whose sub-domains belong to different authors: substack.com, wordpress.com ..."""
    return frozenset(host for words in rows("url_hosts.txt") if words[0] == "blogs" for host in words[1:])


@cache
def page_hosts() -> frozenset[str]:
    """Hosts whose first path part is the author: medium.com/@name, patreon.com/name ..."""
    return frozenset(host for words in rows("url_hosts.txt") if words[0] == "pages" for host in words[1:])


@cache
def wrappers() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By host, the path prefix and the query parameter that holds the target."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for host, path, name in rows("url_wrappers.txt"):
        found[host].append((path, name))
    return {host: tuple(pairs) for host, pairs in found.items()}


@cache
def trackers() -> tuple[frozenset[str], tuple[str, ...], Mapping[str, frozenset[str]]]:
    """Parameters that only track: exact names, prefixes, and names by the site that uses them."""
    names: set[str] = set()
    prefixes: set[str] = set()
    sites: dict[str, set[str]] = defaultdict(set)
    for where, *words in rows("url_trackers.txt"):
        if where == "*":
            names.update(word for word in words if not word.endswith("*"))
            prefixes.update(word[:-1] for word in words if word.endswith("*"))
        else:
            sites[where].update(words)
    return (
        frozenset(names),
        tuple(sorted(prefixes)),
        {site: frozenset(words) for site, words in sites.items()},
    )


@cache
def shares() -> Mapping[str, tuple[str, ...]]:
    """By host, the path prefixes under which a link shares or signs in and cites nothing."""
    found: dict[str, list[str]] = defaultdict(list)
    for host, *paths in rows("url_shares.txt"):
        found[host].extend(paths)
    return {host: tuple(paths) for host, paths in found.items()}


@cache
def path_words() -> Mapping[str, frozenset[str]]:
    """Words of paths by what they say of the page: `listing`, `shelf`, `section`, `home`, `reserved`."""
    found: dict[str, set[str]] = defaultdict(set)
    for what, *words in rows("url_words.txt"):
        found[what].update(words)
    return {what: frozenset(words) for what, words in found.items()}
