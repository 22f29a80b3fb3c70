"""The patterns of a language matched against an article's sentences; no source is found twice."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.detect.conditions import holds
from citekit.detect.match import Match
from citekit.detect.reading import Reading
from citekit.detect.tagged import Tagged


def find_matches(reading: Reading) -> list[Match]:
    """The matches in all sentences of the article, in the order of the sentences."""
    return [
        match
        for sentence in reading.sentences
        if sentence.may_cite
        for match in best_matches(reading, sentence)
    ]


def best_matches(reading: Reading, sentence: Tagged) -> list[Match]:
    """The matches that hold, in order of place. Where two name the same source, the better pattern has it."""
    chosen: list[Match] = []
    claimed: set[int] = set()
    for match in _matches(reading, sentence):
        has_outlet = "outlet" in match.slots
        sources = match.source_tokens
        if sources & claimed or not holds(reading, match):
            continue
        if not has_outlet and match.tokens & claimed:
            continue
        if has_outlet:
            claimed |= sources
        if not has_outlet or match.pattern.form == "attribution":
            claimed |= match.tokens
        chosen.append(match)
    return sorted(chosen, key=lambda m: m.start)


def _matches(reading: Reading, sentence: Tagged) -> Iterator[Match]:
    """All matches, best pattern first, whether they hold or not."""
    tags = sentence.tags
    for pattern in reading.phrases.candidates.of(tags):
        for found in pattern.expression.finditer(tags):
            slots = {
                pattern.slots.get(name, name): found.span(name)
                for name, letters in found.groupdict().items()
                if letters is not None
            }
            yield Match(pattern, sentence, found.start(), found.end(), slots)
