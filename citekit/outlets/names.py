"""Outlets' names as people write them: folded to look them up, varied to find them in text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from citekit.outlets.records import parse

_NOT_WORD = re.compile(r"[^\w]+")
_ELISION = re.compile(r"^([ldLD])['’]")


@cache
def articles() -> Mapping[str, tuple[str, ...]]:
    """Articles that begin names, each with the lower-case and contracted forms that prose writes for it."""
    text = files("citekit").joinpath("data/outlet_articles.rec").read_text("utf-8")
    return {
        record.fields["article"][0]: record.all("lower") + record.all("contracted")
        for record in parse(text, "outlet_articles.rec")
    }


def split_article(name: str) -> tuple[str, str]:
    """The leading article ("" if none) and the rest of a name.

    >>> split_article("The New York Times"), split_article("L'Express"), split_article("Lenta.ru")
    (('The', 'New York Times'), ("L'", 'Express'), ('', 'Lenta.ru'))
    """
    if match := _ELISION.match(name):
        return f"{match[1].upper()}'", name[2:]
    first, _, rest = name.partition(" ")
    return (first, rest) if rest and first in articles() else ("", name)


def folded(name: str) -> str:
    """A name to compare by: no case, accents or punctuation, "&" as "and".

    >>> folded("L’Humanité"), folded("AT&T's U.S. News")
    ('l humanite', 'at and ts us news')
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("’s", "s").replace("'s", "s"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return _NOT_WORD.sub(" ", plain.replace(".", "")).strip()


def without_article(name: str) -> str:
    """A folded name without its leading article, in any language.

    >>> without_article("the new york times"), without_article("l humanite"), without_article("der spiegel")
    ('new york times', 'humanite', 'spiegel')
    """
    first, _, rest = name.partition(" ")
    return rest if rest and first in _folded_articles() else name


@cache
def _folded_articles() -> frozenset[str]:
    return frozenset(folded(article) for article in articles()) - {"a", "o"}


def surfaces(name: str, *, common: bool = False) -> Iterator[tuple[str, int]]:
    """The ways in which text writes a name, each with the number of letters before it that are not its own.

    A `common` name, which is also a plain word, is looked for neither after contracted articles nor in
    capitals.

    >>> sorted(surfaces("Le Monde"))
    [('LE MONDE', 0), ('Le Monde', 0), ('au Monde', 3), ('du Monde', 3), ('le Monde', 0)]
    >>> sorted(surfaces("Moon of Alabama"))
    [('MOON OF ALABAMA', 0), ('Moon Of Alabama', 0), ('Moon of Alabama', 0)]
    """
    for spelling in spellings(name):
        if common and " " not in spelling and spelling != name and spelling.isupper():
            continue  # in a line of capitals it is the word
        yield spelling, 0
        article, rest = split_article(spelling)
        # A name of several words stands by itself: "New York Times"; "Intercept" does not.
        alone = " " in rest
        if article and alone:
            for bare in spellings(rest):
                yield bare, 0
        for form in articles().get(article, ()):
            own = form.casefold() == article.casefold()
            glue = "" if form.endswith("'") else " "
            for mark in ("'", "’") if form.endswith("'") else ("",):
                written = form[:-1] + mark if mark else form
                if own and not alone:
                    yield written + glue + rest, 0
                elif not own and not alone and not common:
                    yield written + glue + rest, len(written + glue)


def spellings(name: str) -> Iterator[str]:
    """A name in its own, title and upper case, with either apostrophe and with "&" or "and".

    >>> sorted(spellings("Harper's")), sorted(spellings("Fox"))
    (["HARPER'S", 'HARPER’S', "Harper's", 'Harper’s'], ['FOX', 'Fox'])
    """
    forms = {name}
    if "&" in name:
        forms.add(name.replace(" & ", " and "))
    elif " and " in name:
        forms.add(name.replace(" and ", " & "))
    if " " in name:
        forms |= {" ".join(word[:1].upper() + word[1:] for word in form.split(" ")) for form in tuple(forms)}
    if name != name.lower() or " " in name:
        forms |= {form.upper() for form in tuple(forms)}
    for form in forms:
        yield form
        if "'" in form:
            yield form.replace("'", "’")
        elif "’" in form:
            yield form.replace("’", "'")
