"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.detect.sentences import sentences
from citekit.model import Span
from citekit.text.quotations import find_quotations

# One paragraph, its sentences parted by "|".
ROWS = [
    "It burned.| It was old.",
    "It burned!| Was it old?| It was.",
    "It burned… and it was old.",
    "Mr. Veld met Gen. Ada Moor at the U.S. embassy.| He left.",
    "Veld, J. R. R., met her at No. 5 in Jan. 2019.| He left.",
    "It cost 1.5 million.| Nobody paid.",
    "It burned at 5 a.m. and sank.",
    "He said “it burned. It was old.”| Then he left.",
    "“It burned. It was old,” he said.| He left.",
    "“It burned.”| “It was old.”",
    "It burned (it was old).| Nobody paid.",
    "It burned at larkhaven.com. nobody paid.",
    "¿Ardió?| ¡Ardió!",
    "It burned",
    "",
    "“It burned. It was old. Nobody paid.”| So he said.",
]


def split(text: str) -> list[Span]:
    whole = Span(0, len(text))
    quotations = [q.outer for q in find_quotations(text, [whole])[0] if q.depth == 0]
    return list(sentences(text, whole, quotations))


@pytest.mark.parametrize("marked", ROWS)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [s.of(text) for s in split(text)] == [part.strip() for part in marked.split("|") if part]


@given(st.text(st.sampled_from("aA. !?“”\"'()\n…1"), max_size=60))
def test_they_cover_the_text_and_never_overlap(text: str) -> None:
    position = 0
    for sentence in split(text):
        assert not text[position : sentence.start].strip()
        assert sentence.of(text).strip()
        position = sentence.end
    assert not text[position:].strip()
