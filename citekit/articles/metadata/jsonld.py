"""JSON-LD: what a page says of itself to search engines, read as tolerantly as they read it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from citekit.articles.metadata.slugs import name_in

LARGEST = 400_000
"""Characters of one script; a longer one is a catalogue, not an article's own description."""
_COMMENTS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_FIELD = re.compile(r'"(headline|datePublished|dateCreated|inLanguage)"\s*:\s*"((?:[^"\\]|\\.){1,500})"')
_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*\{[^{}]{0,500}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"')
_ARTICLES = ("article", "posting", "report", "review", "recipe", "liveblog", "howto", "claimreview")
DEEPEST = 6
LONGEST_TEXT = 1000
"""Characters of a title, a name or a date."""


def read_jsonld(scripts: Iterable[LexborNode]) -> dict[str, Any]:
    """What those of a page's scripts that hold JSON-LD say of its article, by schema.org's names; references
    to nodes are followed.

    Of several articles on a page the first that has a headline is its own. Broken JSON still gives what can
    be picked out of it. Empty if there is none.
    """
    nodes: list[dict[str, Any]] = []
    for script in scripts:
        if "ld+json" not in (script.attributes.get("type") or "").lower():
            continue
        text = script.text()
        if len(text) <= LARGEST:
            nodes.extend(_nodes(_loaded(text)))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    best = next((node for node in articles if node.get("headline") or node.get("name")), None)
    best = best or (articles[0] if articles else next((node for node in nodes if _is_page(node)), None))
    return {name: _followed(value, known) for name, value in best.items()} if best else {}


def names(value: object, *, bodies: bool = True, people: bool = True) -> list[str]:
    """The names in a property such as `author` or `publisher`: a string, a thing with a name, or a list of
    them.

    Without `bodies`, things that say they are organisations are left out; without `people`, all others.

    >>> names([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "AP"}], bodies=False)
    ['Ann Lee']
    """
    if isinstance(value, str):
        return [html.unescape(value)[:LONGEST_TEXT].strip()] if value.strip() and people else []
    if isinstance(value, list):
        return [name for each in value[:20] for name in names(each, bodies=bodies, people=people)]
    if isinstance(value, dict):
        is_body = any(each.endswith("organization") for each in _types(value)) and "person" not in _types(
            value
        )
        found = names(_name(value)) if (bodies if is_body else people) else []
        for part in ("member", "members", "employee", "author") if is_body else ():
            if isinstance(member := value.get(part), dict | list):
                found += names(member, bodies=bodies, people=people)
        return found
    return []


def _name(thing: dict[str, Any]) -> object:
    """What a thing is called, if only by the address of a page about it."""
    if name := thing.get("name") or thing.get("alternateName"):
        return name
    parts = [thing.get("givenName"), thing.get("familyName")]
    if all(isinstance(part, str) for part in parts):
        return " ".join(map(str, parts))
    address = thing.get("url") or thing.get("@id")
    return name_in(address) or "" if isinstance(address, str) else ""


def text(value: object) -> str | None:
    """A property that should be one string, as plain text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return html.unescape(value)[:LONGEST_TEXT].strip() or None if isinstance(value, str) else None


def _loaded(source: str) -> Any:
    source = source.strip()
    if source[:1] not in ("{", "[") or source[-1:] not in ("}", "]"):
        source = _COMMENTS.sub("", source).strip().rstrip(";")
    for attempt in (source, _TRAILING_COMMA.sub(r"\1", source)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    found: dict[str, Any] = {}
    for match in _FIELD.finditer(source):
        found.setdefault(match[1], match[2].replace('\\"', '"').replace("\\/", "/"))
    authors = [match[1] for match in _AUTHOR.finditer(source)]
    return {"@type": "Article", **found, **({"author": authors} if authors else {})} if found else None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing described, outermost first, to a bounded depth."""
    level = [value]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for each in level:
            if isinstance(each, list):
                below.extend(each[:100])
            elif isinstance(each, dict):
                if "@type" in each or "@id" in each:
                    yield each
                below.extend(inner for inner in each.values() if isinstance(inner, dict | list))
        level = below


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("@type")
    return [str(each).lower() for each in (types if isinstance(types, list) else [types])]


def _is_article(node: dict[str, Any]) -> bool:
    return any(each.endswith(_ARTICLES) for each in _types(node))


def _is_page(node: dict[str, Any]) -> bool:
    return any(each.endswith("page") for each in _types(node)) and bool(
        node.get("datePublished") or node.get("author")
    )


def _followed(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """The thing that a bare reference points to."""
    if isinstance(value, list):
        return [_followed(each, known) for each in value[:50]]
    if isinstance(value, dict) and "name" not in value:
        return known.get(str(value.get("@id")), value)
    return value
