"""`--merge`: a user's file keeps every byte, takes what is new, and is not changed by doing it again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citekit.bibliography import Bibliography
from citekit.model import PartialDate, Person, Work
from citekit.readback import read_text
from citekit.readback.merging import merge
from tests.export.hostile import BIBLIOGRAPHY
from tests.export.works import BIBLIOGRAPHY as SAMPLES
from tests.export.works import WORKS

MINE = b"""% my own notes, and a line that ends oddly \xff\r\n@string{g = "Gazette"}\r
@Article{MyKey ,\r
   Title  = {Harbour strike},  year = 2019, journal = g,\r
   url = {http://gazette.example/strike/}, note = {read twice} }\r
@comment{jabref-meta: saveActions:enabled;}"""

STRIKE = Work("lindqvist2019strike", "webpage", url="https://www.gazette.example/strike")
NEW = Work(
    "holt2020", "webpage", "Docks", (Person("Holt"),), PartialDate(2020), url="https://gazette.example/docks"
)


def test_the_user_s_bytes_stand_and_what_is_new_follows() -> None:
    merged = merge(MINE, Bibliography((STRIKE, NEW)))
    assert merged.content.startswith(MINE + b"\r\n\r\n@online{holt2020,\r\n")
    assert b"\n" not in merged.content.replace(b"\r\n", b"")
    assert (merged.added, merged.present) == (("holt2020",), ("MyKey",))


def test_a_key_of_the_user_s_is_not_used_for_another_work() -> None:
    merged = merge(MINE, Bibliography((Work("mykey", "book", "Another", date=PartialDate(1999)),)))
    (key,) = merged.added
    assert key.startswith("mykey-")
    assert (
        merge(merged.content, Bibliography((Work("mykey", "book", "Another", date=PartialDate(1999)),))).added
        == ()
    )


def test_works_that_name_each_other_do_so_by_the_keys_in_the_file() -> None:
    quoted = Work("q", "webpage", "Q", url="https://x.example/q", quoted_in=("lindqvist2019strike",))
    merged = merge(MINE, Bibliography((STRIKE, quoted)))
    assert merged.added == ("q",)
    assert b"quoted in http" in merged.content or b"quoted in https" in merged.content


def test_the_samples_are_there_after_a_merge() -> None:
    merged = merge(b"", SAMPLES)
    assert [work.key for work in read_text(merged.content.decode())] == [work.key for work in WORKS]
    assert merge(merged.content, SAMPLES).content == merged.content


@given(before=BIBLIOGRAPHY, new=BIBLIOGRAPHY, comment=st.binary(max_size=20))
def test_merging_again_changes_nothing(before: Bibliography, new: Bibliography, comment: bytes) -> None:
    mine = b"% " + comment.replace(b"@", b"").replace(b"\n", b"").replace(b"\r", b"") + b"\n"
    mine += merge(b"", before).content
    once = merge(mine, new)
    assert once.content.startswith(mine)
    assert merge(once.content, new).content == once.content
    assert len(once.added) + len(once.present) == len(new)
