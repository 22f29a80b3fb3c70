"""How fast articles are read, beside trafilatura on the same pages in the same run, and in what memory."""

from __future__ import annotations

import cProfile
import gzip
import logging
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench import report, seconds
from tests.conftest import SAMPLES, SHARED
from tests.test_robust import BIG


def pages() -> list[tuple[str, bytes]]:
    """The saved pages beside the checkout, else the samples."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        print("  (no corpus beside the checkout: the sample library, 20 times)")
        return [(path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*.html"))] * 20
    found = sorted([*folder.glob("*.html"), *(folder / "more").glob("*.html.gz")])
    return [
        (path.name, gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
        for path in found
    ]


def main() -> None:
    """Measure everything that the extraction promises."""
    logging.disable(logging.CRITICAL)
    html = pages()
    against_trafilatura(html, extraction(html))
    plain_text()
    starting()
    memory(html)
    growth()
    profile(html)


def samples() -> list[bytes]:
    """Pages that both sides read before they are timed, so that loading modules, tables and expressions is no
    part of it; `starting` measures what a user waits for those.
    """
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*.html"))]


def extraction(html: list[tuple[str, bytes]]) -> tuple[float, float]:
    """Pages to documents; returns the seconds it took the first time, and once caches know them."""
    from citekit.model import Page
    from citekit.pipeline import extract, read

    def all_pages() -> None:
        for name, content in html:
            extract(read(Page(name, content)))

    for content in samples():
        extract(read(Page("-", content)))
    first, again = seconds(all_pages, 1), seconds(all_pages)
    megabytes = sum(len(content) for _, content in html) / 1e6
    report(f"{len(html)} pages, {megabytes:.1f} MB, to documents", f"{len(html) / first:.0f} pages/s")
    report("  again, when caches know them", f"{len(html) / again:.0f} pages/s")
    return first, again


def against_trafilatura(html: list[tuple[str, bytes]], ours: tuple[float, float]) -> None:
    """The same pages through `bare_extraction` with metadata and links, the first time and again."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        print("  (trafilatura is not installed: no comparison)")
        return

    def all_pages() -> None:
        for _, content in html:
            bare_extraction(content, with_metadata=True, include_links=True)

    for content in samples():
        bare_extraction(content, with_metadata=True, include_links=True)
    theirs = seconds(all_pages, 1), seconds(all_pages)
    report("trafilatura.bare_extraction, metadata and links", f"{len(html) / theirs[0]:.0f} pages/s")
    report("  again", f"{len(html) / theirs[1]:.0f} pages/s")
    first, again = (their / our for their, our in zip(theirs, ours, strict=True))
    report("citekit is as fast as trafilatura times", f"{first:.1f}, again {again:.1f}", "at least 4, aim 8")


def plain_text() -> None:
    """A megabyte of articles in plain text."""
    from citekit.model import Page
    from citekit.pipeline import extract, read

    folder = SHARED / "seeds" if (SHARED / "seeds").is_dir() else SAMPLES
    texts = [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
    texts *= 1_000_000 // sum(map(len, texts)) + 1
    took = seconds(lambda: [extract(read(Page("-", text))) for text in texts])
    report("plain text", f"{sum(map(len, texts)) / took / 1e6:.2f} MB/s", "at least 1")


def starting() -> None:
    """The time to say what the program does, and to read one short page."""
    page = str(SAMPLES / "the-night-ferry.html")
    for words, aim in ((["--help"], "under 0.25"), (["extract", page], "")):
        command = [sys.executable, "-m", "citekit", *words]
        run = partial(subprocess.run, command, capture_output=True)
        took = seconds(run, 5, time.perf_counter)
        report(f"citekit {words[0]}", f"{took:.3f} s", aim)


def memory(html: list[tuple[str, bytes]]) -> None:
    """The peak of a whole run of the command over the pages, and over 2,000 articles."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, content) in enumerate(html):
            (Path(folder) / f"{number:04d}.html").write_bytes(content)
        once = peak([folder])
        report(f"peak memory, {len(html)} pages", f"{once:.0f} MB", "under 300")
        times = -(-2_000 // len(html))
        report(f"peak memory, {times * len(html)} pages", f"{peak([folder] * times):.0f} MB", "flat")


def peak(sources: list[str]) -> float:
    """Megabytes that `citekit extract` of the sources takes at most.

    Linux gives a process the peak of its starter in `ru_maxrss`, so there its own account is read.
    """
    code = (
        "import pathlib, re, resource, sys; from citekit.cli import main\n"
        f"main(['extract', '-q', '-o', '/dev/null', '--format', 'jsonl', *{sources!r}], standalone_mode=0)\n"
        "status = pathlib.Path('/proc/self/status')\n"
        "own = re.search(r'VmHWM:\\s*(\\d+)', status.read_text()) if status.exists() else None\n"
        "most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(int(own[1]) / 1024 if own else most / (1024**2 if sys.platform == 'darwin' else 1024))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def growth() -> None:
    """How much longer adversarial text takes when it gets four times as long."""
    from citekit.model import Page
    from citekit.pipeline import extract, read

    def run(make: Callable[[int], str], size: int) -> float:
        content = make(size).encode()
        return seconds(lambda: extract(read(Page("-", content))), times=2)

    for name, make in BIG.items():
        small, large = run(make, 250), run(make, 1_000)
        length = len(make(1_000)) / 1e6
        report(f"4 times as much: {name}", f"x {large / small:.1f}", f"{large:.2f} s for {length:.2f} MB")


def profile(html: list[tuple[str, bytes]]) -> None:
    """Where the time goes: the ten functions that take most of it themselves."""
    from citekit.model import Page
    from citekit.pipeline import extract, read

    profiler = cProfile.Profile()
    profiler.enable()
    for name, content in html[:100]:
        extract(read(Page(name, content)))
    profiler.disable()
    rows = pstats.Stats(profiler).get_stats_profile().func_profiles.items()
    whole = sum(row.tottime for _, row in rows)
    for name, row in sorted(rows, key=lambda each: -each[1].tottime)[:10]:
        place = f"{Path(row.file_name).name}:{row.line_number} {name}"
        report(f"profile: {place[:48]}", f"{row.tottime / whole:.0%}", f"{row.ncalls} calls")


if __name__ == "__main__":
    main()
