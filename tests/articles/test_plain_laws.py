"""What holds of any text: nothing raises, spans lie in it and in order, time grows with its length alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.articles.hints import Hints
from citekit.articles.plain import read_plain
from citekit.model import Article, Page
from tests.linear import is_linear, seconds

LINES = st.sampled_from(
    [
        "", " ", "\u00a0", "> ", "> > quoted", "# Heading", "- item", "1. item", "```", "* * *",
        "[a]: http://a.org",
        "[words](http://a.org/(x))", "By Ann Lee", "Share on Facebook", "11 responses", "Sources:",
        "Advertisement",
        "Kath, March 17, 2022 at 1:12 pm", "Posted 7 May 2016 by Ann Lee", "Fox News", "\x00",
        "http://a.org/)))",
        "The council voted to close four of its libraries, although the report had advised nothing of it, "
        "and had said so on two pages.",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400), st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=30).map("\n".join)
)
MEDIA: tuple[Literal["text", "markdown"], ...] = ("text", "markdown")


def plain(text: str, media: Literal["text", "markdown"]) -> Article:
    return read_plain(Page("-", b""), text, Hints(), media)


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(MEDIA))
def test_spans_lie_in_the_text_as_given(text: str, media: Literal["text", "markdown"]) -> None:
    found = plain(text, media)
    assert found.text == text
    spans = [passage.span for passage in found.passages] + [link.span for link in found.links]
    spans += [mark.span for mark in found.marks] + [embed.span for embed in found.embeds]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for one, two in pairwise(found.passages):
        assert one.span.end <= two.span.start
    for link in found.links:
        assert any(passage.span.contains(link.span) for passage in found.passages)


@pytest.mark.slow
@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("", "the cat sat on a mat. "), ("", "\n"), ("x", " "), ("", " \n"), ("", "> "), ("", "> a b c\n"),
        ("", "*a "), ("", "[a]("), ("", "["), ("http://a.org/", ")"), ("http://a.org/", "("),
        ("http://a.org/", "."),
        ("", "- a\n"), ("", "```\n"), ("", "Ann says:\n\n"), ("", "12 May 2019\n\n"), ("", "By Ann Lee\n\n"),
        ("", "[a]: http://x.org/b\n"), ("", "[a][b] "), ("", "_"), ("", "\x00"), ("",
        "Jon\n\n  said this\n\n"),
    ],
    ids=repr,
)  # fmt: skip
def test_time_grows_with_length_alone(before: str, unit: str, media: Literal["text", "markdown"]) -> None:
    def took(size: int) -> float:
        text = before + unit * (size // len(unit))
        return seconds(lambda: plain(text, media))

    assert is_linear(took, 20_000, 8)
