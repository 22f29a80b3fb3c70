"""Posts copied as text: under a line with the account's name, over one, or between several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.detect.reading import Reading
from citekit.model import Author, Citation, Organisation, Outlet, PartialDate, Person, Span
from citekit.text.dates import find_dates
from citekit.text.names import is_human, parse_person

_HANDLE = r"@(?P<handle>[\w.]{1,40}(?:@[\w.-]{3,40})?)"
_HEADER = re.compile(
    rf"^[ \t>*_]*(?P<name>[^@\n:\s—–-][^@\n:]{{0,59}}?)[ \t*_]*\(?{_HANDLE}\)?[ \t]*"
    r"(?P<joint>[-–—·•|,:]?)[ \t]*(?P<when>[^\s][^\n]{1,59})$",
    re.MULTILINE,
)
_FOOTER = re.compile(
    rf"(?:^[ \t>*_]*|(?<=[.!?…”\"] ))[—–-]{{1,2}}[ \t]*(?P<name>[^(\n]{{1,80}}?)"
    rf"[ \t]*\({_HANDLE}\)[ \t,·-]*(?P<when>[^\n]{{4,40}})?$",
    re.MULTILINE,
)
_STACKED = re.compile(
    r"^[ \t>*_]*(?P<name>[^@\n:]{1,60})\n(?:[ \t✔✓☑·]{0,12}(?:Verified(?: account)?)?[ \t\r]{0,4}\n){0,3}"
    rf"[ \t>*_]*{_HANDLE}[ \t*_]*\r?(?:\n{{0,2}}[·•][ \t\r]*\n{{0,2}}(?P<day>[^\n]{{2,20}}))?\n(?=\s*\S)",
    re.MULTILINE,
)
_TITLED = re.compile(
    r"^[ \t>*_]*(?P<name>[^@\n:]{2,60}?) \w{2,3} (?P<platform>[A-Z]\w*(?: [A-Z]\w*)?)[ \u00a0]?: "
    r"(?P<words>[“\"«„][^\n]{8,600})$",
    re.MULTILINE,
)
_REPLY = re.compile(r"\s*[^\n@]{4,30}@\w{1,30}(?:[ ,]+(?:\w{1,3} )?@\w{1,30}){0,4}[ \t]*\n")
_SHORT_DAY = re.compile(r"[^\W\d_]{3,4}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,4}\.?|\d{1,2}[smhd]")
_SIGNS = re.compile("[\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]")
_HOUR = re.compile(r"\s*\d{1,2}[:.]\d{2}\b")
_CLOCK = re.compile(r"\d{1,2}:\d{2}|\b\d{4}\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_POST = 800
_PARAGRAPHS = 6
"""Of a post over its signature, where a line leads into it."""


def posts_in_text(reading: Reading) -> Iterator[Citation]:
    """The posts that stand in a text as they were copied."""
    if "@" in reading.text:
        yield from _under_header(reading)
        yield from _stacked(reading)
        yield from _above_footer(reading)
    if reading.article.media != "html":
        yield from _titled(reading)


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


def _under_header(reading: Reading) -> Iterator[Citation]:
    """ "Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019" and the lines that follow it, to a blank line."""
    text = reading.text
    for match in _HEADER.finditer(text):
        if _is_embedded(reading, match):
            continue
        when = match["when"].strip()
        date = (
            _when(reading, when)
            if _CLOCK.search(when) and (match["joint"] or _is_day(reading, when))
            else None
        )
        short = _SHORT_DAY.fullmatch(when) and match["joint"] in ("", "·", "•")
        if date is None and not short:
            continue
        start = match.end() + 1
        start += len(text[start : start + 4]) - len(text[start : start + 4].lstrip("\n"))
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        last = max((p.span.end for p in reading.passages if p.span.start < end), default=end)
        quote = Span(start, min(end, last)) if text[start : min(end, last)].strip() else None
        anchor = Span(match.start("name"), match.end())
        yield _posted(reading, anchor, quote, match, date, "post.header")


def _stacked(reading: Reading) -> Iterator[Citation]:
    """A line with the name, one with the account, the words, one with the hour: a post copied whole."""
    text = reading.text
    for match in _STACKED.finditer(text):
        if _is_embedded(reading, match):
            continue
        reply = _REPLY.match(text, match.end())
        start = reply.end() if reply else match.end()
        anchor = Span(match.start("name"), match.end("handle"))
        for line in re.finditer(r"[^\n]+", text[start : start + _LONGEST_POST]):
            dated = _HOUR.match(line.group()) or _is_day(reading, line.group())
            date = _when(reading, line.group()) if dated else None
            if date is not None:
                quote = _trimmed(text, Span(start, start + line.start()))
                yield _posted(reading, anchor, quote, match, date, "post.stacked")
                break
        else:
            if match["day"] and (
                _SHORT_DAY.fullmatch(match["day"].strip()) or _is_day(reading, match["day"])
            ):
                end = text.find("\n\n", start + 2)
                quote = _trimmed(text, Span(start, len(text) if end < 0 else end))
                yield _posted(reading, anchor, quote, match, _when(reading, match["day"]), "post.stacked")


def _above_footer(reading: Reading) -> Iterator[Citation]:
    """ "— Ada Moor (@adamoor) November 11, 2019" and the words before it, from their lead-in on."""
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
            before = reading.passages[index - 1].span
            quote = Span(reading.passages[_first(reading, index)].span.start, before.end)
        anchor = Span(match.start("name"), match.end())
        yield _posted(reading, anchor, quote, match, date, "post.footer")


def _first(reading: Reading, footer: int) -> int:
    """The first passage of the post over a signature: the one after a lead-in near by, else the one above."""
    for index in range(footer - 1, max(0, footer - 1 - _PARAGRAPHS), -1):
        words = reading.passages[index - 1].span
        if reading.ends_in_colon(words):
            near = reading.passages[footer - 1].span.end - reading.passages[index].span.start <= _LONGEST_POST
            return index if near else footer - 1
        if _FOOTER.search(reading.text, words.start, words.end):
            break
    return footer - 1


def _titled(reading: Reading) -> Iterator[Citation]:
    """ "Ada Moor on Twitter: "It rained."" as a line of its own: a post by the title of its page."""
    for match in _TITLED.finditer(reading.text):
        platform = next(iter(reading.registry.by_name(match["platform"])), None)
        index = reading.passage_at(match.start("platform"))
        if not match["name"].split()[-1][:1].isupper() or platform is None or index is None:
            continue
        if platform.kind not in ("social platform", "platform"):
            continue
        words = Span(match.start("words") + 1, match.end())
        quote = next(iter(reading.quotations_in(Span(match.start("words"), match.end()))), None)
        anchor = Span(match.start("name"), match.end("platform"))
        yield Citation(
            id="",
            form="post",
            span=anchor,
            quote=quote.inner if quote is not None else words,
            outlet=platform,
            authors=(account(match["name"], None),),
            type="post",
            confidence=0.9,
            rule="post.titled",
        )


def _trimmed(text: str, span: Span) -> Span | None:
    """A stretch without the white space around its words; None where it has none."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


