"""Sources named in prose: "Ada Moor writes at WSWS:", "according to a Reuters report", "told the Guardian".

The patterns stand in `data/phrases/LANGUAGE.toml`, each with its examples; this module matches them against the tagged
sentences and turns what they captured into citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.detect import patterns as letter
from citekit.detect.patterns import Pattern
from citekit.detect.quoted import quoted_by
from citekit.detect.reading import Reading
from citekit.detect.tags import Tagged
from citekit.model import Author, Citation, Form, Organisation, PartialDate, Span
from citekit.text.dates import parse_date, resolve_relative
from citekit.text.names import parse_author

_PLATFORMS = frozenset({"social platform", "video platform", "forum"})
MEDIA = frozenset(
    [
        "newspaper",
        "magazine",
        "wire",
        "broadcaster",
        "news site",
        "blog",
        "podcast",
        "fact checker",
        "journal",
        "reference",
        "aggregator",
    ]
)
"""Kinds of outlets that carry journalism."""

_QUALITY = {"sure": 0.95, "unsure": 0.75, "speaker": 0.6, "anaphor": 0.5}


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in a sentence, from token `start` to token `end` (excluded), with the tokens of its slots."""

    pattern: Pattern
    sentence: Tagged
    start: int
    end: int
    slots: dict[str, tuple[int, int]]

    @property
    def span(self) -> Span:
        """The words of the match, without a quotation or a comma before them."""
        spans, tags, start = self.sentence.spans, self.sentence.tags, self.start
        while start < self.end - 1 and (
            tags[start] in (letter.QUOTE, ",") or (tags[start] == letter.TITLE and "quote" in self.slots)
        ):
            start += 1
        end = self.end
        while end > start + 1 and tags[end - 1] == ",":
            end -= 1
        return Span(spans[start].start, spans[end - 1].end)


def detect_attributions(reading: Reading) -> Iterator[Citation]:
    """The sources that the article's sentences name."""
    for match in reading.matches(find_matches):
        if match.pattern.form != "reprint":
            yield from _citations(reading, match)


def find_matches(reading: Reading) -> list[Match]:
    """The matches in all sentences of the article, in the order of the sentences."""
    return [match for sentence in reading.sentences for match in best_matches(reading, sentence)]


def best_matches(reading: Reading, sentence: Tagged) -> list[Match]:
    """The matches that hold, best pattern first, no source claimed twice; in order of place."""
    chosen: list[Match] = []
    claimed: set[int] = set()
    for pattern in reading.phrases.candidates(sentence.tags):
        for found in pattern.expression.finditer(sentence.tags):
            slots = {
                pattern.slots.get(name, name): span
                for name in found.groupdict()
                if (span := found.span(name)) != (-1, -1)
            }
            match = Match(pattern, sentence, found.start(), found.end(), slots)
            sources = _sources(match)
            if sources & claimed or not _holds(reading, match):
                continue
            tokens = set(range(match.start, match.end)) - set(range(*slots.get("cited", (0, 0))))
            if "outlet" not in slots and tokens & claimed:
                continue
            claimed |= (
                tokens
                if "outlet" not in slots
                else sources | (tokens if pattern.form == "attribution" else set())
            )
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.start)


def _sources(match: Match) -> set[int]:
    """The tokens that name the source; a token names one source only."""
    tokens: set[int] = set()
    for name in ("outlet", "second", "body", "person", "by", "speaker", "titlelike", "title"):
        if name in match.slots:
            tokens.update(range(*match.slots[name]))
    return tokens or set(range(match.start, match.end))


def _word(reading: Reading, match: Match, slot: str) -> str:
    first, last = match.slots[slot]
    spans = match.sentence.spans
    return reading.text[spans[first].start : spans[last - 1].end]


