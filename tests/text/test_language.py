"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.text.language import detect_language

ROWS = [
    (
        "en",
        "The council said that it had not been told of the sale, and that nobody would have agreed to it.",
    ),
    ("es", "El gobierno dijo que no sabía nada de la venta, y que nadie se lo había preguntado hasta hoy."),
    (
        "fr",
        "Le conseil a dit qu'il ne savait rien de la vente, et que personne ne lui avait posé la question.",
    ),
    ("de", "Der Rat sagte, dass er von dem Verkauf nichts gewusst habe und dass ihn niemand gefragt hat."),
    ("pt", "O conselho disse que não sabia nada da venda e que ninguém lhe tinha perguntado até agora."),
    ("it", "Il consiglio ha detto che non sapeva nulla della vendita e che nessuno glielo aveva chiesto."),
    ("nl", "De raad zei dat hij niets van de verkoop wist en dat niemand het hem had gevraagd."),
    ("sv", "Rådet sade att det inte visste något om försäljningen och att ingen hade frågat."),
    ("pl", "Rada powiedziała, że nie wiedziała o sprzedaży i że nikt jej o to nie pytał."),
    ("ru", "Совет заявил, что ничего не знал о продаже и что его никто не спрашивал."),
    ("uk", "Рада заявила, що нічого не знала про продаж і що її ніхто не питав, і це її дивує."),
    ("el", "Το συμβούλιο είπε ότι δεν ήξερε τίποτα για την πώληση."),
    ("ar", "قال المجلس إنه لم يكن يعلم شيئا عن البيع"),
    ("he", "המועצה אמרה שלא ידעה דבר על המכירה"),
    ("ja", "市議会は売却について何も知らなかったと述べた。"),
    ("zh", "市议会表示对出售一无所知，也没有人问过他们。"),
    ("ko", "시의회는 매각에 대해 아무것도 몰랐다고 말했다."),
    (None, ""),
    (None, "Lorem ipsum dolor sit amet"),
    (None, "12 345 678"),
]


@pytest.mark.parametrize(("language", "text"), ROWS, ids=str)
def test_language(language: str | None, text: str) -> None:
    assert detect_language(text) == language


@given(st.text(max_size=300))
def test_nothing_raises_and_a_language_is_a_code(text: str) -> None:
    language = detect_language(text)
    assert language is None or (language.isalpha() and len(language) == 2)
