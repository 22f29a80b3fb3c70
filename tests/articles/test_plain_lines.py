"""Lines around a text that tell its title, author, outlet and day, and those that are no part of it."""

from __future__ import annotations

import pytest

from citekit.articles import Hints, read
from citekit.model import Article, Page

BODY = (
    "The ferry Elsbeth burned at its berth on Sunday, and nobody has yet said why it did so on a night as"
    " calm as that one was.\n\nThe pumps were sold in April and nobody said a word. The board met three"
    " times, wrote nothing down, and left for the coast before the summer had come."
)


def read_text(text: str) -> Article:
    """The article in a text."""
    return read(Page("a.txt", text.encode()), Hints())


# The lines over a text, and its title, authors, outlet and day.
HEADS = [
    (
        "Ada Moor, The Guardian, 3 May 2019\n\nThe Pumps of Orn",
        ("The Pumps of Orn", "Ada Moor", "The Guardian", "2019-05-03"),
    ),
    (
        "The Pumps of Orn\nBy Ada Moor | The Intercept | May 3, 2019",
        ("The Pumps of Orn", "Ada Moor", "The Intercept", "2019-05-03"),
    ),
    (
        "The Pumps of Orn\nGlobal Research, May 03, 2019",
        ("The Pumps of Orn", "", "Global Research", "2019-05-03"),
    ),
    # a menu and a notice over it, a summary under it
    (
        "This site works best in web browsers\n\nThe Pumps of Orn Are Gone\n\nEditor\n\nMay 3, 2019",
        ("The Pumps of Orn Are Gone", "", None, "2019-05-03"),
    ),
    (
        "This website uses cookies to give you the best of all that there is, and by reading on you agree"
        " that we store them on it.\n\n"
        "The Pumps of Orn Are Gone\n\nBy Ada Moor",
        ("The Pumps of Orn Are Gone", "Ada Moor", None, None),
    ),
    (
        "Who Sold the Pumps of Orn\n\nThe pumps were sold in April and nobody said a word about it for long,"
        " and nobody knows yet who has bought them.\n\nBy Ada Moor",
        ("Who Sold the Pumps of Orn", "Ada Moor", None, None),
    ),
    # a letter's headers
    (
        "From: Ada Moor <ada@orn.example>\nDate: Mon, May 3, 2019 at 9:14 AM\nSubject: The Pumps of Orn",
        ("The Pumps of Orn", "Ada Moor", None, "2019-05-03T09:14:00"),
    ),
    # menus, a trail of links, a caption; the title is near the text and speaks of what it does
    (
        "Jump to the main content of this page\n\nNews   Weather   Sports\n\nAll Our Editions Here\n\n"
        + "* Sports\n" * 25
        + "\nHome > News > Ferry Burns\n\nFerry Burns at its Berth\n\nThe ferry at its berth (Bo Dahl/AFP)",
        ("Ferry Burns at its Berth", "", None, None),
    ),
    # a title with a stop
    ("The Pumps of Orn Are Gone.\nBy Ada Moor", ("The Pumps of Orn Are Gone.", "Ada Moor", None, None)),
    # a name in one line with the day
    (
        "The Pumps of Orn\n\nAda Moor   13/5/2019 22:41",
        ("The Pumps of Orn", "Ada Moor", None, "2019-05-13T22:41:00"),
    ),
    (
        "The Pumps of Orn\n\nMay 3, 2019 by Ada Moor 5 Comments",
        ("The Pumps of Orn", "Ada Moor", None, "2019-05-03"),
    ),
    (
        "The Pumps of Orn\n\nBy Ada Moor on Monday 6 May 2019",
        ("The Pumps of Orn", "Ada Moor", None, "2019-05-06"),
    ),
    # a name that begins with an article is nobody's
    ("Les pompes d'Orn", ("Les pompes d'Orn", "", None, None)),
]


