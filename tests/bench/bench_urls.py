"""How fast URLs are read, and how many pairs are told right (see `tests/text/test_urls_same.py`)."""

from __future__ import annotations

from collections.abc import Callable

from citekit.text import urls
from tests.bench import report, seconds
from tests.text.test_urls_same import DIFFERENT, SAME

FUNCTIONS: tuple[Callable[[str], object], ...] = (
    urls.unwrap,
    urls.identify,
    urls.canonical,
    urls.date_in,
    urls.is_listing,
)


def main() -> None:
    """Measure and print."""
    merged = sum(urls.canonical(one) == urls.canonical(other) for one, other in SAME)
    false = sum(urls.canonical(one) == urls.canonical(other) for one, other in DIFFERENT)
    report("pairs of one page that merge", f"{merged} of {len(SAME)}", "40 of 42 in proportion")
    report("pairs of two pages that merge", f"{false} of {len(DIFFERENT)}", "none")
    table = [url for pair in (*SAME, *DIFFERENT) for url in pair] * 20
    for function in FUNCTIONS:
        rate = len(table) / seconds(lambda function=function: [function(url) for url in table])  # type: ignore[misc]
        report(f"{function.__name__}", f"{rate:,.0f} a second")


if __name__ == "__main__":
    main()
