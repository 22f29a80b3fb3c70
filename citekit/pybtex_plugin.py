"""pybtex's plugins: articles and libraries in, citekit's formats out.

With citekit installed, `pybtex-convert article.html refs.bib` lists what an article cites, and
`pybtex-convert refs.bib refs.ris` writes a library as RIS; `--to` takes biblatex, csl-json, ris, zotero-rdf.
pybtex's own BibTeX writer escapes addresses and what is escaped already; `biblatex` writes them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from pybtex.database import BibliographyData
from pybtex.database.input import BaseParser
from pybtex.database.output import BaseWriter
from pybtex.exceptions import PybtexError

from citekit.bibliography import Bibliography
from citekit.errors import CitekitError
from citekit.export.bibtex import from_pybtex, serialize, to_pybtex
from citekit.export.csl_json import csl_json
from citekit.export.ris import ris
from citekit.export.zotero_rdf import zotero_rdf
from citekit.model import Work
from citekit.readback import read_text
from citekit.readback.bib import work_of
from citekit.readback.entries import BibEntry, Field


class ArticleParser(BaseParser):  # type: ignore[misc]
    """What an article cites, as pybtex's entries."""

    def parse_stream(self, stream: Any) -> BibliographyData:
        """Read an article from an open file of bytes; pybtex's error if it cannot be read."""
        from citekit.bibliography import bibliography
        from citekit.model import Page
        from citekit.pipeline import extract, read, resolve

        page = Page(self.filename, stream.read())
        try:
            works = bibliography(resolve([extract(read(page))])).works
        except CitekitError as error:
            raise PybtexError(str(error), filename=self.filename) from error
        self.data.add_entries(to_pybtex(works, plain=True).entries.items())
        return self.data


class _LibraryParser(BaseParser):  # type: ignore[misc]
    """A library in a format of its own, as pybtex's entries."""

    unicode_io = True
    form = ""

    def parse_stream(self, stream: TextIO) -> BibliographyData:
        """Read works from an open file of text; pybtex's error if it cannot be read."""
        try:
            works = read_text(stream.read(), self.form)
        except CitekitError as error:
            raise PybtexError(str(error), filename=self.filename) from error
        self.data.add_entries(to_pybtex(works, plain=True).entries.items())
        return self.data


class CslJsonParser(_LibraryParser):
    """CSL-JSON."""

    form = "csl-json"


class RisParser(_LibraryParser):
    """RIS."""

    form = "ris"


class BiblatexWriter(BaseWriter):  # type: ignore[misc]
    """BibTeX markup with the entries' own values: addresses verbatim, bodies whole, nothing escaped twice."""

    unicode_io = True

    def write_stream(self, bib_data: BibliographyData, stream: TextIO) -> None:
        """Write the database to an open file of text."""
        if bib_data.preamble:
            stream.write(f"@preamble{{{{{bib_data.preamble}}}}}\n\n")
        stream.write("\n".join(serialize(entry) for entry in from_pybtex(bib_data)))


class _WorksWriter(BaseWriter):  # type: ignore[misc]
    """A format of citekit's, for what works a database holds."""

    unicode_io = True

    def chunks(self, bibliography: Bibliography) -> Iterable[str]:
        """The text of a bibliography."""
        raise NotImplementedError

    def write_stream(self, bib_data: BibliographyData, stream: TextIO) -> None:
        """Write the database to an open file of text."""
        for chunk in self.chunks(Bibliography(tuple(works_of(bib_data)))):
            stream.write(chunk.encode("utf-8", "replace").decode("utf-8"))


class CslJsonWriter(_WorksWriter):
    """CSL-JSON."""

    def chunks(self, bibliography: Bibliography) -> Iterable[str]:
        """The text of a bibliography."""
        return csl_json(bibliography)


class RisWriter(_WorksWriter):
    """RIS."""

    def chunks(self, bibliography: Bibliography) -> Iterable[str]:
        """The text of a bibliography."""
        return ris(bibliography)


class ZoteroRdfWriter(_WorksWriter):
    """Zotero RDF."""

    def chunks(self, bibliography: Bibliography) -> Iterable[str]:
        """The text of a bibliography."""
        return zotero_rdf(bibliography)


def works_of(data: BibliographyData) -> list[Work]:
    """The works that pybtex's entries describe."""
    return [
        work_of(
            BibEntry(entry.type, entry.key, tuple(Field(name, value, 0) for name, value in entry.fields), 0)
        )
        for entry in from_pybtex(data)
    ]
