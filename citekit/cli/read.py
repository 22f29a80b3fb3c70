"""`citekit read`: an article as a page, with its citations marked and explained."""

from __future__ import annotations

import click

from citekit.cli.sources import Documents, takes_sources
from citekit.errors import SourceError
from citekit.output import write


@click.command("read")
@takes_sources
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where to write; standard output by default."
)
def command(documents: Documents, output: str) -> None:
    """An article as a page, with its citations marked and explained.

    The page is one HTML file without scripts that loads nothing: the article's text, what it cites marked in
    it, and beside it what each citation was taken for, by which rule, and how sure that is.
    """
    from citekit.export.reading import reading_page

    corpus = documents.corpus()
    if not corpus.documents:
        raise SourceError("nothing was read, so there is no page to write")
    write(output, reading_page(corpus))
