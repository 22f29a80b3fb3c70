"""Lines that are nothing but who wrote a text, where and when: "Ada Moor, The Guardian, 3 May 2019"."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.articles.line_words import words
from citekit.articles.metadata.publisher import named
from citekit.model import DateOrder, Outlet
from citekit.outlets import Registry
from citekit.outlets.press_words import is_press_name
from citekit.text.dates import find_dates
from citekit.text.names import is_human

_JOINT = re.compile(r"\s*[|·•/]\s*|\s+[–—-]+\s+|,\s+")
_LONGEST, _MOST, _SHORT = 120, 4, 4


class Signed(NamedTuple):
    """The authors' names of such a line, and its outlet."""

    names: tuple[str, ...]
    outlet: Outlet | None


def signed(
    line: str, registry: Registry, order: DateOrder | None = None, language: str | None = None
) -> Signed | None:
    """Who and where, if a line has a day and besides it only names of humans and of one outlet.

    >>> from citekit.outlets import default_registry
    >>> found = signed("Ada Moor | The Guardian, May 3, 2019", default_registry())
    >>> found.names, found.outlet.name
    (('Ada Moor',), 'The Guardian')
    >>> signed("Ada Moor saw The Guardian on 3 May 2019", default_registry())
    """
    if len(line) > _LONGEST or not any(letter.isdigit() for letter in line):
        return None
    dates = find_dates(line, order, language)
    if len(dates) != 1 or dates[0][1].day is None:
        return None
    span = dates[0][0]
    pieces = [
        name
        for part in (line[: span.start], line[span.end :])
        for piece in _JOINT.split(part)
        if (name := piece.strip(" ,.;:()[]*_"))
    ]
    if not 0 < len(pieces) <= _MOST:
        return None
    names: list[str] = []
    outlet: Outlet | None = None
    for piece in pieces:
        mention = next(iter(registry.mentions(piece)), None)
        whole = mention is not None and len(mention.span) >= len(piece) - len("The ")
        sure = mention is not None and (mention.sure or len(piece) > _SHORT)
        known = mention.candidates[0] if mention is not None and whole and sure else None
        if known is not None and outlet is None:
            outlet = known
        elif outlet is None and mention is None and is_press_name(piece):
            outlet = named(registry, piece)
        elif ":" not in piece and is_human(piece) and " " in piece and not opens_with_article(piece):
            names.append(piece)
        else:
            return None
    return Signed(tuple(names), outlet)


def opens_with_article(line: str) -> bool:
    """Whether the first word of a line is an article, so that it is no human's name ("Les pompes d'Orn")."""
    return line.split(maxsplit=1)[0].lower() in words("articles")
