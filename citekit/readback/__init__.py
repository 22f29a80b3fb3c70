"""Bibliographies of others read back as works: .bib files of any dialect, CSL-JSON and RIS.

So a user's library becomes known works: citations resolve to entries that the user has, and keep their keys.
"""

from __future__ import annotations

import json
from pathlib import Path

from citekit.errors import BibliographyError
from citekit.model import Work

__all__ = ["read_library", "read_text"]

FORMATS = ("bibtex", "csl-json", "ris")


def read_library(path: str | Path) -> tuple[Work, ...]:
    """The works of a .bib, .json or .ris file, in its order; `BibliographyError` if it cannot be read.

    Text that is not UTF-8 is read as Latin-1, as BibTeX files used to be.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise BibliographyError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    try:
        return read_text(text)
    except BibliographyError as error:
        raise BibliographyError(f"{path}: {error}") from error


def read_text(text: str, form: str | None = None) -> tuple[Work, ...]:
    """The works of a bibliography in one of `FORMATS`, told from the text where not said.

    >>> [work.title for work in read_text("@book{salt, title = {Salt \\\\& Rust}}")]
    ['Salt & Rust']
    """
    form = form or _format(text)
    if form == "csl-json":
        from citekit.readback.csl import works

        try:
            return works(json.loads(text))
        except json.JSONDecodeError as error:
            raise BibliographyError(f"line {error.lineno}: not JSON: {error.msg}") from error
        except RecursionError as error:
            raise BibliographyError("not CSL-JSON: nested too deep") from error
    if form == "ris":
        from citekit.readback import ris

        return ris.works(text)
    from citekit.readback import bib

    return bib.works(text)


def _format(text: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:6]
    if start.startswith(("[", "{")):
        return "csl-json"
    return "ris" if start.startswith("TY  -") else "bibtex"
