"""`citekit bib`: one bibliography of all that the articles cite."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from citekit.bibliography import FORMS, Bibliography, Grouping, Order, bibliography
from citekit.cli.sources import Documents, takes_sources
from citekit.export.options import DIALECTS, Options
from citekit.model import Corpus, PartialDate
from citekit.output import write
from citekit.text.terminal import safe

if TYPE_CHECKING:
    from citekit.readback.known import Known

_STYLES = "apa, chicago-author-date, chicago-notes, harvard, mla; plain, unsrt, alpha, unsrtalpha"


@click.command("bib")
@takes_sources
@click.option("--format", "form", metavar="NAME", help="The format, if not told by the suffix of -o.")
@click.option(
    "--dialect",
    type=click.Choice(DIALECTS),
    default="biblatex",
    show_default=True,
    help="Whom a .bib is for.",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Nothing but ASCII in a .bib.")
@click.option(
    "--style",
    default="apa",
    show_default=True,
    metavar="NAME|FILE.csl",
    help=f"How to format html, text and markdown: {_STYLES}; or a CSL file.",
)
@click.option("--include-quotes", is_flag=True, help="The words quoted from each work too.")
@click.option("--statements", is_flag=True, help="People's words too that were published nowhere.")
@click.option(
    "--only", metavar="FORM,...", help=f"Only works cited in one of these forms: {', '.join(FORMS)}."
)
@click.option("--since", metavar="EDTF", help="Only works of that day, month or year, or later.")
@click.option("--until", metavar="EDTF", help="Only works of that day, month or year, or earlier.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="N", help="Between 0 and 1."
)
@click.option("--group-by", type=click.Choice(get_args(Grouping)), help="Headings, or collections.")
@click.option("--sort", type=click.Choice(get_args(Order)), default="key", show_default=True)
@click.option(
    "--keys", metavar="FORMULA", help="Citekeys as Better BibTeX: auth.lower + shorttitle(3,3) + year."
)
@click.option(
    "--keys-from",
    metavar="LIBRARY",
    type=click.Path(exists=True, dir_okay=False),
    help="A .bib, .json or .ris whose works keep their keys.",
)
@click.option(
    "--merge",
    metavar="FILE.bib",
    type=click.Path(exists=True, dir_okay=False),
    help="Add what is new to this file; what stands in it stays byte for byte.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Where to write (.bib .json .ris .rdf .csv .html .txt .md); may be repeated. Default: -, BibTeX.",
)
def command(
    documents: Documents,
    form: str | None,
    dialect: Any,
    ascii_only: bool,
    style: str,
    include_quotes: bool,
    statements: bool,
    only: str | None,
    since: str | None,
    until: str | None,
    min_confidence: float,
    group_by: Grouping | None,
    sort: Order,
    keys: str | None,
    keys_from: str | None,
    merge: str | None,
    outputs: tuple[str, ...],
) -> None:
    """One bibliography of all that the articles cite, each work once.

    Works keep their citekeys in any order of the sources; two that would share one take a short hash each.
    """
    from citekit.export.bibliographies import exporter, format_of

    targets = [(path, exporter(form or format_of(path))) for path in outputs or (() if merge else ("-",))]
    selection: dict[str, Any] = {
        "only": _forms(only),
        "since": _date(since, "--since"),
        "until": _date(until, "--until"),
    }
    make = _formula(keys) if keys else None
    known = _known(keys_from) if keys_from else None
    corpus = documents.corpus()
    if make:
        corpus = _with_keys(corpus, make)
    if known:
        corpus = _with_known(corpus, known)
    options = Options(dialect, ascii_only, style, include_quotes, group_by)
    found = bibliography(corpus, statements=statements, min_confidence=min_confidence, sort=sort, **selection)
    if merge:
        _merge(merge, found, options, quiet=documents.quiet)
    for path, export in targets:
        write(path, export(found, options))


def _merge(path: str, found: Bibliography, options: Options, *, quiet: bool) -> None:
    from citekit.readback.merging import merge

    merged = merge(Path(path).read_bytes(), found, replace(options, group_by=None))
    if merged.added:
        write(path, merged.content)
    if not quiet:
        count = f"{len(merged.added)} added, {len(merged.present)} there already"
        click.echo(f"citekit: {safe(path)}: {count}", err=True)
        for sign, keys in (("+", merged.added), ("=", merged.present)):
            for key in keys:
                click.echo(f"  {sign} {safe(key)}", err=True)


def _with_keys(corpus: Corpus, make: Any) -> Corpus:
    from citekit.readback.known import renamed
    from citekit.resolve.keys import citekeys

    keys = dict(zip((work.key for work in corpus.works), citekeys(corpus.works, make), strict=True))
    return renamed(corpus, lambda key: keys.get(key, key))


def _known(path: str) -> Known:
    from citekit.readback import read_library
    from citekit.readback.known import Known

    return Known(read_library(path))


def _with_known(corpus: Corpus, known: Known) -> Corpus:
    from citekit.readback.known import adopt

    return adopt(corpus, known)


def _formula(text: str) -> Any:
    from citekit.resolve.key_formula import FormulaError, formula

    try:
        return formula(text)
    except FormulaError as error:
        raise click.BadParameter(str(error), param_hint="--keys") from error


def _forms(text: str | None) -> tuple[str, ...]:
    forms = tuple(filter(None, (form.strip() for form in (text or "").split(","))))
    for form in forms:
        if form not in FORMS:
            raise click.BadParameter(f"{form!r} is none of {', '.join(FORMS)}", param_hint="--only")
    return forms


def _date(text: str | None, option: str) -> PartialDate | None:
    from citekit.text.dates import parse_edtf

    try:
        return parse_edtf(text) if text else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from error
