"""A web page as a browser saves it in text form: all its words, menus too, without links."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

_SILENT = ("script", "style", "noscript", "iframe", "template", "svg", "head", "select")
_LINES = frozenset(("div", "tr", "td", "dt", "dd", "li"))
_PARTS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "table",
        "figure",
        "figcaption",
        "form",
        "hr",
        "dl",
        "main",
        "pre",
        "address",
    ]
)


def saved_as_text(page: bytes) -> str:
    """The words of a page, an empty line between its parts and a star before the items of lists.

    >>> saved_as_text(b"<h1>Pumps</h1><ul><li>One<li>Two</ul><p>It <b>rained</b>.<br>A lot.")
    'Pumps\\n\\n  * One\\n  * Two\\n\\nIt rained.\\nA lot.\\n'
    """
    soup = BeautifulSoup(page, "html.parser")
    for silent in soup(_SILENT):
        silent.decompose()
    lines = [line.strip() for line in "".join(_pieces(soup.body or soup)).split("\n")]
    items = ["  " + line if line.startswith("* ") else line for line in lines if line != "*"]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(items)).strip("\n")
    return re.sub(r"(\n  \* [^\n]*)\n\n(?=  \* )", r"\1\n", text) + "\n"


def _pieces(root: Tag) -> list[str]:
    """The words of an element with the breaks around its parts, without going deeper and deeper."""
    found: list[str] = []
    stack: list[PageElement | str] = [root]
    while stack:
        at = stack.pop()
        if isinstance(at, str) and not isinstance(at, NavigableString):
            found.append(at)
        elif type(at) is NavigableString:
            found.append(re.sub(r"\s+", " ", at))
        elif isinstance(at, Tag):
            if at.name == "br":
                found.append("\n")
                continue
            edge = "\n\n" if at.name in _PARTS else "\n" if at.name in _LINES else ""
            stack += [edge, *reversed(at.contents), edge + ("* " if at.name == "li" else "")]
    return found
