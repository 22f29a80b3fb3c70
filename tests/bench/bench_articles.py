"""How fast pages are read, step by step, and how much of what was annotated is found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from citekit.articles import Hints, read
from citekit.articles.charset import decode
from citekit.articles.html.body import find_body
from citekit.articles.html.builder import Builder
from citekit.articles.html.elements import Elements
from citekit.articles.html.links import Links, site_of
from citekit.articles.html.tree import parse
from citekit.articles.html.walk import Walk
from citekit.articles.metadata import first_look
from citekit.model import Page
from tests.bench import report, seconds
from tests.bench.bench_extract import pages
from tests.conftest import SHARED


def main() -> None:
    """Measure reading as a whole, its first steps, plain text, and the annotated places that are found."""
    html = [Page(name, content) for name, content in pages()]
    read(html[0])
    took = seconds(lambda: [read(page) for page in html])
    report("a page, read", f"{took / len(html) * 1e3:.2f} ms", "5 ms")
    for name, step in STEPS.items():
        each = sum(seconds(partial(step, page), 2) for page in html)
        report(f"  up to and with {name}", f"{each / len(html) * 1e3:.2f} ms")
    prose = ("The council voted to close four of its libraries, the Gazette said. " * 8 + "\n\n") * 400
    took = seconds(lambda: read(Page("-", prose.encode())))
    report("plain text, read", f"{len(prose) / took / 1e6:.1f} MB/s", "1 MB/s")
    if (SHARED / "gold").is_dir():
        places()


def _decoded(page: Page) -> bytes:
    return decode(page.content, page.charset).utf8


def _elements(page: Page) -> Elements:
    return Elements(parse(_decoded(page)))


def _body(page: Page) -> object:
    return find_body(_elements(page))


def _front(page: Page) -> object:
    elements = _elements(page)
    return first_look(elements, find_body(elements), page, Hints())


def _walked(page: Page) -> object:
    elements = _elements(page)
    body = find_body(elements)
    walk = Walk(Builder(), Links(page.url, site_of(page.url) if page.url else None), elements)
    if body is not None:
        walk.over(body)
    return walk


STEPS: dict[str, Callable[[Page], object]] = {
    "decoding": _decoded,
    "parsing": _elements,
    "finding the text": _body,
    "the headline": _front,
    "the text's container, walked": _walked,
}


def places() -> None:
    """The share of annotated places and addresses that the passages and links hold."""
    from tests.articles.test_gold import PAGES, addresses, folded, gold, page, plain_url

    anchors: list[bool] = []
    targets: list[bool] = []
    for name in PAGES:
        found = page(name)
        body = " ".join(folded(passage.span.of(found.text)) for passage in found.passages)
        for each in gold("pages", name)["citations"]:
            anchors.append(folded(each["anchor"]) in body)
            if each["url"] and each["form"] in ("link", "embed"):
                targets.append(plain_url(each["url"]) in addresses(found))
    report("annotated places found in the text", f"{sum(anchors)} of {len(anchors)}", "all")
    report("annotated addresses found among the links", f"{sum(targets)} of {len(targets)}", "all")


if __name__ == "__main__":
    main()
