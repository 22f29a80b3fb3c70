"""Hostile and broken input: a clear message or an empty result, in bounded time."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.cli import main
from citekit.errors import FormatError
from citekit.model import Page
from citekit.pipeline import extract, read

SENTENCE = (
    'The mayor said it was “wet”, The Guardian said (BBC, 1/7/10), citing <a href="https://a.org">it</a>. '
)

PROSE = "The Guardian said that it rained, and that nobody knew why it did so. " * 5
"""A paragraph without markup: what is made of it is read as plain text, however short."""
BIG: dict[str, Callable[[int], str]] = {
    "a megabyte in one line": lambda n: SENTENCE * (10 * n),
    "one long word": lambda n: "a" * (1_000 * n),
    "nested tags": lambda n: "<html><body>" + "<div>" * (100 * n) + SENTENCE,
    "nested block quotations": lambda n: (
        "<html><body><p>x</p>" + "<blockquote><p>The Guardian said:</p>" * (20 * n)
    ),
    "opening quotation marks": lambda n: "He said: " + "“" * (50 * n),
    "straight quotation marks": lambda n: 'He said: "' * (20 * n),
    "opening brackets": lambda n: "According to The Guardian (" * (20 * n),
    "hyphens before a newspaper's name": lambda n: ("A-" * 34 + "!- Courier ") * n,
    "capitalised words": lambda n: "Anna Maria de la Cruz " * (20 * n),
    "verbs": lambda n: "said according to reported " * (20 * n),
    "dates": lambda n: "5/6/098/1/124/11/19" * (20 * n),
    "glued sources": lambda n: "(FAIR.org5/6/098/1/124/11/19) " * (20 * n),
    "links": lambda n: "<html><body><p>" + "<a href='https://a.org/x'>a</a>" * (20 * n),
    "links in text": lambda n: "https://a.org/?u=https%3A%2F%2Fa.org/" * (20 * n),
    "half tags": lambda n: "<a href=" * (50 * n),
    "markdown": lambda n: "# a\n" + "[a](" * (50 * n) + "> " * (50 * n),
    "list items": lambda n: "Sources:\n" + "- The Guardian, 2019\n" * (20 * n),
    "a menu": lambda n: "The long way home\n\n" * (20 * n) + PROSE,
    "bylines": lambda n: "Ada Moor, 3 May 2019, 5 comments\n\n" * (20 * n) + PROSE,
    "a byline far from its day": lambda n: "By Ada Moor" + " " * (500 * n) + "3 May 2019\n\n" + PROSE,
    "empty lines": lambda n: "The Guardian said so." + "\n" * (500 * n) + "BBC",
    "spaces": lambda n: "The Guardian said" + " " * (500 * n) + "that",
    "entities": lambda n: "<html><body><p>" + "&lt;" * (200 * n),
    "comments": lambda n: "<html><body>" + "<!-- " * (100 * n),
}


def seconds(text: str) -> float:
    """Processor time to read and extract, to which neither other programs add nor other tests' garbage."""
    page = Page("-", text.encode())
    gc.disable()
    try:
        start = time.process_time()
        extract(read(page))
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("make", BIG.values(), ids=BIG.keys())
def test_time_grows_no_worse_than_linearly(make: Callable[[int], str]) -> None:
    seconds(make(10))
    small, large = (min(seconds(make(size)) for _ in range(2)) for size in (100, 400))
    assert large < 0.6 or large / small < 7, (
        f"4 times the length took {large / small:.1f} times as long, {large:.2f} s"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"<p>unbalanced <b>markup <i>here</b></i></p></div></div>",
        b"nul\x00bytes in The Guardian\x00 said \x00",
        "The Guardian said “é”".encode("utf-16"),
        "The Guardian said “é”".encode("cp1252"),
        b"\xff\xfe\xfd The Guardian said so",
        b"\xef\xbb\xbfThe Guardian said so",
        b"<html><meta charset=utf-7><body>+ADw-script+AD4-",
        b"<html><meta charset=nonsense><body><p>The Guardian said so",
        b"<html></html>",
        b"<html><body><article></article></body></html>",
        b"<frameset><frame src=a></frameset>",
        b"\n\n\n.",
        b"---\ntitle: [\n---\nThe Guardian said so",
        b'<html><script type="application/ld+json">{"@graph": [[{"author": [[3, {"name": {}}]]}]]</script>',
        b'<html><script type="application/ld+json">' + b"[" * 50_000 + b"</script><p>The Guardian said so",
    ],
    ids=lambda content: repr(content[:40]),
)
def test_broken_input_is_read_as_far_as_it_goes(content: bytes) -> None:
    document = extract(read(Page("-", content)))
    size = len(document.article.text)
    assert all(0 <= each.span.start <= each.span.end <= size for each in document.citations)


@pytest.mark.parametrize(
    "content",
    [b"", b" \n", bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(64)],
    ids=lambda c: repr(c[:8]),
)
def test_what_is_no_article_is_refused(content: bytes) -> None:
    with pytest.raises(FormatError):
        read(Page("-", content))


def test_a_folder_with_an_unreadable_file_gives_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The rope is wet, The Guardian reported.")
    (tmp_path / "b.txt").symlink_to("nowhere")
    (tmp_path / "c.txt").write_text("The rope is dry, The Guardian reported.")
    done = CliRunner().invoke(main, ["extract", str(tmp_path), "--format", "jsonl"])
    assert len(done.stdout.splitlines()) == 2
    assert done.exit_code == 3
    assert "b.txt" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch(0o000)
    done = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert (done.exit_code, "b.txt" in done.stderr) == (3, True)


pieces = st.sampled_from(
    [
        *(
            "“",
            "”",
            '"',
            "‘",
            "’",
            "«",
            "»",
            "(",
            ")",
            ":",
            ",",
            ".",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "# ",
            "\u00a0",
            "\u00ad",
            "—",
        ),
        *(
            "The Guardian",
            "BBC",
            "Andrea Lobo",
            "WSWS",
            "@handle",
            "AP",
            "Le Monde",
            "El País",
            "Der Spiegel",
            "the Times",
        ),
        *(
            " said ",
            " wrote in ",
            " according to ",
            " told ",
            " reported ",
            " via ",
            " tweeted ",
            " selon ",
            " según ",
            " laut ",
        ),
        *(
            "11/10/19",
            "Nov 11, 2019",
            "20:19 UTC · ",
            "5/6/098/1/12",
            "last month",
            "Sources:",
            "originally appeared in ",
        ),
        *(
            "<p>",
            "</p>",
            "<blockquote>",
            "</blockquote>",
            '<a href="https://bbc.co.uk/x">',
            "</a>",
            "<iframe src=//t.co>",
            "<",
        ),
        *(
            "https://twitter.com/a/status/1",
            "http:///h",
            "https://[",
            "javascript:x",
            "\x00",
            "\x85",
            "\ud7ff",
            "😀",
            "ﷺ",
        ),
    ]
)


@settings(max_examples=150)
@given(st.lists(pieces | st.text(max_size=8), max_size=40).map("".join))
def test_nothing_that_is_written_makes_extraction_fail(text: str) -> None:
    try:
        article = read(Page("-", text.encode("utf-8", "replace")))
    except FormatError:
        return
    document = extract(article)
    for citation in document.citations:
        assert 0 <= citation.span.start <= citation.span.end <= len(article.text)
    ids = [citation.id for citation in document.citations]
    assert len(set(ids)) == len(ids)
    assert {citation.within for citation in document.citations} <= {None, *ids}
