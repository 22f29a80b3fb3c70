"""The title of an article: the headline as it is displayed, which the tags help to find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from citekit.articles.metadata.front import Line
from citekit.articles.metadata.tags import pattern
from citekit.text.urls import registered_domain, unwrap

_SEPARATOR = re.compile(r"\s+[|–—:»·•>/‹«-]+\s+|\s*\|\s*|\s+::\s+|\s+@\s+")
_WORD = re.compile(r"\w+")
_HOMES = ("", "/", "/index.php", "/index.html", "/de/", "/en/", "/fr/", "/es/", "/home")
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "ruby",
        "rb",
        "rp",
        "rt",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    )
)
LONGEST = 350
ALIKE = 0.5


def headline(
    lines: list[Line],
    told: list[str],
    page_title: str | None,
    site: str | None,
    url: str | None,
) -> tuple[str | None, Line | None]:
    """The title, and the line that shows it, if one does.

    `told` are the titles in the tags, best first, `page_title` the text of `<title>`, where the site's name
    may stand before or after, `site` the site's name. A displayed headline wins if it is like one of them,
    then an `<h1>`, then a heading right above the text.
    """
    label = (registered_domain(unwrap(url).url) or "").partition(".")[0] if url else None
    sites = [name for name in (site, label) if name]
    wanted = [_words(each) for each in {*told, *_segments(page_title, sites), page_title} if each]
    alone = sum(line.tag == "h1" for line in lines) == 1
    best: tuple[float, Line] | None = None
    for line in lines:
        if not _may_be_headline(line):
            continue
        words = _words(line.text)
        like = max((_likeness(words, each) for each in wanted), default=0.0)
        if like < ALIKE and (line.tag != "h1" or not (_likely(line) or alone)):
            continue
        score = like + _bonus(line, len(words))
        if (
            (best is None or score > best[0] + 1e-9)
            and not any(_same(line.text, name) for name in sites)
            and not _leads_home(line)
        ):
            best = (score, line)
    found = best[1] if best else _above_text(lines)
    if found is not None:
        return displayed(found.node), found
    trimmed = next((trim(each, sites) for each in told if not any(_same(each, name) for name in sites)), None)
    return trimmed or next(iter(_segments(page_title, sites)), None), None


def displayed(node: LexborNode) -> str:
    """A heading's words as a reader sees them: line breaks are spaces, readings above Japanese words left
    out.

    >>> from citekit.articles.html.tree import parse
    >>> displayed(parse(b"<h1>One<br>T<b>wo</b><ruby>x<rt>y</rt></ruby>z</h1>").css_first("h1"))
    'One Twoxz'
    """
    parts: list[str] = []
    for each in node.traverse(include_text=True):
        tag = each.tag
        if tag == "-text":
            around = each.parent
            if around is None or around.tag not in ("rt", "rp", "script", "style"):
                parts.append(each.text_content or "")
        elif tag not in _INLINE:
            parts.append(" ")
    return " ".join("".join(parts).replace("\u00ad", "").split())


def _above_text(lines: list[Line]) -> Line | None:
    """The last heading before the text, where a line of authors or of a date stands between the two."""
    before: list[Line] = []
    for line in lines:
        if line.prose:
            break
        before.append(line)
    for place in range(len(before) - 1, -1, -1):
        line = before[place]
        if line.tag in ("h1", "h2") and _likely(line) and len(line.text) <= LONGEST and not _leads_home(line):
            between = before[place + 1 :]
            return (
                line
                if any(pattern("between").search(each.names) or each.tag == "time" for each in between)
                else None
            )
    return None


def trim(title: str, sites: Iterable[str]) -> str:
    """A title without the site's name at its end or start.

    >>> trim("Coup in Bolivia | Daily News", ["Daily News"]), trim("Coup - and after", [])
    ('Coup in Bolivia', 'Coup - and after')
    """
    for found in _SEPARATOR.finditer(title):
        head, tail = title[: found.start()].strip(), title[found.end() :].strip()
        if head and any(_same(tail, name) for name in sites):
            return head
        if tail and any(_same(head, name) for name in sites) and not _SEPARATOR.search(tail):
            return tail
    return title


def _same(one: str, other: str | None) -> bool:
    if not other or len(one) > 2 * len(other) + 20:
        return False
    a, b = "".join(_words(one)), "".join(_words(other))
    return bool(a) and (a == b or a == b.removeprefix("the") or a.removeprefix("the") == b)


def _segments(page_title: str | None, sites: list[str]) -> list[str]:
    """The parts of a `<title>` that may be the headline, the longest first: no site's name, nothing much
    shorter.
    """
    if not page_title:
        return []
    parts = separated(page_title)
    parts = [part for part in parts if not any(_same(part, name) for name in sites)] or parts
    found = sorted({*parts, trim(page_title.strip(), sites)}, key=lambda part: (-len(part), part))
    longest = max((len(_words(part)) for part in parts), default=0)
    return [part for part in found if 2 * len(_words(part)) >= longest]


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Words in common, as a share of the longer one's."""
    shared = set(one).intersection(other)
    if not shared:
        return 0.0
    return sum(min(one.count(word), other.count(word)) for word in shared) / max(len(one), len(other))


