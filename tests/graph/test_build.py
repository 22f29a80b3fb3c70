"""Who cites whom, at each level."""

from __future__ import annotations

import pytest

from citekit.graph import Graph, Level, Selection, graph
from citekit.model import Corpus, Organisation, Outlet, PartialDate, Person
from tests.graph.samples import ABC, FAIR, MOA, WSWS, article, blog, cited, corpus

BLOG = "article:blog"


def edges(found: Graph, kind: str = "cites") -> set[tuple[str, str, int]]:
    return {(e.source, e.target, e.count) for e in found.edges if e.kind == kind}


def test_outlets_nested_citations_start_at_the_source_that_cites() -> None:
    found = graph(Corpus((blog(),)))
    assert edges(found) == {
        (BLOG, "moon-of-alabama", 2),
        ("moon-of-alabama", "wsws", 1),
        ("wsws", "twitter", 1),
        ("moon-of-alabama", "abc-news", 1),
    }
    assert edges(found, "carries") == {(BLOG, "moon-of-alabama", 2), (BLOG, "wsws", 1)}
    assert found.node(BLOG).label == "Lessons To Learn"


def test_articles_an_unnamed_quotation_is_a_source_of_its_own() -> None:
    found = graph(Corpus((blog(),)), "article")
    unknown = next(n for n in found.nodes if n.type == "unknown")
    assert unknown.label.startswith("unknown source")
    assert ("work:moa2019lessons", unknown.id, 1) in edges(found)
    assert (unknown.id, "work:abcnews2019resigned", 1) in edges(found)
    assert (BLOG, unknown.id, 1) in edges(found, "carries")


def test_works_are_cited_by_outlets_and_by_unknown_sources() -> None:
    found = graph(corpus(), "work")
    assert ("fair", "work:abcnews2019resigned", 2) in edges(found)
    assert ("unknown:blog#c8", "work:abcnews2019resigned", 1) in edges(found)


def test_an_article_that_was_read_is_the_work_that_others_cite() -> None:
    found = graph(corpus(), "article")
    assert (BLOG, "article:moa", 2) in edges(found)
    assert ("article:moa", "work:lobo2019", 1) in edges(found)
    assert "work:moa2019lessons" not in {n.id for n in found.nodes}


def test_mixed_has_articles_on_one_side_and_outlets_on_the_other() -> None:
    found = graph(corpus(), "mixed", include_self=True)
    cites = [e for e in found.edges if e.kind == "cites"]
    assert {found.node(e.source).type for e in cites} == {"article", "work", "unknown"}
    assert {found.node(e.target).type for e in cites} == {"outlet"}


def test_people_are_one_node_however_they_are_written() -> None:
    one = article(
        "one", cited(1, WSWS, authors=(Person("Lobo", "Andrea"),)), authors=(Person("Shea", "Rainer"),)
    )
    two = article("two", cited(1, WSWS, authors=(Person("Lobo", "A."),)), authors=(Person("Shea", "R."),))
    three = article("three", cited(1, ABC), cited(2, FAIR, authors=(Person("LOBO", "ANDREA"),)), outlet=MOA)
    found = graph(Corpus((one, two, three)), "person")
    assert edges(found) == {
        ("person:shea, rainer", "person:lobo, andrea", 2),
        ("moon-of-alabama", "abc-news", 1),
        ("moon-of-alabama", "person:lobo, andrea", 1),
    }


