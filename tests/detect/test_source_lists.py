"""Sources outside the sentences: lists, footnotes, headlines with their outlet."""

from __future__ import annotations

import pytest

from tests.detect.rows import authors, document, page

LEAD = "The ferry burned on Sunday. Nobody has said why it did.\n\n"
REUTERS = "https://www.reuters.com/world/ferry-owner-had-debts-2024-05-12/"

# The text after the lead, and each entry as (outlet, authors, title, date).
TEXTS = [
    (
        "References\n\nMara Quill, “The Long Ebb of the Ferry”, Reuters, May 13, 2024.\n",
        ("reuters", "Quill", "The Long Ebb of the Ferry", "2024-05-13"),
    ),
    (
        "Sources:\n\n- The New York Times, 12 May 2024\n"
        "- Reuters, “The Owner of the Ferry Had Debts”, May 13, 2024\n",
        ("the-new-york-times", "", None, "2024-05-12"),
        ("reuters", "", "The Owner of the Ferry Had Debts", "2024-05-13"),
    ),
    (
        "Sources:\n\nReuters, “Owners Paid Their Debts Through June,” Aug. 7, 2019\n\n"
        "CNN, “Pumps Without Owners,” May 14, 2019\n",
        ("reuters", "", "Owners Paid Their Debts Through June", "2019-08-07"),
        ("cnn", "", "Pumps Without Owners", "2019-05-14"),
    ),
    (
        "Our fact-check sources:\nReuters, May 3, 2021, Ferry goes to the highest bidder\n",
        ("reuters", "", "Ferry goes to the highest bidder", "2021-05-03"),
    ),
    ("Source: Rainpress\n", ("rainpress", "", None, "")),
    (
        "More information: Ada B. Moor et al. The long rain of ferries, Rain Letters (2019). https://doi.org/10.1/x.7\n",
        ("rain-letters", "Moor", "The long rain of ferries", "2019"),
    ),
    (
        "Journal Reference: Ada Moor, The long rain of ferries, Nature, 2019; https://doi.org/10.1/x.7\n",
        ("nature", "Moor", "The long rain of ferries", "2019"),
    ),
    (
        "Sources\n\n- Reuters: The Report by CNN on Pumps, https://www.reuters.com/x/pumps-2024-05-12/\n",
        ("reuters", "", "The Report by CNN on Pumps", "2024-05-12"),
    ),
    ("Source: Reuters, May 13, 2024\n", ("reuters", "", None, "2024-05-13")),
    ("Sources: Reuters, CNN\n", ("reuters", "", None, ""), ("cnn", "", None, "")),
    (
        "Elsewhere:\n\n- The Owner of the Ferry Had Debts (Reuters)\n"
        "- Pumps Without Owners (Washington Post)\n",
        ("reuters", "", "The Owner of the Ferry Had Debts", ""),
        ("the-washington-post", "", "Pumps Without Owners", ""),
    ),
    (
        "References\n\nQuill, Mara. The Long Ebb. Harbour Press, 2014.\n"
        "Veld, T. and Lind, B. (2019). Pumps and their owners. Journal of Tides, 12(3), 4-9.\n"
        "Carrow I, Lind BD. Ferries of steam. Tide Studies 2016; 4: 12-19.\n"
        "T. Veld and B. Lind, “Who Sold the Pumps”, Harbour Letters 6 (2024).\n"
        "World Bank (2020). Pumps and Prosperity. Washington, DC.\n"
        "Tide Worker, 5 May 1926, p. 1\n",
        (None, "Quill", "The Long Ebb", "2014"),
        ("journal-of-tides", "Veld, Lind", "Pumps and their owners", "2019"),
        ("tide-studies", "Carrow, Lind", "Ferries of steam", "2016"),
        ("harbour-letters", "Veld, Lind", "Who Sold the Pumps", "2024"),
        ("world-bank", "", "Pumps and Prosperity", "2020"),
        ("tide-worker", "", None, "1926-05-05"),
    ),
    (
        "Reuters: The Owner of the Ferry Had Debts\n\nWashington Post: Pumps Without Owners\n",
        ("reuters", "", "The Owner of the Ferry Had Debts", ""),
        ("the-washington-post", "", "Pumps Without Owners", ""),
    ),
    (
        "Further reading:\n\n* Mara Quill, The Long Ebb, 2019\n"
        "* Larkhaven Harbour Board, Ferries and Berths, 2018\n",
        (None, "Quill", "The Long Ebb", "2019"),
        ("larkhaven-harbour-board", "", "Ferries and Berths", "2018"),
    ),
    (
        "References\n\n[1] Pump fatigue: its toll on ferries, Rain Res. 2015; 28: 685. https://rain.example/p\n"
        "[2] Reuters, “Pumps Without Owners”, May 13, 2024.\n",
        ("rain-example", "", "Pump fatigue: its toll on ferries", "2015"),
        ("reuters", "", "Pumps Without Owners", "2024-05-13"),
    ),
]

