"""How long a push takes beside what Zotero itself takes: `python -m tests.bench zotero`.

The server is the tests' own and answers at once: this is citekit's own work, and how often it asks.
"""

from __future__ import annotations

import time

from citekit.zotero.facts import facts
from citekit.zotero.plan import plan
from citekit.zotero.push import push
from tests.zotero.pushing import library
from tests.zotero.rules import Desk
from tests.zotero.sample import many
from tests.zotero.server import ZoteroServer
from tests.zotero.store import Store

WORKS = 1000


def main() -> None:
    """Print a table of what was measured, and what it has to be."""
    print(f"{'what':<46}{'measured':>14}{'must be':>14}")
    start = time.perf_counter()
    wanted = plan(many(WORKS), facts())
    planned = time.perf_counter() - start
    rows = [(f"planning {WORKS} works", f"{planned:.2f} s", "< 2 s")]
    with ZoteroServer(Store(), Desk) as server:
        there = library(server)
        for what, most in ((f"pushing {WORKS} works", 75), (f"pushing {WORKS} works again", 10)):
            server.requests.clear()
            start = time.perf_counter()
            push(wanted, there, facts())
            seconds = time.perf_counter() - start
            rows += [
                (what, f"{seconds:.2f} s", "< 10 s"),
                ("  requests", str(len(server.requests)), f"< {most}"),
            ]
    for what, measured, bound in rows:
        print(f"{what:<46}{measured:>14}{bound:>14}")


if __name__ == "__main__":
    main()
