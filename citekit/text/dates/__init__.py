"""Dates as people write them: from words to `PartialDate`, knowing only what was written."""

from __future__ import annotations

from citekit.text.dates.absolute import find_dates, parse_date
from citekit.text.dates.edtf import parse_edtf
from citekit.text.dates.relative import resolve_relative

__all__ = ["find_dates", "parse_date", "parse_edtf", "resolve_relative"]
