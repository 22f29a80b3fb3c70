"""The record format, its schema, and its normal form."""

# ruff: noqa: E501  rows of a table stay on one line

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import DataError
from citekit.outlets.additions import add
from citekit.outlets.format import main, normal_text
from citekit.outlets.records import Record, parse, write
from citekit.outlets.schema import FIELDS, problems

VALUE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
RECORD = st.dictionaries(
    st.sampled_from(FIELDS), st.lists(VALUE, min_size=1, max_size=3).map(tuple), min_size=1, max_size=5
)

WRONG = (
    ("id: a\nnot a field\n", "my.rec:2: not a field"),
    ("id: a\nname:\n", "my.rec:2: 'name' has no value"),
    ("id a\n", "my.rec:1: not a field"),
    ("ID: a\n", "my.rec:1: not a field"),
)

FAULTS = (
    ("id: a\nname: A\n", "my.rec:1: a: has no 'kind'"),
    ("name: A\nkind: blog\n", "my.rec:1: ?: has no 'id'"),
    ("id: A b\nname: A\nkind: blog\n", "my.rec:1: A b: id 'A b' is not lower-case letters and figures, joined by hyphens"),
    ("id: a\nname: A\nkind: paper\n", "my.rec:1: a: kind 'paper' is none of those in outlet_kinds.rec"),
    ("id: a\nname: A\nname: B\nkind: blog\n", "my.rec:1: a: 'name' stands 2 times; it can stand once"),
    ("id: a\nname: A\nkind: blog\ncountry: UK\n", "my.rec:1: a: country 'UK' is no country of ISO 3166"),
    ("id: a\nname: A\nkind: blog\ndomain: https://a.org\n", "my.rec:1: a: domain 'https://a.org' is not a host"),
    ("id: a\nname: A\nkind: blog\ndomain: www.a.org\n", "my.rec:1: a: domain 'www.a.org' is not a host"),
    ("id: a\nname: A\nkind: blog\ndomain: a.org/\n", "my.rec:1: a: domain 'a.org/' is not a host"),
    ("id: a\nname: A\nkind: blog\nissn: 0362-4332\n", "my.rec:1: a: issn '0362-4332' is not an ISSN with a right check"),
    ("id: a\nname: A\nkind: blog\nhandle: @a\n", "my.rec:1: a: handle '@a' is not platform:account"),
    ("id: a\nname: A\nkind: blog\ndate-order: md\n", "my.rec:1: a: date-order 'md' is none of mdy, dmy, ymd"),
    ("id: a\nname: A\nkind: blog\nparent: b\n", "my.rec:1: a: parent 'b' is no other outlet's id"),
    ("id: a\nname: A\nkind: blog\ncolour: red\n", "my.rec:1: a: unknown field 'colour'"),
    ("id: a\nname: A\nalias: A\nkind: blog\n", "my.rec:1: a: an alias is the name itself"),
    ("id: a\nname: A\nkind: blog\n\nid: a\nname: B\nkind: blog\n", "my.rec:5: a: id 'a' belongs to 'a' already"),
    ("id: a\nname: A\nkind: blog\ndomain: a.org\n\nid: b\nname: B\nkind: blog\nformer: a.org\n", "my.rec:6: b: address 'a.org' belongs to 'a' already"),
)  # fmt: skip


@given(st.lists(RECORD, max_size=4))
def test_what_is_written_is_read_back(fields: list[dict[str, tuple[str, ...]]]) -> None:
    records = [Record(each) for each in fields]
    assert [each.fields for each in parse(write(records))] == fields


@given(st.text())
def test_reading_says_what_is_wrong_or_reads(text: str) -> None:
    said = "-:"
    try:
        problems(parse(text))
    except DataError as error:
        said = str(error)
    assert said.startswith("-:")


@given(st.lists(RECORD, max_size=4))
def test_normal_form_is_normal(fields: list[dict[str, tuple[str, ...]]]) -> None:
    once = normal_text(Record(each) for each in fields)
    assert normal_text(parse(once)) == once


@pytest.mark.parametrize(("text", "message"), WRONG, ids=repr)
def test_no_record(text: str, message: str) -> None:
    with pytest.raises(DataError, match=f"^{message}"):
        list(parse(text, "my.rec"))


@pytest.mark.parametrize(("text", "message"), FAULTS, ids=repr)
def test_schema_says_where_and_what(text: str, message: str) -> None:
    assert [each for each in problems(parse(text, "my.rec")) if each.startswith(message)]


def test_formatting_sorts_and_says_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "my.rec"
    file.write_text("# mine\nkind: paper\nid: b\nname:  B  b\n\nname: A\nid: a\nkind: blog\n", "utf-8")
    assert main([str(file), "--check"]) == 2
    assert main([str(file)]) == 1
    assert file.read_text("utf-8") == "id: a\nname: A\nkind: blog\n\n# mine\nid: b\nname: B b\nkind: paper\n"
    assert "kind 'paper' is none of those" in capsys.readouterr().out


def test_a_record_moves_to_its_country(tmp_path: Path) -> None:
    folder = tmp_path / "outlets"
    folder.mkdir()
    (folder / "us.rec").write_text("id: a\nname: A\nkind: blog\ncountry: DE\n", "utf-8")
    assert main([str(folder)]) == 0
    assert [each.name for each in folder.iterdir()] == ["de.rec"]


def test_adding_replaces_the_same_id_and_refuses_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "new" / "outlets.rec"
    add(file, name="My Blog", kind="blog", domain=["WWW.MyBlog.example"])
    add(file, id="my-blog", name="My Blog!", kind="blog", country="de")
    assert file.read_text("utf-8") == "id: my-blog\nname: My Blog!\nkind: blog\ncountry: DE\n"
    with pytest.raises(DataError, match="kind 'paper' is none of those"):
        add(file, name="Other", kind="paper")
    with pytest.raises(DataError, match="no id of an outlet"):
        add(file, id="no-such-outlet", hide=True)
    assert "other" not in file.read_text("utf-8")
