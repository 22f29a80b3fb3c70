"""Whom a name means: an outlet just named in full lends its last words to the name."""

from __future__ import annotations

import pytest

from tests.detect.rows import document

FULL = "The Detroit Free Press reported on Monday that the pumps had failed."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{FULL}\n\nThe pumps were old, according to the Free Press.", "detroit-free-press"),
        ("The pumps were old, according to the Free Press.", "the-free-press"),
        (f"{FULL}\n\nThe Free Press said so.\n\nThe pumps were old, the Free Press said.", "the-free-press"),
        (f"{FULL}\n\nThe pumps were old, according to Reuters.", "reuters"),
    ],
)
def test_a_short_form_means_the_outlet_just_named_in_full(text: str, last: str) -> None:
    outlets = [c.outlet.id for c in document(text).citations if c.outlet is not None]
    assert outlets[-1] == last
