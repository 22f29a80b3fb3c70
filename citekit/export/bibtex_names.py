"""Names as BibTeX and biber read them: `family, given`, bodies in braces, nothing split that is one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.export.tex import escape
from citekit.model import Author, Person

_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)


def author_field(authors: Iterable[Author], *, with_handles: bool = False) -> str:
    """The authors joined by "and"; `with_handles` writes a post's as one name, `Name [@handle]`.

    >>> from citekit.model import Organisation
    >>> author_field([Person("Gogh", "Vincent", particle="van"), Organisation("Moon of Alabama")])
    'van Gogh, Vincent and {Moon of Alabama}'
    >>> author_field([Person("Sprague", "Jeb", handle="JebSprague")], with_handles=True)
    '{Jeb Sprague [@JebSprague]}'
    """
    return " and ".join(filter(None, (_name(author, with_handles) for author in authors)))


def handle_of(authors: Iterable[Author]) -> str | None:
    """The account of the first author who has one beside a name of another wording, with its "@"."""
    for author in authors:
        if author.handle and not is_handle(author):
            return f"@{author.handle}"
    return None


def is_handle(author: Author) -> bool:
    """Whether nothing is known of an author but the account."""
    return bool(author.handle) and author.name.lstrip("@").casefold() == (author.handle or "").casefold()


def _name(author: Author, with_handles: bool) -> str:
    if author.handle and is_handle(author):
        return f"{{@{_part(author.handle)}}}"
    if with_handles and author.handle:
        return f"{{{_part(f'{author.name} [@{author.handle}]')}}}"
    if not isinstance(author, Person):
        name = _part(author.name)
        return f"{{{name}}}" if name else ""
    parts = (author.family, author.given, author.particle, author.suffix)
    # A comma within a part is junk, and biber counts it even in braces.
    family, given, particle, suffix = (_part((part or "").replace(",", " ")) for part in parts)
    if not (family and given):
        whole = " ".join(filter(None, (given, particle, family, suffix)))
        return f"{{{whole}}}" if " " in whole or _splits(whole) or whole == "others" else whole
    if _splits(family) or _looks_like_particle(family):
        family = f"{{{family}}}"
    if particle:
        family = f"{f'{{{particle}}}' if _splits(particle) else particle} {family}"
    given = f"{{{given}}}" if _splits(given) else given
    if suffix:
        return f"{family}, {f'{{{suffix}}}' if _splits(suffix) else suffix}, {given}"
    return f"{family}, {given}"


def _part(text: str) -> str:
    """A part of a name; "~" would separate names like a space, only that no writer keeps it."""
    return escape(text.replace("\xa0", " ").replace("\u202f", " "))


def _splits(part: str) -> bool:
    return bool(_AND.search(part))


def _looks_like_particle(family: str) -> bool:
    """Whether BibTeX would take words of the family name ("Ortega y Gasset") for a particle."""
    return any(not word[:1].isupper() for word in family.split(" ")[:-1])
