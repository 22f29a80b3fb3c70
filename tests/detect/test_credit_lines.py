"""Lines at the head or the foot of a text that credit another with all of it."""

from __future__ import annotations

import pytest

from tests.detect.read_texts import TOWN, chains, read_text

BODY = TOWN + "The pumps were sold in April and nobody said a word, Reuters reported. The board met and left."

# The line over the text or under it, and whose the text is.
CREDITS = [
    ("via ZeroHedge\n\n{}", "ZeroHedge"),
    ("{}\n\nSource: RT", "RT"),
    ("{}\n\nSource: https://www.rt.com/news/12345-pumps/", "RT"),
    ("{}\n\nFuente: Rebelión", "Rebelión"),
    ("{}\n\nQuelle: Telepolis", "Telepolis"),
    ("{}\n\nThis post first appeared on The Rain Papers.", "The Rain Papers"),
    ("{}\n\nThis post first appeared on RainPapers.com.", "RainPapers.com"),
    ("{}\n\n(Republished from The Unz Review by permission of the author)", "The Unz Review"),
    ("{}\n\nThe original source of this article is The Saker", "The Saker"),
    ("Zuerst veröffentlicht in der taz vom 3. Mai 2019\n\n{}", "die tageszeitung"),
    ("{}\n\nPublié initialement sur Mediapart.", "Mediapart"),
    ("{}\n\n(AFP)", "Agence France-Presse"),
    ("{}\n\n— dpa", "Deutsche Presse-Agentur"),
]

# What credits nobody with all of it.
NONE = [
    "{}\n\nSource: World Bank",
    "{}\n\nSource: The Guardian, 3 May 2019",
    "{}\n\nSources: The Guardian, Le Monde",
    "{}\n\nH/T The Daily Beast",
    "{}\n\nHer poem first appeared in The Nation when she was young, and she read it on that night.",
    "{}\n\nSources:\nThe Guardian\nLe Monde",
]

DATELINES = [
    ("JTA — {}", "Jewish Telegraphic Agency"),
    ("Madrid, 3 may (EFE).- {}", "EFE"),
    ("Berlin (dpa) {}", "Deutsche Presse-Agentur"),
    ("LARKHAVEN (AP) | {}", "Associated Press"),
]


@pytest.mark.parametrize(("text", "outlet"), CREDITS)
def test_a_line_credits_another_with_the_text(text: str, outlet: str) -> None:
    found = chains(read_text("The Pumps of Orn\n\n" + text.format(BODY)))
    assert sorted(found) == sorted([outlet, f"Reuters in {outlet}"])


@pytest.mark.parametrize("text", NONE)
def test_a_line_that_credits_nobody_with_it(text: str) -> None:
    found = read_text("The Pumps of Orn\n\n" + text.format(BODY))
    assert [c.rule for c in found.citations if c.form == "reprint"] == []


@pytest.mark.parametrize(("text", "outlet"), DATELINES)
def test_an_agency_before_the_first_words(text: str, outlet: str) -> None:
    assert chains(read_text(text.format(BODY))) == [outlet, f"Reuters in {outlet}"]


def test_the_day_of_what_was_printed_first() -> None:
    found = read_text(f"The Pumps of Orn\n\n{BODY}\n\nFirst published in Jacobin, 3 May 2019.")
    assert [str(c.date) for c in found.citations if c.form == "reprint"] == ["2019-05-03"]


def test_who_signs_a_text_has_written_it_whatever_its_source() -> None:
    found = read_text(f"The Pumps of Orn\nBy Ada Moor\n\n{BODY}\n\nSource: RT")
    assert [c.rule for c in found.citations if c.form == "reprint"] == []
