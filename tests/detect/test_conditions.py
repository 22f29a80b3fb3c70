"""Each condition on surroundings is needed by a pattern, and each need of a pattern is a condition."""

from __future__ import annotations

from citekit.detect.conditions import CONDITIONS
from citekit.detect.phrases import languages, phrases


def test_conditions_and_the_names_that_patterns_use_are_the_same() -> None:
    patterns = (pattern for language in languages() for pattern in phrases(language).patterns)
    assert {need for pattern in patterns for need in pattern.needs} == set(CONDITIONS)
