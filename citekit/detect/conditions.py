"""What a pattern asks of its surroundings, by the name that it gives in `needs`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from citekit.detect import patterns as letter
from citekit.detect.kinds import BROADCASTERS, HEARERS, MEDIA, PLATFORMS, PUBLISHERS
from citekit.detect.longer_names import is_name_elsewhere
from citekit.detect.match import Match
from citekit.detect.reading import Reading
from citekit.detect.statements import NAMES, is_held_by, is_posted, is_public, is_unnamed, names_no_outlet
from citekit.detect.states import is_state

Condition = Callable[[Reading, Match], bool]

_WITHIN_TITLES = frozenset(
    {"of", "the", "de", "la", "los", "del", "du", "des", "der", "die", "das", "di", "della", "do", "da"}
)
_YEARS = re.compile(r"\d{4}[-–]\d{2,4}$")
_LONGEST_PERSON = 3  # words of a person's name; a longer one is a body's
_SHORT = 8  # tokens of a sentence that is little more than a caption


def holds(reading: Reading, match: Match) -> bool:
    """Whether the outlet that a match names is meant as one, and the pattern's own condition is met."""
    if "outlet" in match.slots and not _is_outlet(reading, match):
        return False
    if {"person", "outlet", "second"} & match.slots.keys() == {"person"} and _is_place(reading, match):
        return False
    if "tell" in match.slots and "outlet" in match.slots and not _carries_words(reading, match):
        return False
    return all(CONDITIONS[need](reading, match) for need in match.pattern.needs)


def _is_place(reading: Reading, match: Match) -> bool:
    """Whether the person of a match is a country."""
    return is_state(match.words("person", reading.text), reading.phrases.language, reading.full_name)


def _is_strong(reading: Reading, match: Match) -> bool:
    """A verb of saying, or a weaker one with a quotation, a clause or a link to show that words are meant."""
    phrases, tags = reading.phrases, match.sentence.tags
    weak = phrases.tagged("MEDIAWEAK" if match.kind in MEDIA else "WEAK", "ALSOACT")
    if tags[match.end - 1] not in weak:
        return True
    after = tags[match.end : match.end + 1]
    if _has_quotation(reading, match) or after in phrases.tagged("THAT") or after == ":":
        return True
    if _has_any(tags[match.end : match.end + 4], phrases.tagged("NOUN")):
        return True
    return bool(reading.links_in(match.span))


def _has_quotation(reading: Reading, match: Match) -> bool:
    """A quotation in the sentence."""
    return letter.QUOTE in match.sentence.tags or letter.TITLE in match.sentence.tags


def _is_no_speech(reading: Reading, match: Match) -> bool:
    """No word for a speech or the like: what was said there was heard, not published."""
    return not _has_any(match.tags, reading.phrases.tagged("SPEECH"))


def _is_short(reading: Reading, match: Match) -> bool:
    """A medium named at the head of a clause or in a line that holds little else."""
    tags = match.sentence.tags
    before = tags[match.start - 1] if match.start else ","
    return match.kind in MEDIA and (before in "(,-.;:" or len(tags) < _SHORT)


def _is_reported_by_media(reading: Reading, match: Match) -> bool:
    """A medium, and a quotation or a verb of saying in the sentence."""
    verbs = reading.phrases.tagged("VERB", "TELL")
    return match.kind in MEDIA and (_has_quotation(reading, match) or _has_any(match.sentence.tags, verbs))


def _is_enumerated(reading: Reading, match: Match) -> bool:
    """One of several: "The Grayzone on China, AFGJ on Nicaragua, Ada Moor on Syria"."""
    on = reading.phrases.letters.get("on", "")
    return match.sentence.tags.count(",") >= 2 and match.sentence.tags.count(on) >= 2


def _is_reported(reading: Reading, match: Match) -> bool:
    """What a work says follows or precedes it, so that it is more than mentioned."""
    phrases, tags = reading.phrases, match.sentence.tags
    if _has_any(tags[match.end : match.end + 3], phrases.tagged("VERB", "DONE", "TITLED")):
        return True
    before = tags[match.start - 1 : match.start]
    return before in {phrases.letters.get(word, "") for word in ("in", "by", "from", "citing", "per")}


def _has_title(reading: Reading, match: Match) -> bool:
    """A title in quotation marks or italics, or of more than one word."""
    first, last = match.slots["titlelike"]
    return match.sentence.tags[first] == letter.TITLE or last - first > 1


def _is_whole_title(reading: Reading, match: Match) -> bool:
    """A title marked as one, or one whose words read so: "The Long Rain", "Rain of May", "Rain 1914–1945"."""
    first, last = match.slots["titlelike"]
    tags = match.sentence.tags[first:last]
    if letter.TITLE in tags:
        return True
    if tags == letter.OUTLET:
        return False
    words = match.words("titlelike", reading.text).split()
    articles = reading.phrases.listed("ARTICLE") | {"a", "an"}
    if words[0].lower() in articles:
        return words[0][0].isupper() and len(words) > 2
    return last - first > 2 and (
        any(w in _WITHIN_TITLES for w in words) or _YEARS.search(words[-1]) is not None
    )


def _is_of_kind(kinds: Collection[str]) -> Condition:
    """The condition that the outlet named is of one of these kinds."""
    return lambda reading, match: match.kind in kinds


def _is_said_on_air(reading: Reading, match: Match) -> bool:
    """Said on what one hears, watches or posts on: "shows on ABC" are none."""
    weak = match.sentence.tags[match.slots["verb"][0]] in reading.phrases.tagged("WEAK")
    return match.kind in PLATFORMS | BROADCASTERS and not weak


