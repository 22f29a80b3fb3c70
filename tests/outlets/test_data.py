"""The data, in both directions: every record is right, and every claim in it finds its outlet again."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from citekit.model import Outlet
from citekit.outlets import Registry, layers
from citekit.outlets.ambiguity import UNSEARCHED
from citekit.outlets.format import main as format_main
from citekit.outlets.names import folded
from citekit.outlets.reading import kinds, outlet, record
from citekit.outlets.registry import SHARED_HOSTS
from citekit.outlets.schema import problems
from citekit.text.urls.hosts import plain_host
from citekit.text.urls.tables import shorteners


@pytest.fixture(scope="module")
def registry() -> Registry:
    table = layers.ambiguities()
    return Registry([outlet(each) for each in layers.bundled()], table)


def test_records_are_right_by_the_schema() -> None:
    assert problems(layers.bundled()) == []


def test_files_are_in_normal_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert format_main(["--check"]) == 0, capsys.readouterr().out


def test_there_are_enough_of_the_whole_world(registry: Registry) -> None:
    assert len(registry) >= 3000
    assert len({each.country for each in registry}) >= 150
    assert {each.kind for each in registry} == set(kinds()), (
        "each kind is used, and none is used that is none"
    )


def test_every_address_finds_its_outlet(registry: Registry) -> None:
    wrong = []
    for each in registry:
        if each.kind == "shortener":
            continue
        for prefix in (*each.domains, *each.former_domains):
            inner = () if each.kind in SHARED_HOSTS else (f"http://www.{prefix}/2019/11/13/x?y=z",)
            for url in (f"https://{prefix}", *inner):
                if registry.registered(url) is not each:
                    wrong.append((each.id, url, registry.registered(url)))
    assert not wrong


def test_every_name_and_alias_finds_its_outlet(registry: Registry) -> None:
    wrong = [
        (each.id, name)
        for each in registry
        for name in (each.name, *each.aliases)
        if each not in registry.by_name(name)
    ]
    assert not wrong


def test_every_handle_finds_its_outlet(registry: Registry) -> None:
    wrong = [
        each.id for each in registry for handle in each.handles if registry.by_handle(*handle) is not each
    ]
    assert not wrong


def test_every_outlet_is_found_in_a_sentence(registry: Registry) -> None:
    wrong = []
    for each in registry:
        known = registry.ambiguities.get(folded(each.name))
        if len(each.name) < 2 or (known is not None and UNSEARCHED.intersection(known.why)):
            continue
        found = [
            mention
            for mention in registry.mentions(f"as {each.name} reported,")
            if each in mention.candidates
        ]
        if not found:
            wrong.append(each.id)
    assert not wrong


def test_a_name_that_two_share_is_listed_with_its_cue(registry: Registry) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for each in registry:
        for name in (each.name, *each.aliases):
            owners[folded(name)].add(each.id)
    for name, ids in owners.items():
        if len(ids) > 1:
            known = registry.ambiguities.get(name)
            assert known, f"{name!r} is shared by {ids} and not in outlet_ambiguity.rec"
            assert "shared" in known.why
            assert known.cue
            assert set(known.outlets) == ids


def test_the_ambiguous_names_are_somebody_s(registry: Registry) -> None:
    names = {folded(name) for each in registry for name in (each.name, *each.aliases)}
    for name, known in registry.ambiguities.items():
        assert name in names, f"{known.surface!r} is no outlet's name"
        assert known.cue
        ids = {*known.outlets, *known.by_country.values(), *([known.default] if known.default else [])}
        assert all(registry.by_id(id) for id in ids), known
        assert ids <= {each.id for each in registry.by_name(known.surface)}, known
        assert len(known.outlets) != 1


def test_phrases_that_mean_no_outlet_hide_the_name_inside(registry: Registry) -> None:
    names = {name for each in registry for name in (each.name, *each.aliases)}
    for known in registry.ambiguities.values():
        for phrase in known.never:
            assert phrase not in names
            found = registry.mentions(f"in the {phrase} there")
            assert not found, f"{phrase!r} was read as {found}"


def test_no_house_s_short_host_is_an_address_too(registry: Registry) -> None:
    hosts = {
        prefix.partition("/")[0] for each in registry for prefix in each.domains if each.kind != "shortener"
    }
    assert not hosts & {short for short, house in shorteners().items() if house}


def test_addresses_are_not_mobile_or_mirror_hosts(registry: Registry) -> None:
    """An outlet's first domain stands for it, so it must be the plain one."""
    wrong = [
        each.id
        for each in registry
        if each.domain
        and each.domain.startswith(("www.", "m.", "amp.", "mobile."))
        and plain_host(each.domain) != each.domain
    ]
    assert not wrong


def test_ids_say_the_name(registry: Registry) -> None:
    """Two outlets of one name are told apart by what their ids add to it."""
    names = Counter(each.name for each in registry)
    shared = [each for each in registry if names[each.name] > 1]
    assert len({each.id for each in shared}) == len(shared)


@pytest.mark.parametrize(
    "each", [outlet(each) for each in list(layers.bundled())[::37]], ids=lambda each: each.id
)
def test_a_record_comes_back(each: Outlet) -> None:
    assert outlet(record(each)) == each
