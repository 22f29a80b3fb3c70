"""Which language a text is in, by its small words and its script."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

ENOUGH = 1500
"""Characters that are looked at; more change nothing."""
_FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\uffdc]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is in, or None where too little of it is known.

    >>> detect_language("Die Frage ist nicht, ob er es war, sondern wie."), detect_language("Lorem ipsum")
    ('de', None)
    """
    sample = _sample(text).lower()
    if by_script := _by_script(sample):
        return by_script
    words = _WORD.findall(sample.replace("’", "'"))
    counts, known = Counter(words), _languages()
    scores: dict[str, int] = {}
    for word in counts.keys() & known.keys():
        count = counts[word]
        for language in known[word]:
            scores[language] = scores.get(language, 0) + count
    most = max(scores.values(), default=0)
    if most < max(2, len(words) // 12):
        return None
    best = [language for language, score in scores.items() if score == most]
    return best[0] if len(best) == 1 else None


def _sample(text: str) -> str:
    """The start of a text and a part of its middle: what opens it may be a quotation in another language."""
    if len(text) <= ENOUGH:
        return text
    half = ENOUGH // 2
    middle = max(half, len(text) // 2 - half // 2)
    return text[:half] + text[middle : middle + half]


def _by_script(sample: str) -> str | None:
    enough = (len(sample) - sample.count(" ")) / 3
    if len(sample) - len(sample.encode("ascii", "ignore")) < enough:  # sooner counted than the letters
        return None
    letters = _FOREIGN.findall(sample)
    if len(letters) < enough:
        return None
    joined = "".join(letters)
    for language, inside in _scripts().items():
        if len(inside.findall(joined)) * 5 > len(letters):
            return _by_letters(language, letters)
    return None


def _by_letters(language: str, letters: list[str]) -> str:
    """Ukrainian and Bulgarian among Cyrillic, Persian among Arabic."""
    kin = {"ru": ("uk", "bg"), "ar": ("fa",)}.get(language, ())
    for other in kin:
        if sum(letter in _tables()["letters"][other] for letter in letters) * 50 > len(letters):
            return other
    return language


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    """The letters of each script that one language alone, or mostly, is written in."""
    return {
        language: re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges) + "]")
        for language, ranges in _tables()["scripts"].items()
    }


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in _tables()["words"].items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("citekit").joinpath("data/languages.toml").read_text("utf-8"))