@pytest.mark.parametrize(("head", "wanted"), HEADS)
def test_what_the_lines_over_a_text_say(head: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    article = read_text(f"{head}\n\n{BODY}\n")
    assert (
        article.title,
        ", ".join(author.name for author in article.authors),
        article.outlet.name if article.outlet else None,
        str(article.date) if article.date else None,
    ) == wanted
    assert article.passages[-2].span.of(article.text).startswith("The ferry")


def test_what_a_menu_parts_from_the_text_is_no_part_of_it() -> None:
    help = (
        "Enter the address of your account, and we shall send you all that is needed to set a new word, as"
        " long as it is known to us."
    )
    menu = "* Sports\n" * 25
    long = "\n\n".join(BODY.replace("Sunday", day) for day in ("Monday", "Tuesday", "Friday"))
    article = read_text(f"{help}\n\n{menu}\nThe Pumps of Orn\nBy Ada Moor\n\n{long}\n")
    assert (article.title, help in words(article)) == ("The Pumps of Orn", False)


def test_a_day_alone_in_a_line_is_no_item_of_a_list() -> None:
    text = (
        "Die Fähre Elsbeth ist am Sonntag an ihrem Platz verbrannt, und niemand hat bisher gesagt, warum es"
        " in einer so ruhigen Nacht dazu kam."
    )
    article = read_text(f"Die Pumpen von Orn\nVon Ada Moor\n12. März 2024\n\n{text}\n\n{text}\n")
    assert (article.title, str(article.date)) == ("Die Pumpen von Orn", "2024-03-12")


# Lines within a text, and its authors and day.
INNER = [
    ("Published: 3 May 2019", "", "2019-05-03"),
    ("Ada Moor\n\n3 May 2019", "Ada Moor", "2019-05-03"),
    ("In May 2019 all stood still\n\nAda Moor was not there", "", None),
]


@pytest.mark.parametrize(("lines", "authors", "date"), INNER)
def test_what_lines_soon_after_the_text_begins_say(lines: str, authors: str, date: str | None) -> None:
    first, rest = BODY.split("\n\n")
    article = read_text(f"The Pumps of Orn\n\n{first}\n\n{lines}\n\n{rest}\n")
    assert ", ".join(author.name for author in article.authors) == authors
    assert (str(article.date) if article.date else None) == date


@pytest.mark.parametrize("line", ["Text: Ada Moor", "Auteur : Ada Moor", "Posted by Ada Moor, Orn Press"])
def test_who_is_named_at_the_end_wrote_the_text(line: str) -> None:
    assert [a.name for a in read_text(f"The Pumps of Orn\n\n{BODY}\n\n{line}\n").authors] == ["Ada Moor"]


# The first paragraph of a text that has no title.
UNTITLED = [
    "Q: The ferry burned, and the pumps were sold, and all was in the papers. What do you say to that, as"
    " a neighbour?",
    "The ferry burned at its berth on a night as calm as any that we have had in town since October[1]",
    "“The ferry burned at its berth on a night as calm as any that we have had here in the town since May,"
    " and so it went”",
]


@pytest.mark.parametrize("first", UNTITLED)
def test_running_text_is_no_title(first: str) -> None:
    assert read_text(f"{first}\n\n{BODY}\n").title is None


def words(article: Article) -> str:
    """The passages, each in a line."""
    return "\n".join(passage.span.of(article.text) for passage in article.passages)


GONE = [
    "Ada Moor is a writer in Orn. Her work has appeared in The Guardian and in Harper's.",
    "CLICK HERE TO GET THE FOX NEWS APP",
    "Get The Times of Israel's Daily Edition by email and never miss our top stories Free Sign Up",
    "45 Gedanken zu „Die Pumpen“\n\nOwner 11. Dezember 2012 um 22:40\n\nDie Pumpen sind weg.",
]


@pytest.mark.parametrize("line", GONE)
def test_what_is_no_part_of_the_text(line: str) -> None:
    article = read_text(f"The Pumps of Orn\nBy Ada Moor\n\n{BODY}\n\n{line}\n")
    assert line.split("\n")[0] not in words(article)


def test_what_is_told_of_the_author_before_the_text_is_left_out() -> None:
    about = "Ada Moor is a writer in Orn. Her work has appeared in The Guardian and in Harper's."
    assert about not in words(read_text(f"The Pumps of Orn\nBy Ada Moor\n\n{about}\n\n{BODY}\n"))


def test_a_line_that_leads_into_the_text_stays() -> None:
    assert words(read_text(f"The Guardian wrote on it:\n\n{BODY}\n")).startswith("The Guardian wrote on it:")


def test_a_quotation_marked_in_several_runs_is_one() -> None:
    article = read(
        Page("a.md", b"It said:\n\n> One.\n>\n> Two.\n>\n> > Three.\n\n> Four.\n\nAnd so on.\n"), Hints()
    )
    quoted = [passage for passage in article.passages if passage.kind == "quotation"]
    assert [(passage.depth, passage.block == quoted[0].block) for passage in quoted] == [
        (1, True),
        (1, True),
        (2, True),
        (1, True),
    ]
