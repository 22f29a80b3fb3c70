"""Outlets' names in sentences as articles write them."""

# ruff: noqa: E501  rows of a table stay on one line

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.outlets import Registry, default_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return default_registry()


# A "?" after an id means that the name needs its context.
FOUND = (
    ("Andrea Lobo writes at WSWS:", [("WSWS", "wsws")]),
    ("The Canary’s Kit Klarenberg wrote", [("The Canary", "the-canary")]),
    ("as the Canary reported", [("the Canary", "the-canary")]),
    ("Ryan Grim of The Intercept’s podcast Deconstructed assessed", [("The Intercept", "the-intercept"), ("Deconstructed", "deconstructed?")]),
    ("(ABC News11/10/19) (CBS News11/10/19) (New York Times11/10/19)", [("ABC News", "abc-news-us"), ("CBS News", "cbs-news"), ("New York Times", "the-new-york-times")]),
    ("(Miami Herald,11/9/19)", [("Miami Herald", "miami-herald")]),
    ("(FAIR.org5/6/098/1/124/11/19)", [("FAIR.org", "fairness-and-accuracy-in-reporting")]),
    ("comes courtesy of the Moon Of Alabama website", [("Moon Of Alabama", "moon-of-alabama")]),
    ("Both the *New York Times* and the *Washington Post* published", [("New York Times", "the-new-york-times"), ("Washington Post", "the-washington-post")]),
    ("(prematurely celebrated by the *Times*)", [("Times", "the-new-york-times?")]),
    ("_The Guardian_ says", [("The Guardian", "the-guardian")]),
    ("visit: wsws.org/contact", [("wsws.org", "wsws")]),
    ("at PopularResistance.org.", [("PopularResistance.org", "popular-resistance")]),
    ("CHICAGO (AP) — Fires", [("AP", "associated-press")]),
    ("AFP, VOA and FAIR said", [("AFP", "agence-france-presse"), ("VOA", "voice-of-america"), ("FAIR", "fairness-and-accuracy-in-reporting")]),
    ("Defending Rights and Dissent just reported", [("Defending Rights and Dissent", "defending-rights-and-dissent")]),
    ("lit-on dans Le Monde et du Monde", [("Le Monde", "le-monde"), ("Monde", "le-monde")]),
    ("peut-on lire dans Les Échos", [("Les Échos", "les-echos")]),
    ("écrit Le Canard enchaîné", [("Le Canard enchaîné", "le-canard-enchaine")]),
    ("según El País y La Jornada", [("El País", "el-pais"), ("La Jornada", "la-jornada")]),
    ("directora del País", [("País", "el-pais")]),
    ("dem Spiegel sagte sie", [("Spiegel", "der-spiegel")]),
    ("the World Bank and the World Cup", [("World Bank", "world-bank"), ("the World", "the-world-prx?")]),
    ("laut der Frankfurter Allgemeinen, die FAZ und taz", [("Frankfurter Allgemeinen", "frankfurter-allgemeine-zeitung"), ("FAZ", "frankfurter-allgemeine-zeitung"), ("taz", "die-tageszeitung")]),
    ("segundo a Folha de S.Paulo e O Globo", [("Folha de S.Paulo", "folha-de-s-paulo"), ("O Globo", "o-globo")]),
    ("Jane’s and Harper's Magazine", [("Jane’s", "janes?"), ("Harper's Magazine", "harpers-magazine")]),
    ("an ABC News-Washington Post poll", [("ABC News", "abc-news-us"), ("Washington Post", "the-washington-post")]),
    ("AP-NORC, BBC-owned", [("AP", "associated-press"), ("BBC", "bbc")]),
    ("WHO and the World Health Organization", [("WHO", "world-health-organization"), ("World Health Organization", "world-health-organization")]),
    ("told Time on Monday", [("Time", "time?")]),
    ("The Hill reported", [("The Hill", "the-hill?")]),
    ("Reuters/AP", [("Reuters", "reuters"), ("AP", "associated-press")]),
    ("THE NEW YORK TIMES", [("THE NEW YORK TIMES", "the-new-york-times")]),
    ("Amnesty International, Human Rights Watch, the Pentagon", [("Amnesty International", "amnesty-international"), ("Human Rights Watch", "human-rights-watch"), ("Pentagon", "u-s-department-of-defense")]),
    ("The New York Times Magazine ran", [("The New York Times Magazine", "the-new-york-times-magazine")]),
)  # fmt: skip

NOTHING = (
    "it is only fair that the guardian of time, nature and science",
    "a canary in the coal mine",
    "the Canary Islands",
    "Sputnik V was approved",
    "the Fortune 500",
    "the Federalist Society",
    "the Minister of Foreign Affairs said",
    "the Vice President said",
    "the Amazon rainforest burns",
    "@nytimes #CNN a@cnn.com",
    "https://www.bbc.co.uk/news/CNN and http://a.org/cnn.com",
    "BBCs CNNs preCNN CNN2go",
    "cnn.com.example and mycnn.com",
    "as Glenn Greenwald said",
    "in the Gotham Times today",
    "non-Guardian Guardian-style",
    "reason and people, not vice",
    "nytimes.community",
    "",
)


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=str)
def test_mentions(registry: Registry, text: str, wanted: list[tuple[str, str]]) -> None:
    found = registry.mentions(text)
    assert [(each.surface, each.candidates[0].id + ("" if each.sure else "?")) for each in found] == wanted
    assert all(each.span.of(text) == each.surface for each in found)


@pytest.mark.parametrize("text", NOTHING)
def test_no_mention(registry: Registry, text: str) -> None:
    assert registry.mentions(text) == []


NAMES = [
    "The New York Times",
    "Times",
    "FAIR.org",
    "BBC",
    "du Monde",
    "Canary Islands",
    "AP",
    ".com",
    "wsws.org",
]


@given(
    st.lists(
        st.sampled_from([*NAMES, " ", ".", "-", "’s", "\n", "5/6/09", "@", "https://", "İ"])
        | st.text(max_size=4)
    )
)
def test_mentions_stand_where_they_say_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    found = default_registry().mentions(text)
    assert all(each.span.of(text) == each.surface and each.candidates for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text", ["The " * 200_000, "." * 400_000, "a.com" * 100_000, "x" * 300_000 + ".org" * 50_000]
)
def test_hostile_text_takes_linear_time(registry: Registry, text: str) -> None:
    start = time.process_time()
    registry.mentions(text)
    assert time.process_time() - start < 3.0