def _holds(reading: Reading, match: Match) -> bool:
    """Whether the pattern's condition on its surroundings is met."""
    if "outlet" in match.slots and not _is_outlet(reading, match):
        return False
    match match.pattern.needs:
        case "strong":
            return _is_strong(reading, match)
        case "quote":
            return _quote_in(match)
        case "quote-or-comma":
            return True
        case "platform":
            return _kind(match) in _PLATFORMS
        case "broadcast":
            return _kind(match) in ("broadcaster", "podcast")
        case "on-air":
            return _kind(match) in _PLATFORMS or _kind(match) in ("broadcaster", "podcast")
        case "say":
            return not _has(reading, match, "SPEECH")
        case None:
            return True
        case "media":
            return _kind(match) in MEDIA or _kind(match) in (
                "journal",
                "academic publisher",
                "social platform",
                "video platform",
            )
        case "media-reported":
            verbs = reading.phrases.tags.get("VERB", frozenset()) | reading.phrases.tags.get(
                "TELL", frozenset()
            )
            return _kind(match) in MEDIA and (
                _quote_in(match) or any(c in verbs for c in match.sentence.tags)
            )
        case "noun-in":
            return "SPEECH" not in reading.phrases.tags or not _has(reading, match, "SPEECH")
        case "enumeration":
            return (
                match.sentence.tags.count(",") >= 2
                and match.sentence.tags.count(reading.phrases.letters.get("on", "")) >= 2
            )
        case "reported":
            return _is_reported(reading, match)
        case "title-quoted-or-verb":
            first, last = match.slots["titlelike"]
            return match.sentence.tags[first] == letter.TITLE or last - first > 1
        case "short":
            if _kind(match) not in MEDIA:
                return False
            return (
                match.start == 0
                or match.sentence.tags[match.start - 1] in "(,-.;:"
                or len(match.sentence.tags) < 8
            )
        case "not-origin":
            return True
    return True


def _is_strong(reading: Reading, match: Match) -> bool:
    """A verb of saying, or a weaker one with a quotation, a clause or a link to show that words are meant."""
    last = match.sentence.tags[match.end - 1]
    weak = reading.phrases.tags.get("MEDIAWEAK" if _kind(match) in MEDIA else "WEAK", frozenset())
    if last not in weak:
        return True
    after = match.sentence.tags[match.end : match.end + 1]
    if _quote_in(match) or after == reading.phrases.letters.get("that") or after == ":":
        return True
    nouns = reading.phrases.tags.get("NOUN", frozenset())
    if any(c in nouns for c in match.sentence.tags[match.end : match.end + 4]):
        return True
    return bool(reading.links_in(match.span))


def _has(reading: Reading, match: Match, tag: str) -> bool:
    """Whether a word of that tag stands in the match."""
    letters = reading.phrases.tags.get(tag, frozenset())
    return any(c in letters for c in match.sentence.tags[match.start : match.end])


def _is_reported(reading: Reading, match: Match) -> bool:
    """Whether what a work says follows or precedes it, so that it is more than mentioned."""
    tags = reading.phrases.tags
    verbs = tags.get("VERB", frozenset()) | tags.get("DONE", frozenset()) | tags.get("TITLED", frozenset())
    after = match.sentence.tags[match.end : match.end + 3]
    before = match.sentence.tags[match.start - 1 : match.start]
    letters = reading.phrases.letters
    return any(c in verbs for c in after) or before in {
        letters.get(w, "") for w in ("in", "by", "from", "citing", "per")
    }


def _quote_in(match: Match) -> bool:
    return letter.QUOTE in match.sentence.tags or letter.TITLE in match.sentence.tags


def _kind(match: Match) -> str | None:
    candidates = match.sentence.outlets.get(match.slots["outlet"][0], ())
    return candidates[0].kind if candidates else None


def _is_outlet(reading: Reading, match: Match) -> bool:
    """Whether a name that could also be a word or a person's is the outlet here."""
    index = match.slots["outlet"][0]
    span = match.sentence.spans[index]
    tags = match.sentence.tags
    mention = next(
        (m for m in reading.mentions_in(Span(span.start, span.end)) if m.span.overlaps(span)), None
    )
    before = tags[index - 1] if index else ""
    after = tags[index + 1] if index + 1 < len(tags) else ""
    if _kind(match) not in MEDIA and _speaks_for(reading, match, index):
        return False
    if "person" in match.slots and match.pattern.rule == "outlet-person" and not _full_name(reading, match):
        return False
    opening = reading.phrases.tags.get("AFFILIATION", frozenset())
    if match.pattern.rule == "outlet-verb" and before in opening and after == ",":
        return False
    if mention is None or mention.sure:
        return True
    edition = after == letter.CAPITAL and match.sentence.spans[index + 1].of(reading.text).isupper()
    if (after in (letter.PERSON, letter.CAPITAL) and not edition) or before in (
        letter.PERSON,
        letter.CAPITAL,
    ):
        return False
    if after in reading.phrases.tags.get("ROLE", frozenset()):
        return True
    surface = mention.surface
    opens = index == 0 or before in ".:"
    return not opens or " " in surface or surface.isupper() or after == letter.POSSESSIVE


