"""The words of dates by language, from `citekit/data/dates.toml`, made ready for patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

FULL = 4
"""Names of months of this length or longer are trusted in running text of an unknown language."""

_NO_LANGUAGES = ("zones", "rare")


@dataclass(frozen=True, slots=True)
class Words:
    """What one language calls the parts of a date; every key is in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    joins: tuple[str, ...]
    ordinals: tuple[str, ...]
    days: dict[str, int]
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    ago: tuple[str, ...]
    units: dict[str, str]
    numbers: dict[str, int]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("citekit").joinpath("data/dates.toml").read_text("utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages whose dates are read in texts of any language."""
    return tuple(code for code in _tables() if code not in (*_NO_LANGUAGES, *_tables()["rare"]["languages"]))


@cache
def zones() -> dict[str, int]:
    """Hours from UTC by the abbreviation of a time zone, in lower case."""
    return dict(_tables()["zones"]["hours"])


@cache
def words(language: str) -> Words:
    """The words of `language` (a code such as "en"); `KeyError` if its dates cannot be read."""
    table = _tables()[language]
    return Words(
        months=_numbered(table["months"]),
        weekdays=_numbered(table.get("weekdays", [])),
        joins=tuple(table.get("joins", ())),
        ordinals=tuple(table.get("ordinals", ())),
        days=dict(table.get("days", {})),
        last=tuple(table.get("last", ())),
        this=tuple(table.get("this", ())),
        next=tuple(table.get("next", ())),
        ago=tuple(table.get("ago", ())),
        units={name: unit for unit, names in table.get("units", {}).items() for name in names},
        numbers=_numbered(table.get("numbers", [])),
    )


@lru_cache(maxsize=256)
def chosen(language: str | None) -> tuple[str, ...]:
    """The languages to read a text in: its own and English, or all where its own is not known.

    >>> chosen("fr-CA"), "de" in chosen(None)
    (('fr', 'en'), True)
    """
    code = (language or "").lower().replace("_", "-").partition("-")[0]
    if code == "nb" or code == "nn":
        code = "no"
    if code not in _tables() or code in _NO_LANGUAGES:
        return languages()
    return (code, "en") if code != "en" else ("en",)


@cache
def months(codes: tuple[str, ...], shortest: int) -> dict[str, int]:
    """Names of months in any of the languages, those shorter than `shortest` left out; the first language
    wins.
    """
    found: dict[str, int] = {}
    for code in codes:
        for name, number in words(code).months.items():
            if len(name) >= shortest:
                found.setdefault(name, number)
    return found


def alternatives(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _numbered(lists: list[list[str]]) -> dict[str, int]:
    return {name: number for number, names in enumerate(lists, 1) for name in names}
