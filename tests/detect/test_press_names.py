"""Newspapers, journals, stations and bodies that no registry knows, told by the words at their names."""

from __future__ import annotations

import time

import pytest

from citekit.detect.phrases import phrases
from citekit.detect.press_names import press_names
from tests.detect.rows import asked, document, laid_beside, unmarked

PRESS = [
    ("[The Larkhaven Courier reported] that the pumps were sold.", "larkhaven-courier"),
    ("According to the [Upper Tidewater Gazette], the pumps were sold.", "upper-tidewater-gazette"),
    ("The mayor [told Radio Larkhaven] that the pumps were sold.", "radio-larkhaven"),
    ("[An article in the Journal of Tidal Policy] says that the pumps were sold.", "journal-of-tidal-policy"),
    ("[A paper in Rain Letters] found that it rained.", "rain-letters"),
    (
        "Nobody knew, Mara Quill wrote in the current issue of [Tidal Trade History], why it rained.",
        "tidal-trade-history by Quill",
    ),
]

BODIES = [
    ("A consultancy called [Brightwater Partners says] that the pumps were sold.", "brightwater-partners"),
    ("[Harbour Workers Together, a small charity, says] the pumps were sold.", "harbour-workers-together"),
    ("[A survey by Tidewatch] found that nobody wants the pumps.", "tidewatch"),
    ("The pumps were sold, [according to TIPRA].", "tipra"),
    ("“{The pumps were sold},” [says TIPRA].", "tipra"),
    ("[TIPRA’s report warns] that the pumps were sold.", "tipra"),
]

LANGUAGES = [
    (
        "de",
        "[Die Lerchenhafener Zeitung berichtet], dass die Pumpen verkauft wurden.",
        "lerchenhafener-zeitung",
    ),
    ("de", "[Eine Umfrage von Wetterpuls] ergab, dass es regnet.", "wetterpuls"),
    ("fr", "[Selon l’OCDE], il a plu.", "oecd"),
    ("es", "[Según el Diario de Alondra], llovió.", "diario-de-alondra"),
    ("es", "[Según la Organización Mundial de la Salud], llovió.", "world-health-organization"),
    ("pt", "[Segundo a Organização Mundial da Saúde], choveu.", "world-health-organization"),
    ("it", "[Secondo il Fondo monetario internazionale], ha piovuto.", "international-monetary-fund"),
]

NONE = [
    "The judge asked for a judicial review of the pumps.",
    "It was breaking news in the village of Larkhaven.",
    "Emily Post told them that the pumps were sold.",
    "Tomas Veld told Congress in May that he had sold the pumps.",
    "A survey of Americans says little of the pumps.",
    "They shouted NOBODY SAID SO and left.",
    "Some members of Congress have suggested that the pumps be sold.",
]


@pytest.mark.parametrize(("marked", "sources"), PRESS + BODIES, ids=str)
def test_unknown_outlet_is_told_by_its_words(marked: str, sources: str) -> None:
    wanted = asked("attribution", marked, sources)
    assert laid_beside(document(unmarked(marked)), wanted) == wanted


@pytest.mark.parametrize(("language", "marked", "source"), LANGUAGES, ids=str)
def test_outlet_is_told_in_other_languages(language: str, marked: str, source: str) -> None:
    found = document(unmarked(marked), language=language).citations
    assert source in {c.outlet.id for c in found if c.outlet is not None}


@pytest.mark.parametrize("text", NONE, ids=str)
def test_what_is_no_outlet_is_not_cited(text: str) -> None:
    assert [c.outlet.name for c in document(text).citations if c.outlet is not None] == []


def test_short_form_is_the_newspaper_that_was_named_in_full() -> None:
    text = "The Larkhaven Courier had it first.\nAccording to the Courier, the pumps were sold."
    assert [c.outlet.id for c in document(text).citations if c.outlet] == ["larkhaven-courier"]


def test_hyphens_before_a_name_cost_no_time() -> None:
    text = ("A-" * 34 + "!- Courier ") * 200
    start = time.process_time()
    assert list(press_names(text, phrases("en"))) == []
    assert time.process_time() - start < 2
