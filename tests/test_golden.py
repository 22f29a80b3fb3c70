"""The sample library comes out as it did; where it should not, `make bib` and read the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.golden import GOLDEN, make


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_file_comes_out_the_same(name: str, tmp_path: Path) -> None:
    expected = (ROOT / "bib" / name).read_bytes().decode()
    assert make(name, tmp_path).read_bytes().decode() == expected


@pytest.mark.parametrize("path", sorted((ROOT / "bib" / "articles").iterdir()), ids=lambda path: path.name)
def test_a_sample_says_that_it_is_invented(path: Path) -> None:
    text = path.read_text("utf-8")
    note = (
        "invented sample",
        "Ejemplo inventado",
        "Exemple inventé",
        "erfundenes Beispiel",
        "Exemplo inventado",
    )
    assert any(words in text for words in note)
