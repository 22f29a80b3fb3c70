"""The quality that was reached on the gold annotations cannot fall unseen.

The gold lies beside the checkout, with the scorers that are run as they are; a figure that rises, rises here.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citekit.export.contract import document
from citekit.model import Page
from citekit.pipeline import extract, read, resolve
from tests.saved_as_text import saved_as_text

pytestmark = pytest.mark.slow

# At most 0.02 under what was measured.
FLOORS = {
    ("pages", "f1"): 0.95,
    ("pages", "edge_f1"): 0.94,
    ("pages", "within"): 0.98,
    ("pages", "outlet"): 0.98,
    ("pages", "url"): 0.99,
    ("pages", "article.title"): 0.99,
    ("pages", "article.authors"): 0.99,
    ("pages", "article.date"): 0.99,
    ("pages", "article.outlet"): 0.99,
    ("seeds", "f1"): 0.99,
    ("seeds", "edge_f1"): 0.99,
    ("seeds", "within"): 0.99,
    ("seeds", "date"): 0.99,
    ("metadata", "title"): 0.96,
    ("metadata", "authors"): 0.81,
    ("metadata", "date"): 0.95,
    ("text", "title"): 0.69,
    ("text", "authors"): 0.505,
    ("text", "date"): 0.69,
}
"""`text` are the pages of `metadata`, saved as text."""

SOURCES = {"pages": ("corpus", ".html"), "seeds": ("seeds", ".txt")}


def extracted(path: Path) -> dict[str, Any]:
    """What citekit makes of one file, resolved by itself."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    (found,) = resolve([extract(read(Page(path.name, content)))]).documents
    return document(found)


def run(*command: Path | str) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="session")
def measured(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], float]:
    """Every figure of the three gold sets."""
    return dict(_citations(shared, tmp_path_factory.mktemp("scores"))) | dict(
        _metadata(shared, tmp_path_factory)
    )


def _citations(shared: Path, folder: Path) -> Iterator[tuple[tuple[str, str], float]]:
    for name, (source, suffix) in SOURCES.items():
        out = folder / name
        out.mkdir()
        for gold in sorted((shared / "gold" / name).glob("*.json")):
            found = extracted(shared / source / f"{gold.stem}{suffix}")
            (out / gold.name).write_text(json.dumps({"documents": [found]}), "utf-8")
        scores = json.loads(run(shared / "tools" / "score.py", shared / "gold" / name, out, "--json"))
        for field, value in (scores | scores["fields"]).items():
            yield (name, field), value


def _metadata(shared: Path, folders: pytest.TempPathFactory) -> Iterator[tuple[tuple[str, str], float]]:
    gold = shared / "gold" / "metadata.json"
    lines: dict[str, list[str]] = {"metadata": [], "text": []}
    for each in json.loads(gold.read_text("utf-8")):
        path = shared / "corpus" / "more" / f"{each['id']}.html.gz"
        lines["metadata"].append(json.dumps(extracted(path) | {"id": each["id"]}))
        text = read(Page(each["id"], saved_as_text(gzip.decompress(path.read_bytes())).encode()))
        told = {"title": text.title, "authors": [author.name for author in text.authors]}
        date = str(text.date) if text.date else None
        lines["text"].append(json.dumps({"id": each["id"], **told, "date": date}))
    for name, found in lines.items():
        predicted = folders.mktemp("metadata") / "predicted.jsonl"
        predicted.write_text("\n".join(found), "utf-8")
        scores = json.loads(run(shared / "tools" / "score_metadata.py", gold, predicted).splitlines()[-1])
        for field, value in scores.items():
            yield (name, field), value


@pytest.mark.xdist_group("floor")
@pytest.mark.parametrize(("key", "floor"), FLOORS.items(), ids=lambda value: str(value))
def test_no_figure_falls(key: tuple[str, str], floor: float, measured: dict[tuple[str, str], float]) -> None:
    print(f"{key}: {measured[key]:.3f}")
    assert measured[key] >= floor
