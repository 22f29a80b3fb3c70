"""Filters, identities, slices, layouts, and graphs as other libraries' values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.graph import Graph, Node, graph, layout
from citekit.graph.filters import around, at_least, of_kind
from citekit.graph.identity import same_outlets, same_people
from citekit.graph.looks import OTHER, dressed, laid_out
from citekit.graph.need import need
from citekit.graph.slices import slices
from citekit.model import Article, Author, Corpus, Document, Organisation, Outlet, PartialDate, Person
from tests.graph.samples import ABC, corpus
from tests.graph.test_measures import made


def ids(found: Graph) -> str:
    return "".join(node.id for node in found.nodes)


def test_at_least() -> None:
    assert ids(at_least(made("ab3 bc1 cd2"), 2)) == "abcd"
    assert [(e.source, e.target) for e in at_least(made("ab3 bc1"), 2).edges] == [("a", "b")]


def test_of_kind_keeps_edges_with_an_end_of_that_kind() -> None:
    found = of_kind(graph(corpus()), ["broadcaster"])
    assert {(e.source, e.target) for e in found.edges} == {
        ("fair", "abc-news"),
        ("moon-of-alabama", "abc-news"),
    }


@pytest.mark.parametrize(("depth", "near"), [(1, "abc"), (2, "abcd"), (9, "abcd")])
def test_around(depth: int, near: str) -> None:
    assert ids(around(made("ab bc cd ef"), "b", depth)) == near


@pytest.mark.parametrize("name", ["abc-news", "ABC news", "abcnews.go.com"])
def test_around_takes_an_id_a_label_or_a_domain(name: str) -> None:
    assert "wsws" not in {n.id for n in around(graph(corpus()), name, 1).nodes}


def test_around_nobody_names_some_that_are_there() -> None:
    with pytest.raises(CitekitError, match="abc-news"):
        around(graph(corpus()), "nobody")


def test_around_two_of_one_name_asks_for_the_id() -> None:
    two = Graph("outlet", (Node("t1", "The Times", "outlet"), Node("t2", "The Times", "outlet")))
    with pytest.raises(CitekitError, match="t1, t2"):
        around(two, "the times")


JOHN, J, JANE = Person("Smith", "John"), Person("Smith", "J."), Person("Smith", "Jane")
PEOPLE: list[tuple[str, list[Author], int]] = [
    ("an initial", [JOHN, J], 1),
    ("an initial that fits two", [JOHN, JANE, J], 3),
    (
        "a middle name",
        [Person("Blumenthal", "Max"), Person("Blumenthal", "Max S."), Person("Blumenthal", "M.")],
        1,
    ),
    ("accents and case", [Person("Peña", "José"), Person("PENA", "Jose")], 1),
    (
        "a handle",
        [Person("Sprague", "Jeb", handle="JebSprague"), Organisation("JebSprague", "jebsprague")],
        1,
    ),
    ("other people", [Person("Van Auken", "Bill"), Person("Auken", "Bill")], 2),
    ("a particle", [Person("Gogh", "Vincent", particle="van"), Person("van Gogh", "Vincent")], 1),
    ("only a family name", [Person("Mao"), Person("Mao", "Zedong")], 2),
]


@pytest.mark.parametrize(("authors", "people"), [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE])
def test_people(authors: list[Author], people: int) -> None:
    assert len(set(same_people(authors).values())) == people
    assert same_people(authors) == same_people(authors[::-1])


def test_outlets_of_one_domain_are_one() -> None:
    made_up = Outlet("abcnews.go.com", "abcnews.go.com", "abcnews.go.com", provisional=True)
    named = Outlet("x", "abc news", provisional=True)
    other = Outlet("abc-au", "ABC News", "abc.net.au")
    assert {o.id for o in same_outlets([made_up, ABC, named]).values()} == {"abc-news"}
    assert same_outlets([made_up, ABC, named, other])["x"].id == "x"  # two are called so


def test_slices() -> None:
    dates = [PartialDate(2019, 11, 5), PartialDate(2019, 12), PartialDate(2019), PartialDate(2020, 1), None]
    whole = Corpus(tuple(Document(Article(str(n), "-", "", date=d)) for n, d in enumerate(dates)))
    assert [(name, len(found.nodes)) for name, found in slices(whole, "year")] == [("2019", 3), ("2020", 1)]
    assert [name for name, _ in slices(whole, "quarter")] == ["2019-36", "2020-33"]
    assert [name for name, _ in slices(whole, "month")] == ["2019-11", "2019-12", "2020-01"]


@given(st.integers(0, 26), st.integers(0, 3))
def test_no_two_circles_cover_each_other(count: int, parts: int) -> None:
    edges = " ".join(f"{chr(97 + n)}{chr(97 + n // (parts + 2))}" for n in range(1, count))
    found = laid_out(made(edges, extra="a"))
    places = [(node.x or 0.0, node.y or 0.0, node.size or 0.0) for node in found.nodes]
    for n, (x, y, size) in enumerate(places):
        for other_x, other_y, other_size in places[:n]:
            assert math.hypot(x - other_x, y - other_y) >= 0.9 * (size + other_size) / 2


def test_a_layout_is_the_same_each_time() -> None:
    assert laid_out(graph(corpus())) == laid_out(graph(corpus()))


def test_a_graph_too_large_to_draw_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "MOST", 3)
    with pytest.raises(CitekitError, match="--min-count"):
        laid_out(made("ab bc cd"))


def test_sizes_and_colours() -> None:
    found = dressed(graph(corpus()))
    sizes = {node.id: node.size or 0 for node in found.nodes}
    assert sizes["abc-news"] == max(sizes.values()) < 40
    assert len({node.color for node in found.nodes if node.kind == "broadcaster"}) == 1
    lonely = laid_out(made("ab ba", extra="z"))
    assert lonely.node("z").color == OTHER


def test_as_networkx() -> None:
    found = graph(corpus()).to_networkx()
    assert found.edges["fair", "abc-news", "cites"]["weight"] == 2
    assert found.nodes["abc-news"]["label"] == "ABC News"
    assert found.nodes["abc-news"]["kind"] == "broadcaster"


def test_as_igraph() -> None:
    found = graph(corpus()).to_igraph()
    edge = found.es[found.get_eid("fair", "abc-news")]
    assert (edge["weight"], edge["kind"], found.vs.find("abc-news")["label"]) == (2, "cites", "ABC News")


def test_as_pandas() -> None:
    nodes, edges = graph(corpus()).to_pandas()
    assert nodes.loc["abc-news", "cited"] == 4
    assert edges.query("source == 'fair' and target == 'abc-news'")["weight"].item() == 2
    assert len(Graph("outlet").to_pandas()[1]) == 0


def test_a_notebook_shows_a_picture_and_the_strongest_edges() -> None:
    shown = graph(corpus())._repr_html_()
    assert "<svg" in shown
    assert "<td>FAIR</td>" in shown
    assert "<script>" not in shown


def test_a_library_that_is_not_there_says_what_to_install() -> None:
    with pytest.raises(CitekitError, match=r"citekit\[graph\]"):
        need("no_such_library_at_all")