def _is_embedded(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a post stands outside the article, or is shown as an embed that is read already."""
    index = reading.passage_at(match.end("handle"))
    return index is None or reading.passages[index].kind == "embed"


def _is_day(reading: Reading, words: str) -> bool:
    """Whether a line is a day with its hour at most."""
    found = find_dates(words, "mdy", reading.article.language)
    if not found or len(words) > _LONGEST_POST // 10:
        return False
    rest = words[: found[0][0].start] + words[found[0][0].end :]
    return len(_LETTERS.findall(rest)) <= 2


def _posted(
    reading: Reading,
    anchor: Span,
    quote: Span | None,
    match: re.Match[str],
    date: PartialDate | None,
    rule: str,
) -> Citation:
    """A post quoted as text; the account's name tells the platform, and a bare one is Twitter's."""
    return Citation(
        id="",
        form="post",
        span=anchor,
        quote=quote,
        outlet=_platform(reading, match["handle"]),
        authors=(account(match["name"], match["handle"]),),
        date=date,
        type="post",
        confidence=0.97,
        rule=rule,
    )


def _platform(reading: Reading, handle: str) -> Outlet | None:
    """Whose account it is: one with a server's name is Mastodon's, one with Bluesky's address Bluesky's."""
    if handle.endswith(".bsky.social"):
        return reading.registry.by_url("https://bsky.app/")
    if "@" in handle:
        return next(iter(reading.registry.by_name("Mastodon")), None)
    return reading.platform("twitter")


def _when(reading: Reading, words: str) -> PartialDate | None:
    found = find_dates(words, "mdy", reading.article.language)
    return found[0][1] if found else None
