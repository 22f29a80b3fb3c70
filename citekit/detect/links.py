"""Linked sources: hyperlinks in the body to a document.

Left out is what only looks like a source: share buttons, profiles, home pages, tags and topics, images, the
article itself, links in a byline, and lines that do nothing but point to another page of the same outlet.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from citekit.detect.linked_dates import date_on_link
from citekit.detect.linked_sites import named_by_link
from citekit.detect.phrases import Phrases
from citekit.detect.reading import Reading
from citekit.model import Citation, Link, Organisation, Outlet, Passage
from citekit.text import urls
from citekit.text.names import is_human

_WEB = re.compile(r"https?:/", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|avif)$", re.IGNORECASE)
_MEDIA_OF_POST = re.compile(r"^(?:https?://)?pic\.(?:twitter|x)\.com/", re.IGNORECASE)
_PROFILES = re.compile(
    r"^(?:staff|people|person|profiles?|staff-profiles|authors?|faculty|team|experts?|contributors?|members?"
    r"|bios?|our-team|leadership|our-people|anwaelte|rechtsanwaelte|mitarbeiter|mitarbeitende|personen|equipes?|equipo"
    r"|personas|profesores|docentes|avocats|abogados|attorneys|lawyers|our-doctors|fellows|speakers|employees)$"
)
_ENDING = re.compile(r"\.\w{2,5}$")
_NO_LETTERS = re.compile(r"[^a-z]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_NUMBER = re.compile(r"\d{3}")
_TYPES = {
    "post": "post",
    "video": "motion_picture",
    "podcast": "broadcast",
    "doi": "article-journal",
    "arxiv": "article-journal",
    "ssrn": "article-journal",
    "pubmed": "article-journal",
}
"""The CSL type of what an address identifies, by its kind."""
_REL = frozenset({"author", "tag", "category", "license", "bookmark"})


def detect_links(reading: Reading) -> Iterator[Citation]:
    """The links of the article's passages that lead to a document."""
    own = urls.canonical(reading.article.url) if reading.article.url else None
    for link in reading.links:
        index = reading.passage_at(link.span.start)
        if index is None:
            continue
        passage = reading.passages[index]
        if (passage.kind == "byline" and not passage.depth) or not is_document(reading, link, passage, own):
            continue
        yield _citation(reading, link)


def is_document(reading: Reading, link: Link, passage: Passage, own: str | None = None) -> bool:
    """Whether a link leads to something that can be cited; `own` is the canonical address of the article."""
    url = link.url
    if not _WEB.match(url):
        return False
    target = urls.unwrap(url).url
    words = link.span.of(reading.text)
    path = _path(target)
    if (
        urls.is_share(url)
        or (target != url and urls.is_share(target))
        or _IMAGE.search(path)
        or _MEDIA_OF_POST.match(words)
        or is_sold(target)
        or not _REL.isdisjoint(link.rel.split())
        or words.startswith("#")
    ):
        return False
    if _is_appeal(reading, words) or urls.is_profile(target) or _is_profile_page(path):
        return False
    if urls.is_home(target):
        cites = _sentence_reports(reading, link)
    else:
        topic = _is_topic(reading, words, target, path)
        cites = not topic and not _points_elsewhere(reading, link, passage, target)
    return cites and (own is None or urls.canonical(target) != own)  # last, being slow


def is_sold(target: str) -> bool:
    """Whether an address leads to goods, or is paid for by their sale, or to decoration."""
    return urls.host(target).removeprefix("www.") in _no_sources() or urls.is_goods(target)


@cache
def _no_sources() -> frozenset[str]:
    """The hosts whose pages are decoration or sales."""
    data = tomllib.loads((files("citekit") / "data" / "link_hosts.toml").read_text("utf-8"))
    return frozenset(host for hosts in data.values() for host in hosts)


def _is_profile_page(path: str) -> bool:
    """Whether a path leads to a page about a person or a firm's staff."""
    return any(_PROFILES.search(segment) for segment in path.lower().split("/")[:-1])


