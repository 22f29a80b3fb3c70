"""What must not stand beside a statement, a noun for a body or a record, so that it is a source by itself."""

from __future__ import annotations

from citekit.detect import patterns as letter
from citekit.detect.kinds import MEDIA, POSITIONS
from citekit.detect.match import Match
from citekit.detect.reading import Reading

_QUOTED = frozenset({letter.QUOTE, letter.TITLE})
NAMES = (letter.PERSON, letter.CAPITAL)
"""The letters of names."""
_ADDRESSEE = 3  # tokens after a statement in which an outlet is whom it was given to


def is_public(reading: Reading, match: Match) -> bool:
    """Nothing said to an outlet only, which then is the source ("in a statement to CNN"), for a body named as
    such: not "the Australian minister".
    """
    if letter.OUTLET in match.sentence.tags[match.end : match.end + _ADDRESSEE]:
        return False
    if "second" not in match.slots:
        return True
    index = match.slots["second"][0]
    candidates = match.sentence.outlets.get(index, ())
    of_press = any(outlet.kind in MEDIA for outlet in candidates)
    return not of_press or match.sentence.tags[index + 1 : index + 2] not in NAMES


def is_unnamed(reading: Reading, match: Match) -> bool:
    """No name after it, which then is whom it means: "said the company Rainworks"."""
    after = match.sentence.tags[match.end : match.end + 1]
    return after not in (*NAMES, letter.OUTLET, letter.TITLE)


def names_no_outlet(reading: Reading, match: Match) -> bool:
    """No outlet in the sentence that could be the source."""
    return letter.OUTLET not in match.sentence.tags


def is_held_by(reading: Reading, match: Match) -> bool:
    """What a body that takes positions holds: "for Greenpeace, it rains"; a firm only with a quotation."""
    return match.kind in POSITIONS or not _QUOTED.isdisjoint(match.sentence.tags)


def is_posted(reading: Reading, match: Match) -> bool:
    """A social platform, and a quotation after a colon or where somebody says something; what another reports
    is that other's.
    """
    phrases, tags = reading.phrases, set(match.sentence.tags)
    if match.kind != "social platform" or _QUOTED.isdisjoint(tags):
        return False
    talks = ":" in tags or not tags.isdisjoint(phrases.tagged("VERB", "TELL", "SAYS", "TWEETED"))
    return talks and tags.isdisjoint(phrases.tagged("ACCORDING"))
