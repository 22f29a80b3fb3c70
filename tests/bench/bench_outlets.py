"""How fast the registry opens, finds names in text and outlets of addresses, and how much memory it takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from citekit.outlets import registry
from tests.bench import report, seconds
from tests.conftest import SAMPLES
from tests.text.test_urls_same import DIFFERENT, SAME

OPENING = """
import json, resource, sys, time
from pathlib import Path
import citekit.outlets
folder = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
found = citekit.outlets.registry(cache_folder=folder, user=folder / "none.rec")
opened = time.perf_counter()
found.mentions("CNN")
searched = time.perf_counter()
found.by_url("https://unknown-site.example.org/x")
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([opened - start, searched - opened, (after - before) / 1024]))
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        first = _opened(folder)
        rest = [_opened(folder) for _ in range(5)]
    report("opening, nothing compiled yet", f"{first[0] * 1000:.0f} ms")
    report(
        "opening, from the compiled cache", f"{min(each[0] for each in rest) * 1000:.0f} ms", "under 50 ms"
    )
    report("making the automaton, once text is searched", f"{min(each[1] for each in rest) * 1000:.0f} ms")
    report("memory that all of it adds", f"{max(each[2] for each in rest):.0f} MB", "under 60 MB")

    found = registry()
    text = "\n".join(
        path.read_text("utf-8") for path in sorted(SAMPLES.rglob("*.txt")) + sorted(SAMPLES.rglob("*.md"))
    )
    text *= max(1, 3_000_000 // len(text))
    size = len(text.encode()) / 1e6
    report("names in text", f"{size / seconds(lambda: found.mentions(text)):.1f} MB/s", "at least 20 MB/s")

    urls = [url for pair in (*SAME, *DIFFERENT) for url in pair] * 20
    report(
        "outlets of addresses",
        f"{len(urls) / seconds(lambda: [found.by_url(url) for url in urls]):,.0f} a second",
        "at least 20,000",
    )


def _opened(folder: str) -> list[float]:
    command = [sys.executable, "-c", OPENING, folder]
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout
    times: list[float] = json.loads(said)
    return times


if __name__ == "__main__":
    main()
