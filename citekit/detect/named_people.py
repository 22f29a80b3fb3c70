"""The people of an attribution: who wrote, who spoke, and whom "he" or "she" stands for."""

from __future__ import annotations

from functools import cache

from citekit.detect import patterns as letter
from citekit.detect.kinds import MEDIA
from citekit.detect.match import Match
from citekit.detect.phrases import Phrases
from citekit.detect.reading import Reading
from citekit.detect.states import is_state
from citekit.model import Author, Organisation, Person, Span
from citekit.text.markup import unlinked
from citekit.text.names import parse_author

_SENTENCES_BACK = 3
_MOST_SPEAKERS = 3
_AROUND = 30  # tokens on either side of a match
_ASKED_SOON = 6  # tokens after a match in which an outlet's own people ask something
_WHOM = 5  # tokens after that in which whom they ask stands


def authors(reading: Reading, match: Match) -> tuple[Author, ...]:
    """Who said or wrote it, as the match names them; for a pronoun the person whom it stands for."""
    named = tuple(a for slot in ("person", "by", "handle") for a in people(reading, match, slot))
    if "body" in match.slots:
        named += (Organisation(match.words("body", reading.text)),)
    if not named and "pronoun" in match.slots:
        return _subject_before(reading, match)
    return named


def people(reading: Reading, match: Match, slot: str) -> tuple[Author, ...]:
    """The people, and the accounts, in a slot of the match; a country is none."""
    spans = (
        match.sentence.spans[index]
        for index in range(*match.slots.get(slot, (0, 0)))
        if match.sentence.tags[index] in (letter.PERSON, letter.HANDLE)
    )
    language, full = reading.phrases.language, reading.full_name
    return tuple(
        _person(reading, span) for span in spans if not is_state(span.of(reading.text), language, full)
    )


def teller(reading: Reading, match: Match) -> tuple[Author, ...]:
    """Who told an outlet what it reports: the first person before it, or next after, in the sentence."""
    tells = reading.phrases.tagged("TELL")
    tags = match.sentence.tags
    told = match.pattern.teller
    first, last = max(0, match.start - _AROUND), min(len(tags), match.end + _AROUND)
    if not told and match.kind in MEDIA and not _interviews(reading.phrases).isdisjoint(tags[first:last]):
        # "in an interview on the rain, the BBC's Ada Moor pressed Bo Yerk": Yerk spoke there
        outside = [
            i for i in range(first, last) if tags[i] == letter.PERSON and not match.start <= i < match.end
        ]
        return tuple(_person(reading, match.sentence.spans[i]) for i in outside[:_MOST_SPEAKERS])
    if match.kind in MEDIA and "person" in match.slots and (asked := _asked(reading, match)) >= 0:
        return (_person(reading, match.sentence.spans[asked]),)
    if not told and tells.isdisjoint(tags[max(0, match.start - 1) : match.end]):
        return ()
    at = tags.find(letter.PERSON, 0, match.start)
    if at < 0 and told:
        at = tags.find(letter.PERSON, match.end, match.end + 4)
    return (_person(reading, match.sentence.spans[at]),) if at >= 0 else ()


def _asked(reading: Reading, match: Match) -> int:
    """The token of whom an outlet's own people press soon after they are named; -1 if there is none."""
    tags, verbs = match.sentence.tags, reading.phrases.tagged("ASKED")
    for at in range(match.end - 1, min(len(tags), match.end + _ASKED_SOON)):
        if tags[at] in verbs:
            return tags.find(letter.PERSON, at + 1, at + _WHOM)
    return -1


@cache
def _interviews(phrases: Phrases) -> frozenset[str]:
    """The letters of the words for interviews."""
    return frozenset(
        phrases.letters[w]
        for w, kind in phrases.types.items()
        if kind == "interview" and w in phrases.letters
    )


def _subject_before(reading: Reading, match: Match) -> tuple[Author, ...]:
    """Who "he" or "she" is: the person whom the sentence was about so far, or those just before it in the
    same paragraph.
    """
    sentence = match.sentence
    index = reading.passage_at(sentence.span.start)
    if index is None or sentence.depth:
        return ()
    subject = sentence.tags.find(letter.PERSON, 0, match.start)
    who = _person(reading, sentence.spans[subject]) if subject >= 0 else None
    if isinstance(who, Person) and who.given:
        return (who,)
    paragraph = reading.sentences_in(reading.passages[index].span)
    before = [s for s in paragraph if s.span.start < sentence.span.start]
    for earlier in reversed(before[-_SENTENCES_BACK:]):
        at = earlier.tags.find(letter.PERSON)
        if at >= 0:
            return (_person(reading, earlier.spans[at]),)
    return _told_us(reading, index - 1) if index else ()


def _told_us(reading: Reading, index: int) -> tuple[Author, ...]:
    """Who told the article's own outlet something in a passage; what they say further is said to it too."""
    own, tells = reading.article.outlet, reading.phrases.tagged("TELL")
    if own is None:
        return ()
    for sentence in reading.sentences_in(reading.passages[index].span):
        for at in sorted(sentence.outlets):
            told = not tells.isdisjoint(sentence.tags[max(0, at - 2) : at])
            if told and any(outlet.id == own.id for outlet in sentence.outlets[at]):
                who = sentence.tags.find(letter.PERSON, 0, at)
                return (_person(reading, sentence.spans[who]),) if who >= 0 else ()
    return ()


def _person(reading: Reading, span: Span) -> Author:
    words = unlinked(span.of(reading.text))
    if words[0] == "@":
        return Organisation(words, words[1:])
    return parse_author(reading.full_name(words))