def _is_topic(reading: Reading, words: str, target: str, path: str) -> bool:
    """Whether a link on a name leads to the page about that name, as sites link their own topics.

    The path's last part is short and says no more than the link's words. An encyclopedia's article is a
    document.
    """
    segment = _ENDING.sub("", path.rstrip("/").rpartition("/")[2])
    if segment in ("index", "default", "home"):
        segment = path.rstrip("/").split("/")[-2] if path.count("/") > 1 else ""
    slug = [w for w in _NO_LETTERS.split(segment.lower()) if w]
    said = _POSSESSIVE.sub("", words).split()
    outlet = reading.registry.by_url(target)
    if outlet is not None and outlet.kind == "reference":
        return False
    named = 0 < len(said) <= 5 and said[0][:1].isupper()
    listing = urls.is_listing(target)
    shared = any(w.lower().strip(",.")[:6] in path.lower() for w in said if len(w) > 3 or len(said) == 1)
    if is_own(reading, outlet):
        if listing:
            return True
        short = 0 < len(slug) <= 4 and not _NUMBER.search(path)
        told = sum(w[:5] in words.lower() for w in slug)
        whole = shared and len(slug) < 4 and (2 * told >= len(slug) or slug[:1] == [said[0].lower()])
        person = is_human(words) and (len(said) < 3 or said[-1].lower() in path.lower())
        return named and short and (person or whole or len(slug) == 1)
    if listing:
        return named or len(said) < 3
    if len(said) == 1 and not named:
        return slug == [said[0].lower()]
    return named and 0 < len(slug) <= 2 and not _NUMBER.search(path) and shared


def is_own(reading: Reading, outlet: Outlet | None) -> bool:
    """Whether an outlet is the article's."""
    own = reading.article.outlet
    return own is not None and outlet is not None and (outlet.id == own.id or outlet.domain == own.domain)


def _is_appeal(reading: Reading, words: str) -> bool:
    """Whether a link asks its reader for something: to sign up, to subscribe, to get an app."""
    return words.lower().strip(" »›>→").startswith(_appeals(reading.phrases))


@cache
def _appeals(phrases: Phrases) -> tuple[str, ...]:
    return tuple(phrases.listed("APPEAL"))


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _sentence_reports(reading: Reading, link: Link) -> bool:
    """A tag or home page is a source only where the link stands on a verb of reporting."""
    verbs = reading.phrases.listed("VERB", "HEARSAY")
    return any(w.strip(".,:;") in verbs for w in link.span.of(reading.text).lower().split())


def _points_elsewhere(reading: Reading, link: Link, passage: Passage, target: str) -> bool:
    """Whether the link is a line of its own to another page of the same outlet ("Read more: ...")."""
    if passage.kind == "embed":
        return False
    if not link.span.of(reading.text).strip():
        # a picture, where it stands beside the words and not between two of them
        at_edge = link.span.start <= passage.span.start or link.span.end >= passage.span.end
        return at_edge or is_own(reading, reading.registry.by_url(target))
    text = reading.text
    start = max(passage.span.start, text.rfind("\n", 0, link.span.start) + 1)
    end = text.find("\n", link.span.end, passage.span.end)
    before = text[start : link.span.start].strip()
    after = text[link.span.end : end if end >= 0 else passage.span.end].strip(" .:»›>→*")
    label = (before.endswith((":", "|")) and len(before) < 40) or not before.strip("•–—-*»›>→►▶ ([")
    if after or not label:
        return False
    return is_own(reading, reading.registry.by_url(target))


def _citation(reading: Reading, link: Link) -> Citation:
    unwrapped = urls.unwrap(link.url)
    found = urls.identify(unwrapped.url)
    words = link.span.of(reading.text)
    outlet = reading.publisher(link.url)
    outlet = named_by_link(outlet, words) if outlet is not None else None
    is_post = found is not None and found.kind == "post"
    return Citation(
        id="",
        form="post" if is_post else "link",
        span=link.span,
        outlet=outlet,
        authors=(Organisation("@" + found.account, found.account),) if found and found.account else (),
        date=(found.date if found else None) or urls.date_in(unwrapped.url) or date_on_link(reading, words),
        url=link.url,
        type=_TYPES.get(found.kind if found else "", outlet.csl_type if outlet else "webpage"),
        confidence=0.9,
        rule="link.post" if is_post else "link.document",
        archive_url=unwrapped.archive_url,
        archived=unwrapped.archived,
    )
