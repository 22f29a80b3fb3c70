"""Names of people and bodies: who wrote something, taken apart as far as the name itself allows."""

from __future__ import annotations

from citekit.text.names.byline import split_byline
from citekit.text.names.person import is_human, parse_author, parse_person

__all__ = ["is_human", "parse_author", "parse_person", "split_byline"]
