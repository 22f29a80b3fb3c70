"""Sources named in prose: "Ada Moor writes at WSWS:", "according to a Reuters report", "told the Guardian".

The patterns stand in `data/phrases/LANGUAGE.toml`, each with its examples; `matching` finds them in the
tagged sentences, and this module turns what they captured into citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.detect.kinds import MEDIA
from citekit.detect.match import Match
from citekit.detect.matching import find_matches
from citekit.detect.mention_dates import mention_date
from citekit.detect.named_bodies import body_before
from citekit.detect.named_people import authors, people, teller
from citekit.detect.quoted import quoted_by
from citekit.detect.reading import Reading
from citekit.model import Citation, Outlet

_ONE_OUTLET, _PLATFORM, _SEVERAL_OUTLETS, _SPEAKER, _ANAPHOR = 0.95, 0.8, 0.75, 0.6, 0.5
"""How sure it is that a citation is one, by what its source is."""

_OUTLETS = ("outlet", "second", "third")
"""The slots of those whom one pattern names together."""


def detect_attributions(reading: Reading) -> Iterator[Citation]:
    """The sources that the article's sentences name."""
    for match in reading.once(find_matches):
        if match.pattern.form != "reprint":
            yield from _citations(reading, match)


def _citations(reading: Reading, match: Match) -> Iterator[Citation]:
    """A citation for each outlet that a match names; where it names none, of a platform or a person."""
    said = _said(reading, match)
    if "outlet" in match.slots or "second" in match.slots:
        yield from _of_outlets(reading, match, said)
    elif match.pattern.platform:
        platform = reading.platform(match.pattern.platform)
        yield replace(said, outlet=platform, confidence=_PLATFORM, speakers=())
    else:
        body = (
            body_before(reading, match)
            if match.pattern.anaphor and (match.pattern.bodily or not said.authors)
            else None
        )
        if body is not None:
            yield replace(said, outlet=body, type=_type_of(said.type, body), confidence=_ANAPHOR)
        elif not match.pattern.bodily:
            yield from _of_people(match, said)


def _said(reading: Reading, match: Match) -> Citation:
    """The citation as far as it is the same whatever its source."""
    quote = quoted_by(reading, match.sentence, match.span)
    title = _title(reading, match)
    if title and quote is not None and title.startswith(quote.of(reading.text).strip(" ,.;:")[:40]):
        quote = None
    date, date_words = mention_date(reading, match)
    return Citation(
        id="",
        form="attribution",
        span=match.span,
        quote=quote,
        authors=authors(reading, match),
        title=title,
        date=date,
        type=match.pattern.type or _type(reading, match),
        rule=f"attribution.{match.pattern.rule}",
        date_words=date_words,
        speakers=people(reading, match, "speaker") or teller(reading, match),
    )


def _of_outlets(reading: Reading, match: Match, said: Citation) -> Iterator[Citation]:
    """A citation for each outlet that the match names and that can be told from its namesakes."""
    for index in (match.slots[slot][0] for slot in _OUTLETS if slot in match.slots):
        candidates = _registered(match, index)
        if not candidates:
            continue
        outlet = reading.outlet(candidates, match.sentence.spans[index])
        if outlet is None:
            reading.ambiguous(match.sentence.spans[index], candidates)
            continue
        yield replace(
            said,
            form="mention" if match.pattern.form == "mention" else "attribution",
            outlet=outlet,
            type=_type_of(said.type, outlet),
            within=_cited_by(reading, match, index) if match.pattern.nested else None,
            confidence=_ONE_OUTLET if len(candidates) == 1 else _SEVERAL_OUTLETS,
        )


def _registered(match: Match, index: int) -> Sequence[Outlet]:
    """The outlets that a token may name; for a part that no registry knows, those of the whole."""
    candidates = match.sentence.outlets.get(index, ())
    if "whole" in match.slots and all(outlet.provisional for outlet in candidates):
        return match.sentence.outlets.get(match.slots["whole"][0], ())
    return candidates


def _type_of(said: str | None, outlet: Outlet) -> str | None:
    """The type that the words say, but that what the press calls a report is an article of the press."""
    return outlet.csl_type if said is None or (said == "report" and outlet.kind in MEDIA) else said


def _of_people(match: Match, said: Citation) -> Iterator[Citation]:
    """What a person said or a work without an outlet says; mere speakers count only with their words."""
    pattern = match.pattern
    confidence = _ANAPHOR if pattern.anaphor else _SPEAKER
    if pattern.statement or (not said.title and not pattern.anaphor):
        of_work = "noun" in match.slots and not pattern.statement
        if said.quote is None and not pattern.type and not of_work:
            return
        said = replace(said, type=pattern.type or (said.type if of_work else None) or "statement")
    yield replace(said, confidence=confidence)


def _cited_by(reading: Reading, match: Match, index: int) -> str | None:
    """The id of the other outlet of the sentence, which is the one that cites."""
    others = {i: c for i, c in match.sentence.outlets.items() if i != index and c}
    nearest = min(others, key=lambda i: abs(i - index), default=None)
    outlet = reading.outlet(others[nearest], match.sentence.spans[nearest]) if nearest is not None else None
    return outlet.id if outlet else None


def _title(reading: Reading, match: Match) -> str | None:
    """The title that the match captured."""
    for slot in ("title", "titlelike"):
        if slot in match.slots:
            return re.sub(r"\s+", " ", match.words(slot, reading.text)).strip(" “”„\"'‘’«»*_,.;:")
    return None


def _type(reading: Reading, match: Match) -> str | None:
    """The CSL type that a noun in the match implies."""
    types = reading.phrases.types
    spans = match.sentence.spans[match.start : match.end]
    words = (span.of(reading.text).lower() for span in spans)
    return next((types[word] for word in words if word in types), None)
