"""Posts on social platforms: embedded in the page, or quoted as text under a line with the account's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Embed, Organisation, PartialDate, Person, Span
from citekit.text import urls
from citekit.text.dates import find_dates
from citekit.text.names import is_human, parse_person

_HEADER = re.compile(
    r"^[ \t>*_]*(?P<name>[^@\n:]{1,60}?)[ \t*_]*\(?@(?P<handle>[\w.]{1,30})\)?"
    r"[ \t]*[-–—·|,:][ \t]*(?P<when>[^\n]{4,60})$",
    re.MULTILINE,
)
_FOOTER = re.compile(
    r"(?:^[ \t>*_]*|(?<=[.!?…”\"] ))[—–-]{1,2}[ \t]*(?P<name>[^(\n]{1,80}?)"
    r"[ \t]*\(@(?P<handle>[\w.]{1,30})\)[ \t,·-]*(?P<when>[^\n]{4,40})?$",
    re.MULTILINE,
)
_STACKED = re.compile(
    r"^[ \t>*_]*(?P<name>[^@\n:]{1,60})\n[ \t>*_]*@(?P<handle>\w{1,30})[ \t*_]*\n(?=\S)", re.MULTILINE
)
_SHORT_DAY = re.compile(r"[^\W\d_]{3,4}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,4}\.?|\d{1,2}[smhd]")
_LONGEST_POST = 800
_SIGNS = re.compile("[\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]")
_HOUR = re.compile(r"\s*\d{1,2}[:.]\d{2}\b")
_CLOCK = re.compile(r"\d{1,2}:\d{2}|\b\d{4}\b")
_VIDEO = frozenset({"youtube", "vimeo", "tiktok", "dailymotion", "rumble"})
_AUDIO = frozenset({"spotify", "soundcloud", "apple-podcasts"})


def detect_posts(reading: Reading) -> Iterator[Citation]:
    """Embedded posts and media, and posts quoted as text."""
    for embed in reading.article.embeds:
        if embed.url or embed.author or embed.words:
            yield _embedded(reading, embed)
    if "@" in reading.text:
        yield from _under_header(reading)
        yield from _stacked(reading)
        yield from _above_footer(reading)


def account(name: str, handle: str | None) -> Author:
    """Who posts: a person where the shown name is a human's, else the account as a body.

    >>> account("Ada Moor", "adamoor").name, account("", "rainwatch").name
    ('Ada Moor', '@rainwatch')
    >>> account("Ada Moor 🌳", "adamoor").name
    'Ada Moor'
    """
    shown = " ".join(name.split()).strip(" -–—·*_")
    bare = " ".join(_SIGNS.sub("", shown).split())
    if bare and is_human(bare):
        person = parse_person(bare)
        return Person(person.family, person.given, person.particle, person.suffix, handle)
    return Organisation(shown or f"@{handle}", handle)


def _embedded(reading: Reading, embed: Embed) -> Citation:
    """A post or a player in the page; what its address says counts more than what it shows."""
    found = urls.identify(embed.url) if embed.url else None
    outlet = reading.registry.by_url(embed.url) if embed.url else None
    outlet = outlet or next(iter(reading.registry.by_name(embed.platform)), None)
    author = embed.author
    if author is None and found is not None and found.handle:
        author = Organisation("@" + found.handle, found.handle)
    date = (found.date if found else None) or embed.date
    return Citation(
        id="",
        form="post",
        span=embed.span,
        quote=embed.words,
        outlet=outlet,
        authors=(author,) if author else (),
        title=embed.title,
        date=date,
        url=embed.url,
        type=_type(embed.platform.lower()),
        confidence=0.98,
        rule="post.embed",
    )


def _type(platform: str) -> str:
    """The CSL type of what a platform shows."""
    if platform in _VIDEO:
        return "motion_picture"
    return "broadcast" if platform in _AUDIO else "post"


def _under_header(reading: Reading) -> Iterator[Citation]:
    """ "Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019" and the lines that follow it, to a blank line."""
    text = reading.text
    for match in _HEADER.finditer(text):
        index = reading.passage_at(match.end("handle"))
        if index is None or reading.passages[index].kind == "embed":
            continue
        date = _when(reading, match["when"]) if _CLOCK.search(match["when"]) else None
        if date is None and not ("·" in match.group() and _SHORT_DAY.fullmatch(match["when"].strip())):
            continue
        start = match.end() + 1
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        last = max((p.span.end for p in reading.passages if p.span.start < end), default=end)
        quote = Span(start, min(end, last)) if text[start : min(end, last)].strip() else None
        anchor = Span(match.start("name"), match.end())
        yield _posted(reading, anchor, quote, match["name"], match["handle"], date, "post.header")


def _stacked(reading: Reading) -> Iterator[Citation]:
    """A line with the name, one with the account, the words, one with the hour: a post copied whole."""
    text = reading.text
    for match in _STACKED.finditer(text):
        index = reading.passage_at(match.end("handle"))
        if index is None or reading.passages[index].kind == "embed":
            continue
        start = match.end()
        for line in re.finditer(r"[^\n]+", text[start : start + _LONGEST_POST]):
            date = _when(reading, line.group()) if _HOUR.match(line.group()) else None
            if date is not None:
                quote = Span(start, start + line.start()) if line.start() else None
                anchor = Span(match.start("name"), match.end("handle"))
                yield _posted(reading, anchor, quote, match["name"], match["handle"], date, "post.stacked")
                break


def _above_footer(reading: Reading) -> Iterator[Citation]:
    """ "— Ada Moor (@adamoor) November 11, 2019" and the paragraph before it."""
    text = reading.text
    for match in _FOOTER.finditer(text):
        index = reading.passage_at(match.end("handle"))
        if index is None or reading.passages[index].kind == "embed":
            continue
        date = _when(reading, match["when"]) if match["when"] else None
        passage = reading.passages[index]
        quote = None
        if match.start() > passage.span.start + 2:
            quote = Span(passage.span.start, match.start())
        elif index:
            quote = reading.passages[index - 1].span
        anchor = Span(match.start("name"), match.end())
        yield _posted(reading, anchor, quote, match["name"], match["handle"], date, "post.footer")


def _posted(
    reading: Reading,
    anchor: Span,
    quote: Span | None,
    name: str,
    handle: str,
    date: PartialDate | None,
    rule: str,
) -> Citation:
    """A post quoted as text; the "@" under or over it is how posts of Twitter are quoted."""
    return Citation(
        id="",
        form="post",
        span=anchor,
        quote=quote,
        outlet=reading.platform("twitter"),
        authors=(account(name, handle),),
        date=date,
        type="post",
        confidence=0.97,
        rule=rule,
    )


def _when(reading: Reading, words: str) -> PartialDate | None:
    found = find_dates(words, "mdy", reading.article.language)
    return found[0][1] if found else None
