"""How fast graphs are built, written and measured: `python -m tests.bench.bench_graph`."""

from __future__ import annotations

import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

from citekit.graph import Edge, Graph, Node, graph
from citekit.graph.measures import communities, pagerank
from citekit.model import Article, Citation, Corpus, Document, Form, Outlet, PartialDate, Passage, Span
from tests.conftest import SAMPLES

OUTLETS, CITING = 5_000, 500


def main() -> None:
    """Print a table of what was measured, and what it has to be."""
    print(f"{'what':<46}{'measured':>14}{'must be':>14}")
    for what, measured, bound in (*_building(), *_writing(), *_ranking(), *_looking()):
        print(f"{what:<46}{measured:>14}{bound:>14}")


def corpus(citations: int, per_article: int = 20) -> Corpus:
    """Articles with that many citations in all, an outlet the likelier cited the smaller its number."""
    chance = random.Random(7)
    outlets = [Outlet(f"o{n}", f"Outlet {n}", f"outlet{n}.example") for n in range(OUTLETS)]
    forms = get_args(Form)[:4]
    text = "The ministry denied it, the newspaper wrote on Monday, citing two officials. " * 40
    passages = tuple(Passage("paragraph", Span(77 * n, 77 * n + 76)) for n in range(40))
    documents = []
    for number in range(citations // per_article):
        cites = tuple(
            Citation(
                f"c{n}",
                forms[n % 4],
                Span(77 * n, 77 * n + 20),
                outlet=outlets[int(OUTLETS * chance.random() ** 3)],
                within=f"c{n - 1}" if n % 5 == 4 else None,
            )
            for n in range(per_article)
        )
        article = Article(
            f"d{number}",
            f"{number}.html",
            text,
            passages,
            title=f"Article {number}",
            date=PartialDate(2000 + number % 20, 1 + number % 12),
            outlet=outlets[number % CITING],
        )
        documents.append(Document(article, cites))
    return Corpus(tuple(documents))


def network(nodes: int, edges: int) -> Graph:
    """A graph with few nodes that many cite."""
    chance = random.Random(7)
    ends = {
        (chance.randrange(nodes), int(nodes * chance.random() ** 3)): chance.randint(1, 9)
        for _ in range(edges)
    }
    while len(ends) < edges:
        ends[chance.randrange(nodes), chance.randrange(nodes)] = 1
    return Graph(
        "outlet",
        tuple(Node(f"o{n}", f"Outlet {n}", "outlet", kind="newspaper") for n in range(nodes)),
        tuple(
            Edge(f"o{a}", f"o{b}", count=count, forms=(("link", count),))
            for (a, b), count in sorted(ends.items())
        ),
    )


def timed(work: Callable[[], object], times: int = 3) -> float:
    """The best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


Row = tuple[str, str, str]


def _building() -> Iterator[Row]:
    whole = corpus(1_000_000)
    before = _memory()
    seconds = timed(lambda: graph(whole), 1)
    yield "outlet graph of 1,000,000 citations", f"{seconds:.1f} s", "< 10 s"
    yield "  memory it took beyond the corpus", f"{_memory() - before:.0f} MB", "< 1000 MB"


def _writing() -> Iterator[Row]:
    import networkx

    from citekit.export.graphs import export

    large = network(10_000, 100_000)
    other: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    other.add_nodes_from((n.id, {"label": n.label, "kind": n.kind}) for n in large.nodes)
    other.add_edges_from(
        (e.source, e.target, {"weight": e.count, "kind": e.kind, "link": e.count}) for e in large.edges
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.gexf"

        def ours() -> None:
            with path.open("w", encoding="utf-8") as stream:
                for chunk in export(large, "gexf"):
                    stream.write(str(chunk))

        own = timed(ours)
        theirs = timed(lambda: networkx.write_gexf(other, path), 1)
    yield "GEXF of 100,000 edges", f"{own:.2f} s", ""
    yield "  networkx's writer, as many times longer", f"{theirs / own:.1f}", ">= 5"


def _ranking() -> Iterator[Row]:
    large = network(50_000, 1_000_000)
    yield "PageRank of 1,000,000 edges", f"{timed(lambda: pagerank(large)):.1f} s", "< 3 s"
    yield "communities (Leiden) of the same", f"{timed(lambda: communities(large), 1):.1f} s", ""


def _looking() -> Iterator[Row]:
    from citekit.export.graphs import export
    from citekit.graph.looks import laid_out
    from citekit.pipeline import extract, read, resolve

    articles = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
    sample = graph(resolve(extract(read(path)) for path in articles), "article")
    size = len("".join(map(str, export(sample, "html"))).encode())
    yield "graph.html of the sample library", f"{size / 1e6:.2f} MB", "< 2 MB"
    large = network(5_000, 20_000)
    yield "layout of 5,000 nodes and 20,000 edges", f"{timed(lambda: laid_out(large), 1):.1f} s", ""


def _memory() -> float:
    """The most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
