"""`citekit graph`: who cites whom, as a file, a picture or a page; `citekit graph stats` measures it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from citekit.cli.sources import Documents, takes_sources
from citekit.model import Form, PartialDate
from citekit.output import write

if TYPE_CHECKING:
    from citekit.graph import Graph

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--level",
        type=click.Choice(["outlet", "article", "work", "person", "mixed"]),
        default="outlet",
        show_default=True,
        help="What the ends of an edge are; mixed has articles that cite outlets.",
    ),
    click.option("--form", "forms", type=click.Choice(get_args(Form)), multiple=True, help="Only this form."),
    click.option("--statements", is_flag=True, help="People's words too that were published nowhere."),
    click.option("--mentions", is_flag=True, help="Mere mentions of outlets too."),
    click.option(
        "--chains", is_flag=True, help="Only citations inside another's words, and those around them."
    ),
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
    """A group whose default command runs where none is named: `graph SOURCE` is `graph draw SOURCE`."""

    default = "draw"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command's name before arguments that begin with none."""
        if not args or args[0] not in self.commands:
            args = [self.default, *args]
        return super().parse_args(ctx, args)


class Draw(click.Command):
    """The default command, whose name nobody types."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the usage without the command's name."""
        above = ctx.parent.command_path if ctx.parent else "graph"
        formatter.write_usage(above, "[stats] [OPTIONS] SOURCE...")


def _takes_selection(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(cls=DefaultGroup)
def command() -> None:
    """Who cites whom."""


@command.command("draw", cls=Draw)
@takes_sources
@_takes_selection
@click.option("--measures", is_flag=True, help="Give each node its scores and its community.")
@click.option("--layout", is_flag=True, help="Give each node a place.")
@click.option(
    "--color-by",
    type=click.Choice(["community", "kind"]),
    default="community",
    show_default=True,
    help="What colours tell, where there are some.",
)
@click.option(
    "--slices", type=click.Choice(["year", "quarter", "month"]), help="A file for each, named after it."
)
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
def draw(
    documents: Documents,
    form: str | None,
    outputs: tuple[str, ...],
    measures: bool,
    layout: bool,
    color_by: Any,
    **selection: Any,
) -> None:
    """Who cites whom: write the graph of all that the articles cite.

    The suffix of -o tells the format: .gexf, .graphml, .dot, .net, .gml, .csv (edges; nodes in .nodes.csv
    beside it), .matrix.csv, .json, .cyjs, .jgf, .parquet; .html is a page to explore, .svg, .png and .pdf are
    figures.

    `citekit graph stats SOURCE...` measures the graph instead. A folder called stats is ./stats.
    """
    from citekit.export.graphs import format_of
    from citekit.graph.looks import dressed, laid_out
    from citekit.graph.measures import scored

    formats = [form or ("dot" if output == "-" else format_of(output)) for output in outputs]
    for name, found in _graphs(documents, **selection):
        if layout or {"html", "svg", "png", "pdf"} & set(formats):
            found = laid_out(found, color_by)
        else:
            found = dressed(scored(found), color_by) if measures else dressed(found, "kind")
        for output, kind in zip(outputs, formats, strict=True):
            _write(found, kind, _sliced(output, name))


@command.command("stats", short_help="Measure the graph.")
@takes_sources
@_takes_selection
@click.option(
    "--top", type=click.IntRange(1), default=10, metavar="N", help="Rows a table.", show_default=True
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where to write; standard output by default."
)
def stats(documents: Documents, top: int, form: str, output: str, **selection: Any) -> None:
    """Who is cited most, who belongs together, and how many citations come second-hand."""
    from citekit.export.graphs.measures import as_json, as_table
    from citekit.graph.measures import measure
    from citekit.graph.trace import chain_lengths

    corpus = documents.corpus()
    found = measure(_filtered(_made(corpus, **selection), **selection), pairs=top)
    chains = chain_lengths(corpus.documents)
    write(output, as_json(found, chains) if form == "json" else as_table(found, chains, top))


def _write(found: Graph, kind: str, output: str) -> None:
    from citekit.export.graphs import export

    write(output, export(found, kind))
    if kind in ("csv", "parquet") and output != "-":
        path = Path(output)
        nodes = f"{path.stem.removesuffix('.edges')}.nodes{path.suffix}"
        write(path.with_name(nodes), export(found, f"nodes-{kind}"))


def _sliced(output: str, name: str) -> str:
    """The file of a slice: graph.gexf becomes graph.2019-11.gexf."""
    if not name or output == "-":
        return output
    path = Path(output)
    stem, dot, suffixes = path.name.partition(".")
    return str(path.with_name(f"{stem}.{name}{dot}{suffixes}"))


def _graphs(documents: Documents, *, slices: Any, **selection: Any) -> Iterator[tuple[str, Graph]]:
    """The graph with no name, or each slice with its own."""
    from citekit.graph.slices import slices as sliced

    corpus = documents.corpus()
    if slices is None:
        yield "", _filtered(_made(corpus, **selection), **selection)
        return
    chosen = _selection(**selection)
    for name, found in sliced(
        corpus, slices, selection["level"], chosen, include_self=selection["include_self"]
    ):
        yield name, _filtered(found, **selection)


def _made(corpus: Any, *, level: Any, include_self: bool, **selection: Any) -> Graph:
    from citekit.graph import graph

    return graph(corpus, level, _selection(**selection), include_self=include_self)


def _selection(
    *,
    forms: tuple[Form, ...],
    since: str | None,
    until: str | None,
    statements: bool,
    mentions: bool,
    chains: bool,
    **_: Any,
) -> Any:
    from citekit.graph import Selection

    return Selection(
        frozenset(forms), statements, mentions, chains, _date(since, "--since"), _date(until, "--until")
    )


def _filtered(
    found: Graph, *, kinds: tuple[str, ...], min_count: int, around: str | None, depth: int, **_: Any
) -> Graph:
    from citekit.graph import filters

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
