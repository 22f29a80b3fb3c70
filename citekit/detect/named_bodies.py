"""Which outlet "the company", "the newspaper" or "it" is: the one that was named last, and fits."""

from __future__ import annotations

from citekit.detect import patterns as letter
from citekit.detect.kinds import MEDIA, PLATFORMS
from citekit.detect.match import Match
from citekit.detect.reading import Reading
from citekit.detect.tagged import Tagged
from citekit.model import Outlet

_SAID = frozenset(",QT")
_BACK = 8  # sentences
_BACK_PARAGRAPHS = 2
_BACK_PRONOUN = 2  # sentences


def body_before(reading: Reading, match: Match) -> Outlet | None:
    """The outlet that a noun for one, or "it", stands for; None where none that fits was named."""
    phrases = reading.phrases
    tags = set(match.tags)
    quoted = letter.QUOTE in match.sentence.tags[max(0, match.start - 2) : match.start]
    acts = phrases.tagged("NEGATION") if quoted else phrases.tagged("WEAK", "NEGATION")
    if not tags.isdisjoint(acts) and tags.isdisjoint(phrases.tagged("RELEASE")):
        return None  # what it did, or did not say
    if not _is_said(reading, match) and tags.isdisjoint(phrases.tagged("RELEASE", "PRESSREF", "WORKREF")):
        return None
    of_press = not tags.isdisjoint(phrases.tagged("PRESSREF"))
    of_others = not tags.isdisjoint(phrases.tagged("BODYREF"))
    if of_press or of_others:  # an "agency" is either
        return _nearest(reading, match, press=None if of_press and of_others else of_press)
    if not tags.isdisjoint(phrases.tagged("IT")):
        return _subject(reading, match)
    return None


def _is_said(reading: Reading, match: Match) -> bool:
    """Whether words follow or precede, and no thing: "the company reported a loss" cites nothing."""
    phrases, tags = reading.phrases, match.sentence.tags
    before, after = tags[max(0, match.start - 2) : match.start], tags[match.end : match.end + 1]
    if letter.QUOTE in tags or not _SAID.isdisjoint(before):
        return True
    if match.sentence.tags[match.start] in phrases.tagged("ACCORDING"):
        return True
    return (
        after == ":"
        or after in phrases.tagged("THAT", "PRONOUN", "IT")
        or tags[match.end - 1] in phrases.tagged("SAYS") - phrases.tagged("ALSOACT")
    )


def _subject(reading: Reading, match: Match) -> Outlet | None:
    """What the sentences just before are about: the first outlet of the nearest one that names any."""
    here = reading.sentence_of(match.sentence.span.start)
    if match.sentence.depth:
        return None
    for number in range(here - 1, max(-1, here - 1 - _BACK_PRONOUN), -1):
        earlier = reading.flow(number)
        for index in sorted(earlier.outlets) if earlier.may_cite else ():
            outlet = (
                reading.outlet(earlier.outlets[index], earlier.spans[index])
                if earlier.outlets[index]
                else None
            )
            if outlet is not None and outlet.kind not in PLATFORMS:
                return outlet
    return None


def _nearest(reading: Reading, match: Match, *, press: bool | None) -> Outlet | None:
    """The nearest outlet before a match: one of the press, none of it, or either."""
    sentence = match.sentence
    if sentence.depth:
        return None
    found = _fitting(reading, sentence, match.start, press)
    if found is not None:
        return found
    here = reading.sentence_of(sentence.span.start)
    paragraph = reading.passage_at(sentence.span.start)
    for number in range(here - 1, max(-1, here - 1 - _BACK), -1):
        earlier = reading.flow(number)
        at = reading.passage_at(earlier.span.start)
        if at is None or paragraph is None or paragraph - at > _BACK_PARAGRAPHS:
            return None
        found = _fitting(reading, earlier, None, press)
        if found is not None:
            return found
    return None


def _fitting(reading: Reading, sentence: Tagged, end: int | None, press: bool | None) -> Outlet | None:
    """The last outlet of that kind in a sentence, or before a token of it.

    A sentence that cites nothing names bodies only in passing.
    """
    if not sentence.may_cite:
        return None
    for index in sorted((i for i in sentence.outlets if end is None or i < end), reverse=True):
        outlet = (
            reading.outlet(sentence.outlets[index], sentence.spans[index])
            if sentence.outlets[index]
            else None
        )
        if (
            outlet is None
            or outlet.kind in PLATFORMS
            or (press is not None and (outlet.kind in MEDIA) is not press)
        ):
            continue
        return outlet
    return None
