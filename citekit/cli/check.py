"""`citekit check`: what is wrong with .bib files, line by line; the exit code is for CI."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from citekit.export.options import DIALECTS
from citekit.text.terminal import safe


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE.bib...", type=click.Path(dir_okay=False))
@click.option("--dialect", type=click.Choice(DIALECTS), help="Told from the fields, if not given.")
@click.option("--strict", is_flag=True, help="Warnings, such as a missing date, count as errors.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], dialect: Any, strict: bool, form: str) -> None:
    """What is wrong with .bib files: FILE:LINE: what, a line each.

    Missing fields, works listed twice, broken addresses, dates that are not EDTF, TeX that will not compile,
    and what is no BibTeX. The exit code is 0 if there is no error, 1 if there is, 9 if a file cannot be read.
    """
    from citekit.errors import BibliographyError
    from citekit.readback.checks import check

    failed = unreadable = False
    rows = []
    for path in files:
        try:
            text = Path(path).read_bytes().decode("utf-8-sig")
        except OSError as error:
            click.echo(f"citekit: {safe(path)}: {(error.strerror or str(error)).lower()}", err=True)
            unreadable = True
            continue
        except UnicodeDecodeError as error:
            click.echo(f"citekit: {safe(path)}: not UTF-8 at byte {error.start}", err=True)
            unreadable = True
            continue
        for finding in check(text, dialect):
            failed = failed or strict or finding.severity == "error"
            rows.append(
                {
                    "file": path,
                    "line": finding.line,
                    "key": finding.key,
                    "severity": finding.severity,
                    "rule": finding.rule,
                    "message": finding.message,
                }
            )
            if form == "text":
                entry = f"{finding.key}: " if finding.key else ""
                line = f"{path}:{finding.line}: {finding.severity}: {entry}{finding.message} [{finding.rule}]"
                click.echo(safe(line))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    if unreadable or failed:
        ctx.exit(BibliographyError.exit_code if unreadable else 1)
