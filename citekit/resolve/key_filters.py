"""What a formula for citekeys can do to a value: case, cutting, replacing."""

from __future__ import annotations

import re
from collections.abc import Callable

from citekit.resolve.words import folded, telling

_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z0-9\s]+")


def select(text: str, start: int = 1, n: int = 0) -> str:
    """The `n` words from the `start`-th (from 1); all that follow if `n` is 0."""
    pieces = _PIECE.findall(text)[max(start, 1) - 1 :]
    return "".join(pieces[:n] if n else pieces)


def substring(text: str, start: int = 1, n: int = 0) -> str:
    """The `n` characters from the `start`-th (from 1)."""
    cut = text[max(start, 1) - 1 :]
    return cut[:n] if n else cut


def abbr(text: str, chars: int = 1) -> str:
    """The first characters of each word."""
    return "".join(piece[:chars] for piece in _PIECE.findall(text))


def length(text: str, relation: str = ">", n: int = 0) -> str:
    """The value if its length is so, else nothing; `relation` is `>`, `>=`, `<`, `<=`, `=` or `!=`."""
    size = len(text)
    tests = {">": size > n, ">=": size >= n, "<": size < n, "<=": size <= n, "=": size == n, "!=": size != n}
    if relation not in tests:
        raise ValueError(f"no such relation: {relation}")
    return text if tests[relation] else ""


def replaced(text: str, old: str, new: str = "") -> str:
    """The value with one string, never a pattern, replaced by another."""
    return text.replace(old, new) if old else text


def prefix(text: str, before: str) -> str:
    """`before` and the value, unless that is empty."""
    return before + text if text else ""


def postfix(text: str, after: str) -> str:
    """The value and `after`, unless the value is empty."""
    return text + after if text else ""


FILTERS: dict[str, Callable[..., str]] = {
    "abbr": abbr,
    "alphanum": folded,
    "ascii": folded,
    "capitalize": lambda text: text[:1].upper() + text[1:],
    "clean": folded,
    "condense": lambda text, separator="": separator.join(text.split()),
    "fold": folded,
    "len": length,
    "lower": str.lower,
    "nopunct": folded,
    "numeric": lambda text: "".join(character for character in text if character.isdecimal()),
    "postfix": postfix,
    "prefix": prefix,
    "replace": replaced,
    "select": select,
    "skipwords": lambda text: "".join(telling(" ".join(_PIECE.findall(text)))),
    "substring": substring,
    "upper": str.upper,
}
"""The filters by their names in a formula, in lower case."""
