"""Quotations in texts without markup: where another's voice begins and where the writer's own comes back."""

from __future__ import annotations

import pytest

from tests.detect.read_texts import TOWN, chains, quoted, read_text

ONE = (
    "The pumps were sold in April and nobody said a word, Reuters reported. The board met and wrote nothing."
)
TWO = "The owner left for the coast before the summer, according to the BBC, and his house is for sale."
MINE = (
    "I think that they are right about the pumps, and Le Monde said so as well when it looked at the books."
)
GUARDIAN = ["The Guardian", "Reuters in The Guardian", "BBC in The Guardian", "Le Monde"]

# A text, and who is cited within whom.
VOICES = [
    # one paragraph, whatever the line over it ends in
    (f"The Guardian reported:\n\n{ONE}\n\n{MINE}", ["The Guardian", "Reuters in The Guardian", "Le Monde"]),
    (f"As the Guardian wrote\n\n{ONE}\n\n{MINE}", ["The Guardian", "Reuters in The Guardian", "Le Monde"]),
    (f"The Guardian writes …\n\n{ONE}\n\n{MINE}", ["The Guardian", "Reuters in The Guardian", "Le Monde"]),
    # marks that stay open
    (f'The Guardian reported:\n\n"{ONE}\n\n"{TWO}"\n\n{MINE}', GUARDIAN),
    (f"The Guardian reported:\n\n“{ONE}\n\n{TWO}”\n\n{MINE}", GUARDIAN),
    # what bounds it
    (f"The Guardian reported:\n\n---\n\n{ONE}\n\n{TWO}\n\n---\n\n{MINE}", GUARDIAN),
    (f"The Guardian reported:\n\n* * *\n\n{ONE}\n\n{TWO}\n\n* * *\n\n{MINE}", GUARDIAN),
    (f"The Guardian reported:\n\n{ONE}\n\n{TWO}\n\nEnd of quote.\n\n{MINE}", GUARDIAN),
    (f"The Guardian reported this.\n\n[begin quote]\n\n{ONE}\n\n{TWO}\n\n[end quote]\n\n{MINE}", GUARDIAN),
    # left out
    (f"The Guardian reported:\n\n{ONE}\n\n[...]\n\n{TWO}\n\n{MINE}", GUARDIAN),
    # the line only names the outlet
    (f"From the Guardian:\n\n{ONE}\n\n{MINE}", ["The Guardian", "Reuters in The Guardian", "Le Monde"]),
    (f"Here is the Guardian:\n\n{ONE}\n\n{MINE}", ["The Guardian", "Reuters in The Guardian", "Le Monde"]),
    # several voices, none of them a block
    (
        f'Some papers:\n\nThe Guardian: "The pumps were sold."\n\nLe Monde: "It was a calm night."\n\n{TWO}',
        ["The Guardian", "Le Monde", "BBC"],
    ),
]

OTHERS = [
    (
        "Según escribió Ana Moor en El País:\n\n«Las bombas se vendieron en abril, informó la agencia EFE."
        "\n\n»El dueño se marchó a la costa y su casa está en venta.»\n\nLa Vanguardia dijo lo mismo.",
        ["El País", "EFE in El País", "La Vanguardia"],
        "«Las venta.»",
    ),
    (
        "Die „Süddeutsche Zeitung“ schreibt:\n\n„Die Pumpen wurden im April verkauft, berichtet die dpa."
        "\n\nDer Besitzer fuhr an die Küste, und sein Haus steht leer.“"
        "\n\nAuch die FAZ meinte, dass sie weg sind.",
        [
            "Süddeutsche Zeitung",
            "Deutsche Presse-Agentur in Süddeutsche Zeitung",
            "Frankfurter Allgemeine Zeitung",
        ],
        "„Die leer.“",
    ),
    (
        "On peut lire dans Le Monde :\n\n« Les pompes ont été vendues en avril, selon l'AFP."
        "\n\nLe patron est parti à la côte et sa maison est à vendre. »\n\nEt Libération l'a dit lundi.",
        ["Le Monde", "Agence France-Presse in Le Monde", "Libération"],
        "« »",
    ),
    (
        "Escreve Ana Moor na Folha de S.Paulo:\n\n“As bombas foram vendidas em abril, informou a Agência"
        " Brasil. O dono foi embora para a praia.”\n\nSegundo o Estadão, a casa está à venda.",
        ["Folha de S.Paulo", "Agência Brasil in Folha de S.Paulo", "O Estado de S. Paulo"],
        "“As praia.”",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), VOICES)
