"""Whose words a citation stands in: scopes nest, whatever the citations are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.detect.voices import nest, without_own
from citekit.model import Citation, Outlet, Span
from tests.detect.rows import document

REUTERS, CNN, WSWS = (
    Outlet(id, name) for id, name in [("reuters", "Reuters"), ("cnn", "CNN"), ("wsws", "WSWS")]
)

spans = st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda pair: Span(pair[0], sum(pair)))
citations = st.lists(
    st.builds(
        lambda span, quote, outlet, rule: Citation("", "attribution", span, quote, outlet, rule=rule),
        spans,
        st.none() | spans,
        st.sampled_from([None, REUTERS, CNN, WSWS]),
        st.sampled_from(
            ["attribution.outlet-verb", "attribution.citing-outlet", "attribution.according-to-outlet"]
        ),
    ),
    max_size=12,
)


@given(citations)
def test_ids_are_numbered_in_reading_order(found: list[Citation]) -> None:
    nested = nest(found)
    assert [c.id for c in nested] == [f"c{n}" for n in range(1, len(found) + 1)]
    assert [c.span for c in nested] == sorted(c.span for c in nested)


@given(citations)
def test_within_names_a_citation_of_the_article_and_goes_round_in_no_circle(found: list[Citation]) -> None:
    nested = {c.id: c for c in nest(found)}
    for citation in nested.values():
        passed = {citation.id}
        while citation.within is not None:
            citation = nested[citation.within]
            assert citation.id not in passed
            passed.add(citation.id)


@given(citations)
def test_within_is_the_narrowest_quotation_around_the_anchor(found: list[Citation]) -> None:
    sentences = iter(range(1_000_000))
    nested = {c.id: c for c in nest(found, lambda position: next(sentences))}
    for citation in nested.values():
        holder = nested.get(citation.within or "")
        if holder is not None:
            assert holder.quote is not None
            assert holder.quote.contains(citation.span)


@given(citations)
def test_nesting_what_is_nested_changes_nothing(found: list[Citation]) -> None:
    once = nest(found)
    assert nest(once) == once


@given(citations)
def test_nothing_is_lost_and_nothing_but_id_and_within_is_set(found: list[Citation]) -> None:
    bare = [replace(c, id="", within=None) for c in nest(found)]
    assert sorted(map(str, bare)) == sorted(map(str, found))


CHAIN = (
    "Friends, this comes courtesy of the Moon of Alabama website, and here is the article in full:\n\n"
    "The mayor was not there when it burned, as Ines Carrow writes at WSWS:\n\n"
    "The pumps were sold in the spring. Tomas Veld tweeted that he was “going to the islands for good”. "
    "The sale was long known (Miami Herald,11/9/19).\n\n"
    "My Notes: I was there."
)

# (text, each citation's outlet and the outlet of the one it stands within)
WITHIN = [
    (
        "“The pumps were sold, CNN reported, to a man at sea,” Ines Carrow wrote in The Washington Post.",
        [("cnn", "the-washington-post"), ("the-washington-post", None)],
    ),
    ("Reuters reported it. CNN reported it too.", [("reuters", None), ("cnn", None)]),
    (
        "Reuters, citing the Financial Times, reported that the pumps were sold.",
        [("reuters", None), ("financial-times", "reuters")],
    ),
    (
        "The Intercept said the pumps were gone, according to Reuters.",
        [("the-intercept", "reuters"), ("reuters", None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), WITHIN)
def test_who_cites_whom(text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = document(text)
    outlet = {c.id: c.outlet.id if c.outlet else None for c in found.citations}
    assert [(outlet[c.id], outlet.get(c.within or "")) for c in found.citations] == wanted


def test_a_chain_of_voices() -> None:
    found = document(CHAIN)
    rows = [(c.form, c.outlet.id if c.outlet else None, c.id, c.within) for c in found.citations]
    assert rows == [
        ("reprint", "moon-of-alabama", "c1", None),
        ("attribution", "wsws", "c2", "c1"),
        ("attribution", "twitter", "c3", "c2"),
        ("parenthetical", "miami-herald", "c4", "c2"),
    ]


def test_what_is_told_to_an_edition_of_the_outlet_is_told_to_it() -> None:
    edition = Outlet("cnn-larkhaven", "CNN Larkhaven", parent="cnn")
    told = Citation("c1", "attribution", Span(10, 20), None, CNN, rule="attribution.told-outlet")
    said = Citation("c2", "attribution", Span(30, 40), None, CNN, rule="attribution.outlet-verb")
    assert without_own([told, said], edition) == [said]
    assert without_own([replace(told, outlet=edition), said], CNN) == []


def test_who_told_the_outlet_something_goes_on_telling_it() -> None:
    found = document(
        "The Halton sheriff’s office said it sank.\nAda Moor, the mate, told Reuters that it rained.\n"
        "“It rained all night long,” she said.",
        url="https://www.reuters.com/world/ferry/",
    )
    assert [(c.rule, c.outlet and c.outlet.name, [a.name for a in c.authors]) for c in found.citations] == [
        ("attribution.outlet-verb", "Halton sheriff’s office", []),
        ("attribution.pronoun-verb", None, ["Ada Moor"]),
    ]


def test_the_voice_itself_is_no_source_of_its_own_words() -> None:
    one = Citation("c1", "reprint", Span(0, 5), Span(0, 99), REUTERS)
    told = Citation("c2", "attribution", Span(10, 20), None, REUTERS, within="c1")
    linked = Citation("c3", "link", Span(30, 40), None, REUTERS, url="https://www.reuters.com/x", within="c1")
    other = Citation("c4", "attribution", Span(50, 60), None, CNN, within="c1")
    assert without_own([one, told, linked, other], WSWS) == [one, linked, other]


def test_the_article_s_outlet_is_no_source_of_its_article() -> None:
    told = Citation("c1", "attribution", Span(10, 20), None, REUTERS)
    other = Citation("c2", "attribution", Span(50, 60), None, CNN)
    assert without_own([told, other], REUTERS) == [other]
    assert without_own([told, other], None) == [told, other]


def test_a_quotation_is_no_source_of_itself_and_what_is_told_again_stands_beside_it() -> None:
    quoted = Citation("c1", "quotation", Span(0, 9), Span(10, 90), outlet=CNN, rule="quotation.led")
    told = Citation("c1", "attribution", Span(0, 9), Span(10, 90), outlet=CNN, rule="attribution.outlet-verb")
    again = Citation(
        "c2", "attribution", Span(20, 30), outlet=CNN, within="c1", rule="attribution.told-outlet"
    )
    assert without_own([quoted, again], REUTERS) == [quoted]
    assert without_own([told, again], REUTERS) == [told, replace(again, within=None)]


PRONOUNS = [
    (
        "Bo Dahl disagrees: in a letter to her, he called the claim “poetry and nothing else at all”.",
        "Bo Dahl",
    ),
    ("Ada Moor was there. “It rained all night long,” she said.", "Ada Moor"),
]


@pytest.mark.parametrize(("text", "who"), PRONOUNS)
def test_a_pronoun_stands_for_whom_the_sentence_is_about(text: str, who: str) -> None:
    found = document(f"The ferry sank, Ines Carrow told the BBC. {text}")
    (said,) = [c for c in found.citations if c.rule == "attribution.pronoun-verb"]
    assert [a.name for a in said.authors] == [who]