def _full_name(reading: Reading, match: Match) -> bool:
    """Whether the person is named by more than one word, or was before."""
    name = _word(reading, match, "person")
    return " " in name.strip() or f" {name}" in reading.text[: match.span.start]


def _speaks_for(reading: Reading, match: Match, index: int) -> bool:
    """Whether a body is only named as a person's: "NASA Administrator Ada Moor", "NASA’s Ada Moor"."""
    tags = match.sentence.tags
    after = tags[index + 1 : index + 3]
    if after[:1] in (letter.PERSON, letter.CAPITAL):
        return True
    titles = reading.phrases.tags.get("ROLE", frozenset()) | reading.phrases.tags.get(
        "HONORIFIC", frozenset()
    )
    if after[:1] in titles and after[1:2] in (letter.PERSON, letter.CAPITAL):
        return True
    roles = titles | {letter.CAPITAL, letter.PERSON}
    return after[:1] == letter.POSSESSIVE and after[1:2] in roles


def _citations(reading: Reading, match: Match) -> Iterator[Citation]:
    pattern = match.pattern
    persons = _authors(reading, match, "person") + _authors(reading, match, "by")
    persons += _authors(reading, match, "handle")
    if "body" in match.slots:
        persons += (Organisation(_word(reading, match, "body")),)
    if not persons and "pronoun" in match.slots:
        persons = _subject_before(reading, match.sentence)
    speakers = _authors(reading, match, "speaker") or _teller(reading, match)
    quote = quoted_by(reading, match.sentence, match.span)
    title = _title(reading, match)
    if title and quote is not None and title.startswith(quote.of(reading.text).strip(" ,.;:")[:40]):
        quote = None
    date, words = _date(reading, match)
    kind = pattern.type or _type(reading, match)
    names = [name for name in ("outlet", "second") if name in match.slots]
    if not names:
        if pattern.platform:
            platform = reading.platform(pattern.platform)
            yield Citation(
                "", "attribution", match.span, quote, platform, persons, title, date, type=kind,
                confidence=0.8, rule=f"attribution.{pattern.rule}", date_words=words,
            )  # fmt: skip
            return
        if pattern.statement or (not title and not pattern.anaphor):
            if quote is None and not pattern.type:
                return
            kind = pattern.type or "statement"
        confidence = _QUALITY["anaphor" if pattern.anaphor else "speaker"]
        yield Citation(
            "", "attribution", match.span, quote, None, persons, title, date, type=kind,
            confidence=confidence, rule=f"attribution.{pattern.rule}", date_words=words, speakers=speakers,
        )  # fmt: skip
        return
    for name in names:
        index = match.slots[name][0]
        candidates = match.sentence.outlets.get(index, ())
        if not candidates:
            continue
        outlet = reading.outlet(candidates, match.span.start)
        if outlet is None:
            reading.ambiguous(match.sentence.spans[index], candidates)
            continue
        form: Form = "mention" if pattern.form == "mention" else "attribution"
        yield Citation(
            "", form, match.span, quote, outlet, persons, title, date,
            type=kind or outlet.csl_type, confidence=_QUALITY["sure" if len(candidates) == 1 else "unsure"],
            rule=f"attribution.{pattern.rule}", date_words=words, speakers=speakers,
            within=_cited_by(reading, match, index) if pattern.nested else None,
        )  # fmt: skip


def _cited_by(reading: Reading, match: Match, index: int) -> str | None:
    """The id of the other outlet of the sentence, which is the one that cites."""
    others = {i: c for i, c in match.sentence.outlets.items() if i != index and c}
    nearest = min(others, key=lambda i: abs(i - index), default=None)
    outlet = reading.outlet(others[nearest], match.span.start) if nearest is not None else None
    return outlet.id if outlet else None


