"""SOURCE... and the reading options, which most commands share."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, TypeVar

import click

from citekit.cli.documents import Documents
from citekit.cli.values import edtf, media
from citekit.model import PartialDate

__all__ = ["Documents", "takes_sources"]

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
    click.option(
        "--from",
        "media",
        callback=media,
        metavar="FORMAT",
        help="html, text, markdown or a plugin's; told from the content by default.",
    ),
    click.option("--url", metavar="URL", help="The address of a saved page."),
    click.option(
        "--date",
        callback=edtf,
        metavar="EDTF",
        help="The article's date, where it does not say: 2019-11-13, 2019-11, 2019.",
    ),
    click.option(
        "--outlet", metavar="NAME", help="The article's outlet, where it does not say: id, name or domain."
    ),
    click.option(
        "--lang",
        "language",
        metavar="CODE",
        help="The article's language, where it does not say: en, es, fr, de, pt.",
    ),
    click.option("--allow-private", is_flag=True, help="Fetch from private and local addresses too."),
    click.option("--contact", metavar="MAIL", help="Say in the User-Agent whom to ask about the fetching."),
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(1, 256),
        default=1,
        metavar="N",
        help="Use N processes.",
        show_default=True,
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress, nothing on standard error but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Say what is read, and where an error came from."),
)


def takes_sources(command: Command) -> Command:
    """Give a command SOURCE... and the reading options; it is called with `documents`, a `Documents`.

    When it returns, the exit code is that of the sources that could not be read.
    """

    def run(
        *,
        sources: tuple[str, ...],
        media: Any,
        url: str | None,
        date: PartialDate | None,
        outlet: str | None,
        language: str | None,
        allow_private: bool,
        contact: str | None,
        jobs: int,
        quiet: bool,
        verbose: bool,
        **options: Any,
    ) -> None:
        if verbose:
            logging.basicConfig(level=logging.INFO, format="citekit: %(message)s", force=True)
        from citekit.articles import Hints

        documents = Documents(
            sources,
            hints=Hints(media=media, url=url, date=date, outlet=outlet, language=language),
            fetching={"allow_private": allow_private, "contact": contact},
            jobs=jobs,
            quiet=quiet,
            verbose=verbose,
            # What is written as it comes would run into the bar, if both go to a terminal.
            to_terminal=sys.stdout.isatty() and options.get("output", "-") == "-",
        )
        command(documents=documents, **options)
        if documents.exit_code:
            click.get_current_context().exit(documents.exit_code)

    wrapped: Any = update_wrapper(run, command)
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]
