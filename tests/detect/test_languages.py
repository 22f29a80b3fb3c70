"""The same in Spanish, French, German and Portuguese, with their own quotation marks."""

from __future__ import annotations

import pytest

from tests.detect.rows import asked, document, laid_beside, unmarked

SPANISH = [
    ("[Según Reuters], el transbordador ardió.", "reuters"),
    ("El transbordador ardió, [según Reuters].", "reuters"),
    ("[De acuerdo con Reuters], el transbordador ardió.", "reuters"),
    ("[Reuters informó] de que el transbordador ardió.", "reuters"),
    ("El transbordador ardió, [informa Reuters].", "reuters"),
    (
        "«{El transbordador ardió} toda la noche», [escribió Mara Quill en The New York Times].",
        "the-new-york-times by Quill",
    ),
    ("[Como publicó Reuters], el transbordador ardió.", "reuters"),
    ("El transbordador ardió, citado por [Reuters].", "reuters"),
    ("«{Nunca fue mío}, ni una tabla», [dijo Tomas Veld].", "? by Veld"),
]

FRENCH = [
    ("[Selon Le Monde], le ferry a brûlé.", "le-monde"),
    ("Le ferry a brûlé, [selon Reuters].", "reuters"),
    ("[D’après Reuters], le ferry a brûlé.", "reuters"),
    ("Le ferry a brûlé, [rapporte Le Monde].", "le-monde"),
    ("[Le Monde a révélé] que le ferry avait brûlé.", "le-monde"),
    ("« {Le ferry a brûlé} toute la nuit », [écrit Mara Quill dans Le Monde].", "le-monde by Quill"),
    ("« {Il n’a jamais} été à moi », a [déclaré Tomas Veld].", "? by Veld"),
]

GERMAN = [
    ("[Laut Reuters] brannte die Fähre.", "reuters"),
    ("[Wie Reuters berichtet], brannte die Fähre.", "reuters"),
    ("Die Fähre brannte, [berichtet Reuters].", "reuters"),
    ("[Nach Angaben von Reuters] brannte die Fähre.", "reuters"),
    ("„{Die Fähre brannte} die ganze Nacht“, [schreibt Mara Quill im Spiegel].", "der-spiegel by Quill"),
    ("„{Sie gehörte mir} nie“, [sagte Tomas Veld].", "? by Veld"),
]

PORTUGUESE = [
    ("[Segundo a Reuters], o barco ardeu.", "reuters"),
    ("O barco ardeu, [segundo a Reuters].", "reuters"),
    ("[De acordo com a Reuters], o barco ardeu.", "reuters"),
    ("O barco ardeu, [informou a Reuters].", "reuters"),
    (
        "“{O barco ardeu} toda a noite”, [escreveu Mara Quill no New York Times].",
        "the-new-york-times by Quill",
    ),
    ("“{Nunca foi meu}, nem uma tábua”, [disse Tomas Veld].", "? by Veld"),
]


def check(text: str, source: str, language: str) -> None:
    found, wanted = document(unmarked(text), language=language), asked("attribution", text, source)
    assert laid_beside(found, wanted) == wanted


@pytest.mark.parametrize(("text", "source"), SPANISH, ids=str)
def test_spanish(text: str, source: str) -> None:
    check(text, source, "es")


@pytest.mark.parametrize(("text", "source"), FRENCH, ids=str)
def test_french(text: str, source: str) -> None:
    check(text, source, "fr")


@pytest.mark.parametrize(("text", "source"), GERMAN, ids=str)
def test_german(text: str, source: str) -> None:
    check(text, source, "de")


@pytest.mark.parametrize(("text", "source"), PORTUGUESE, ids=str)
def test_portuguese(text: str, source: str) -> None:
    check(text, source, "pt")


def test_a_region_s_phrases_are_its_language_s() -> None:
    found = document("Segundo a Reuters, o barco ardeu.", language="pt-BR")
    assert [c.outlet.id for c in found.citations if c.outlet] == ["reuters"]
