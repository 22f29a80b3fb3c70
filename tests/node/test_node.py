"""Better BibTeX's own parser and citation-js read every sample entry, and lose nothing that a reader needs.

The packages of `package.json`, of exact versions, are installed by npm into the user's cache on first use;
the test is skipped, with the reason, where there is no npm or it reaches no registry. Better BibTeX lowers
the capitals of headlines when it imports them, as its users want; here it is told to leave them.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_cache_path

from citekit.export.bibliographies import exporter
from citekit.export.kinds import platform_name
from citekit.export.options import Dialect, Options
from citekit.export.prose import title_of
from citekit.model import Person, Work
from tests.export.works import BIBLIOGRAPHY, WORKS

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
FILES = {"biblatex.bib": "biblatex", "bibtex.bib": "bibtex", "zotero.bib": "zotero", "works.json": "csl-json"}


@pytest.fixture(scope="module")
def packages() -> Path:
    """The folder in which the packages are, for this very package.json."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node or npm is not installed")
    wanted = (HERE / "package.json").read_bytes()
    folder = user_cache_path("citekit-tests") / f"node-{hashlib.sha256(wanted).hexdigest()[:12]}"
    if not (folder / "installed").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_bytes(wanted)
        command = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            pytest.skip(f"npm could not install the parsers: {done.stderr.strip()[-200:]}")
        (folder / "installed").touch()
    return folder


@pytest.fixture(scope="module")
def read(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What both parsers make of the samples, by file name."""
    folder = tmp_path_factory.mktemp("samples")
    for name, form in FILES.items():
        dialect: Dialect = "bibtex" if form == "bibtex" else "biblatex"
        options = Options(
            dialect=dialect, include_quotes=True, group_by="article" if form == "zotero" else None
        )
        (folder / name).write_text("".join(exporter(form)(BIBLIOGRAPHY, options)), "utf-8")
    shutil.copy(HERE / "read.mjs", packages / "read.mjs")
    paths = [str(folder / name) for name in FILES]
    done = subprocess.run(
        ["node", "read.mjs", *paths], cwd=packages, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return {Path(path).name: found for path, found in json.loads(done.stdout).items()}


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".bib")])
def test_better_bibtex_reads_every_entry_without_an_error(name: str, read: dict[str, Any]) -> None:
    assert read[name]["errors"] == []
    assert [entry["key"] for entry in read[name]["bbt"]] == [work.key for work in WORKS]


def test_better_bibtex_makes_a_collection_of_each_article(read: dict[str, Any]) -> None:
    groups = dict(read["zotero.bib"]["groups"])
    assert groups == {"Along the shore, ,part 1,": 2, "Far inland": 1, "No article": len(WORKS) - 2}


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".bib")])
@pytest.mark.parametrize("place", range(len(WORKS)), ids=[work.key for work in WORKS])
def test_better_bibtex_loses_nothing(name: str, place: int, read: dict[str, Any]) -> None:
    work, fields = WORKS[place], read[name]["bbt"][place]["fields"]
    assert plain(fields["title"]) == title_of(work)
    assert fields.get("url") == work.url
    if name != "bibtex.bib":
        assert fields.get("date") == _date(work, name)
    if work.authors and work.type != "post":
        assert [_bbt_name(author) for author in fields["author"]] == [
            _said(author) for author in work.authors
        ]
    if outlet := platform_name(work):
        assert outlet in json.dumps(fields, ensure_ascii=False)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", range(len(WORKS)), ids=[work.key for work in WORKS])
def test_citation_js_loses_nothing(name: str, place: int, read: dict[str, Any]) -> None:
    work, item = WORKS[place], read[name]["cite"][place]
    assert item["id"] == work.key
    assert plain(item["title"]) == title_of(work)
    if name in ("biblatex.bib", "works.json"):
        assert item.get("URL") == work.url
    if work.date and name == "works.json":
        assert item["issued"]["date-parts"][0][0] == work.date.year
    if work.authors and work.type != "post":
        assert [_csl_name(author) for author in item["author"]] == [_said(author) for author in work.authors]


def plain(text: str) -> str:
    """The words of a title, of which Better BibTeX marks those whose case must stay."""
    return re.sub(r'<span class="nocase">|</span>', "", text).replace("\xa0", " ")


def _date(work: Work, name: str) -> str | None:
    """The date as this parser reads it: EDTF's "~" is a space of TeX's to it."""
    if work.date is None:
        return None
    about = "c. " if name == "zotero.bib" and "~" in str(work.date) else ""
    return about + str(work.date).replace("~", "")


def _said(author: Any) -> str:
    if isinstance(author, Person):
        return " ".join(filter(None, (author.given, author.particle, author.family, author.suffix)))
    return str(author.name)


def _bbt_name(name: dict[str, str]) -> str:
    parts = (name.get(part) for part in ("name", "firstName", "prefix", "lastName", "suffix"))
    return plain(" ".join(filter(None, parts)))


def _csl_name(name: dict[str, str]) -> str:
    order = ("literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return plain(" ".join(filter(None, (name.get(part) for part in order))))
