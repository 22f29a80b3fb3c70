"""Names of people and bodies: who wrote something, taken apart as far as the name itself allows."""

from __future__ import annotations

from citekit.text.names.byline import is_byline, is_byword, is_joint, opens_byline, split_byline
from citekit.text.names.person import has_given_name, is_human, parse_author, parse_person

__all__ = [
    "has_given_name",
    "is_byline",
    "is_byword",
    "is_human",
    "is_joint",
    "opens_byline",
    "parse_author",
    "parse_person",
    "split_byline",
]
