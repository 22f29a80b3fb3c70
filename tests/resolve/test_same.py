"""When two citations are of the same work, and when they must not be taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Author, Citation, Form, Organisation, Outlet, PartialDate, Person, Span
from citekit.resolve.same import Groups, agree, group
from tests.linear import is_linear, seconds

POST, TIMES, TWITTER = (Outlet(name.lower(), name) for name in ("Post", "Times", "Twitter"))
QUILL, VELD, WATCH = Person("Quill", "Mara"), Person("Veld", "Tomas"), Organisation("Watch", "ferrywatch")
DAY, MONTH, OTHER = PartialDate(2024, 5, 13), PartialDate(2024, 5), PartialDate(2023)


def cited(
    outlet: Outlet | None = None,
    *people: Author,
    date: PartialDate | None = None,
    title: str | None = None,
    url: str | None = None,
    type: str | None = None,
    form: Form = "attribution",
) -> Citation:
    return Citation(
        "c1", form, Span(0, 1), outlet=outlet, authors=people, date=date, title=title, url=url, type=type
    )


def of_one_work(one: Citation, other: Citation, *, same_article: bool) -> bool:
    """Whether the two are grouped, in one article or each in its own."""
    other = Citation(**{name: getattr(other, name) for name in Citation.__slots__} | {"id": "c2"})
    documents = [[one, other]] if same_article else [[one], [other]]
    groups = group(documents, ["a", "b"], [{}, {}])
    return groups.find(0) == groups.find(1)


LINK = "https://www.washingtonpost.com/world/2024/05/13/ferry-pumps-sold/"

# The same work wherever it is cited.
SURE = [
    (cited(url=LINK), cited(url=LINK + "?utm_source=mail#part")),
    (cited(url=LINK), cited(url="http://washingtonpost.com/world/2024/05/13/ferry-pumps-sold/")),
    (cited(url=LINK), cited(url="https://web.archive.org/web/20240514000000/" + LINK)),
    (
        cited(url="https://twitter.com/a/status/1193950838362390528"),
        cited(url="https://x.com/b/status/1193950838362390528?s=20"),
    ),
    (cited(url="https://doi.org/10.1000/xyz123"), cited(url="https://dx.doi.org/10.1000/XYZ123")),
    (cited(POST, title="The Long Ebb"), cited(POST, title="the long ebb!")),
    (cited(POST, QUILL, date=DAY), cited(POST, QUILL, date=DAY)),
]

# The same within one article, but not from one article to another.
NEAR = [
    (cited(POST, date=DAY, form="parenthetical"), cited(POST, date=DAY, form="parenthetical")),
    (cited(POST), cited(POST)),
    (cited(POST, date=MONTH), cited(POST)),
    (cited(POST, QUILL), cited(POST)),
    (cited(POST, date=DAY), cited(POST, date=MONTH)),
]

# Never the same.
APART = [
    (cited(POST), cited(TIMES)),
    (cited(), cited()),
    (cited(POST, QUILL), cited(POST, VELD)),
    (cited(POST, date=DAY), cited(POST, date=OTHER)),
    (cited(POST, title="The Long Ebb"), cited(POST, title="The Short Flood")),
    (cited(TWITTER, WATCH, type="post"), cited(TWITTER, type="article")),
    (cited(url=LINK), cited(url=LINK + "2")),
    (
        cited(url="https://twitter.com/a/status/1193950838362390528"),
        cited(url="https://twitter.com/a/status/1193950838362390529"),
    ),
]


@pytest.mark.parametrize(("one", "other"), SURE)
@pytest.mark.parametrize("same_article", [True, False])
def test_the_same_work_wherever_it_is_cited(one: Citation, other: Citation, same_article: bool) -> None:
    assert of_one_work(one, other, same_article=same_article)


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_the_same_work_in_one_article_only(one: Citation, other: Citation) -> None:
    assert of_one_work(one, other, same_article=True)
    assert not of_one_work(one, other, same_article=False)


@pytest.mark.parametrize(("one", "other"), APART)
@pytest.mark.parametrize("same_article", [True, False])
def test_different_works_stay_apart(one: Citation, other: Citation, same_article: bool) -> None:
    assert not of_one_work(one, other, same_article=same_article)


outlets = st.sampled_from([None, POST, TIMES])
people = st.lists(st.sampled_from([QUILL, VELD, WATCH]), max_size=2, unique=True)
dates = st.sampled_from([None, DAY, MONTH, OTHER])
titles = st.sampled_from([None, "The Long Ebb", "The Short Flood"])
citations = st.builds(lambda o, p, d, t: cited(o, *p, date=d, title=t), outlets, people, dates, titles)


@given(citations, citations)
def test_agreement_is_mutual(one: Citation, other: Citation) -> None:
    assert agree(one, other) == agree(other, one)


@given(citations)
def test_a_citation_of_an_outlet_agrees_with_itself(one: Citation) -> None:
    assert agree(one, one) == (one.outlet is not None)


@given(
    st.integers(1, 30).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))
    )
)
def test_groups_are_the_pairs_joined(sized: tuple[int, list[tuple[int, int]]]) -> None:
    size, pairs = sized
    groups = Groups(size)
    for one, other in pairs:
        groups.join(one, other)
    members = groups.members()
    assert sorted(i for found in members.values() for i in found) == list(range(size))
    assert all(found[0] == head == min(found) for head, found in members.items())
    assert all(groups.find(one) == groups.find(other) for one, other in pairs)


def test_time_grows_with_the_length_of_the_article_alone() -> None:
    def took(count: int) -> float:
        found = [
            Citation(f"c{n}", "attribution", Span(n, n + 1), outlet=POST, authors=(Person(f"A{n}", "B"),))
            for n in range(count)
        ]
        return seconds(lambda: group([found], ["a"], [{}]))

    assert is_linear(took, 500, 4)
