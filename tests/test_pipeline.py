"""The order of the stages: from a locator to works, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit import pipeline
from citekit.articles import Hints
from citekit.errors import SourceError
from citekit.model import Page, PartialDate
from citekit.outlets import default_registry

TEXT = "The Washington Post reported on Tuesday that the ferry burned.\n\nThe report said it was old.\n"


def test_a_file_becomes_an_article_its_citations_and_their_works(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = pipeline.read(path, Hints(date=PartialDate(2019, 11, 13), language="en"))
    document = pipeline.extract(article)
    corpus = pipeline.resolve([document])
    assert article.source == str(path)
    assert [str(c.date) for c in document.citations][:1] == ["2019-11-12"]
    assert [(w.outlet and w.outlet.id, len(w.places)) for w in corpus.works] == [("the-washington-post", 2)]


def test_path_text_and_page_give_the_same_article(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    page = Page(str(path), TEXT.encode(), media_type="text/plain")
    assert pipeline.read(path).text == pipeline.read(str(path)).text == pipeline.read(page).text
    assert pipeline.read(path).id == pipeline.read(page).id


def test_the_id_is_the_article_s_wherever_it_lies(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(TEXT, encoding="utf-8")
    other.write_text(TEXT, encoding="utf-8")
    assert pipeline.read(one).id == pipeline.read(other).id


def test_what_is_not_there_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        pipeline.read(tmp_path / "nowhere.txt")


def test_outlets_are_known_by_the_registry_that_is_given() -> None:
    article = pipeline.read(Page("-", TEXT.encode()))
    assert pipeline.extract(article, default_registry()) == pipeline.extract(article)


def test_documents_may_come_one_by_one() -> None:
    article = pipeline.read(Page("-", TEXT.encode()))
    assert pipeline.resolve(iter([pipeline.extract(article)])) == pipeline.resolve(
        [pipeline.extract(article)]
    )
