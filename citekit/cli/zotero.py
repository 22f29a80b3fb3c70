"""`citekit zotero`: straight into a Zotero library, and out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from citekit.cli.sources import Documents, takes_sources
from citekit.cli.zotero_said import Bar, saying, tell
from citekit.output import write
from citekit.text.terminal import safe

if TYPE_CHECKING:
    from citekit.zotero.api import Library
    from citekit.zotero.roads import Roads, Via

_ROADS = ("auto", "local", "connector", "web", "file")
_OUTPUT = click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where to write; standard output by default."
)


def _takes_place(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say where a Zotero is."""
    for option in (
        click.option(
            "--port", default=23119, show_default=True, metavar="N", help="Where the running Zotero listens."
        ),
        click.option("--group", type=int, metavar="ID", help="A group's library instead of the user's own."),
    ):
        command = option(command)
    return command


@click.group("zotero")
def command() -> None:
    """Straight into a Zotero library.

    \b
    Exit codes: 20 not running, 21 not confirmed, 22 denied, 23 key needed,
    24 read-only, 25 a collection or item is gone, 26 changed meanwhile,
    27 busy, 28 Zotero failed, 29 refused, 30 said saved and was not,
    31 no valid item, 32 answer not understood, 10 anything else.
    """


@command.command("push")
@takes_sources
@click.option("--via", type=click.Choice(_ROADS), default="auto", show_default=True, help="The road to take.")
@click.option("--collection", metavar="NAME|KEY", help="Put the articles' collections into this one.")
@click.option(
    "--update", is_flag=True, help="Fill empty fields of items that are there; nothing is overwritten."
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--again", is_flag=True, help="Over the connector: send what was sent before, too.")
@click.option("--statements", is_flag=True, help="People's words too that were published nowhere.")
@click.option("-o", "--output", default="-", metavar="FILE.rdf", help="With --via file: where to write.")
@_takes_place
def push_command(
    documents: Documents,
    via: Any,
    collection: str | None,
    update: bool,
    dry_run: bool,
    again: bool,
    statements: bool,
    output: str,
    port: int,
    group: int | None,
) -> None:
    """Put what articles cite into a Zotero library.

    Items with their notes and tags, a collection for each article, and Related links that show who cites
    whom. What is there already is found by DOI, address or citekey, so that a second push adds only what is
    new, and one that was cut off goes on where it was.
    """
    from citekit.bibliography import bibliography

    if via == "file":
        from citekit.export.zotero_rdf import zotero_rdf

        write(output, zotero_rdf(bibliography(documents.corpus(), statements=statements)))
        return
    from citekit.zotero.local import connect
    from citekit.zotero.roads import survey
    from citekit.zotero.sending import send

    http = connect(port)
    roads = survey(http)
    road, words = roads.take(via)  # before the articles are read: a closed road is known at once
    say = saying(quiet=documents.quiet)
    say(f"over {words}")
    found = bibliography(documents.corpus(), statements=statements)
    with Bar(shown=not documents.quiet) as bar:
        outcome = send(
            found,
            road,
            roads,
            http,
            group=group,
            collection=collection,
            update=update,
            again=again,
            dry_run=dry_run,
            report=bar.show,
            say=say,
        )
    tell(outcome, dry_run=dry_run, quiet=documents.quiet)


@command.command("status")
@_takes_place
def status_command(port: int, group: int | None) -> None:
    """What is running, which roads are open, and which one a push would take."""
    from citekit.errors import ZoteroError
    from citekit.zotero.local import HOW_TO_OPEN

    roads = _roads(port)
    if roads.running is None:
        click.echo(f"Zotero here: {safe(roads.trouble)}")
    else:
        api = {
            "write": "can be read and written to",
            "read": "can be read; writing came with Zotero 10",
            "off": f"is off; {HOW_TO_OPEN}",
            "none": "is not part of this version",
        }[roads.running.api]
        click.echo(f"Zotero here: {safe(roads.running.version)}, port {port}; its local API {api}")
    click.echo(f"zotero.org: {f'key in the {safe(roads.key)}' if roads.key else 'no key'}")
    try:
        click.echo(f"A push goes over {safe(roads.take('auto')[1])}")
    except ZoteroError as error:
        click.echo(f"A push cannot go anywhere: {safe(str(error))}")
        click.get_current_context().exit(error.exit_code)


@command.command("collections")
@click.option(
    "--via", type=click.Choice(_ROADS[:-1]), default="auto", show_default=True, help="Where to look."
)
@_takes_place
def collections_command(via: Any, port: int, group: int | None) -> None:
    """The collections of a library, each with its key."""
    from citekit.zotero.pull import tree

    roads = _roads(port)
    road = roads.to_read(via)
    if road == "connector":
        from citekit.zotero import local
        from citekit.zotero.selected import place

        for key, name in place(local.connect(port)).targets.items():
            click.echo(f"{key:<9} {safe(name)}")
        return
    rows = list(_to_read(road, roads, port, group).collections())
    for row, depth in tree(rows):
        click.echo(f"{row['key']:<9} {'  ' * depth}{safe(row['name'])}")


@command.command("pull")
@click.argument("collection", metavar="COLLECTION")
@click.option(
    "--urls", is_flag=True, help="The addresses of its items, one a line, as sources for other commands."
)
@click.option("--via", type=click.Choice(("auto", "local", "web")), default="auto", show_default=True)
@_OUTPUT
@_takes_place
def pull_command(collection: str, urls: bool, via: Any, output: str, port: int, group: int | None) -> None:
    """Read a collection (by name or key) back: as known works, or as addresses of articles to extract.

    The suffix of -o says in which format (.bib .json .ris); `citekit bib --keys-from` takes each.
    """
    from citekit.bibliography import Bibliography
    from citekit.export.bibliographies import exporter, format_of
    from citekit.export.options import Options
    from citekit.zotero.pull import addresses, pull

    roads = _roads(port)
    works = pull(_to_read(roads.to_read(via), roads, port, group), collection)
    if urls:
        write(output, (f"{url}\n" for url in addresses(works)))
    else:
        write(output, exporter(format_of(output))(Bibliography(works), Options()))


@command.command("relate-script")
@takes_sources
@_OUTPUT
def relate_command(documents: Documents, output: str) -> None:
    """JavaScript for Zotero's own "Run JavaScript" window that adds the Related links (Zotero 7 to 9)."""
    from citekit.bibliography import bibliography
    from citekit.zotero.facts import facts
    from citekit.zotero.plan import plan
    from citekit.zotero.relate import script

    write(output, script(plan(bibliography(documents.corpus()), facts())))


@command.command("translator")
@_OUTPUT
def translator_command(output: str) -> None:
    """An import translator: with it, Zotero's File > Import reads `citekit extract --format json` as it is.

    Write it to "translators/citekit JSON.js" in Zotero's data directory, and restart Zotero.
    """
    from citekit.zotero.translator import translator

    write(output, translator())


def _roads(port: int) -> Roads:
    from citekit.zotero.local import connect
    from citekit.zotero.roads import survey

    return survey(connect(port))


def _to_read(road: Via, roads: Roads, port: int, group: int | None) -> Library:
    from citekit.zotero.local import connect
    from citekit.zotero.sending import library

    return library(road, roads, connect(port), saying(quiet=True), group=group, writing=False)
