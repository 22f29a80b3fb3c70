"""Offices named by who holds them and where, and stations named by their network and where."""

from __future__ import annotations

import pytest

from citekit.detect.offices import offices
from citekit.detect.stations import stations
from tests.detect.rows import document

# The text, and each office with the name of the one that is meant.
OFFICES = [
    (
        "The Halton County Sheriff's Office said so.",
        [("Halton County Sheriff's Office", "Halton County Sheriff's Office")],
    ),
    (
        "According to the Larkhaven attorney general’s office, it sank.",
        [("Larkhaven attorney general’s office", "Larkhaven attorney general’s office")],
    ),
    (
        "The U.S. Attorney’s Office for the District of Larkhaven met the U.S. attorney’s office.",
        [
            (
                "U.S. Attorney’s Office for the District of Larkhaven",
                "U.S. Attorney’s Office for the District of Larkhaven",
            ),
            ("U.S. attorney’s office", "U.S. Attorney’s Office for the District of Larkhaven"),
        ],
    ),
    (
        "The Halton district attorney’s office charged him, prosecutors’ office records say.",
        [
            ("Halton district attorney’s office", "Halton district attorney’s office"),
            ("prosecutors’ office", "Halton district attorney’s office"),
        ],
    ),
    ("In the Halton mayor’s office it was cold.", [("Halton mayor’s office", "Halton mayor’s office")]),
    ("The mayor's office said so.", []),
    ("The dentist's office said so.", []),
    ("Ada Moor’s office said so.", []),
    ("He left her office. Offices were shut.", []),
]

STATIONS = [
    ("ABC 7 Chicago had it first.", ["ABC 7 Chicago"]),
    ("It sank, NBC10 Boston and CBS Miami reported.", ["NBC10 Boston", "CBS Miami"]),
    ("He told Fox 32 that it sank.", ["Fox 32"]),
    ("CBS News and NBC Sports had it.", []),
    ("CBS Boston Marathon coverage, ABC 123, a FOXGLOVE 5 and the fox 5.", []),
]


@pytest.mark.parametrize(("text", "wanted"), OFFICES)
def test_offices_by_their_holders(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(known.span.of(text), known.outlets[0].name) for known in offices(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), STATIONS)
def test_stations_by_their_networks(text: str, wanted: list[str]) -> None:
    assert sorted(known.span.of(text) for known in stations(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (
            "The Halton County sheriff’s office said in a statement that it sank.",
            "Halton County sheriff’s office",
        ),
        ("It sank, CBS Miami reported.", "CBS Miami"),
        ("The mate told KXYQ that it sank.", "KXYQ"),
        ("WXYQ-FM reported that it sank.", "WXYQ-FM"),
    ],
)
def test_they_are_cited_like_any_other(text: str, outlet: str) -> None:
    (citation,) = document(text).citations
    assert citation.outlet is not None
    assert citation.outlet.name == outlet
