"""Citekeys: readable, stable, and each of its own work alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Organisation, Outlet, PartialDate, Person, Work
from citekit.resolve.key_formula import FormulaError, formula
from citekit.resolve.keys import base, citekeys, distinguished
from tests.export.hostile import WORK

ABC = Outlet("abc-news", "ABC News")
LOBO = Person("Lobo", "Andrea")


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (Work("", "webpage", "Morales resigns", (LOBO,), PartialDate(2019)), "lobo2019morales"),
        (
            Work("", "webpage", date=PartialDate(2019), outlet=ABC, quotes=("He resigned.",)),
            "abcnews2019resigned",
        ),
        (Work("", "webpage", "The coup"), "anonndcoup"),
        (Work("", "webpage", "The US and us", (LOBO,)), "lobondus"),
        (Work("", "book", "El golpe de Estado", (Person("Núñez Müller", "Íñigo"),)), "nunezmullerndgolpe"),
        (Work("", "book", "Quays", (Person("Holt", "Joost", particle="van der"),)), "vanderholtndquays"),
        (Work("", "book", "Quays", (Person("Зеленский", "Володимир"),)), "zelenskiyndquays"),
        (Work("", "post", None, (Organisation("", handle="JebSprague"),)), "jebspraguend"),
        (
            Work("", "report", "Closing", (Organisation("Office of the High Commissioner"),)),
            "officehighcommissionerndclosing",
        ),
        (Work("", "webpage", "“¿Qué?” – 2019", (LOBO,)), "lobond2019"),
        (Work("", "webpage", "word" * 2500, (Person("x" * 9000),)), "x" * 24 + "nd" + "word" * 5),
        (Work("", "webpage", "\ud800", (Person("…"),), outlet=ABC), "abcnewsnd"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_key_says_who_when_and_what(work: Work, key: str) -> None:
    assert base(work) == key
    assert citekeys([work]) == (key,)


def test_both_of_two_take_a_hash() -> None:
    one, two = (
        Work("", "webpage", title, (LOBO,), PartialDate(2019))
        for title in ("Morales resigns", "Morales flees")
    )
    keys = citekeys([one, two])
    assert keys == (distinguished("lobo2019morales", one), distinguished("lobo2019morales", two))


def test_a_hash_does_not_change_when_works_are_added() -> None:
    works = [
        Work("", "webpage", f"Morales {word}", (LOBO,), PartialDate(2019))
        for word in ("a1", "b2", "c3", "d4")
    ]
    assert citekeys(works[:2]) == citekeys(works)[:2]


def test_a_key_that_is_taken_is_not_given_again() -> None:
    work = Work("", "webpage", "Morales", (LOBO,), PartialDate(2019))
    assert citekeys([work], taken={"LOBO2019Morales"}) == (distinguished("lobo2019morales", work),)


def test_keys_differ_even_where_case_is_ignored() -> None:
    works = [Work("", "book", title) for title in ("Quay", "QUAY", "quay")]
    keys = citekeys(works, lambda work: work.title or "")
    assert len({key.lower() for key in keys}) == 3


def test_two_thousand_namesakes_are_told_apart() -> None:
    works = [Work("", "webpage", "Live", outlet=ABC, url=f"https://abc.example/{n}") for n in range(2000)]
    keys = citekeys(works)
    assert len(set(keys)) == 2000
    assert max(map(len, keys)) <= len("abcnewsndlive") + 11


@given(works=st.lists(WORK, max_size=6))
def test_keys_are_unique_and_safe_in_every_format(works: list[Work]) -> None:
    keys = citekeys(works)
    assert len({key.lower() for key in keys}) == len(works)
    assert all(key.replace("-", "").isalnum() and key.isascii() for key in keys)


@given(works=st.lists(WORK, max_size=6, unique_by=repr), data=st.data())
def test_order_changes_no_key(works: list[Work], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(works))))
    keys = citekeys(works)
    assert citekeys([works[place] for place in order]) == tuple(keys[place] for place in order)


COUP = Work(
    "", "article-newspaper", "The Coup in Bolivia and after", (LOBO, Person("Shea", "Rainer")),
    PartialDate(2019, 11, 5), ABC, keywords=("coup d'état",), language="en-GB",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("auth.lower + shorttitle(3,3) + year", "loboCoupBolivia2019"),
        ("auth + year", "Lobo2019"),
        ("auth(2) + shortyear", "Lo19"),
        ("auth(n=1, m=2)", "S"),
        ("authors", "LoboShea"),
        ("authors(1).lower", "loboetal"),
        ("authEtAl", "LoboShea"),
        ("authIni(2)", "LoSh"),
        ("authorLast.upper", "SHEA"),
        ("title.abbr", "TCIBAA"),
        ("title.select(2,1)", "Coup"),
        ("title.skipwords.lower", "coupbolivia"),
        ("veryshorttitle + '_' + month + day", "Coup1105"),
        ("outlet + '-' + year", "abcnews-2019"),
        ("journal.capitalize", "ABCNews"),
        ("year.substring(3,2)", "19"),
        ("type", "articlenewspaper"),
        ("keyword(1) + language", "coupdetatenGB"),
        ("year.len(>,4) | 'none'", "none"),
        ("year.len('>=',4)", "2019"),
        ("word.replace('Coup','Putsch')", "Putsch"),
        ("auth.prefix('x-').postfix('-y')", "x-Lobo-y"),
        ("(auth.lower | outlet.lower | 'anon') + (year | 'nd') + word.lower", "lobo2019coup"),
        ("keyword(9) | auth; year", "Lobo"),
        ("'\\input{x}' + auth", "inputxLobo"),
    ],
)
def test_a_formula_makes_a_key(text: str, key: str) -> None:
    assert formula(text)(COUP) == key


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("auth +", "ends too soon"),
        ("author", "no function called 'author'"),
        ("auth.loud", "no filter called 'loud'"),
        ("auth) + year", "not expected here"),
        ("auth(", "ends too soon"),
        ("auth §", "not understood"),
        ("auth(1,2,3)", "wrong arguments"),
        ("auth.len(~,3)", "not understood"),
        ("year.select('x')", "wrong arguments"),
        ("(" * 50 + "auth" + ")" * 50, "nested too deep"),
        ("auth + " * 400 + "year", "more than 1000"),
        ("__import__('os')", "not understood"),
    ],
)
def test_a_wrong_formula_is_said(text: str, message: str) -> None:
    with pytest.raises(FormulaError, match=message):
        formula(text)


@given(text=st.text(st.sampled_from("auth()+|.'lower,123 =<>;year\"#{")), work=WORK)
def test_a_formula_raises_nothing_but_its_own_error(text: str, work: Work) -> None:
    try:
        key = formula(text)(work)
    except FormulaError:
        return
    assert key
    assert not set(key) & set(" {}\\,#%~$&\"'=()")


@given(work=WORK)
def test_the_default_as_a_formula_is_the_default(work: Work) -> None:
    text = "(auth.lower.substring(1,24) | outlet.lower.substring(1,24) | 'anon') + (year | 'nd')"
    made = formula(f"{text} + word.lower.substring(1,20)")
    assert made(replace(work, key="")) == base(work)
