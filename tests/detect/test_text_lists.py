"""Sources outside the sentences of a text: notes, lists, brackets, in text and in Markdown."""

from __future__ import annotations

import pytest

from tests.detect.read_texts import TOWN, read_text

BODY = (
    TOWN
    + "The pumps were sold in April and nobody said a word.[1] The board met three times and left.[2]\n\n"
)

# Lines under a text, and the outlet and the title of each source.
LISTS = [
    (
        '[1] Mara Quill, "The Dry Valley," The Guardian, 3 May 2019.\n[2] "Pumps sold", Reuters, May 2019.',
        [("The Guardian", "The Dry Valley"), ("Reuters", "Pumps sold")],
    ),
    ("Notes\n\n1. New York Times, May 4, 2019\n\n2. Ibid.", [("The New York Times", None)]),
    ("Sources:\nReuters\nThe Guardian (3 May 2019)", [("Reuters", None), ("The Guardian", None)]),
    (
        "Further reading\n- The dry valley – The Guardian\n- Ada Moor: The Last Pump. In: Die Zeit, 3.5.2019",
        [("The Guardian", "The dry valley"), ("Die Zeit", "The Last Pump")],
    ),
]

MARKDOWN = [
    (
        '[^1]: Mara Quill, "The Dry Valley," *The Guardian*, 3 May 2019.\n'
        "[^b]: [Pumps sold in Orn](https://www.reuters.com/article/orn), Reuters, April 4, 2019.",
        [("The Guardian", "The Dry Valley"), ("Reuters", "Pumps sold in Orn")],
    ),
    (
        "## Links\n\n* [The dry valley](https://www.theguardian.com/a/b) (Guardian)\n"
        "* [Pumps sold in Orn](https://www.reuters.com/article/orn) – Reuters",
        [("The Guardian", "The dry valley"), ("Reuters", "Pumps sold in Orn")],
    ),
    ("**The Guardian:** The pumps were sold in April.", [("The Guardian", None)]),
]

# A sentence, and the outlet and the day of each bracket in it.
BRACKETS = [
    ("It rained (Extra!, 7–8/90; New York Times, 5/13/19).", [("The New York Times", "2019-05-13")]),
    ("It rained (Reuters, 5/13/19; BBC5/14/19).", [("Reuters", "2019-05-13"), ("BBC", "2019-05-14")]),
    ("It rained all day (Bloomberg).", [("Bloomberg News", None)]),
    ("It rained on the mayor (Bloomberg) and on the others.", []),
]


def sources(text: str, name: str = "a.txt") -> list[tuple[str, str | None]]:
    """The outlet and the title of each citation."""
    return [(c.outlet.name if c.outlet else "?", c.title) for c in read_text(text, name).citations]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_lists_under_a_text(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert sources(BODY + text) == wanted


@pytest.mark.parametrize(("text", "wanted"), MARKDOWN)
def test_lists_in_markdown(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert sources(TOWN + text, "a.md") == wanted


@pytest.mark.parametrize(("text", "wanted"), BRACKETS)
def test_brackets(text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = read_text(TOWN + text).citations
    assert [(c.outlet and c.outlet.name, c.date and str(c.date)) for c in found] == wanted


def test_links_by_reference_in_markdown() -> None:
    text = (
        "It rained, [Reuters] wrote, and [the *Guardian*][1] too.\n\n[1]: https://www.theguardian.com/a/b\n"
        '[Reuters]: <https://www.reuters.com/article/orn> "Orn"\n'
    )
    links = read_text(TOWN + text, "a.md").article.links
    assert [link.url for link in links] == [
        "https://www.reuters.com/article/orn",
        "https://www.theguardian.com/a/b",
    ]


def test_a_line_that_quotes_an_outlet_has_no_title() -> None:
    text = 'The papers:\n\n- The Guardian: "The pumps were sold."\n- Le Monde: "It was a calm night."'
    found = read_text(TOWN + text)
    assert [(c.title, c.quote and c.quote.of(found.article.text)) for c in found.citations] == [
        (None, "The pumps were sold."),
        (None, "It was a calm night."),
    ]


def test_a_menu_reprints_nothing() -> None:
    assert read_text("Home\nNews\nReuters\nThe Guardian\nAbout us\nContact\n" * 3).citations == ()
