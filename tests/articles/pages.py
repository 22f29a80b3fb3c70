"""Small pages for the tests of reading, and what is read of them."""

from __future__ import annotations

from citekit.articles import Hints, read
from citekit.model import Article, Page

PROSE = "The council voted to close four of its libraries, although the report had advised nothing of it. "
URL = "https://www.larkhavengazette.com/2024/05/ferry"


def article(markup: str, url: str | None = URL, hints: Hints | None = None) -> Article:
    """The article that is read of a page."""
    return read(Page("page.html", markup.encode(), url=url), hints)


def shown(found: Article) -> list[tuple[str, str]]:
    """The kind and the words of each passage."""
    return [(passage.kind, passage.span.of(found.text)) for passage in found.passages]


def words(found: Article) -> list[str]:
    """The words of each passage."""
    return [passage.span.of(found.text) for passage in found.passages]


def paragraphs(count: int, start: int = 1) -> str:
    """Paragraphs of prose that can be told apart."""
    return "".join(f"<p>{number}. {PROSE}</p>" for number in range(start, start + count))


def numbers(found: Article) -> list[int]:
    """Which of the numbered paragraphs were kept, in order."""
    return [int(each.partition(".")[0]) for each in words(found) if each.partition(".")[0].isdigit()]