# The body of an HTML page after the lead, and each entry as (outlet, title, URL).
PAGES = [
    (
        f"<h3>Sources</h3><ul><li>Reuters, <a href='{REUTERS}'>The Owner of the Ferry Had Debts</a></li>"
        "<li>CNN, “Pumps Without Owners”</li></ul>",
        ("reuters", "The Owner of the Ferry Had Debts", REUTERS),
        ("cnn", "Pumps Without Owners", None),
    ),
    (f"<p>Source: <a href='{REUTERS}'>Reuters</a></p>", ("reuters", None, REUTERS)),
    (
        f"<h3>Elsewhere!</h3><ul><li><a href='{REUTERS}'>The Owner Had Debts</a> (Reuters)</li></ul>",
        ("reuters", "The Owner Had Debts", REUTERS),
    ),
]

# Lists of other things.
NONE = [
    "Her rules: be there (always) and stay.\n",
    "1. The ferry burned.\n2. The pumps did not.\n",
    "Sources said that the pumps were sold.\n",
    "Source: Ada Moor\n",
    "What burned:\n\n- the deck\n- the hull\n- the bar\n",
    "1) Pump, Steel, 10 pieces https://amzn.to/2hWHtYm\n2) Pump, Brass, 5 pieces https://amzn.to/2hWHtYn\n",
]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row[0][:30])
def test_entries_of_lists_in_text(
    row: tuple[str, *tuple[tuple[str | None, str, str | None, str], ...]],
) -> None:
    text, *wanted = row
    found = document(LEAD + text)
    assert [
        (c.outlet.id if c.outlet else None, authors(c), c.title, str(c.date or "")) for c in found.citations
    ] == wanted
    assert {(c.form, c.within) for c in found.citations} == {("parenthetical", None)}


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row[0][:30])
def test_entries_of_lists_in_pages(
    row: tuple[str, *tuple[tuple[str | None, str | None, str | None], ...]],
) -> None:
    html, *wanted = row
    found = document(page(html))
    assert [(c.outlet.id if c.outlet else None, c.title, c.url) for c in found.citations] == wanted


@pytest.mark.parametrize("text", NONE)
def test_other_lists_have_no_sources(text: str) -> None:
    found = document(LEAD + text)
    assert [c.rule for c in found.citations] == []


def test_the_anchor_of_an_entry_is_its_words_without_the_bullet() -> None:
    found = document(
        LEAD + "Sources:\n\n- CNN, “Pumps Without Owners”, May 2024\n- Reuters, “Owners Without Pumps”\n"
    )
    assert [c.span.of(found.article.text)[:4] for c in found.citations] == ["CNN,", "Reut"]


def test_a_list_ends_where_prose_begins_again() -> None:
    text = (
        LEAD
        + "Sources:\n\n- CNN, “Pumps Without Owners”, May 2024\n\nThe mayor was not in Lund, Sweden, 2019.\n"
    )
    assert [c.outlet and c.outlet.id for c in document(text).citations] == ["cnn"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_label_that_names_its_one_headline_opens_no_list(between: str) -> None:
    lines = [
        "Read more: The Owner of the Ferry Had Debts",
        "The owner, a dealer in pumps, has said nothing so far.",
        "It is also regarded as a loss to Lund, which has had no other ferry since 2013.",
    ]
    assert not document(LEAD + between.join(lines) + "\n").citations


def test_headlines_of_the_same_site_are_no_sources() -> None:
    text = "Related\n\nThe Pump Brothers: Lighting Up With the Stars\nAda's Guest List: 21 Amazing Pumps\n"
    assert not document(LEAD + text).citations


def test_prose_under_a_label_is_no_entry() -> None:
    prose = (
        "The trip was a little dimmed by a stone, thrown at the mayor, who greeted those who had come to see"
        " the ferry leave for the last time."
    )
    assert not document(f"{LEAD}Further reading\n{prose}\nIn this sense, nothing is new.\n").citations


def test_sentences_with_a_link_before_a_bracket_are_no_headline() -> None:
    link = '<a href="https://jabberwocking.com/ferry-pumps/">a post on the pumps</a>'
    found = document(page(f"<p>The owner has more on the debt. And see {link}. (Hat tip: Reuters.)</p>"))
    assert [(c.form, c.outlet and c.outlet.id) for c in found.citations] == [
        ("link", "jabberwocking-com"),
        ("attribution", "reuters"),
    ]
