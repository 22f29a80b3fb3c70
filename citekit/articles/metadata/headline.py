"""The title of an article: the headline as it is displayed, which the tags help to find."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from citekit.articles.metadata.front import Line
from citekit.text.urls import registered_domain, unwrap

_SEPARATOR = re.compile(r"\s+[|–—:»·•>/‹«-]+\s+|\s*\|\s*|\s+::\s+|\s+@\s+")
_WORD = re.compile(r"\w+")
_TITLED = re.compile(
    r"(?i)(?:^|[\W_])(?:headline|entry.?title|post.?title|article.?title|page.?title|news.?title|title|titel|titulo)(?:$|[\W_])"
)
_SITE = re.compile(r"(?i)site.?(?:title|name|heading|logo)|logo|branding|blog.?(?:title|name)|masthead")
LONGEST = 350
ALIKE = 0.5


def headline(
    lines: list[Line], told: list[str], title: str | None, site: str | None, url: str | None
) -> tuple[str | None, Line | None]:
    """The title, and the line that shows it, if one does.

    `told` are the titles in the tags, best first, `title` the text of `<title>`, where the site's name may stand before
    or after, `site` the site's name. A displayed headline wins if it is like one of them, or if there is just one.
    """
    segments = _segments(title, site)
    label = (registered_domain(unwrap(url).url) or "").partition(".")[0] if url else None
    wanted = [_words(each) for each in (*told, *segments, *([title] if title else [])) if each]
    best: tuple[float, Line] | None = None
    for line in lines:
        if not _may_be_headline(line) or _same(line.text, site) or _same(line.text, label):
            continue
        words = _words(line.text)
        if not words or _leads_home(line, url):
            continue
        like = max((_likeness(words, each) for each in wanted), default=0.0)
        score = like + _bonus(line)
        if (like >= ALIKE or (line.tag == "h1" and _likely(line))) and (
            best is None or score > best[0] + 1e-9
        ):
            best = (score, line)
    if best is not None:
        return best[1].text, best[1]
    trimmed = next((trim(each, site) for each in told if not _same(each, site)), None)
    return trimmed or (max(segments, key=len) if segments else None), None


def trim(title: str, site: str | None) -> str:
    """A title without the site's name at its end or start.

    >>> trim("Coup in Bolivia | Daily News", "Daily News"), trim("Coup - and after", None)
    ('Coup in Bolivia', 'Coup - and after')
    """
    for found in (*_SEPARATOR.finditer(title),):
        head, tail = title[: found.start()].strip(), title[found.end() :].strip()
        if head and _is_site(tail, site):
            return head
        if tail and _is_site(head, site) and not _SEPARATOR.search(tail):
            return tail
    return title


def _is_site(text: str, site: str | None) -> bool:
    return bool(site) and _same(text, site)


def _same(one: str, other: str | None) -> bool:
    if not other:
        return False
    a, b = "".join(_words(one)), "".join(_words(other))
    return bool(a) and (a == b or a == b.removeprefix("the") or a.removeprefix("the") == b)


def _segments(title: str | None, site: str | None) -> list[str]:
    """The parts of a `<title>` that may be the headline: all but the site's name, the longest first."""
    if not title:
        return []
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    parts = [part for part in parts if not _same(part, site)] or parts
    whole = trim(title, site)
    return sorted({*parts, whole}, key=len, reverse=True)


def _likeness(one: list[str], other: list[str]) -> float:
    """Words in common, as a share of the longer one's."""
    if not one or not other:
        return 0.0
    rest = list(other)
    common = 0
    for word in one:
        if word in rest:
            rest.remove(word)
            common += 1
    return common / max(len(one), len(other))


def _bonus(line: Line) -> float:
    bonus = 0.3 * min(len(_words(line.text)), 6) / 6
    bonus += {"h1": 0.25, "h2": 0.1, "h3": 0.05}.get(line.tag, 0.0)
    if line.node.attributes.get("itemprop") == "headline":
        bonus += 0.15
    if _TITLED.search(line.names):
        bonus += 0.1
    if _SITE.search(line.names):
        bonus -= 0.3
    return bonus


def _may_be_headline(line: Line) -> bool:
    if len(line.text) > LONGEST:
        return False
    if line.tag in ("h1", "h2", "h3", "h4"):
        return True
    return (
        line.tag in ("div", "span", "p", "strong", "td", "a")
        and bool(_TITLED.search(line.names))
        and len(line.text) > 8
    )


def _likely(line: Line) -> bool:
    """Whether an h1 that is like no tag can still be the headline: more than a word or two, and not the site's."""
    return len(_words(line.text)) > 2 and not _SITE.search(line.names)


def _leads_home(line: Line, url: str | None) -> bool:
    """Whether the whole line is a link to the site's front page."""
    link = line.node.css_first("a[href]")
    if link is None or len(link.text().strip()) < len(line.text) - 2:
        return False
    href = (link.attributes.get("href") or "").strip()
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if (
        parts.path in ("", "/", "/index.php", "/index.html", "/de/", "/en/", "/home")
        and not parts.query
        and not parts.fragment
    ):
        return True
    return False


def site_names(page_title: str | None, title: str | None) -> list[str]:
    """The parts of a `<title>` beside the headline, which may be the site's name.

    >>> site_names("Time and philosophy – Dr. Ann Lee", "Time and philosophy")
    ['Dr. Ann Lee']
    """
    parts = [part.strip() for part in _SEPARATOR.split(page_title or "")]
    known = _words(title or "")
    return [
        part
        for part in parts
        if part and _likeness(_words(part), known) < ALIKE and part not in (title or "")
    ]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'").replace("'", ""))


def titles_told(*sources: Iterable[str | None]) -> list[str]:
    """The titles that the tags tell, each once, in order of trust."""
    found: list[str] = []
    for source in sources:
        for title in source:
            clean = " ".join((title or "").split())
            if clean and clean not in found:
                found.append(clean)
    return found
