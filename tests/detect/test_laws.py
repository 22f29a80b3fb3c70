"""What holds for whatever is written: nothing fails, and every span says what the contract prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.detect import BUILTIN, detect
from citekit.detect.reading import Reading
from citekit.export import contract
from citekit.model import Article, Embed, Link, Mark, Passage, Span
from citekit.outlets import default_registry
from tests.linear import is_linear, seconds

CLAUSES = (
    *(
        "Reuters reported that it burned.",
        "Ada Moor told Reuters",
        "as Ines Carrow writes at WSWS:",
        "he added,",
    ),
    *(
        "“It burned all night,”",
        "“It is a ‘real storm’”",
        "according to the BBC",
        "citing CNN,",
        "(CBS News11/10/19)",
    ),
    *(
        "A report by Amnesty International found",
        "The report said",
        "In a tweet, Veld said",
        "(Reuters)",
        "(AP) —",
    ),
    *(
        "This article originally appeared in Mother Jones.",
        "here it is in its entirety:",
        "My Notes:",
        "Sources:",
    ),
    *(
        "Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019\n",
        "— Ada Moor (@adamoor) May 3, 2024",
        "(Quill 2019: 3)",
    ),
    *(
        "in her book “The Long Ebb”",
        "John 3:16",
        "the Jordanian government said",
        "- CNN, “Pumps”, May 2024\n",
    ),
    *("selon Le Monde,", "según El País,", "laut Spiegel", "de acordo com a Folha,", "https://bbc.co.uk/x"),
)
PIECES = (
    *(
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        "(",
        ")",
        "[",
        ":",
        ";",
        ",",
        ".",
        "\n",
        "\n\n",
        "- ",
        "—",
        "…",
    ),
    *("The Guardian", "AP", "the Times", "Moon of Alabama", "Twitter", "Mr", "@adamoor", "Ministry of Rain"),
    *(
        " said ",
        " wrote in ",
        " told ",
        " via ",
        " tweeted ",
        "’s ",
        "h/t ",
        "(pdf)",
        "5/6/098/1/12",
        "last month",
    ),
    *("\x00", "\x85", "\u00ad", "\u00a0", "😀", "ﷺ", "İ", "ẞ", " ", " ", " "),
)
KINDS = (
    "paragraph",
    "paragraph",
    "paragraph",
    "heading",
    "quotation",
    "item",
    "embed",
    "byline",
    "preformatted",
)
URLS = (
    "https://www.bbc.co.uk/news/a-1",
    "https://twitter.com/a/status/1",
    "http:///h",
    "https://[",
    "",
    "x:",
    "#top",
)
LANGUAGES = ("en", "en", "en", None, "es", "fr", "de", "pt", "xx", "en-GB")

texts = st.builds(
    str.join,
    st.sampled_from([" ", " ", "\n\n", ""]),
    st.lists(st.sampled_from((*CLAUSES, *CLAUSES, *PIECES)) | st.text(max_size=3), min_size=6, max_size=24),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any text with passages in order, and links, marks and embeds anywhere in it."""
    text = draw(texts)
    breaks = [match.end() for match in re.finditer("\n\n", text)]
    cuts = draw(
        st.just(breaks) | st.just(breaks) | st.lists(st.integers(0, len(text)), max_size=6).map(sorted)
    )
    edges = [0, *cuts, len(text)]
    passages = [
        Passage(
            draw(st.sampled_from(KINDS)), Span(start, end), draw(st.integers(0, 2)), draw(st.integers(0, 2))
        )
        for start, end in pairwise(edges)
        if start < end
    ]
    anywhere = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda p: Span(min(p), max(p))
    )
    urls = st.sampled_from(URLS)
    marks = st.builds(Mark, anywhere, st.sampled_from(("emphasis", "cite", "strong")))
    embeds = st.builds(Embed, anywhere, st.sampled_from(("twitter", "x")), urls)
    return Article(
        "a",
        "-",
        text,
        tuple(passages),
        tuple(draw(st.lists(st.builds(Link, anywhere, urls), max_size=4))),
        tuple(draw(st.lists(marks, max_size=3))),
        tuple(draw(st.lists(embeds, max_size=2))),
        language=draw(st.sampled_from(LANGUAGES)),
        media=draw(st.sampled_from(("html", "text", "markdown"))),
    )


@pytest.mark.parametrize("name", BUILTIN)
@given(article=articles())
@settings(max_examples=15)
def test_no_detector_fails_on_any_article(name: str, article: Article) -> None:
    for citation in BUILTIN[name](Reading(article, default_registry())):
        assert Span(0, len(article.text)).contains(citation.span)


@given(articles())
@settings(max_examples=80)
def test_every_citation_stands_in_the_text_as_the_contract_prints_it(article: Article) -> None:
    document = detect(article)
    text = article.text
    for citation in document.citations:
        record = contract.citation(citation, text)
        anchor, quote = record["anchor"], record["quote"]
        assert anchor["text"] == text[anchor["start"] : anchor["end"]] == citation.span.of(text)
        assert quote is None or quote["text"] == text[quote["start"] : quote["end"]]
        assert 0 <= citation.confidence <= 1
        assert citation.rule
    for problem in document.problems:
        assert Span(0, len(text)).contains(problem.span)


@given(articles())
@settings(max_examples=80)
def test_ids_are_in_reading_order_and_within_ends_at_the_article(article: Article) -> None:
    citations = detect(article).citations
    assert [c.id for c in citations] == [f"c{n}" for n in range(1, len(citations) + 1)]
    assert [c.span.start for c in citations] == sorted(c.span.start for c in citations)
    by_id = {c.id: c for c in citations}
    for citation in citations:
        passed = {citation.id}
        while citation.within is not None:
            citation = by_id[citation.within]
            assert citation.id not in passed
            passed.add(citation.id)


@given(articles())
@settings(max_examples=30)
def test_the_same_article_gives_the_same_document(article: Article) -> None:
    assert detect(article) == detect(article)


BIG: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "“" * n,
    "brackets": lambda n: "(" * n,
    "outlets": lambda n: "Reuters " * (n // 8),
    "capitals": lambda n: "Ada Moor " * (n // 9),
    "verbs": lambda n: "said " * (n // 5),
    "tellings": lambda n: "Ada Moor told Reuters " * (n // 22),
    "dates": lambda n: "5/6/098/1/124/11/19" * (n // 19),
    "handles": lambda n: "— A (@a) " * (n // 9),
    "colons": lambda n: "Reuters said:\n" * (n // 14),
    "spaces": lambda n: "Reuters" + " " * n + "said",
}
"""Texts of about n characters that a careless pattern would read again and again."""


@pytest.mark.slow
@pytest.mark.parametrize("make", BIG.values(), ids=BIG)
def test_time_grows_with_the_length_alone(make: Callable[[int], str]) -> None:
    def took(size: int) -> float:
        text = make(size)
        lines, position = [], 0
        for line in text.split("\n"):
            if line:
                lines.append(Passage("paragraph", Span(position, position + len(line))))
            position += len(line) + 1
        article = Article("a", "-", text, tuple(lines), language="en")
        return seconds(lambda: detect(article))

    assert is_linear(took, 25_000, 2)
