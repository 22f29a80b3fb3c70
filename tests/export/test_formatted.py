"""Formatted bibliographies: styles, escaping, links, and what goes wrong with a style."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.bibliography import Bibliography
from citekit.errors import CitekitError, DataError
from citekit.export import csl_styles, pybtex_styles
from citekit.export.formatted import html, markdown, text
from citekit.export.options import Options
from citekit.model import Organisation, Outlet, PartialDate, Person, Work
from tests.export.works import BIBLIOGRAPHY

LOBO = Work(
    "lobo2019",
    "article-newspaper",
    "Coup & <i>aftermath</i>",
    (Person("Lobo", "Andrea"),),
    PartialDate(2019, 11, 12),
    Outlet("gazette", "The Gazette", kind="newspaper"),
    "https://gazette.example/a_b?x=1&y=2",
)


@pytest.mark.parametrize(
    ("style", "reference"),
    [
        ("apa", "Lobo, A. (2019, November 12). Coup & <i>aftermath</i>. The Gazette. URL"),
        (
            "chicago-author-date",
            "Lobo, Andrea. 2019. “Coup & <i>aftermath</i>.” The Gazette, November 12. URL.",
        ),
        ("chicago-notes", "Lobo, Andrea. “Coup & <i>aftermath</i>.” The Gazette, November 12, 2019. URL."),
        ("mla", "Lobo, Andrea. “Coup & <i>aftermath</i>.” The Gazette, 12 Nov. 2019, URL."),
        (
            "harvard",
            "Lobo, A. (2019) ‘Coup & <i>aftermath</i>’, The Gazette, 12 November. Available at: URL.",
        ),
        ("plain", "[1] Andrea Lobo. Coup & <i>aftermath</i>. The Gazette, November 2019. URL: URL."),
        ("alpha", "[Lob19] Andrea Lobo. Coup & <i>aftermath</i>. The Gazette, November 2019. URL: URL."),
    ],
    ids=str,
)
def test_a_style_formats_a_reference(style: str, reference: str) -> None:
    assert LOBO.url is not None
    shown = "".join(text(Bibliography((LOBO,)), Options(style=style))).strip().replace(LOBO.url, "URL")
    assert shown.lower() == reference.lower()  # title case is the style's affair


@pytest.mark.parametrize("style", [*csl_styles.STYLES, *pybtex_styles.STYLES])
def test_every_sample_is_listed_once_in_every_style(style: str) -> None:
    page = "".join(html(BIBLIOGRAPHY, Options(style=style)))
    assert page.count("<li id=") == len(BIBLIOGRAPHY)


def test_html_escapes_and_links() -> None:
    page = "".join(html(Bibliography((LOBO,)), Options()))
    assert "Coup &amp; &lt;i&gt;aftermath&lt;/i&gt;" in page
    assert '<a href="https://gazette.example/a_b?x=1&amp;y=2">' in page


def test_html_links_to_nothing_but_the_web() -> None:
    work = Work("k", "webpage", "T", url="javascript:alert(1)", archive_url="data:text/html,x")
    assert "<a " not in "".join(html(Bibliography((work,)), Options()))


def test_markdown_escapes() -> None:
    work = Work("k", "book", "*A_B* [link](x)", (Organisation("C#"),))
    assert "\\*A\\_B\\* \\[link\\](x)" in "".join(markdown(Bibliography((work,)), Options()))


def test_a_missing_author_does_not_print_the_title_twice() -> None:
    work = Work("k", "webpage", "Opening hours", date=PartialDate(2019))
    assert "".join(text(Bibliography((work,)), Options())).count("Opening hours") == 1


def test_a_style_of_ones_own(tmp_path: Path) -> None:
    style = tmp_path / "own.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>t</title><id>x</id><updated>2020-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>',
        "utf-8",
    )
    shown = "".join(text(Bibliography((LOBO,)), Options(style=str(style))))
    assert shown == "Coup & <i>aftermath</i>!\n\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no such file"), ("not xml", "not a CSL style"), ("<style/>", "not a CSL style")],
    ids=str,
)
def test_a_bad_style_is_said(content: str | None, message: str, tmp_path: Path) -> None:
    style = tmp_path / "bad.csl"
    if content is not None:
        style.write_text(content, "utf-8")
    with pytest.raises(DataError, match=message):
        list(text(Bibliography((LOBO,)), Options(style=str(style))))


def test_an_unknown_style_names_the_known() -> None:
    with pytest.raises(CitekitError, match="chicago-notes"):
        list(text(Bibliography((LOBO,)), Options(style="vancouver")))
