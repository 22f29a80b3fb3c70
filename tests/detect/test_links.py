"""Hyperlinks: which lead to a source, and what the prose around them says of it."""

from __future__ import annotations

import re

import pytest

from citekit.articles import read
from citekit.detect import detect
from citekit.model import Citation, Page
from tests.detect.rows import asked, document, laid_beside, page, unmarked

OWN = "https://www.larkhavengazette.com/2024/05/ferry-fire"
BEFORE = "<p>The ferry Elsbeth burned at its berth on Sunday, and nobody has yet said why it did.</p>"


TARGETS = {
    "guardian": "https://www.theguardian.com/world/2024/may/11/ferry-fire-larkhaven",
    "reuters": "https://www.reuters.com/world/ferry-owner-had-debts-2024-05-12/",
    "post": "https://www.washingtonpost.com/world/2024/05/13/ferry-pumps-sold/",
    "msn": "https://www.msn.com/en-us/news/ferry-pumps/ar-BB1abcde",
    "blog": "https://harbourwatchers.net/2024/05/the-owner",
    "copy": "https://web.archive.org/web/20240512000000/https://www.theguardian.com/world/2024/may/11/ferry-fire",
    "amnesty": "https://www.amnesty.org/en/documents/act30/7777/2024/en/",
    "tweet": "https://twitter.com/adamoor/status/1193950838362390528",
    "own": "https://www.larkhavengazette.com/2024/04/pumps-sold-again",
    "thing": "https://www.larkhavengazette.com/ferries/pumps-actually-leak/",
    "this": OWN,
    "this with a tracker": OWN + "?utm_source=mail#part",
    "licence": "https://creativecommons.org/licenses/by/2.0/",
    "photo": "https://unsplash.com/photos/3RnkZpDqsEI",
    "gifts": "https://www.larkhavengazette.com/spenden/",
    "lawyer": "https://www.larkhavenlaw.example/anwaelte/ada-moor",
    "share": "https://www.facebook.com/sharer/sharer.php?u=https://a.org/x",
    "intent": "https://twitter.com/intent/tweet?text=x",
    "profile": "https://twitter.com/adamoor",
    "home": "https://www.nytimes.com/",
    "tag": "https://www.larkhavengazette.com/tag/ferries",
    "topic": "https://www.larkhavengazette.com/topics/larkhaven",
    "image": "https://www.larkhavengazette.com/images/ferry.jpg",
    "author": "https://www.larkhavengazette.com/author/ada-moor",
    "faculty": "https://www.larkhaven.edu/faculty/ada-moor",
    "mail": "mailto:desk@larkhavengazette.com",
    "top": "#top",
    "script": "javascript:alert(1)",
    "data": "data:text/html,x",
}
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def linked(words: str) -> str:
    """A page with a paragraph whose links are written `[words](target)`."""
    return page(
        "<p>" + _LINK.sub(lambda found: f'<a href="{TARGETS[found[2]]}">{found[1]}</a>', words) + "</p>"
    )


SOURCES = [
    # a term in capitals that the page is not called after
    ("It is known as [Natural Pump Factor](thing) on board.", "larkhavengazette-com"),
    # the link alone says who is cited
    ("The mayor [declined](guardian) to comment.", "the-guardian"),
    ("The pumps [were sold](reuters) and [nobody asked](guardian).", "reuters", "the-guardian"),
    # prose that names the same outlet is the same citation
    ("Reuters [reported](reuters) that the owner had debts.", "reuters"),
    ("According to [Reuters](reuters), the owner had debts.", "reuters"),
    ("“{The owner} had debts everywhere,” Reuters [reported](reuters).", "reuters"),
    # the outlet that is named is cited, the other is where it was read
    ("The Associated Press [reports](post) that the pumps were sold.", "associated-press"),
    ("The Miami Herald [reported](msn) that the pumps were sold.", "miami-herald"),
    # a site that no registry knows
    ("The owner [had debts](blog).", "harbourwatchers-net"),
    # archives are looked through
    ("The page [vanished](copy).", "the-guardian"),
    # a document that is no press
    ("The [study](amnesty) says so.", "amnesty-international"),
    # another document of the very outlet
    ("As we [wrote](own) in April, the pumps were sold.", "larkhavengazette-com"),
    ("Mara Quill [writes](guardian) in The Guardian that the owner had debts.", "the-guardian by Quill"),
]

