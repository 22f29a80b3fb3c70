"""From bytes to text as browsers do it, and what format the text is in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.articles import Hints, read
from citekit.articles.charset import decode
from citekit.articles.formats import media_of
from citekit.errors import FormatError
from citekit.model import Page

ROWS = [
    ("utf-8", "café ą".encode(), None, "café ą"),
    ("latin-1 told", "café".encode("latin-1"), "ISO-8859-1", "café"),
    ("windows quotes in what is called latin-1", "“café”".encode("cp1252"), "iso-8859-1", "“café”"),
    ("meta charset", b"<meta charset=iso-8859-2>\xb1", None, "<meta charset=iso-8859-2>ą"),
    ("meta http-equiv",
     b'<meta http-equiv=x content="text/html; charset=koi8-r">' + "я".encode("koi8-r"), None, None),
    ("xml declaration",
     b'<?xml version="1.0" encoding="shift_jis"?>' + "日".encode("shift_jis"), None, None),
    ("the server wins over meta",
     b"<meta charset=iso-8859-2>\xb1", "iso-8859-1", "<meta charset=iso-8859-2>±"),
    ("a byte order mark wins over the server", codecs.BOM_UTF8 + "é".encode(), "iso-8859-1", "é"),
    ("utf-16 by its mark", "é".encode("utf-16"), None, "é"),
    ("meta that says utf-16 is utf-8", b"<meta charset=utf-16>\xc3\xa9", None, "<meta charset=utf-16>é"),
    ("what is told does not fit, utf-8 does", "日本語".encode(), "shift_jis", "日本語"),
    ("unknown charset", "é".encode(), "no-such-charset", "é"),
    ("nothing told, nothing fits utf-8", "Müller sagte, “ja” – für".encode("cp1252") * 9, None, None),
    ("one bad byte in utf-8", ("é" * 400).encode() + b"\xff", None, "é" * 400 + "\ufffd"),
    ("one bad byte in what is told", b"\xc3\xa9\xff", "utf-8", "é\ufffd"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "charset", "text"), ROWS, ids=[row[0] for row in ROWS])
def test_decoded(name: str, content: bytes, charset: str | None, text: str | None) -> None:
    found = decode(content, charset).text
    if text is not None:
        assert found == text
    else:
        assert "\ufffd" not in found
        assert any(letter in found for letter in "я日ü")


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "latin1", "rot13", "hex"])
)
def test_decoding_never_raises(content: bytes, charset: str | None) -> None:
    assert decode(content, charset).text.encode("utf-8", "replace") == decode(content, charset).utf8


FORMATS = [
    ("<!doctype html><title>x</title>", None, "html"),
    ("\n<!-- saved --><html><body>x", None, "html"),
    ('<?xml version="1.0"?><html xmlns="x"><p>x</p>', None, "html"),
    ("<p>One</p>\n<p>Two</p>", None, "html"),
    ("Ann <a href='http://a.org'>wrote</a>.", None, "html"),
    ("# Head\n\nWords", None, "markdown"),
    ("See [the report](https://a.org/x).", None, "markdown"),
    ("It is **bold** here", None, "markdown"),
    ("> quoted\n\nWords", None, "markdown"),
    ("Just words, 5 < 6 and 7 > 3.", None, "text"),
    ("#hashtag and *stars", None, "text"),
    ("He wrote <ann@example.org> about <br> once.", None, "text"),
    ("Just words.", "text/html", "text"),
    ("Just words<br>and more.", "text/html", "html"),
    ("Just words.", "text/markdown", "markdown"),
    ("# Head", "text/plain", "markdown"),
]


@pytest.mark.parametrize(("text", "told", "media"), FORMATS, ids=str)
def test_format_is_told_from_content(text: str, told: str | None, media: str) -> None:
    assert media_of(text, told) == media


REFUSED = [
    (b"", "is empty"),
    (b" \n\t", "is empty"),
    (b"%PDF-1.7\n", "a PDF"),
    (b"PK\x03\x04rest", "a zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff\xe0", "a JPEG image"),
    (b"\x00\x00\x00 ftypisom", "a video"),
    (bytes(range(256)) * 20, "binary"),
]


@pytest.mark.parametrize(("content", "message"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_no_text_is_refused_by_name(content: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        read(Page("x.html", content))
    assert str(caught.value).startswith("x.html ")


def test_hint_overrides_the_content() -> None:
    page = Page("-", b"<p>One</p>\n\n<p>Two</p>")
    assert read(page).media == "html"
    assert read(page, Hints(media="text")).text == "<p>One</p>\n\n<p>Two</p>"
