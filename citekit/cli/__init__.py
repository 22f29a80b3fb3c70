"""The command line: a command reads options, calls one verb, and writes what comes out.

Commands are imported when they are called, so that `citekit --help` stays fast; each is a module of this
package with a click command called `command`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

import click

from citekit.errors import CitekitError
from citekit.text.terminal import safe

COMMANDS = {
    "extract": "What each article cites, in reading order.",
    "bib": "One bibliography of all that the articles cite.",
    "check": "What is wrong with a bibliography file, line by line.",
    "graph": "Who cites whom, as a graph file, a picture or a page.",
    "trace": "The chain of sources by which quoted words came.",
    "read": "An article as a page, with its citations marked and explained.",
    "outlets": "Who publishes where: look up and extend the registry.",
    "zotero": "Straight into a Zotero library.",
}


class Commands(click.Group):
    """A group that imports a command only when it is called, and turns citekit's errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands that are there, in the order of a user's work."""
        return [name for name in COMMANDS if find_spec(f"citekit.cli.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return cast(click.Command, import_module(f"citekit.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table above, importing none."""
        if rows := [(name, COMMANDS[name]) for name in self.list_commands(ctx)]:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except CitekitError as error:
            click.echo(f"citekit: {safe(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("citekit: stopped", err=True)
            ctx.exit(130)  # what a shell reports of a program that SIGINT ended


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="citekit", prog_name="citekit", message="%(prog)s %(version)s")
def main() -> None:
    """Find every source that news and blog articles cite.

    A SOURCE is a file, a folder, a URL, or "-" for standard input.

    \b
    Exit codes: 0 all well, 2 wrong usage, 3 an article not readable, 4 not
    fetched, 5 not an article, 6 wrong data file, 7 output not written,
    8 plugin, 9 bibliography file, 10 and 20 to 32 Zotero, 1 anything else,
    130 stopped.
    """
