"""How fast 100,000 works are written in each format, in how much memory; BibTeX beside pybtex's writer.

`python -m tests.bench.bench_export [N]`; the works are invented, each with all that news works have.
"""

from __future__ import annotations

import io
import random
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from citekit.bibliography import Bibliography
from citekit.export.bibliographies import exporter
from citekit.export.bibtex import bibtex, from_pybtex, serialize, to_pybtex
from citekit.export.options import Options
from citekit.model import (
    Article,
    Citation,
    Document,
    Organisation,
    Outlet,
    PartialDate,
    Person,
    Place,
    Span,
    Work,
)
from citekit.resolve.keys import citekeys

WORKS = 100_000
PER_ARTICLE = 20
STYLES = ("apa", "chicago-author-date", "chicago-notes", "harvard", "mla")

_OUTLETS = [
    Outlet(f"gazette-{n}", f"The Example Gazette & Post {n}", f"gazette{n}.example", "newspaper")
    for n in range(200)
]
_TYPES = ("article-newspaper", "webpage", "post", "report", "post-weblog", "broadcast")
_TEXT = "As Mira Lindqvist wrote: “Nobody here remembers a strike like this one.” There is more."


def works(count: int) -> Iterator[Work]:
    """Invented works, no two alike."""
    for n in range(count):
        outlet = _OUTLETS[n % len(_OUTLETS)]
        person = Person(f"Lindqvist{n % 5000}", "Mira", handle=f"mira{n}" if n % 6 == 2 else None)
        yield Work(
            "",
            _TYPES[n % len(_TYPES)],
            f"Harbour strike no. {n}: 50% of “cranes” & more stand still" if n % 4 else None,
            (person, Organisation("Dock and Rail Union")) if n % 3 else (),
            PartialDate(2000 + n % 24, 1 + n % 12, 1 + n % 28) if n % 5 else None,
            outlet,
            f"https://gazette{n % 200}.example/news/2019/harbour_strike-{n}?page=2&ref=a%20b",
            language="en-GB",
            archive_url=f"https://web.archive.org/web/2020/https://gazette.example/{n}"
            if n % 10 == 0
            else None,
            places=(Place(f"d{n // PER_ARTICLE}", f"c{n % PER_ARTICLE}"),),
            quotes=("Nobody here remembers a strike like this one.",),
        )


def documents(count: int) -> Iterator[Document]:
    """The articles that cite them, twenty works each."""
    for number in range(-(-count // PER_ARTICLE)):
        article = Article(f"d{number}", f"a{number}.html", _TEXT, title=f"Along the shore {number}")
        citations = (Citation(f"c{n}", "attribution", Span(0, 24), Span(26, 71)) for n in range(PER_ARTICLE))
        yield Document(article, tuple(citations))


def bibliography(count: int) -> Bibliography:
    """The works with their keys and places."""
    plain = tuple(works(count))
    keys = citekeys(plain)
    keyed = tuple(replace(work, key=key) for work, key in zip(plain, keys, strict=True))
    return Bibliography(keyed, tuple(documents(count)))


def timed(run: Callable[[], Iterable[str]]) -> tuple[float, int]:
    """Seconds of the processor's time, and how many characters came out, none of them kept."""
    start = time.process_time()
    size = sum(map(len, run()))
    return time.process_time() - start, size


def memory() -> float:
    """The most memory that this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(count: int = WORKS) -> None:
    """Print the tables."""
    start = time.perf_counter()
    made = bibliography(count)
    print(f"{count:,} works with citekeys in {time.perf_counter() - start:.1f} s; {memory():.0f} MB")
    print(f"{'format':<12} {'seconds':>8} {'works/s':>9} {'MB out':>7} {'MB more':>8}")
    for name in ("biblatex", "bibtex", "zotero", "csl-json", "ris", "zotero-rdf", "csv"):
        export, before = exporter(name), memory()
        seconds, size = timed(lambda export=export: export(made, Options()))  # type: ignore[misc]
        print(f"{name:<12} {seconds:8.1f} {count / seconds:9,.0f} {size / 1e6:7.1f} {memory() - before:8.0f}")
    formatted(made.works)
    against_pybtex(Bibliography(made.works[:5000], ()))


def formatted(plain: Sequence[Work]) -> None:
    """HTML in each style, text and Markdown in the slowest: of works much alike, then as mixed as in news.

    The aim is 5,000 works a second, 100,000 in 20 seconds.
    """
    runs = [("html", style) for style in STYLES] + [("text", "mla"), ("markdown", "mla")]
    for kind, works in (("alike", plain), ("varied", varied(plain))):
        made = Bibliography(tuple(works))
        for name, style in runs:
            export, options, before = exporter(name), Options(style=style), memory()
            seconds, size = timed(lambda e=export, b=made, o=options: e(b, o))  # type: ignore[misc]
            print(
                f"{kind:<6} {name:<8} {style:<19} {seconds:8.1f} {len(made) / seconds:9,.0f}"
                f" {size / 1e6:7.1f} {memory() - before:8.0f}"
            )
    few = Bibliography(tuple(plain[:2000]))
    seconds, _ = timed(lambda: exporter("html")(few, Options(style="plain")))
    print(f"html by pybtex's plain {len(few) / seconds:9,.0f} works/s")


def varied(plain: Iterable[Work]) -> Iterator[Work]:
    """The works with titles, names, dates and types as mixed as those that news cites."""
    chance = random.Random(4)
    kinds = ("article-newspaper",) * 8 + ("webpage", "post", "post-weblog", "report", "broadcast", "book")
    words = "harbour strike the of and a Cranes port Minister says NATO UK’s “new deal” in for 2024 why how"
    given = ("Mira", "Jean-Luc", "Ann E.", "J. R.", None)
    for work in plain:
        authors = tuple(
            Person(f"Lobo{chance.randint(1, 999)}", chance.choice(given))
            if chance.random() < 0.85
            else Organisation("Example Wire")
            for _ in range(chance.choice((0, 0, 1, 1, 1, 1, 1, 2, 2, 3)))
        )
        title = " ".join(chance.choices(words.split(), k=chance.randint(3, 12)))
        date = PartialDate(chance.randint(1995, 2024), chance.randint(1, 12), chance.randint(1, 28))
        yield replace(
            work,
            type=chance.choice(kinds),
            title=title + chance.choice(("", "", "", "", "", "", "?", "!", "…", "”")),
            authors=authors,
            date=chance.choice((date, date, date, date, replace(date, day=None), None)),
            outlet=work.outlet if chance.random() < 0.9 else None,
            url=work.url if chance.random() < 0.85 else None,
        )


def against_pybtex(made: Bibliography) -> None:
    """The same entries by pybtex's writer, by ours, and by ours from works; the best of three runs."""
    from pybtex.database.output.bibtex import Writer

    data = to_pybtex(made.works)
    entries = list(from_pybtex(data))

    def theirs() -> Iterator[str]:
        stream = io.StringIO()
        Writer("UTF-8").write_stream(data, stream)
        yield stream.getvalue()

    best = {
        name: min(timed(run)[0] for _ in range(3))
        for name, run in {
            "pybtex, entries": theirs,
            "citekit, entries": lambda: map(serialize, entries),
            "citekit, works": lambda: bibtex(made),
        }.items()
    }
    for name, seconds in best.items():
        rate, times = len(made) / seconds, best["pybtex, entries"] / seconds
        print(f"BibTeX by {name:<17} {rate:9,.0f} /s {times:6.1f} times pybtex")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORKS)
