"""Values of options that click does not know: dates of any precision, formats that plugins add to."""

from __future__ import annotations

from typing import Any

import click

from citekit.model import PartialDate

MEDIA = ("html", "text", "markdown")


def edtf(ctx: click.Context, param: click.Parameter, value: str | None) -> PartialDate | None:
    """A date as coarse as it is known: 2019, 2019-11, 2019-11-13, 2019~ (EDTF, ISO 8601-2)."""
    from citekit.text.dates import parse_edtf

    try:
        return parse_edtf(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def media(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A format to read: one that comes with citekit, or one that a package brings."""
    if value is None or value in MEDIA:
        return value
    from citekit.plugins import load

    readers: dict[str, Any] = load("citekit.readers", {})
    if value not in readers:
        raise click.BadParameter(f"{value!r} is not one of {', '.join([*MEDIA, *sorted(readers)])}")
    return value