def test_whose_words_they_are(text: str, wanted: list[str]) -> None:
    assert chains(read_text(TOWN + text)) == wanted


@pytest.mark.parametrize(("text", "wanted", "words"), OTHERS)
def test_other_languages(text: str, wanted: list[str], words: str) -> None:
    found = read_text(text)
    assert chains(found) == wanted
    assert quoted(found)[0] == words


# The line under a quotation, and what it says: the source, the title, the day.
SIGNED = [
    ("— Mara Quill, The Guardian, 3 May 2019", ("The Guardian", "Mara Quill", None, "2019-05-03")),
    ("—Mara Quill, The Long Ebb", (None, "Mara Quill", "The Long Ebb", None)),
    ("– The Guardian, May 3, 2019", ("The Guardian", "", None, "2019-05-03")),
    ("-- The Guardian", ("The Guardian", "", None, None)),
]


@pytest.mark.parametrize(("line", "wanted"), SIGNED)
def test_a_line_that_signs_a_quotation(
    line: str, wanted: tuple[str | None, str, str | None, str | None]
) -> None:
    (citation,) = read_text(
        f"{TOWN}“The sea gives what it is given and keeps what is lost.”\n\n{line}"
    ).citations
    assert (
        citation.outlet.name if citation.outlet else None,
        "".join(author.name for author in citation.authors),
        citation.title,
        str(citation.date) if citation.date else None,
    ) == wanted


MARKDOWN = [
    (
        "> The pumps were sold.\n>\n> The board met, said Reuters.\n>\n> — Mara Quill, *The Guardian*",
        "The Guardian",
    ),
    ("> The pumps were sold in April.\n\n([Le Monde](https://www.lemonde.fr/a/b.html))", "Le Monde"),
    (
        "**From the Guardian:**\n\n> The pumps were sold in April.\n>\n> The board met, said Reuters.",
        "The Guardian",
    ),
    ("> The pumps were sold in April, said Reuters.\n\nSource: The Guardian", "The Guardian"),
]


@pytest.mark.parametrize(("text", "outlet"), MARKDOWN)
def test_quotations_in_markdown(text: str, outlet: str) -> None:
    found = read_text(TOWN + text, "a.md")
    (source,) = [c for c in found.citations if c.within is None]
    assert (source.outlet and source.outlet.name, source.quote is not None) == (outlet, True)


def test_a_quotation_within_a_quotation_in_markdown() -> None:
    text = (
        "The Guardian wrote:\n\n> He told Le Monde:\n>\n> > They were sold, Reuters said.\n>\n> He is gone."
    )
    assert chains(read_text(TOWN + text, "a.md")) == [
        "The Guardian",
        "Le Monde in The Guardian",
        "Reuters in Le Monde",
    ]


def test_paragraphs_set_further_right_are_a_quotation() -> None:
    text = f"   {TOWN}   As the Guardian wrote:\n\n      {ONE}\n\n      {TWO}\n\n   {MINE}\n\n   {MINE}\n"
    assert chains(read_text(text)) == [*GUARDIAN, "Le Monde"]


PLAIN = (
    "The pumps were sold in April and nobody said a word until the summer, when the board met in the dark."
)

# A line over a paragraph, and whether the paragraph is a quotation of a work that is not named.
LEADS = [
    ("Mayor Quill wrote to the board:", True),
    ("From the report:", True),
    ("Background:", False),
    ("What to do next:", False),
    ("Opening hours and how to get there:", False),
]


@pytest.mark.parametrize(("line", "leads"), LEADS)
def test_a_colon_alone_leads_into_no_quotation(line: str, leads: bool) -> None:
    found = read_text(f"{TOWN}{line}\n\n{PLAIN}\n\nIt rained.").citations
    assert [c.quote is not None for c in found] == ([True] if leads else [])


def test_a_headline_leads_into_no_quotation() -> None:
    found = read_text(f"{TOWN}NASA warns of long delays in launching the new boats of Orn\n\n{PLAIN}\n")
    assert not any(c.quote for c in found.citations)
