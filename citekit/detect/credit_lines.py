"""Lines at the head or the foot of a text that credit another with it.

"via ZeroHedge", "Source: RT", "(AFP)", and "First published at The Rain Papers", which no registry knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.detect.kinds import MEDIA
from citekit.detect.known import organisation
from citekit.detect.reading import Reading
from citekit.detect.text_marks import any_of, marking
from citekit.model import Outlet, Passage, Person, Span
from citekit.text.dates import find_dates

_EDGE = 4
_LONGEST, _LONGEST_FIRST = 120, 200
_LABEL = re.compile(r"^[\s(\[*_•-]*(?P<label>[^\W\d_]{3,8})\s?(?P<colon>:?)\s+(?=\S)")
_NAME = re.compile(
    r"[A-ZÀ-Þ0-9][\w’'&.-]{1,30}(?: (?:[A-ZÀ-Þ][\w’'&.-]{0,30}|of|the|and|de|des|der|du|del|&)){0,5}"
)
_GAP, _SHORT = 25, 2
_WORD = re.compile(r"[^\W_][\w’'-]*")
_MARKS = ' \t\n()[]*_.,;:–—-©|/«»“”"<>'


class Credit(NamedTuple):
    """A credit line: its words, whom it credits, and the rule that read it."""

    span: Span
    outlet: Outlet
    rule: str


def credited(reading: Reading) -> Iterator[Credit]:
    """The credits that the first and the last lines of a text give, best first."""
    edges = _edges(reading)
    for passage in edges:
        yield from _first_printed(reading, passage)
    for passage in edges:
        yield from _passed_on(reading, passage)
    if edges:
        yield from _wire(reading, edges[-1])


def _edges(reading: Reading) -> list[Passage]:
    """The first and the last passages, without the entries of a list of sources."""
    passages = reading.passages
    near = [*passages[:_EDGE], *passages[max(_EDGE, len(passages) - _EDGE) :]]
    labels = reading.phrases.listed("SOURCELIST")
    heads = [p for p in near if p.span.of(reading.text).strip(" :*_#").lower() in labels]
    return [p for p in near if not heads or p.span.start < heads[0].span.start]


def _first_printed(reading: Reading, passage: Passage) -> Iterator[Credit]:
    """ "First published at The Rain Papers": the name after the words, known or not."""
    if len(passage.span) > _LONGEST_FIRST or passage.kind == "heading":
        return
    words = passage.span.of(reading.text)
    said = any_of("first_printed").search(words)
    if said is None or not _is_of_itself(reading, words[: said.start()]):
        return
    after = passage.span.start + said.end()
    mention = next(iter(reading.mentions_in(Span(after, min(after + _GAP, passage.span.end)))), None)
    outlet = reading.outlet(mention.candidates, mention.span) if mention is not None else None
    start, end = (mention.span.start, mention.span.end) if mention is not None else (after, after)
    if outlet is None:
        named = _NAME.match(words, _past(words, said.end()))
        if named is None or find_dates(named[0], None, reading.article.language) or len(named[0]) < _EDGE:
            return
        outlet = organisation(named[0].rstrip("."))
        start, end = passage.span.start + named.start(), passage.span.start + named.start() + len(outlet.name)
    elif _past(words, said.end()) + passage.span.start < start:
        return
    yield Credit(Span(passage.span.start + said.start(), end), outlet, "reprint.credit")


def _is_of_itself(reading: Reading, before: str) -> bool:
    """Whether what stands before "first published" is the text itself: "This post", nothing, an article."""
    said = f" {' '.join(before.lower().split())} "
    return said.count(" ") <= _SHORT or any(f" {way} " in said for way in reading.phrases.listed("THIS"))


def _past(words: str, start: int) -> int:
    """Where the first word stands after `start` that does not only lead to a name."""
    between = marking("before_name")
    for word in _WORD.finditer(words, start, start + 2 * _GAP):
        if word[0] not in between:
            return word.start()
    return len(words)


def _passed_on(reading: Reading, passage: Passage) -> Iterator[Credit]:
    """ "via ZeroHedge", and "Source: RT" where nobody signs: the label and one outlet or its address."""
    words = passage.span.of(reading.text)
    label = _LABEL.match(words) if len(words) <= _LONGEST else None
    if label is None or label["label"].lower() not in marking("passed_on"):
        return
    via = label["label"].lower() in marking("via")
    if not via and (not label["colon"] or any(isinstance(a, Person) for a in reading.article.authors)):
        return
    rest = Span(passage.span.start + label.end(), passage.span.end)
    outlet = _alone(reading, rest)
    if not via and find_dates(rest.of(reading.text), reading.date_order, reading.article.language):
        return  # one work, not all of the text
    if outlet is not None:
        yield Credit(Span(passage.span.start + label.start("label"), rest.end), outlet, "reprint.passed-on")


def _alone(reading: Reading, place: Span) -> Outlet | None:
    """The outlet of the press that a stretch names, by its name or its address, with a day at most."""
    words = place.of(reading.text)
    link = next(iter(reading.links_in(place)), None)
    if link is not None:
        outlet = reading.registry.by_url(link.url)
        bare = words.replace(link.span.of(reading.text), "")
    else:
        mention = next(iter(reading.mentions_in(place)), None)
        outlet = reading.outlet(mention.candidates, mention.span) if mention is not None else None
        bare = words.replace(mention.surface, "") if mention is not None else words
    for span, _ in find_dates(bare, reading.date_order, reading.article.language)[:1]:
        bare = bare[: span.start] + bare[span.end :]
    return outlet if outlet is not None and outlet.kind in MEDIA and not bare.strip(_MARKS) else None


def _wire(reading: Reading, passage: Passage) -> Iterator[Credit]:
    """A last line that is nothing but an agency's name in brackets or after a dash."""
    words = passage.span.of(reading.text).strip()
    if len(words) > _LONGEST // 4 or words[:1] not in "([—–-©":
        return
    outlet = _alone(reading, passage.span)
    if outlet is not None and outlet.kind == "wire":
        yield Credit(passage.span, outlet, "reprint.wire")