# Links that are no sources.
FURNITURE = [
    "Share it [here](share).",
    "Tell us on [Twitter](intent).",
    "The singer [Ada Moor](profile) was aboard.",
    "She works for [a newspaper](home) in the city.",
    "All about [Ferries](tag) here.",
    "All about [Larkhaven](topic) here.",
    "See [this picture](image) of the deck.",
    "Write to [the desk](mail) about it.",
    "Back to [the top](top) of the page or on to the next.",
    "This is [this very page](this) and no other.",
    "This is [this very page](this with a tracker) and no other.",
    "Photo by [Ada Moor](author), staff.",
    "Click [here](script) or [there](data) for nothing.",
    "The dean of [law, Ada Moor](faculty), was aboard.",
    "Read more: [Who owns the berth?](own)",
    "Photo: Ada Moor, [some rights reserved](licence), source: [Unsplash](photo)",
    "We are glad of [every gift](gifts) to us.",
    "The lawyer [Ada Moor](lawyer) was aboard.",
    "READ ALSO | [Who owns the berth?](own)",
    "→ [Who owns the berth?](own)",
]

# Targets that are broken still say that something was cited, or nothing; they never fail.
BROKEN = [
    "http:///h",
    "http://",
    "https://a b/c",
    "//",
    "https://a.org:99999/x",
    "https://\u0430.org/x",
    "http://%zz/",
    "https://[",
]


@pytest.mark.parametrize("row", SOURCES, ids=lambda row: row[0])
def test_links_to_documents_are_sources(row: tuple[str, ...]) -> None:
    words, *sources = row
    found, wanted = (
        document(unmarked(linked(words)), url=OWN),
        asked("link", _LINK.sub(r"[\1]", words), *sources),
    )
    assert laid_beside(found, wanted) == wanted


@pytest.mark.parametrize("words", FURNITURE)
def test_links_to_no_document_are_none(words: str) -> None:
    found = document(linked(words), url=OWN)
    assert laid_beside(found, []) == []


def only(words: str) -> Citation:
    """The one citation of the page with these words."""
    (citation,) = document(linked(words), url=OWN).citations
    return citation


def test_the_named_outlet_is_cited_and_the_links_own_is_where_it_was_read() -> None:
    citation = only("The Associated Press [reports](post) a sale.")
    assert citation.outlet is not None
    assert citation.via is not None
    assert (citation.outlet.id, citation.via.id) == ("associated-press", "the-washington-post")
    assert citation.url == TARGETS["post"]


def test_a_body_that_a_news_article_reports_of_is_its_speaker() -> None:
    citation = only("Amnesty International [said](reuters) that the crew was unpaid.")
    assert citation.outlet is not None
    assert (citation.outlet.id, [s.name for s in citation.speakers]) == ("reuters", ["Amnesty International"])


def test_the_address_gives_the_date_that_it_holds() -> None:
    assert str(only("It [was sold](post).").date) == "2024-05-13"


def test_a_linked_post_is_its_accounts_and_dated_by_its_number() -> None:
    citation = only("He [said](tweet) so.")
    assert (citation.form, [a.handle for a in citation.authors]) == ("post", ["adamoor"])
    assert str(citation.date).startswith("2019-11-11T")


def test_the_copy_in_an_archive_is_kept_beside_the_address() -> None:
    citation = only("It [was sold](copy).")
    assert (citation.archive_url, str(citation.archived)[:10]) == (TARGETS["copy"], "2024-05-12")


def test_each_link_is_one_citation_even_to_the_same_page() -> None:
    found = document(linked("It [was sold](post).</p><p>Once more: [sold](post), and for little."), url=OWN)
    assert [c.url for c in found.citations] == [TARGETS["post"]] * 2


@pytest.mark.parametrize("url", BROKEN)
def test_broken_targets_do_no_harm(url: str) -> None:
    html = linked('It <a href="BROKEN">was sold</a>, [they say](post).').replace("BROKEN", url)
    found = document(html, url=OWN)
    assert found.citations[-1].url == TARGETS["post"]


@pytest.mark.parametrize(
    "text",
    [
        "The pumps were sold: {}",
        "The pumps were sold ({}).",
        "The pumps [were sold]({}) and *nobody* asked.\n\n# Heading\n\nMore.",
    ],
)
def test_addresses_in_text_and_markdown_are_links(text: str) -> None:
    found = detect(read(Page("-", text.format(TARGETS["post"]).encode())))
    assert [(c.form, c.url) for c in found.citations] == [("link", TARGETS["post"])]
