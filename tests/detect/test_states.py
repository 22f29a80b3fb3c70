"""Bodies of states that are named by the country."""

from __future__ import annotations

import pytest

from citekit.detect.states import state_bodies
from tests.detect.rows import document

# The text, and each body with its formal name.
BODIES = [
    ("According to the Jordanian government, it burned.", [("Jordanian government", "Government of Jordan")]),
    ("The French government said so.", [("French government", "Government of France")]),
    (
        "Russia’s foreign ministry said so.",
        [("Russia’s foreign ministry", "Ministry of Foreign Affairs of Russia")],
    ),
    (
        "Russia's foreign ministry said so.",
        [("Russia's foreign ministry", "Ministry of Foreign Affairs of Russia")],
    ),
    (
        "The Swedish government and the Danish government met.",
        [("Swedish government", "Government of Sweden"), ("Danish government", "Government of Denmark")],
    ),
    ("The government said so.", []),
    ("A local government said so.", []),
    ("The Larkhaven government said so.", []),
    ("She is a French teacher in government service.", []),
]


@pytest.mark.parametrize(("text", "wanted"), BODIES)
def test_bodies_by_country(text: str, wanted: list[tuple[str, str]]) -> None:
    found = list(state_bodies(text))
    assert [(known.span.of(text), known.outlets[0].name) for known in found] == wanted


def test_a_state_s_body_is_cited_like_any_other() -> None:
    found = document("According to the Jordanian government, it burned.")
    assert [(c.outlet.name, c.form) for c in found.citations if c.outlet] == [
        ("Government of Jordan", "attribution")
    ]
