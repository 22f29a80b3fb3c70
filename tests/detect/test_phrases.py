"""Each language's phrases: every pattern is found by its examples, and every tag that is asked for exists."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import citekit.detect
from citekit.detect.matching import best_matches
from citekit.detect.phrases import languages, phrases
from citekit.detect.reading import Reading
from citekit.model import Article, Passage, Span
from citekit.outlets import default_registry

DETECT = Path(citekit.detect.__file__).parent
PHRASES = DETECT.parent / "data" / "phrases"
TAGS_IN_CODE = sorted(
    phrases("en").words.keys()
    & {tag for path in DETECT.glob("*.py") for tag in re.findall(r'"([A-Z]+)"', path.read_text("utf-8"))}
)
PATTERNS = [(language, pattern) for language in languages() for pattern in phrases(language).patterns]
EXAMPLES = [
    pytest.param(language, pattern.rule, example, id=f"{language}-{pattern.rule}-{pattern.rank}-{number}")
    for language, pattern in PATTERNS
    for number, example in enumerate(pattern.examples)
]


def _found(language: str, example: str) -> tuple[str, list[tuple[str, str]]]:
    """The words in brackets, and what the patterns find in the example: (rule, words)."""
    opening = example.index("[")
    wanted = example[opening + 1 : example.index("]")]
    text = example.replace("[", "").replace("]", "")
    passage = Passage("paragraph", Span(0, len(text)))
    reading = Reading(Article("example", "-", text, (passage,), language=language), default_registry())
    matches = [match for sentence in reading.sentences for match in best_matches(reading, sentence)]
    return wanted, [(match.pattern.rule, match.span.of(text)) for match in matches]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES)
def test_examples_are_found_at_their_brackets(language: str, rule: str, example: str) -> None:
    wanted, found = _found(language, example)
    assert (rule, wanted) in found


@pytest.mark.parametrize(("language", "pattern"), PATTERNS, ids=lambda value: getattr(value, "rule", value))
def test_every_pattern_has_an_example(language: str, pattern: object) -> None:
    assert getattr(pattern, "examples", ())


@pytest.mark.parametrize("tag", TAGS_IN_CODE)
@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_tags_that_detection_asks_for(language: str, tag: str) -> None:
    assert tag in phrases(language).words


@pytest.mark.parametrize("language", languages())
def test_every_typed_noun_is_a_word_that_patterns_know(language: str) -> None:
    known = phrases(language)
    assert set(known.types) <= set(known.letters)


@pytest.mark.parametrize("language", languages())
def test_every_language_says_its_own_code(language: str) -> None:
    assert tomllib.loads((PHRASES / f"{language}.toml").read_text("utf-8"))["language"] == language


def test_an_unknown_language_is_read_with_english_phrases() -> None:
    assert phrases("xx").language == phrases(None).language == "en"


def test_a_region_does_not_hide_its_language() -> None:
    assert phrases("pt-BR") is phrases("pt-br") or phrases("pt-BR").language == "pt"
