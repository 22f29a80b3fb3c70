"""Short forms: "the report", "Carrow adds", "he continued", and to whom they go back."""

from __future__ import annotations

import pytest

from citekit.resolve.antecedents import resolve_antecedents
from tests.detect.rows import authors, document

# The text, and of each citation the outlet, the authors, and the number of what it goes back to (0 for none).
ROWS = [
    (
        "Reuters reported that it burned.\n\nThe report said that the mayor knew.",
        [("reuters", "", 0), ("reuters", "", 1)],
    ),
    (
        "A report by Amnesty International says the crew was unpaid.\n\nReuters wrote of it.\n\n"
        "According to the report, they were hungry.",
        [("amnesty-international", "", 0), ("reuters", "", 0), ("amnesty-international", "", 1)],
    ),
    (
        "Ines Carrow writes at WSWS: “It was sold long ago.”\n\nCarrow adds: “Nobody asked the mayor.”",
        [("wsws", "Carrow", 0), ("wsws", "Carrow", 1)],
    ),
    (
        "Ines Carrow writes at WSWS: “It was sold long ago.”\n\n“He was at sea,” she continued.",
        [("wsws", "Carrow", 0), ("wsws", "Carrow", 1)],
    ),
    # whom an outlet's own people press speaks there
    (
        "The BBC’s Ines Carrow on Monday pressed the mayor Tomas Veld on the ferry.\n\n"
        "“It was sold long ago,” Veld said.",
        [("bbc", "Carrow", 0), ("bbc", "Carrow", 1)],
    ),
    # who spoke to an outlet speaks to it still
    (
        "Tomas Veld told Reuters that it was sold.\n\n“I sold it myself,” Veld said.",
        [("reuters", "", 0), ("reuters", "", 1)],
    ),
    # a bare family name is the person first named in full
    (
        "Tomas Veld said that “it was never mine”.\n\nVeld said that “it was the bank’s”.",
        [(None, "Veld", 0), (None, "Veld", 0)],
    ),
    # nothing was named before
    ("The report said that the mayor knew.", [(None, "", 0)]),
    ("“It was never mine,” he added.", [(None, "", 0)]),
    # two people of one name: neither,
    (
        "Klara Moor wrote at WSWS that it burned.\n\nBo Moor wrote at Reuters that it did not.\n\n"
        "Moor said that “it was a long night”.",
        [("wsws", "Moor", 0), ("reuters", "Moor", 0), (None, "Moor", 0)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=lambda value: value if isinstance(value, str) else "")
def test_short_forms_go_back_to_their_antecedents(
    text: str, wanted: list[tuple[str | None, str, int]]
) -> None:
    citations, back = resolve_antecedents(document(text))
    found = [
        (c.outlet.id if c.outlet else None, authors(c), int(back.get(c.id, "c0")[1:])) for c in citations
    ]
    assert found == wanted


def test_a_name_given_once_in_full_is_full_everywhere() -> None:
    text = "Tomas Veld said that “it was never mine”.\n\nVeld said that “it was the bank’s”."
    citations, _ = resolve_antecedents(document(text))
    assert [a.name for c in citations for a in c.authors] == ["Tomas Veld", "Tomas Veld"]


def test_two_of_one_name_are_not_given_one_s_first_name() -> None:
    citations, _ = resolve_antecedents(document(ROWS[-1][0]))
    assert [a.name for a in (*citations[-1].authors, *citations[-1].speakers)] == ["Moor"]


def test_one_whom_all_call_by_one_name_is_known_in_full() -> None:
    citations, _ = resolve_antecedents(document("As Lenin put it, “there are weeks where decades happen”."))
    assert [a.name for c in citations for a in c.authors] == ["Vladimir Lenin"]


def test_the_report_is_not_what_the_article_links_of_its_own() -> None:
    found = document(
        "<article><p>A report by Amnesty International says the crew was unpaid for half of the year.</p>"
        "<p>The mayor <a href='https://www.reuters.com/world/ferry-mayor-2024-05-12/'>left for the sea</a> "
        "and has not come back.</p><p>According to the report, they were hungry and had no one to ask.</p>"
        "</article>",
        url="https://www.reuters.com/world/ferry-crew-2024-05-14/",
    )
    citations, _ = resolve_antecedents(found)
    assert [c.outlet and c.outlet.id for c in citations] == [
        "amnesty-international",
        "reuters",
        "amnesty-international",
    ]
