"""Words quoted in one article that stand in another are from there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Article, Citation, Document, Span
from citekit.resolve.reuse import SHINGLE, WINDOW, fingerprints, sources_of_quotes

SOLD = (
    "The pumps were sold in the spring to a man who has since left the country, and no one at the board "
    "asked where the money had gone or who would pay for new ones."
)
OTHER = (
    "Nobody on the quay could say that night why the lights had stayed on, why the gates were open, or who "
    "had given the order to leave the ropes where they were."
)


def quoting(id: str, words: str) -> Document:
    """An article that quotes `words`."""
    text = f"It has long been known, and it was said here before: “{words}” So it was."
    start = text.index("“") + 1
    return Document(
        Article(id, id, text), (Citation("c1", "quotation", Span(0, 5), Span(start, start + len(words))),)
    )


def saying(id: str, words: str) -> Document:
    """An article that holds `words` as its own."""
    return Document(Article(id, id, f"A quiet night in May. {words} And then it rained again."))


def sources(*documents: Document) -> dict[tuple[int, str], int]:
    return sources_of_quotes(documents, [d.citations for d in documents])


def test_a_quotation_is_traced_to_the_article_that_says_it() -> None:
    assert sources(quoting("a", SOLD), saying("b", SOLD), saying("c", OTHER)) == {(0, "c1"): 1}


def test_case_and_marks_do_not_matter() -> None:
    changed = SOLD.upper().replace(",", " –").replace(" ", "\n")
    assert sources(quoting("a", SOLD), saying("b", changed)) == {(0, "c1"): 1}


def test_a_part_is_enough() -> None:
    part = " ".join(SOLD.split()[4:24])
    assert sources(quoting("a", part), saying("b", SOLD)) == {(0, "c1"): 1}


def test_words_that_two_articles_share_alike_have_no_source() -> None:
    assert sources(quoting("a", SOLD), saying("b", SOLD), saying("c", SOLD)) == {}


def test_few_words_are_no_proof() -> None:
    few = " ".join(SOLD.split()[: SHINGLE - 1])
    assert sources(quoting("a", few), saying("b", SOLD)) == {}


def test_words_that_stand_nowhere_else_have_no_source() -> None:
    assert sources(quoting("a", SOLD), saying("b", OTHER)) == {}
    assert sources(quoting("a", SOLD)) == {}


words = st.lists(
    st.sampled_from(["sea", "ferry", "pump", "owner", "night", "board", "quay", "rope", "gate", "light"]),
    max_size=60,
)


@given(words, words, st.lists(st.integers(0, 10**6).map(str), min_size=SHINGLE + WINDOW - 1, max_size=30))
def test_any_long_run_shared_by_two_texts_is_found(
    before: list[str], after: list[str], run: list[str]
) -> None:
    one, other = " ".join(before + run), " ".join(run + after)
    marks = {mark for mark, _ in fingerprints(one)}
    assert marks & {mark for mark, _ in fingerprints(other, window=1)}


@given(st.text(max_size=300))
def test_marks_stand_in_the_text(text: str) -> None:
    assert all(0 <= offset < len(text) for _, offset in fingerprints(text))
