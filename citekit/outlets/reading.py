"""From a record to an outlet: what a kind and a country say of the fields that the record leaves out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast, get_args

from citekit.model import DateOrder, Outlet
from citekit.outlets.records import Record, parse


class Kind(NamedTuple):
    """A kind of outlet: the CSL and BibTeX types of what it publishes, and what the kind means."""

    csl_type: str
    bibtex_type: str
    meaning: str


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds of outlets by name, from `data/outlet_kinds.rec`.

    >>> kinds()["newspaper"].csl_type
    'article-newspaper'
    """
    text = files("citekit").joinpath("data/outlet_kinds.rec").read_text("utf-8")
    return {
        record.fields["kind"][0]: Kind(
            record.fields["csl-type"][0], record.fields["bibtex-type"][0], record.fields["meaning"][0]
        )
        for record in parse(text, "outlet_kinds.rec")
    }


@cache
def date_orders() -> Mapping[str, DateOrder]:
    """How dates in figures are written, by country; from the Unicode CLDR's short dates."""
    return {
        country: cast("DateOrder", order)
        for country, order in _orders().items()
        if order in get_args(DateOrder)
    }


def countries() -> Collection[str]:
    """The codes of all countries (ISO 3166, and XK)."""
    return _orders().keys()


@cache
def _orders() -> Mapping[str, str]:
    text = files("citekit").joinpath("data/outlet_date_orders.rec").read_text("utf-8")
    return {
        country: record.fields["order"][0]
        for record in parse(text, "outlet_date_orders.rec")
        for country in record.fields["countries"][0].split()
    }


def outlet(record: Record) -> Outlet:
    """The outlet that a record describes.

    >>> found = outlet(Record({"id": ("wsws",), "name": ("World Socialist Web Site",), "kind": ("news site",),
    ...     "country": ("US",), "domain": ("wsws.org",)}))
    >>> found.domain, found.date_order, found.csl_type
    ('wsws.org', 'mdy', 'article-newspaper')
    """
    kind = record.one("kind")
    country = record.one("country")
    types = kinds().get(kind) if kind else None
    domains = record.all("domain")
    order = record.one("date-order")
    return Outlet(
        id=record.one("id") or "",
        name=record.one("name") or "",
        domain=domains[0].partition("/")[0] if domains else None,
        kind=kind,
        country=country,
        languages=record.all("language"),
        aliases=record.all("alias"),
        domains=domains,
        former_domains=record.all("former"),
        handles=tuple(
            cast("tuple[str, str]", tuple(pair.split(":", 1))) for pair in record.all("handle") if ":" in pair
        ),
        date_order=cast("DateOrder", order)
        if order in get_args(DateOrder)
        else date_orders().get(country or ""),
        issn=record.all("issn"),
        wikidata=record.one("wikidata"),
        parent=record.one("parent"),
        csl_type=record.one("csl-type") or (types.csl_type if types else None),
        bibtex_type=record.one("bibtex-type") or (types.bibtex_type if types else None),
    )


def record(value: Outlet) -> Record:
    """The record of an outlet, without what its kind and country say anyway: the way back from `outlet`."""
    types = kinds().get(value.kind or "", Kind("", "", ""))
    usual = date_orders().get(value.country or "")
    fields = {
        "id": (value.id,),
        "name": (value.name,),
        "alias": value.aliases,
        "domain": value.domains,
        "former": value.former_domains,
        "handle": tuple(f"{platform}:{name}" for platform, name in value.handles),
        "kind": (value.kind,),
        "country": (value.country,),
        "language": value.languages,
        "date-order": (value.date_order if value.date_order != usual else None,),
        "issn": value.issn,
        "wikidata": (value.wikidata,),
        "parent": (value.parent,),
        "csl-type": (value.csl_type if value.csl_type != types.csl_type else None,),
        "bibtex-type": (value.bibtex_type if value.bibtex_type != types.bibtex_type else None,),
    }
    return Record({name: kept for name, values in fields.items() if (kept := tuple(filter(None, values)))})
