"""`citekit graph`: who cites whom, as a file, a picture or a page; `citekit graph stats` measures it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from citekit.cli.sources import Documents, takes_sources
from citekit.model import Form, PartialDate
from citekit.output import write

if TYPE_CHECKING:
    from citekit.graph import Graph

Command = TypeVar("Command", bound=Any)

_OPTIONS = (
    click.option(
        "--level",
        type=click.Choice(["outlet", "article", "work", "person", "mixed"]),
        default="outlet",
        show_default=True,
        help="What the ends of an edge are.",
    ),
    click.option("--form", "forms", type=click.Choice(get_args(Form)), multiple=True, help="Only this form."),
    click.option("--statements", is_flag=True, help="People's words too that were published nowhere."),
    click.option("--mentions", is_flag=True, help="Mere mentions of outlets too."),
    click.option("--chains", is_flag=True, help="Only citations through another source."),
    click.option("--since", metavar="EDTF", help="Only articles of that day, month or year, or later."),
    click.option("--until", metavar="EDTF", help="Only articles of that day, month or year, or earlier."),
    click.option("--include-self", is_flag=True, help="Keep what cites itself."),
    click.option("--min-count", type=click.IntRange(1), default=1, metavar="N", help="At least N citations."),
    click.option(
        "--kind", "kinds", multiple=True, metavar="KIND", help="Only edges with an end of that kind."
    ),
    click.option("--around", metavar="NAME", help="Only what is near that node: its id, label or domain."),
    click.option(
        "--depth", type=click.IntRange(1), default=1, metavar="N", help="How near.", show_default=True
    ),
)


class DefaultGroup(click.Group):
    """A group whose first command runs where none is named: `graph SOURCE` is `graph draw SOURCE`."""

    default = "draw"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command's name before arguments that begin with none."""
        if args[:1] == [] or args[0] not in self.commands:
            args = [self.default, *args]
        return super().parse_args(ctx, args)


def _takes_selection(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(cls=DefaultGroup)
def command() -> None:
    """Who cites whom."""


@command.command("draw", short_help="Write the graph (needs no name: `citekit graph SOURCE...`).")
@takes_sources
@_takes_selection
@click.option("--format", "form", metavar="NAME", help="The format, if not told by the suffix of -o.")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    default=["-"],
    metavar="FILE",
    help="Where to write; may be repeated. Standard output by default, as DOT.",
)
def draw(documents: Documents, form: str | None, outputs: tuple[str, ...], **selection: Any) -> None:
    """Who cites whom: write the graph of all that the articles cite.

    The format is told by the suffix of -o: .gexf, .graphml, .dot, .net, .gml, .csv (edges, and nodes in
    .nodes.csv beside it), .matrix.csv, .json, .cyjs, .jgf.

    `citekit graph stats SOURCE...` measures it.
    """
    from citekit.export.graphs import export, format_of

    formats = [form or ("dot" if output == "-" else format_of(output)) for output in outputs]
    found = _graph(documents, **selection)
    for output, name in zip(outputs, formats, strict=True):
        write(output, export(found, name))
        if name == "csv" and output != "-":
            path = Path(output)
            write(path.with_name(f"{path.stem.removesuffix('.edges')}.nodes.csv"), export(found, "nodes-csv"))


def _graph(
    documents: Documents,
    *,
    min_count: int,
    kinds: tuple[str, ...],
    around: str | None,
    depth: int,
    level: Any,
    include_self: bool,
    since: str | None,
    until: str | None,
    forms: tuple[Form, ...],
    **flags: bool,
) -> Graph:
    from citekit.graph import Selection, filters, graph

    selection = Selection(
        frozenset(forms), since=_date(since, "--since"), until=_date(until, "--until"), **flags
    )
    found = graph(documents.corpus(), level, selection, include_self=include_self)
    if kinds:
        found = filters.of_kind(found, kinds)
    if min_count > 1:
        found = filters.at_least(found, min_count)
    if around is not None:
        found = filters.around(found, around, depth)
    return found


def _date(text: str | None, option: str) -> PartialDate | None:
    from citekit.text.dates import parse_edtf

    try:
        return parse_edtf(text) if text else None
    except ValueError as error:
        raise click.BadParameter(f"{error}", param_hint=option) from error
