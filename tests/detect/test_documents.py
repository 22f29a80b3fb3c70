"""Works told without quotation marks: books by capitals, papers of courts, statements of officials."""

from __future__ import annotations

import pytest

from citekit.resolve import resolve
from tests.detect.rows import asked, document, laid_beside, unmarked

BOOKS = [
    ("[Mara Quill, in The Long Ebb of Trade], is scathing about it.", "? by Quill"),
    ("[Mara Quill, whose The Birth of the Ferry concluded] that it came out stronger, left.", "? by Quill"),
    ("[In The Ebb of Empire, Mara Quill describes] the sale.", "? by Quill"),
    ("[Mara Quill’s The Ebb of Empire argues] that it was never sold.", "? by Quill"),
    ("[Mara Quill’s 2014 book The Ebb] shows it.", "? by Quill"),
    ("“{The pumps are gone},” the mayor’s secretary [wrote in his diary].", "?"),
]

PAPERS = [
    ("The pumps were sold, [according to court records].", "?"),
    ("[Court documents show that] the pumps were sold.", "?"),
    ("[Mara Quill said in a written statement] that the pumps were sold.", "? by Quill"),
    ("[In a statement on Friday, Mara Quill said] that the pumps were sold.", "? by Quill"),
    ("The ministry declined to comment on it, [the Guardian told its readers].", "the-guardian"),
    ("A spokesman [declined to comment on the price to Reuters].", "reuters"),
    ("By then [the BBC had been told by] the firm that they were sold.", "bbc"),
]

# An article, and the outlet that its last citation must go back to.
FOLLOWING = [
    ("Boeing sold the pumps, Reuters reported.\nThe company said that it rained.", "boeing"),
    ("Boeing is bidding for it.\nIn a statement released on Monday, it said that it rained.", "boeing"),
    ("It was sold, according to NASA. “It rained,” it added.", "nasa"),
    ("A source told CNN that it rained.\n“It was wet,” the insider added.", "cnn"),
    ("The Guardian had it first.\nThe same paper’s Mara Quill explained why it was sold.", "the-guardian"),
]

NOTHING = [
    "Boeing sold the pumps. The company reported a loss in May.",
    "Boeing sold the pumps. The company has not commented.",
    "The company said nothing of it.",
]


@pytest.mark.parametrize(("marked", "sources"), BOOKS + PAPERS, ids=str)
def test_document_is_cited_at_its_words(marked: str, sources: str) -> None:
    wanted = asked("attribution", marked, sources)
    assert laid_beside(document(unmarked(marked)), wanted) == wanted


@pytest.mark.parametrize(("text", "outlet"), FOLLOWING, ids=str)
def test_noun_goes_back_to_the_body_named_before(text: str, outlet: str) -> None:
    (read,) = resolve([document(text)]).documents
    last = read.citations[-1].outlet
    assert last is not None
    assert last.id == outlet


@pytest.mark.parametrize("text", NOTHING, ids=str)
def test_act_or_silence_of_a_body_is_no_source(text: str) -> None:
    assert [c for c in document(text).citations if c.outlet is not None] == []


def test_verses_in_one_bracket_are_one_reference() -> None:
    text = "Er sagt es oft (vgl. Mt 10, 39; 16, 25; Mk 8, 35; Lk 9, 24; Joh 12, 25)."
    assert len(document(text, language="de").citations) == 1