def _bonus(line: Line, words: int) -> float:
    bonus = 0.3 * min(words, 6) / 6
    bonus += {"h1": 0.25, "h2": 0.1, "h3": 0.05}.get(line.tag, 0.0)
    if line.attributes.get("itemprop") == "headline":
        bonus += 0.15
    if pattern("titles_shown").search(line.names):
        bonus += 0.1
    if pattern("site_titles").search(line.names):
        bonus -= 0.3
    return bonus


def _may_be_headline(line: Line) -> bool:
    if len(line.text) > LONGEST:
        return False
    if line.tag in ("h1", "h2", "h3", "h4"):
        return True
    return (
        line.tag in ("div", "span", "p", "strong", "td", "a", "dl", "dt", "h5")
        and bool(pattern("titles_shown").search(line.names))
        and len(line.text) > 8
    )


def _likely(line: Line) -> bool:
    """Whether an h1 that is like no tag can still be the headline: more than a word or two, and not the
    site's.
    """
    return len(_words(line.text)) > 2 and not pattern("site_titles").search(line.names)


def _leads_home(line: Line) -> bool:
    """Whether the whole line is a link to the site's front page, or stands in one."""
    link = line.node.css_first("a[href]")
    if link is not None:
        return len(link.text().strip()) >= len(line.text) - 2 and _is_home(link)
    around = line.node.parent
    return around is not None and around.tag == "a" and _is_home(around)


def _is_home(link: LexborNode) -> bool:
    try:
        parts = urlsplit((link.attributes.get("href") or "-").strip())
    except ValueError:
        return False
    return parts.path in _HOMES and not parts.query and not parts.fragment


def separated(page_title: str) -> list[str]:
    """The parts of a `<title>`, in order.

    >>> separated("Coup in Bolivia | World - Daily News")
    ['Coup in Bolivia', 'World', 'Daily News']
    """
    return [part.strip() for part in _SEPARATOR.split(page_title) if part.strip()]


def site_names(page_title: str | None, title: str | None) -> list[str]:
    """The parts of a `<title>` beside the headline, which may be the site's name.

    >>> site_names("Time and philosophy – Dr. Ann Lee", "Time and philosophy")
    ['Dr. Ann Lee']
    """
    parts = separated(page_title or "")
    known = _words(title or "")
    return [
        part
        for part in parts
        if part and _likeness(_words(part), known) < ALIKE and part not in (title or "")
    ]


@lru_cache(maxsize=512)
def _words(text: str) -> Sequence[str]:
    """The words of a title or a name, which are compared with many."""
    return _WORD.findall(text.casefold().replace("’", "'").replace("'", ""))
