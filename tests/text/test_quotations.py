"""Which stretches stand between quotation marks: every style, nested, over paragraphs, never closed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Span
from citekit.text.quotations import Quotation, find_quotations
from tests.linear import is_linear, seconds


def paragraphs(text: str) -> list[Span]:
    """Each line that is not empty."""
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def inner(text: str) -> list[str]:
    """The words of the quotations, in order of start."""
    return [q.inner.of(text) for q in find_quotations(text, paragraphs(text))[0]]


# The text, and the words between marks, in order of start.
STYLES = [
    ("He said “it rained”.", ["it rained"]),
    ('He said "it rained".', ["it rained"]),
    ("He said 'it rained all day'.", ["it rained all day"]),
    ("He said ‘it rained’.", ["it rained"]),
    ("Il dit « il pleut ».", [" il pleut "]),
    ("Il dit «\u00a0il pleut\u00a0».", ["\u00a0il pleut\u00a0"]),
    ("Er sagte „es regnet“.", ["es regnet"]),
    ("Er sagte »es regnet«.", ["es regnet"]),
    ("Er sagte ‚es regnet‘.", ["es regnet"]),
    ("Dijo «llueve» y “nieva”.", ["llueve", "nieva"]),
    # nested
    ("He said: “It is a ‘real storm’, no?”", ["It is a ‘real storm’, no?", "real storm"]),
    ("He said: “It is a “storm”, no?”", ["It is a “storm”, no?", "storm"]),
    ("Er sagte: „Das ist ein ‚Sturm‘, nein?“", ["Das ist ein ‚Sturm‘, nein?", "Sturm"]),
    ("Dijo: «Es una “tormenta”».", ["Es una “tormenta”", "tormenta"]),
    # apostrophes are no marks
    ("The ferry's pumps weren't Veld's, nor the owners' own.", []),
    ("The ferry’s pumps weren’t Veld’s, nor the owners’ own.", []),
    ("He said “the ferry’s gone”, didn’t he?", ["the ferry’s gone"]),
    ("Back on the '90s ferry.", []),
    # beside other signs
    ("(“It rained.”)", ["It rained."]),
    ("—“It rained,” she said—", ["It rained,"]),
    ("*“It rained”*", ["It rained"]),
    ('He is 6\'2" tall and the plank is 12" wide.', []),
    ("“”", [""]),
    ("", []),
]

# Over paragraphs: each opens, only the last closes.
LONG = [
    ("“It rained.\n“It poured.\n“It stopped.” So it went.", ["It rained.\n“It poured.\n“It stopped."]),
    ("He said: “It rained.\n\n“It stopped.” So it went.", ["It rained.\n\n“It stopped."]),
    ("«Llovió.\n«Paró».", ["Llovió.\n«Paró"]),
    # a quotation that is closed goes no further
    ("“It rained.”\n“It stopped.”", ["It rained.", "It stopped."]),
]

# Never closed: to the end of the paragraph, and said.
OPEN = [
    ("He said “it rained.\nAnd so it went.", "it rained."),
    ("He asked (who’s said that “it rained) and left.", "it rained"),
    ("And so “it went", "it went"),
    ('And so "it went', "it went"),
]


@pytest.mark.parametrize(("text", "wanted"), STYLES)
def test_marks_of_every_style(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), LONG)
def test_quotations_over_paragraphs(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), OPEN)
def test_a_quotation_never_closed_ends_with_its_paragraph_and_is_a_problem(text: str, wanted: str) -> None:
    found, problems = find_quotations(text, paragraphs(text))
    assert [(q.inner.of(text), q.closed) for q in found] == [(wanted, False)]
    assert [(p.message, p.span.of(text)) for p in problems] == [
        ("quotation never closed", text[found[0].outer.start])
    ]


@pytest.mark.parametrize("text", [text for text, _ in STYLES])
def test_what_is_closed_is_no_problem(text: str) -> None:
    assert find_quotations(text, paragraphs(text))[1] == []


def test_the_depth_counts_the_quotations_around() -> None:
    text = "“It is a ‘real storm’, no?”"
    assert [q.depth for q in find_quotations(text, paragraphs(text))[0]] == [0, 1]


marks = st.text(st.sampled_from("“”„«»‹›‘’‚\"' ab.,()\n"), max_size=60)


def found(text: str) -> list[Quotation]:
    return find_quotations(text, paragraphs(text))[0]


@given(marks)
def test_every_span_lies_in_the_text_and_holds_its_marks(text: str) -> None:
    for quotation in found(text):
        assert 0 <= quotation.outer.start < quotation.outer.end <= len(text)
        assert quotation.outer.contains(quotation.inner)
        assert quotation.inner.start == quotation.outer.start + 1
        assert quotation.inner.end == quotation.outer.end - quotation.closed


@given(marks)
def test_quotations_nest_and_never_cross(text: str) -> None:
    stack: list[Span] = []
    for quotation in found(text):
        while stack and stack[-1].end <= quotation.outer.start:
            stack.pop()
        assert not stack or stack[-1].contains(quotation.outer)
        stack.append(quotation.outer)


@given(marks)
def test_they_come_in_order_of_start(text: str) -> None:
    starts = [q.outer.start for q in found(text)]
    assert starts == sorted(starts)
    assert len(starts) == len(set(starts))


@given(marks)
def test_each_open_one_is_a_problem_and_no_other(text: str) -> None:
    quotations, problems = find_quotations(text, paragraphs(text))
    assert [p.span.start for p in problems] == [q.outer.start for q in quotations if not q.closed]


BIG: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "“" * n,
    "closing marks": lambda n: "”" * n,
    "straight marks": lambda n: '"' * n,
    "spaced straight marks": lambda n: 'a "' * n,
    "apostrophes": lambda n: " 'a" * n,
    "open over paragraphs": lambda n: "“a\n" * n,
    "open in paragraphs": lambda n: "a “a\n" * n,
    "guillemets": lambda n: "«»" * n,
    "brackets": lambda n: "“" + "(" * n + "\n",
}


@pytest.mark.parametrize("make", BIG.values(), ids=BIG)
def test_time_grows_with_the_length_alone(make: Callable[[int], str]) -> None:
    def took(size: int) -> float:
        text = make(size)
        spans = paragraphs(text)
        return seconds(lambda: find_quotations(text, spans))

    assert is_linear(took, 10_000, 4)
