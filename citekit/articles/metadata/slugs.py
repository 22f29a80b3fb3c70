"""The name of an author in the address of a page about the author: ".../authors/ann-lee"."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from citekit.articles.metadata.tags import pattern
from citekit.text.names import has_given_name, is_human
from citekit.text.names.words import words

_JOINT = re.compile(r"[-_.+\s]+")
_END = re.compile(r"(?:\.html?|\.php|\.aspx)?$")
LONGEST = 200


def name_in(address: str) -> str | None:
    """The name that the last part of an address spells, if it begins with a given name; None if it does not.

    >>> name_in("https://example.org/authors/ann-van-lee/"), name_in("https://example.org/authors/admin")
    ('Ann van Lee', None)
    """
    lowered = address.lower().partition("?")[0]
    if len(lowered) > LONGEST or not pattern("author_paths", "account_hosts").search(lowered):
        return None
    try:
        path = unquote(urlsplit(lowered).path)
    except ValueError:
        return None
    for part in reversed([part for part in path.split("/") if part][-2:]):
        spelled = [word for word in _JOINT.split(_END.sub("", part)) if word and not word.isdigit()]
        name = " ".join(word if word in words("particles") else word.title() for word in spelled)
        if 2 <= len(spelled) <= 4 and has_given_name(name) and is_human(name):
            return name
    return None
