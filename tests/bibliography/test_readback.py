"""Libraries read back: .bib of all dialects, CSL-JSON, RIS; and citations resolved to what a user has."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.bibliography import Bibliography
from citekit.errors import BibliographyError
from citekit.export.bibliographies import exporter
from citekit.export.options import Options
from citekit.model import (
    Article,
    Citation,
    Corpus,
    Document,
    Organisation,
    PartialDate,
    Person,
    Span,
    Work,
)
from citekit.readback import read_library, read_text
from citekit.readback.known import Known, adopt
from tests.export.works import BIBLIOGRAPHY, WORKS


def said(work: Work) -> tuple[object, ...]:
    """What every format keeps of a work."""
    return (
        work.key,
        work.title,
        [author.name for author in work.authors],
        work.url,
        work.date.year if work.date else None,
    )


@pytest.mark.parametrize("form", ["biblatex", "zotero", "csl-json", "ris"])
def test_what_is_written_is_read_back(form: str) -> None:
    read = read_text("".join(exporter(form)(BIBLIOGRAPHY, Options())))
    kept = [_as_kept(work, form) for work in WORKS]
    assert list(map(said, read)) == list(map(said, kept))


def _as_kept(work: Work, form: str) -> Work:
    """A post's author is one field in RIS and for Zotero; a comma splits names in RIS."""
    from dataclasses import replace

    def kept(author: Person | Organisation) -> Person | Organisation:
        if form == "ris" and isinstance(author, Organisation):
            return Organisation(author.name.replace(", ", "; "))
        return author

    return replace(work, authors=tuple(map(kept, work.authors)))


@pytest.mark.parametrize("dialect", ["biblatex"])
def test_biblatex_keeps_nearly_all(dialect: str) -> None:
    read = read_text("".join(exporter(dialect)(BIBLIOGRAPHY, Options())))
    for before, after in zip(WORKS, read, strict=True):
        assert after.archive_url == before.archive_url
        assert after.archived == before.archived
        assert after.note == before.note
        assert str(after.date) == str(before.date)
        if before.type not in ("interview", "paper-conference", "chapter"):
            assert after.type == before.type


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@misc{a, howpublished={WSWS, \\url{https://a.example/%20}}}", {"url": "https://a.example/%20"}),
        ("@misc{a, url={https://a.example/x\\_y\\%20z}}", {"url": "https://a.example/x_y%20z"}),
        ('@article{a, title={{T} in {\\"U}bersee}}', {"title": "T in Übersee"}),
        ("@article{a, year=2019, month=nov}", {"date": PartialDate(2019, 11)}),
        ("@book{a, year={c. 1930}}", {"date": PartialDate(1930, qualifier="~")}),
        ("@book{a, date={1990/2010}}", {"date": PartialDate(1990, until=PartialDate(2010))}),
        ("@book{a, year={soon}}", {"date": None}),
        ("@phdthesis{a}", {"type": "thesis"}),
        ("@article{a, entrysubtype={newspaper}}", {"type": "article-newspaper"}),
        ("@article{a, title={x}}", {"type": "article-journal"}),
        ("@online{a, author={{@evo}}}", {"authors": (Organisation("evo", handle="evo"),)}),
        (
            "@book{a, author={de la Cruz, Ana and others}}",
            {"authors": (Person("Cruz", "Ana", particle="de la"),)},
        ),
        ("@book{a, author={A, B, C, D, E}}", {"authors": (Organisation("A, B, C, D, E"),)}),
        ("@book{a, title={[Article in WSWS]}}", {"title": None}),
        ("@misc{a, eprint={2308.1}, eprinttype={arxiv}}", {"identifiers": (("arxiv", "2308.1"),)}),
        ("@misc{a, langid={brazilian}}", {"language": "pt-BR"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_entries_of_others_are_read(entry: str, expected: dict[str, object]) -> None:
    (work,) = read_text(entry)
    assert {name: getattr(work, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", b"[1]", "no list of items"),
        ("a.json", b"[{", "not JSON"),
        ("a.json", b"[" * 100_000, "JSON"),
        ("missing.bib", None, "no such file"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said(name: str, content: bytes | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BibliographyError, match=message):
        read_library(path)


def test_latin_1_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "old.bib"
    path.write_bytes("@book{a, title={Müller}}".encode("latin-1"))
    assert read_library(path)[0].title == "Müller"


MINE = Known(
    read_text(
        "@article{MyKey, title={Harbour strike}, author={Lindqvist, Mira}, year=2019,"
        " url={http://www.gazette.example/strike/}}\n@book{other, title={Salt}, year=2001, doi={10.5555/AB}}"
    )
)


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (Work("k", "webpage", url="https://gazette.example/strike?utm_source=feed"), "MyKey"),
        (
            Work("k", "webpage", "Harbour Strike!", (Person("Lindqvist", "Mira"),), PartialDate(2019, 5)),
            "MyKey",
        ),
        (Work("k", "webpage", "Harbour Strike", (Person("Holt", "Joost"),), PartialDate(2019)), None),
        (Work("k", "webpage", "Harbour Strike", (Person("Lindqvist", "Mira"),), PartialDate(2020)), None),
        (Work("k", "book", identifiers=(("doi", "10.5555/ab"),)), "other"),
        (Work("k", "webpage", "Harbour strike"), None),
    ],
)
def test_a_work_is_found_among_the_user_s(work: Work, key: str | None) -> None:
    found = MINE.find(work)
    assert (found.key if found else None) == key


def test_citations_are_resolved_to_the_user_s_entries() -> None:
    strike = Work("lindqvist2019", "webpage", url="https://gazette.example/strike")
    through = Work(
        "other", "webpage", "Another other", url="https://x.example/1", quoted_in=("lindqvist2019",)
    )
    citations = tuple(
        Citation(f"c{n}", "link", Span(0, 1), work=work.key) for n, work in enumerate((strike, through))
    )
    adopted = adopt(Corpus((Document(Article("a", "a", "x"), citations),), (strike, through)), MINE)
    by_key = {work.key: work for work in adopted.works}
    assert by_key["MyKey"].title == "Harbour strike"
    assert "other" not in by_key  # the user's name for a book
    named = [citation.work for citation in adopted.documents[0].citations]
    assert named[0] == "MyKey"
    assert by_key[str(named[1])].quoted_in == ("MyKey",)


def test_an_empty_file_holds_nothing() -> None:
    assert read_text("") == ()
    assert "".join(exporter("csl-json")(Bibliography(), Options())) == "[]\n"
