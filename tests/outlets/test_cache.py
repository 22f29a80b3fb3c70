"""An outlet goes through the cache whole, or there is no cache."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Outlet
from citekit.outlets import cache

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)
MANY = st.lists(WORDS, max_size=3).map(tuple)
OUTLETS = st.builds(
    Outlet,
    id=WORDS,
    name=WORDS,
    domain=st.none() | WORDS,
    kind=st.none() | WORDS,
    country=st.none() | WORDS,
    languages=MANY,
    aliases=MANY,
    domains=MANY,
    former_domains=MANY,
    handles=st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
    date_order=st.none() | st.sampled_from(("mdy", "dmy", "ymd")),
    issn=MANY,
    wikidata=st.none() | WORDS,
    parent=st.none() | WORDS,
    provisional=st.booleans(),
)


@given(st.lists(OUTLETS, max_size=3, unique_by=lambda outlet: outlet.id))
def test_what_is_read_back_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, outlets: list[Outlet]
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache.save(folder, "x", cache.compiled(outlets, {}))
    loaded = cache.load(folder, "x")
    assert loaded is not None
    assert list(loaded.outlets) == outlets


@pytest.mark.parametrize("name", ["Rain\x1fPost", "Rain\x1ePost"])
def test_a_name_that_would_be_torn_apart_keeps_the_cache_from_being_written(
    tmp_path: Path, name: str
) -> None:
    cache.save(tmp_path, "x", cache.compiled([Outlet("rain", name)], {}))
    assert cache.load(tmp_path, "x") is None
