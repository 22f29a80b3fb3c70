"""What sentences say of a work besides its outlet: title, kind, date; posts and statements told in prose."""

from __future__ import annotations

import pytest

from citekit.model import PartialDate
from tests.detect.rows import asked, document, laid_beside, unmarked

# Books, films and other works named by title.
WORKS = [
    ("[Mara Quill wrote in The Long Ebb] that ferries fail slowly.", "? by Quill"),
    ("They hum the [protest song “The Tide Will Never Be Owned”] on deck.", "?"),
    ("He carries a [report titled “Ferries and the Common Good”] everywhere.", "?"),
    ("Mara Quill argues [in her book “The Long Ebb”] that ferries fail slowly.", "? by Quill"),
]

# Posts told in prose.
POSTS = [
    ("A video posted by [@ferrywatch] shows the ferry in flames.", "twitter by @ferrywatch"),
    ("[Tomas Veld tweeted] that he is “{leaving for the islands}” tonight.", "twitter by Veld"),
    ("[In a tweet, Tomas Veld] said the pumps were gone.", "twitter by Veld"),
    ("[Tomas Veld took to Twitter] to deny it.", "twitter by Veld"),
    ("Last night, [Tomas Veld tweeted] that he is “{leaving for} the islands”.", "twitter by Veld"),
    ("Taking to [Twitter], Tomas Veld wrote that the pumps were gone.", "twitter by Veld"),
    ("[In a Facebook post], Tomas Veld wrote that the pumps were gone.", "facebook by Veld"),
    ("In a [Telegram post], Tomas Veld said “{the pumps are} gone for good”.", "telegram by Veld"),
    ("[Tomas Veld wrote on Facebook] that the pumps were gone.", "facebook by Veld"),
    ("[Tomas Veld posted on Telegram] that the pumps were gone.", "telegram by Veld"),
    ("The account [@rainwatch posted] that the pumps were gone.", "twitter by @rainwatch"),
]

# A person with no outlet: a statement, when words are quoted.
STATEMENTS = [
    ("“The pumps,” [said Tomas Veld], “{were sold long} before the fire.”", "? by Veld"),
    ("Larkhaven Police Department spokesman [Bo Lind said] that “{the ferry was} in order”.", "? by Lind"),
    ("“{The pumps were sold} long before,” [Tomas Veld said].", "? by Veld"),
    ("[Tomas Veld said] that “{the pumps were sold} long before”.", "? by Veld"),
    ("“{The pumps were sold} long before,” [said Tomas Veld].", "? by Veld"),
    ("As [Tomas Veld pointed out], “{the pumps were sold} long before.”", "? by Veld"),
    (
        "Likewise, as [Tomas Veld wrote], entirely correctly, “{the pumps were sold} long before.”",
        "? by Veld",
    ),
    ("[Tomas Veld (who’s said] of the pumps that “{we will sell} whatever we like”) owns four.", "? by Veld"),
    (
        "[Ines Carrow and Bo Lind, writing] on the strike, sum it up: “{Stand where} the water stands.”",
        "? by Carrow, Lind",
    ),
]

# What kind of work the words say it is.
TYPES = [
    ("A report by Amnesty International found that it burned.", "report"),
    ("In an interview with Al Jazeera, Tomas Veld said it burned.", "interview"),
    ("Mara Quill argues in her book “The Long Ebb” that ferries fail.", "book"),
    ("They hum the protest song “The Tide Will Never Be Owned” on deck.", "song"),
    ("Tomas Veld tweeted that it burned.", "post"),
    ("The video aired by CNN shows it in flames.", "motion_picture"),
]

# When the cited work appeared, counted from Wednesday, 15 May 2024.
DATES = [
    ("Reuters reported on Tuesday that it burned.", "2024-05-14"),
    ("Reuters reported yesterday that it burned.", "2024-05-14"),
    ("Reuters reported last month that it burned.", "2024-04"),
    ("Reuters reported that it burned in May 2019.", ""),
    ("Reuters reported that it burned.", ""),
]


@pytest.mark.parametrize(("text", "source"), WORKS, ids=str)
def test_works_named_by_title(text: str, source: str) -> None:
    found, wanted = document(unmarked(text)), asked("attribution", text, source)
    assert laid_beside(found, wanted) == wanted
    assert all(c.title for c in found.citations)


@pytest.mark.parametrize(("text", "source"), POSTS, ids=str)
def test_posts_told_in_prose(text: str, source: str) -> None:
    found, wanted = document(unmarked(text)), asked("attribution", text, source)
    assert laid_beside(found, wanted) == wanted
    assert [c.type for c in found.citations] == ["post"]


@pytest.mark.parametrize(("text", "source"), STATEMENTS, ids=str)
def test_statements_have_no_outlet(text: str, source: str) -> None:
    found, wanted = document(unmarked(text)), asked("attribution", text, source)
    assert laid_beside(found, wanted) == wanted
    assert [c.type for c in found.citations] == ["statement"]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_words_say_what_kind_of_work_it_is(text: str, kind: str) -> None:
    found = document(text)
    assert [c.type for c in found.citations] == [kind]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_words_say_when_the_work_appeared(text: str, date: str) -> None:
    found = document(text, date=PartialDate(2024, 5, 15))
    assert [str(c.date or "") for c in found.citations] == [date]


def test_a_relative_date_stays_words_where_the_article_has_none() -> None:
    (citation,) = document("Reuters reported last month that it burned.").citations
    assert (citation.date, citation.date_words) == (None, "last month")