def _authors(reading: Reading, match: Match, slot: str) -> tuple[Author, ...]:
    if slot not in match.slots:
        return ()
    first, last = match.slots[slot]
    found = []
    for index in range(first, last):
        if match.sentence.tags[index] in (letter.PERSON, letter.HANDLE):
            words = match.sentence.spans[index].of(reading.text)
            found.append(
                Organisation(words, words[1:]) if words[0] == "@" else parse_author(reading.full_name(words))
            )
    return tuple(found)


def _teller(reading: Reading, match: Match) -> tuple[Author, ...]:
    """Who told an outlet what it reports: the first person named before, or next after, in the same sentence."""
    tells = reading.phrases.tags.get("TELL", frozenset())
    tags = match.sentence.tags
    if not match.pattern.teller and not any(c in tells for c in tags[max(0, match.start - 1) : match.end]):
        return ()
    at = tags.find(letter.PERSON, 0, match.start)
    if at < 0 and match.pattern.teller:
        at = tags.find(letter.PERSON, match.end, match.end + 4)
    return (parse_author(reading.full_name(match.sentence.spans[at].of(reading.text))),) if at >= 0 else ()


def _subject_before(reading: Reading, sentence: Tagged) -> tuple[Author, ...]:
    """Who "he" or "she" is: the person whom the sentences just before, in the same paragraph, are about."""
    index = reading.passage_at(sentence.span.start)
    if index is None or sentence.depth:
        return ()
    before = [
        s for s in reading.sentences_in(reading.passages[index].span) if s.span.start < sentence.span.start
    ]
    for earlier in reversed(before[-3:]):
        at = earlier.tags.find(letter.PERSON)
        if at >= 0:
            return (parse_author(reading.full_name(earlier.spans[at].of(reading.text))),)
    return ()


def _title(reading: Reading, match: Match) -> str | None:
    for slot in ("title", "titlelike"):
        if slot in match.slots:
            return re.sub(r"\s+", " ", _word(reading, match, slot)).strip(" “”„\"'‘’«»*_,.;:")
    return None


def _type(reading: Reading, match: Match) -> str | None:
    """The CSL type that a noun in the match implies."""
    types = reading.phrases.types
    for index in range(match.start, match.end):
        word = match.sentence.spans[index].of(reading.text).lower()
        if word in types:
            return types[word]
    return None


def _run(tags: str, dated: frozenset[str], first: int, stop: int) -> tuple[int, int]:
    """The tokens of the first date that begins between two tokens, before any stop or bracket; empty if there is none."""
    while first < min(len(tags), stop) and tags[first] not in dated:
        if tags[first] in ";:().":
            return stop, stop
        first += 1
    last = first
    while (
        first < stop and last < len(tags) and (tags[last] in dated or tags[last] == ",") and last - first < 5
    ):
        last += 1
    return (first, last) if first < stop else (stop, stop)


def _date(reading: Reading, match: Match) -> tuple[PartialDate | None, str | None]:
    """The date that the words give to the cited work, and the words where they are relative."""
    tags, spans = match.sentence.tags, match.sentence.spans
    dated = reading.phrases.tags.get("DATEWORD", frozenset()) | {letter.NUMBER}
    if "date" in match.slots:
        first, last = match.slots["date"]
    else:
        first, last = _run(tags, dated, match.end, match.end + 3)
        if first == last:
            first, last = _run(tags, dated, match.start, match.end)
        if first == last and match.start and tags[match.start - 1] == ",":
            first, last = _run(tags, dated, 0, 2)
            last = last if last == match.start - 1 else first
    if first >= last or first >= len(spans):
        return None, None
    words = reading.text[spans[first].start : spans[last - 1].end].strip(" ,")
    language = reading.article.language
    order = reading.article.outlet.date_order if reading.article.outlet else None
    absolute = parse_date(words, order, language)
    if absolute is not None and (not words.isdigit() or 1900 <= absolute.year <= 2100):
        return absolute, None
    if words.isdigit():
        return None, None
    return resolve_relative(words, reading.article.date, language), words
