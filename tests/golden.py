"""What citekit makes of the sample library, as files in bib/: `python -m tests.golden` writes them anew.

Each is made by the command that a user would type, so that the golden files test the command line too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from citekit.cli import main
from tests import readme
from tests.conftest import ROOT

ARTICLES = "bib/articles"

GOLDEN = {
    "samples.json": ["extract", ARTICLES, "--format", "json"],
    "samples.csv": ["extract", ARTICLES, "--format", "csv"],
    "samples.txt": ["extract", ARTICLES, "--format", "table"],
    "refs.bib": ["bib", ARTICLES],
    "refs.bibtex.bib": ["bib", ARTICLES, "--dialect", "bibtex"],
    "refs.zotero.bib": ["bib", ARTICLES, "--dialect", "zotero"],
    "refs.csl.json": ["bib", ARTICLES],
    "refs.ris": ["bib", ARTICLES],
    "refs.rdf": ["bib", ARTICLES],
    "refs.csv": ["bib", ARTICLES],
    "refs.md": ["bib", ARTICLES],
    "graph.gexf": ["graph", ARTICLES],
    "graph.graphml": ["graph", ARTICLES],
    "graph.dot": ["graph", ARTICLES],
    "graph.csv": ["graph", ARTICLES],
    "graph.json": ["graph", ARTICLES],
    "reading.html": ["read", f"{ARTICLES}/the-night-ferry.html"],
}


def make(name: str, folder: Path) -> Path:
    """Run the command for one golden file into `folder`."""
    return run(GOLDEN[name], folder / name)


def run(command: list[str], target: Path) -> Path:
    """Run a command from the project's own folder, so that the paths it writes are the same everywhere."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        main([*command, "-o", str(target)], standalone_mode=False)
    finally:
        os.chdir(before)
    return target


def picture(page: Path, target: Path) -> None:
    """What a browser shows of the page, for the README; left as it is where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser:
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1180,880",
        ]
        command = [browser, *options, f"--screenshot={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def refresh() -> None:
    """Write the golden files, the pictures and the README's outputs anew."""
    for each in GOLDEN:
        print(make(each, ROOT / "bib").relative_to(ROOT))
    # Not compared: labels find their places by trial, as long as there is time.
    run(["graph", ARTICLES], ROOT / "bib" / "graph.svg")
    picture(ROOT / "bib" / "reading.html", ROOT / "bib" / "reading.png")
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        readme.PATH.write_text(
            readme.refreshed(readme.PATH.read_text("utf-8"), readme.desk(Path(folder))), "utf-8"
        )


if __name__ == "__main__":
    refresh()
