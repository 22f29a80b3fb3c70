"""The line under an embedded post that names its account and day: "— Name (@handle) December 19, 2016"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from citekit.articles.embeds.frames import credit_openings
from citekit.model import Author, Organisation, PartialDate
from citekit.text.dates import find_dates
from citekit.text.names import is_human, parse_author

_HANDLE = re.compile(r"\(?@([A-Za-z0-9_][\w.]{0,38})\)?|\bu/([\w-]{3,30})")
_SIGNS = re.compile("[\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Credit:
    """Who posted and when, and where in the text the line that says so begins."""

    start: int
    author: Author | None
    date: PartialDate | None


def read_credit(text: str) -> Credit | None:
    """The credit at the end of an embedded post's text, or None if it has none.

    >>> credit = read_credit("So it goes.\\n— Ann Lee (@annlee) December 19, 2016")
    >>> credit.author.name, credit.author.handle, str(credit.date), credit.start
    ('Ann Lee', 'annlee', '2016-12-19', 12)
    """
    begin = max(0, len(text) - LONGEST)
    openings = list(_opening().finditer(text, begin))
    if not openings:
        return None
    opened = openings[-1]
    line = text[opened.end() :]
    handle = _HANDLE.search(line)
    dates = find_dates(line)
    if handle is None and not dates:
        return None
    date = dates[-1][1] if dates else None
    name = line[: handle.start()] if handle else line[: dates[-1][0].start]
    return Credit(
        opened.start(),
        author_named(name.strip(" (—–-,\n"), (handle[1] or handle[2]) if handle else None),
        date,
    )


def author_named(name: str | None, handle: str | None) -> Author | None:
    """An account's owner by the name shown, with the handle; an account shown only by its handle keeps it as
    name.
    """
    bare = " ".join(_SIGNS.sub("", name).split()) if name else name
    name = bare if bare and is_human(bare) else name  # "Ann Lee" of "Ann Lee 🌳"
    if not name:
        return Organisation(handle, handle) if handle else None
    return parse_author(f"{name} @{handle}" if handle else name)


@cache
def _opening() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in credit_openings())
    return re.compile(rf"(?:^|(?<=\n)|(?<=\s))(?:{ways})\s*", re.IGNORECASE)
