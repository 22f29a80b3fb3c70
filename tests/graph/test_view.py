"""What goes into the page, without a browser."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.export.graphs import export, sigma
from citekit.export.graphs.view import inside_json
from citekit.graph import graph
from tests.graph.samples import NASTY, corpus


@given(st.text())
def test_data_cannot_end_its_element(text: str) -> None:
    written = inside_json([text])
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == [text]


def test_each_article_is_told_once() -> None:
    page = "".join(map(str, export(graph(corpus()), "html")))
    data = json.loads(page.split('id="graph">')[1].split("</script>")[0])
    assert sorted(a["title"] for a in data["articles"]) == ["Lessons", "Lessons To Learn", NASTY]


def test_a_library_without_the_modules_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sigma, "_MODULES", ("./node_modules/other/index.js",))
    with pytest.raises(CitekitError, match="does not ship"):
        sigma.library()
