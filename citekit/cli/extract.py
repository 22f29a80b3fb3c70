"""`citekit extract`: what each article cites, in reading order."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import PurePath

import click

from citekit.cli.sources import Documents, takes_sources
from citekit.model import Document
from citekit.output import write

FORMATS = ("table", "json", "jsonl", "csv")


@click.command("extract")
@takes_sources
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of -o, else a table."
)
@click.option(
    "--with-text",
    is_flag=True,
    help="Add each article's text to json and jsonl; anchors are offsets into it.",
)
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where to write; standard output by default."
)
def command(documents: Documents, form: str | None, with_text: bool, output: str) -> None:
    """What each article cites, in reading order.

    json is one object with the articles and the works that they cite, merged over all of them; jsonl has a
    line an article and csv a row a citation, written as they come: there, `work` is the key of the work as
    that one article shows it.
    """
    if form is None:
        suffix = PurePath(output).suffix.removeprefix(".").lower()
        form = suffix if suffix in FORMATS else "table"
    write(output, _chunks(documents, form, with_text, to_terminal=output == "-" and sys.stdout.isatty()))


def _chunks(documents: Documents, form: str, with_text: bool, *, to_terminal: bool) -> Iterator[str]:
    from citekit.export import contract, table

    if form == "json":
        return contract.json_text(documents.corpus(), with_text=with_text)
    each = _resolved(documents)
    if form == "jsonl":
        return contract.json_lines(each, with_text=with_text)
    if form == "csv":
        return table.csv_rows(each)
    columns = shutil.get_terminal_size().columns if to_terminal else 120
    return table.table(each, columns=columns, bold=to_terminal)


def _resolved(documents: Documents) -> Iterator[Document]:
    """Each document resolved by itself, so that any number of them takes the memory of one."""
    from citekit.pipeline import resolve

    for document in documents:
        yield from resolve([document]).documents
