"""The public face: what `import citekit` offers, and that it costs nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import citekit

PUBLIC = [
    "Article",
    "Bibliography",
    "Citation",
    "CitekitError",
    "Corpus",
    "Document",
    "Graph",
    "Organisation",
    "Outlet",
    "Page",
    "PartialDate",
    "Person",
    "Problem",
    "Registry",
    "Span",
    "Work",
    "__version__",
    "bibliography",
    "extract",
    "graph",
    "read",
    "resolve",
]

HEAVY = (
    "requests",
    "selectolax",
    "bs4",
    "pybtex",
    "tldextract",
    "ahocorasick",
    "networkx",
    "igraph",
    "citeproc",
)


def test_all_is_pinned() -> None:
    assert citekit.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(citekit, name) is not None
    assert name in dir(citekit)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        _ = citekit.summarise


@pytest.mark.parametrize("verb", ["resolve", "graph", "bibliography"])
def test_a_verb_stays_callable_when_its_stage_is_imported(verb: str) -> None:
    code = f"import citekit, citekit.{verb}; assert callable(citekit.{verb}), citekit.{verb}"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "start", ["import citekit", "from citekit.cli import main; main(['--help'], standalone_mode=False)"]
)
def test_starting_imports_nothing_heavy(start: str) -> None:
    code = f"import sys; {start}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"
