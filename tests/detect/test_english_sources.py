"""Ways in which English news names a source that are neither of a registry nor of one plain verb."""

from __future__ import annotations

import pytest

from citekit.detect.companies import companies
from citekit.detect.phrases import phrases
from tests.detect.rows import document, page

# The text, and the names of the outlets that it cites.
CITED: list[tuple[str, list[str]]] = [
    # surveys
    ("In Gallup’s latest survey, six in ten said they fear the ferry.", ["Gallup"]),
    ("A survey Gallup ran last spring found that six in ten fear the ferry.", ["Gallup"]),
    ("A new Gallup poll has the mayor ahead by six points.", ["Gallup"]),
    ("Six in ten fear the ferry in the latest Gallup poll.", ["Gallup"]),
    ("Gallup’s most recent numbers put it at six in ten.", ["Gallup"]),
    # by what they are
    ("Ferries fell 4 percent, according to research firm Hullmetrics.", ["Hullmetrics"]),
    ("Ferries fell 4 percent, according to the analytics company Hullmetrics.", ["Hullmetrics"]),
    # by how they are spelled
    ("“The ferry is safe,” HullAI said.", ["HullAI"]),
    ("BlackHull wrote on Monday that the ferry was late.", ["BlackHull"]),
    ("“The ferry is late,” said McDonald.", []),
    # who writes elsewhere, and who posted
    ("“It was late,” said Ada Moor, its former head, writing in the New York Times.", ["The New York Times"]),
    ("Ada Moor came late. She later posted on Facebook that it was late.", ["Facebook"]),
    ("A video shared on TikTok and X claims that it was late.", ["TikTok"]),
    ("Reuters and PolitiFact have debunked the claim.", ["Reuters", "PolitiFact"]),
    # posts
    ("The mayor said in a tweet that the ferry was late.", ["Twitter"]),
    ("In a series of tweets, the mayor said the ferry was late.", ["Twitter"]),
    ("The singer announced the news in an Instagram video.", ["Instagram"]),
    # checks, sightings, broadcasts, confirmations
    ("Snopes rated the claim false.", ["Snopes"]),
    ("The claim was rated false by PolitiFact.", ["PolitiFact"]),
    ("As spotted by Reuters, the ferry has a new name.", ["Reuters"]),
    ("A comet was spotted by NASA.", []),
    ("During an appearance on Fox News on Tuesday, the mayor said the ferry was late.", ["Fox News"]),
    ("Speaking on CNN’s breakfast show, he said the ferry was late.", ["CNN"]),
    ("A spokesman confirmed the fire to Reuters.", ["Reuters"]),
    ("In a statement shared with CNN, the owner said that the ferry was late.", ["CNN"]),
    ("NASA officials said in a statement that the ferry was late.", ["NASA"]),
    ("The Guardian reported it.\nThe paper’s editorial board wrote that it was late.", ["The Guardian"] * 2),
    # words that are also names
    ("Variety reports that the ferry is late.", ["Variety"]),
    ("Variety came. He told Variety so.", ["Variety"]),
    # states, that are no people
    ("“{The ferry is} late and nobody knows why,” Brazil said.", []),
    ("“The ferry is late and nobody knows why,” said Washington.", []),
    # forecasts, and what is said to have been announced
    ("NASA expects 16 ferries to be sold.", ["NASA"]),
    ("The ferry was late for days, NASA announced Tuesday.", ["NASA"]),
    ("NASA announced a new ferry.", []),
    # short forms
    ("Reuters reported it.\nAccording to the news agency, the ferry was late.", ["Reuters"] * 2),
    ("Boeing said in a statement that it was late.\nIt was old, according to the company.", ["Boeing"] * 2),
    # credits
    ("The ferry was late.\n© 2019 The New York Times", ["The New York Times"]),
    ("The ferry was late.\nCopyright 2019 The Associated Press. All rights reserved.", ["Associated Press"]),
    ("The ferry was late.\n© 2019 Science Ferry Network", []),
    ("The ferry was late.\nDistributed by Tribune News Service", ["Tribune News Service"]),
    ("The ferry was late.\nThe Associated Press contributed to this report.", ["Associated Press"]),
    ("The ferry was late.\nReuters and CNN contributed to this report.", ["Reuters", "CNN"]),
    ("The ferry was late. (With inputs from PTI)", ["Press Trust of India"]),
    # firms
    ("Hullworks said in a statement that it was late.\nHullworks CEO Ada Moor left.", ["Hullworks"]),
    ("“It was late,” a spokesperson for Hullworks said in a statement.", ["Hullworks"]),
    ("Moor said in a statement that it was late.\nA Moor spokesman left.\nAda Moor did not.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlets"), CITED, ids=lambda value: str(value)[:60])
def test_sources_by_name(text: str, outlets: list[str]) -> None:
    assert [c.outlet.name for c in document(text).citations if c.outlet] == outlets


INTRODUCED: list[tuple[str, str | None]] = [
    ("The Washington Examiner has more:", "Washington Examiner"),
    ("From Fox News:", "Fox News"),
    ("Fox News and CNN have more:", None),
    ("Here is the letter:", None),
]


@pytest.mark.parametrize(("lead", "outlet"), INTRODUCED)
def test_a_line_that_names_one_outlet_introduces_its_words(lead: str, outlet: str | None) -> None:
    body = f"<p>{lead}</p><blockquote>The pumps were sold in May to a friend of the mayor.</blockquote>"
    found = [c for c in document(page(body)).citations if c.quote is not None]
    assert [c.outlet and c.outlet.name for c in found] == [outlet]


def test_a_person_called_like_a_country_is_one_where_named_in_full() -> None:
    text = "Chad Moor owns the ferry.\n“It is late and nobody knows why,” Chad said."
    (found,) = document(text).citations
    assert [author.name for author in found.authors] == ["Chad Moor"]


FIRMS: list[tuple[str, list[str]]] = [
    ("Hullworks’ CEO left.", ["hullworks"]),
    ("The pumps are from Hull Pump Works, a small pump maker.", ["hullpumpworks"]),
    ("The shares of Hullworks fell.", ["hullworks"]),
    ("Hullworks, which sank, is gone.", []),
    ("Larkhaven-based Hull spokesman Bo Yerk left.", []),
    ("Prison spokesman Bo Yerk left the prison.", []),
    ("Mayor Moor spokesman Bo Yerk left.", []),
    ("North Carolina spokesman Bo Yerk left.", []),
    ("Ada Moor, a pump maker, left.", []),
]


@pytest.mark.parametrize(("text", "names"), FIRMS)
def test_firms_are_told_by_what_stands_beside_them(text: str, names: list[str]) -> None:
    assert sorted(companies(text, phrases("en"))) == names


def test_a_small_may_is_no_month() -> None:
    (found,) = document("According to Reuters, towns may not sell their ferries.").citations
    assert found.date is None
