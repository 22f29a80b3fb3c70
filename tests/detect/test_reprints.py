"""Another's article given whole: what says so, where it begins and where the writer's own voice returns."""

from __future__ import annotations

import pytest

from tests.detect.rows import document

BODY = (
    "The ferry burned on Sunday, and nobody has said why it did. The mayor was not there.\n\n"
    "The owner, Tomas Veld, told the Washington Post that the pumps had been sold."
)

# What makes the whole article a reprint: the text, the outlet, words of the anchor.
WHOLE = [
    (
        f"This article originally appeared in Mother Jones.\n\n{BODY}",
        "mother-jones",
        "originally appeared in Mother Jones",
    ),
    (
        f"{BODY}\n\nThis story was first published by ProPublica.",
        "propublica",
        "first published by ProPublica",
    ),
    (
        f"{BODY}\n\nReprinted with permission from Mother Jones.",
        "mother-jones",
        "with permission from Mother Jones",
    ),
    (f"{BODY}\n\nThis article was originally published at Common Dreams.", "common-dreams", "Common Dreams"),
    (f"LARKHAVEN (AP) — {BODY}", "associated-press", "LARKHAVEN (AP)"),
    (f"LARKHAVEN, May 12 (Reuters) - {BODY}", "reuters", "(Reuters)"),
    (f"(Reuters) - {BODY}", "reuters", "(Reuters)"),
    (f"Ada Moor\nAssociated Press\n\n{BODY}", "associated-press", "Associated Press"),
    (f"By Ada Moor, Associated Press\n\n{BODY}", "associated-press", "Associated Press"),
]

# What looks like a credit and is none.
NONE = [
    f"The pumps of Larkhaven\n\nBy Petra Lindqvist\n\n{BODY}",
    f"{BODY}\n\nThe poem originally appeared in Mother Jones when she was young, and she read it that night.",
    f"{BODY}\n\nHe burned the letter (AP) and went home.",
    f"LARKHAVEN (The Old Town) — {BODY}",
    f"Mother Jones\n\n{BODY}",
]

ANNOUNCED = (
    "Friends, I have been away at sea for a month.\n\n"
    "This one comes courtesy of the Moon of Alabama website, and here it is in its entirety:\n\n"
    "The ferry burned on Sunday, and nobody has said why it did. According to Reuters, they were sold.\n\n"
    "The mayor was not there when it burned.\n\n"
    "{back} I was there, and CNN reported it at the time."
)


@pytest.mark.parametrize(("text", "outlet", "anchor"), WHOLE)
def test_a_credit_makes_a_reprint_of_the_whole_article(text: str, outlet: str, anchor: str) -> None:
    found = document(text)
    (reprint,) = [c for c in found.citations if c.form == "reprint"]
    assert reprint.outlet is not None
    assert (reprint.outlet.id, anchor in reprint.span.of(found.article.text)) == (outlet, True)
    assert reprint.quote is not None
    assert BODY in reprint.quote.of(text)


@pytest.mark.parametrize(("text", "outlet", "anchor"), WHOLE)
def test_all_that_a_reprint_cites_stands_within_it(text: str, outlet: str, anchor: str) -> None:
    citations = document(text).citations
    (reprint,) = [c for c in citations if c.form == "reprint"]
    assert [(c.outlet and c.outlet.id, c.within) for c in citations if c is not reprint] == [
        ("the-washington-post", reprint.id)
    ]


@pytest.mark.parametrize("text", NONE)
def test_other_words_make_no_reprint(text: str) -> None:
    found = document(text)
    assert [c for c in found.citations if c.form == "reprint"] == []


def test_an_outlets_own_article_is_no_reprint_of_it() -> None:
    found = document(
        f"LARKHAVEN (Reuters) - {BODY}", url="https://www.reuters.com/world/ferry-burned-2024-05-12/"
    )
    assert [c.form for c in found.citations] == ["attribution"]


@pytest.mark.parametrize(
    "back", ["My Notes:", "NTS Notes:", "Editor’s note:", "End of article.", "My comment:"]
)
def test_an_announced_reprint_ends_where_the_voice_comes_back(back: str) -> None:
    text = ANNOUNCED.format(back=back)
    found = document(text)
    reprint, reuters, cnn = found.citations
    assert (reprint.form, reprint.outlet and reprint.outlet.id) == ("reprint", "moon-of-alabama")
    assert reprint.quote is not None
    assert reprint.quote.of(text).startswith("The ferry burned")
    assert reprint.quote.of(text).endswith("when it burned.")
    assert [(c.outlet and c.outlet.id, c.within) for c in (reuters, cnn)] == [
        ("reuters", reprint.id),
        ("cnn", None),
    ]


def test_an_announced_reprint_goes_to_the_end_where_no_voice_returns() -> None:
    text = ANNOUNCED.format(back="And so it was.")
    reprint = document(text).citations[0]
    assert reprint.quote is not None
    assert reprint.quote.of(text).endswith("at the time.")


def test_the_title_of_an_announced_reprint_is_its_first_line() -> None:
    text = ANNOUNCED.format(back="My Notes:").replace(
        "The ferry burned", "“The Ferry That Nobody Checked”\n\nThe ferry burned"
    )
    reprint = document(text).citations[0]
    assert reprint.title == "The Ferry That Nobody Checked"