def _carries_words(reading: Reading, match: Match) -> bool:
    """Whether who was told something publishes it: a hearing before a parliament or a court does not."""
    if match.kind is not None:
        return match.kind not in HEARERS
    words, hearers = match.words("outlet", reading.text).lower().split(), reading.phrases.listed("HEARER")
    return hearers.isdisjoint((words[0], words[-1]))


def _is_quoted_from_platform(reading: Reading, match: Match) -> bool:
    """A platform, and words from it that no one else reports: "one user wrote, per Moor" is Moor's."""
    by_others = _has_any(match.sentence.tags, reading.phrases.tagged("ACCORDING"))
    return match.kind in PLATFORMS and _has_quotation(reading, match) and not by_others


def _is_subject(reading: Reading, match: Match) -> bool:
    """The outlet itself speaks, not others there: "in the White House they ask", "some members of Congress
    suggested", "Ada Moor of NASA, said".
    """
    index = match.slots["outlet"][0]
    tags, phrases = match.sentence.tags, reading.phrases
    if index and tags[index - 1] in phrases.tagged("AFFILIATION") and tags[index + 1 : index + 2] == ",":
        return False
    if match.kind in MEDIA or not match.start:
        return not index or tags[index - 1] not in phrases.tagged("OBJECTIVE")
    if tags[match.start - 1] in phrases.tagged("INSIDE"):
        return False
    return match.start < 2 or tags[match.start - 2] not in phrases.tagged("MEMBERS")


def _is_in_office(reading: Reading, match: Match) -> bool:
    """The person works there still: not "former CNN anchor Ada Moor"."""
    index = match.slots["outlet"][0]
    return not index or match.sentence.tags[index - 1] != reading.phrases.letters.get("former")


def _is_named(reading: Reading, match: Match) -> bool:
    """The person is named by more than one word, or was before."""
    name = match.words("person", reading.text)
    return " " in name.strip() or f" {name}" in reading.text[: match.span.start]


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        "broadcast": _is_of_kind(BROADCASTERS),
        "enumeration": _is_enumerated,
        "media": _is_of_kind(PUBLISHERS),
        "unnamed": is_unnamed,
        "whole-title": _is_whole_title,
        "in-office": _is_in_office,
        "named": _is_named,
        "media-reported": _is_reported_by_media,
        "no-outlet": names_no_outlet,
        "noun-in": _is_no_speech,
        "opens": lambda reading, match: match.start == 0,
        "posted": is_posted,
        "held-by": is_held_by,
        "on-air": _is_of_kind(PLATFORMS | BROADCASTERS),
        "platform": _is_of_kind(PLATFORMS),
        "pollster": _is_of_kind({"pollster"}),
        "platform-quoted": _is_quoted_from_platform,
        "public": is_public,
        "published": _carries_words,
        "quote": _has_quotation,
        "reported": _is_reported,
        "said-on-air": _is_said_on_air,
        "say": _is_no_speech,
        "short": _is_short,
        "strong": _is_strong,
        "subject": _is_subject,
        "title-quoted-or-verb": _has_title,
    }
)
"""Each condition that a pattern may name, and what it asks for."""


def _is_outlet(reading: Reading, match: Match) -> bool:
    """Whether a name that could also be a word or a person's is the outlet here."""
    index = match.slots["outlet"][0]
    span, tags = match.sentence.spans[index], match.sentence.tags
    before = tags[index - 1] if index else ""
    after = tags[index + 1] if index + 1 < len(tags) else ""
    if match.kind not in MEDIA and _is_affiliation(reading, match, index):
        return False
    mention = next((m for m in reading.mentions_in(span) if m.span.overlaps(span)), None)
    if mention is None or mention.sure:
        return True
    if mention.surface.lower() in reading.phrases.listed("DATEWORD"):  # "am Freitag"
        return before in reading.phrases.tagged("ARTICLE")
    edition = after == letter.CAPITAL and match.sentence.spans[index + 1].of(reading.text).isupper()
    if (after in NAMES and not edition) or before in NAMES:
        return False
    if after in reading.phrases.tagged("ROLE"):
        return True
    if not reading.phrases.tagged("REPORTING").isdisjoint(tags[index + 1 : match.end]):
        return True
    phrases = reading.phrases
    reports = phrases.tagged("SAYS", "REPORTING") | {phrases.letters.get("reports", "")}
    said = match.kind not in MEDIA or tags[match.end - 1] in reports
    if said and tags[match.end : match.end + 1] in reading.phrases.tagged("THAT"):
        return True  # "Pew found that", "Variety reports that"
    opens = index == 0 or before in (".", ":")
    if not opens or " " in mention.surface or mention.surface.isupper() or after == letter.POSSESSIVE:
        return True
    word = mention.surface
    return is_name_elsewhere(word, reading.text) and reading.full_name(word) == word


def _is_affiliation(reading: Reading, match: Match, index: int) -> bool:
    """Whether a body is only named as a person's: "NASA Administrator Ada Moor", "NASA’s Ada Moor"."""
    first, second = match.sentence.tags[index + 1 : index + 2], match.sentence.tags[index + 2 : index + 3]
    titles = reading.phrases.tagged("ROLE", "HONORIFIC")
    if first in NAMES or (first in titles and second in NAMES):
        return True
    if first != letter.POSSESSIVE or (second not in titles and second not in NAMES):
        return False
    return (
        second in titles or len(match.sentence.spans[index + 2].of(reading.text).split()) <= _LONGEST_PERSON
    )


def _has_any(tags: str, letters: frozenset[str]) -> bool:
    return not letters.isdisjoint(tags)