def test_outlets_are_one_node_however_they_are_written() -> None:
    unregistered = Outlet("wsws.org", "wsws.org", "wsws.org", provisional=True)
    by_name = Outlet("world-socialist-web-site", "The world socialist web-site", provisional=True)
    alias = Outlet("wsws", "World Socialist Web Site", "wsws.org", aliases=("The World Socialist Web Site",))
    document = article("d", cited(1, unregistered), cited(2, by_name), cited(3, alias), outlet=FAIR)
    assert edges(graph(Corpus((document,)))) == {("fair", "wsws", 3)}


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(forms=frozenset({"link"})), {("moon-of-alabama", "abc-news", 1), ("fair", "abc-news", 1)}),
        (Selection(since=PartialDate(2020)), {("fair", "abc-news", 2)}),
        (Selection(until=PartialDate(2019, 11, 12)), {("moon-of-alabama", "abc-news", 1)}),
        (Selection(since=PartialDate(2020, 1, 15)), set()),
        (
            Selection(chains=True, until=PartialDate(2019)),
            {
                (BLOG, "moon-of-alabama", 1),
                ("moon-of-alabama", "wsws", 1),
                ("moon-of-alabama", "abc-news", 1),
                ("wsws", "twitter", 1),
            },
        ),
    ],
    ids=["form", "since", "until", "a month may lie before its middle", "chains"],
)
def test_selection(selection: Selection, expected: set[tuple[str, str, int]]) -> None:
    found = {e for e in edges(graph(corpus(), selection=selection)) if not e[1].startswith("id ")}
    assert found == expected


def test_mentions_and_statements_only_when_asked() -> None:
    asked = Selection(mentions=True, statements=True)
    assert (BLOG, "fair", 1) in edges(graph(corpus(), selection=asked))
    assert (BLOG, "person:woman, a", 1) in edges(graph(corpus(), "person", selection=asked))
    assert not {"fair", "person:woman, a"} & {e.target for e in graph(corpus(), "person").edges}


def test_a_mention_asked_for_by_form_needs_no_flag() -> None:
    assert edges(graph(corpus(), selection=Selection(frozenset({"mention"})))) == {(BLOG, "fair", 1)}


def test_self_citations_are_counted_but_no_edge_unless_asked() -> None:
    assert graph(corpus()).node("moon-of-alabama").own == 1
    assert ("moon-of-alabama", "moon-of-alabama", 1) in edges(graph(corpus(), include_self=True))
    assert all(e.source != e.target for e in graph(corpus()).edges)


def test_an_edge_says_when_how_and_where() -> None:
    edge = next(e for e in graph(corpus()).edges if (e.source, e.target) == ("moon-of-alabama", "abc-news"))
    assert edge.forms == (("link", 1), ("parenthetical", 1))
    assert (str(edge.first), str(edge.last), edge.nested) == ("2019-11-12", "2019-11-14", 1)
    nested, plain = edge.passages
    assert (nested.article.id, nested.citation.id, nested.through) == ("blog", "c9", "moon-of-alabama")
    assert plain.through is None
    assert "word00001" in plain.text


def test_passages_are_kept_up_to_the_number_asked_for() -> None:
    many = article("d", *(cited(n, ABC) for n in range(1, 9)), outlet=FAIR)
    (edge,) = graph(Corpus((many,)), passages=3).edges
    assert (edge.count, len(edge.passages)) == (8, 3)


def test_a_circle_of_quotations_ends() -> None:
    document = article(
        "d", cited(1, None, within=2), cited(2, None, within=1), cited(3, ABC, within=1), outlet=FAIR
    )
    assert edges(graph(Corpus((document,)))) == {("fair", "abc-news", 1)}


def test_a_citation_inside_a_statement_belongs_to_the_voice_around_it() -> None:
    document = article(
        "d",
        cited(1, None, type="statement", authors=(Organisation("A woman"),)),
        cited(2, ABC, within=1),
        outlet=FAIR,
    )
    assert edges(graph(Corpus((document,)), "article")) == {("article:d", "work:d#c2", 1)}


def test_a_corpus_without_citations_has_its_articles() -> None:
    assert [n.id for n in graph(Corpus((article("d", outlet=FAIR),))).nodes] == ["fair"]


@pytest.mark.parametrize("level", ["outlet", "article", "work", "person", "mixed"])
def test_the_order_of_the_articles_makes_no_difference(level: Level) -> None:
    whole = corpus()
    other = graph(Corpus(whole.documents[::-1], whole.works[::-1]), level)
    found = graph(whole, level)
    assert found.nodes == other.nodes
    assert edges(found) == edges(other)
