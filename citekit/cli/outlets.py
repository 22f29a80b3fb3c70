"""`citekit outlets`: who publishes where; look up, list, check, and add one's own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citekit.text.terminal import clip, pad, safe

if TYPE_CHECKING:
    from citekit.model import Outlet
    from citekit.outlets import Registry

FILES = click.option(
    "--outlets",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A project's outlets on top of citekit's and your own; may be repeated.",
)
FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


_WHY = {
    "word": "it is also a common word",
    "phrase": "it is also a common phrase",
    "name": "people or firms bear it too",
    "place": "it is also a place",
    "acronym": "its letters stand for other things too",
    "shared": "several outlets have it",
    "person": "it is its author's own name, and not looked for in text",
    "everyday": "it is an everyday word, and not looked for in text",
}


@click.group("outlets")
def command() -> None:
    """Who publishes where: newspapers, blogs, podcasts, ministries, think tanks, platforms.

    Outlets of your own are added to a file in the folder of your settings; they replace citekit's of the same
    id, or hide them.
    """


def _registry(files: tuple[Path, ...]) -> Registry:
    from citekit.outlets import default_registry, registry

    return registry(*files) if files else default_registry()


def _print(outlets: Iterable[Outlet], form: str) -> None:
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in outlets], ensure_ascii=False, indent=1))
        return
    for each in outlets:
        cells = ((each.id, 34), (each.name, 38), (each.domain or "-", 28))
        row = "  ".join(pad(clip(safe(text), columns), columns) for text, columns in cells)
        state = " (not in the registry)" if each.provisional else ""
        click.echo(f"{row}  {safe(each.kind or '-')}, {safe(each.country or '-')}{state}")


@command.command("find")
@click.argument("what", metavar="NAME|URL|@HANDLE")
@FILES
@FORMAT
@click.pass_context
def find(ctx: click.Context, what: str, files: tuple[Path, ...], form: str) -> None:
    """The outlets of a name, a web address or an account, the likeliest first.

    \b
    citekit outlets find "the Times"
    citekit outlets find https://edition.cnn.com/2020/04/09/business/
    citekit outlets find @wikileaks

    The exit code is 1 if there is none.
    """
    from citekit.outlets.names import folded

    registry = _registry(files)
    found = _found(registry, what)
    _print(found, form)
    known = registry.ambiguities.get(folded(what))
    if form == "text" and known is not None and known.why:
        click.echo(safe(f'"{what}" by itself is not sure: {"; ".join(_WHY[why] for why in known.why)}.'))
        click.echo(safe(f"What decides: {known.cue}."))
    if not found:
        click.echo(safe(f"no outlet known as {what!r}"), err=True)
        ctx.exit(1)


def _found(registry: Registry, what: str) -> tuple[Outlet, ...]:
    if what.startswith("@"):
        platforms = {platform for each in registry for platform, _ in each.handles}
        hits = (registry.by_handle(platform, what) for platform in sorted(platforms))
        return tuple(dict.fromkeys(hit for hit in hits if hit))
    if "://" in what:
        hit = registry.by_url(what)
        return (hit,) if hit else ()
    hit = registry.by_id(what)
    names = registry.by_name(what)
    if hit or names:
        return tuple(dict.fromkeys((*((hit,) if hit else ()), *names)))
    hit = registry.registered(f"https://{what}") if "." in what else None
    return (hit,) if hit else ()


@command.command("show")
@click.argument("id", metavar="ID")
@FILES
@FORMAT
@click.pass_context
def show(ctx: click.Context, id: str, files: tuple[Path, ...], form: str) -> None:
    """All that is known of one outlet: its record, as the data files have it."""
    from citekit.outlets.reading import record
    from citekit.outlets.records import write

    outlet = _registry(files).by_id(id)
    if outlet is None:
        click.echo(
            safe(f"no outlet has the id {id!r}; look for it with: citekit outlets find NAME"), err=True
        )
        ctx.exit(1)
    if form == "json":
        click.echo(json.dumps(asdict(outlet), ensure_ascii=False, indent=1))
    else:
        for line in write([record(outlet)]).splitlines():
            click.echo(safe(line))


@command.command("list")
@click.option("--kind", help="Only this kind: newspaper, blog, podcast, think tank ...")
@click.option("--country", metavar="CC", help="Only this country (ISO 3166); int for international bodies.")
@click.option("--language", metavar="LL", help="Only those that publish in this language (ISO 639).")
@FILES
@FORMAT
def list_(
    kind: str | None, country: str | None, language: str | None, files: tuple[Path, ...], form: str
) -> None:
    """The outlets of a kind, country or language; all of them, if none is given."""
    from citekit.outlets.reading import kinds

    if kind is not None and kind not in kinds():
        raise click.BadParameter(f"one of: {', '.join(kinds())}", param_hint="--kind")
    _print(
        [
            each
            for each in sorted(_registry(files), key=lambda outlet: outlet.id)
            if (kind is None or each.kind == kind)
            and (country is None or (each.country or "INT") == country.upper())
            and (language is None or language.lower() in each.languages)
        ],
        form,
    )


@command.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """What is wrong with files of outlets: FILE:LINE: what, a line each; exit code 6 if anything is."""
    from citekit.errors import DataError
    from citekit.outlets import default_registry
    from citekit.outlets.layers import from_file
    from citekit.outlets.schema import problems

    records = [record for path in files for record in from_file(path)]
    wrong = problems(records, (outlet.id for outlet in default_registry()))
    for line in wrong:
        click.echo(safe(line))
    if wrong:
        ctx.exit(DataError.exit_code)


@command.command("add")
@click.option("--id", "id", help="Made of the name, if not given.")
@click.option("--name", help="The outlet's full name.")
@click.option("--alias", multiple=True, help="Another name; may be repeated.")
@click.option("--domain", multiple=True, help="Where it publishes, such as wsws.org or medium.com/@name.")
@click.option(
    "--handle", multiple=True, metavar="PLATFORM:NAME", help="An account, such as twitter:wikileaks."
)
@click.option("--kind", help="newspaper, blog, podcast, think tank ...")
@click.option("--country", metavar="CC")
@click.option("--language", multiple=True, metavar="LL")
@click.option("--parent", metavar="ID", help="The outlet that it is a part of.")
@click.option("--hide", is_flag=True, help="Hide the outlet of this --id instead of adding one.")
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), help="A project's file instead of your own."
)
def add(to: Path | None, hide: bool, **options: Any) -> None:
    """Add an outlet of your own, replace one of citekit's (same --id), or hide one."""
    from citekit.outlets.additions import add as add_to
    from citekit.outlets.layers import user_file

    path = to or user_file()
    record = add_to(path, hide=hide, **options)
    click.echo(safe(f"{record.one('id')}: {'hidden' if hide else 'added'} in {path}"))


@command.command("stats")
@FILES
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def stats(files: tuple[Path, ...], form: str) -> None:
    """How many outlets there are, by kind, country and language."""
    from citekit.outlets.stats import counts

    found = counts(_registry(files))
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for group, numbers in found.items():
        click.echo(f"by {group}" if group != "total" else "in all")
        for what, number in numbers.items():
            click.echo(f"  {number:>6}  {safe(what)}")


@command.command("format")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True))
@click.option("--check", "only", is_flag=True, help="Write nothing; say which files are not in normal form.")
@click.pass_context
def format_(ctx: click.Context, paths: tuple[str, ...], only: bool) -> None:
    """Sort and normalise files of outlets, or a folder of one a country; exit code 6 if one is wrong."""
    from citekit.errors import DataError
    from citekit.outlets.format import main

    if main([*paths, *(["--check"] if only else [])]):
        ctx.exit(DataError.exit_code)
