"""Short forms that an article gives to bodies: "the World Rain Office (WRO)", then "the WRO"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.model import Outlet, Span
from citekit.outlets import Registry

_GLOSS = re.compile(r"\((?P<short>[A-Z][A-Za-z]{0,2}[A-Z]{1,5})\)")
_SHORT = re.compile(r"[A-Z](?<!\w.)[A-Za-z]{1,7}\b")
_MAX_GLOSSES = 40
_LONGEST_SHORT = 6
_REACH = 120  # code points before a bracket in which the full name stands
_NEAR = 90


def short_forms(text: str, registry: Registry) -> Iterator[Known]:
    """Where the short forms stand that the text gives to bodies unknown to `registry` by them, in order."""
    glosses: dict[str, Outlet] = {}
    for match in _GLOSS.finditer(text):
        short = match["short"]
        before = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
        if len(glosses) >= _MAX_GLOSSES or short in glosses or registry.by_name(short):
            continue
        name = _glossed(before, short)
        if name is not None:
            glosses[short] = next(iter(registry.by_name(name)), None) or organisation(name)
    if glosses:
        for match in _SHORT.finditer(text):
            if match.group() in glosses:
                yield Known(Span(*match.span()), letter.OUTLET, (glosses[match.group()],))


def spelled_out(text: str, short: str) -> str | None:
    """The name in a text whose words begin with the capitals of a short form; None where none does.

    >>> spelled_out("It was the World Rain Office that said so (WRO5/6/19).", "WRO")
    'World Rain Office'
    """
    if not short.isalpha() or not short.isupper() or not 2 < len(short) <= _LONGEST_SHORT:
        return None
    words = r" (?:(?:of|for|and|the|on|de|la|del|du|des|für|der) ){0,2}".join(rf"{c}[\w-]+" for c in short)
    found = re.search(rf"\b{words}\b", text)
    return found.group() if found else None


def is_gloss(text: str, inner: Span) -> bool:
    """Whether what stands in a bracket only gives the short form of the name before it.

    >>> text = "the World Rain Office (WRO) said"
    >>> is_gloss(text, Span(23, 26))
    True
    """
    words = inner.of(text)
    if len(words.split()) > 1 or sum(c.isupper() for c in words) < 2:
        return False
    bracket = inner.start - 1
    before = re.findall(r"\w+", text[max(0, bracket - _NEAR) : bracket])[-8:]
    capitals = [w for w in before if w[:1].isupper()]
    return len(capitals) > 1 and before[-1][:1].isupper() and any(w[0] == words[0] for w in capitals)


def _glossed(words: str, short: str) -> str | None:
    """The name before a bracket that a short form stands for: the fewest words that its letters fit.

    >>> _glossed("It was the World Rain Office", "WRO")
    'World Rain Office'
    """
    parts = words.split()
    for count in range(2, min(len(parts), len(short) + 4) + 1):
        name = parts[-count:]
        initials = "".join(w[0] for w in name if w[0].isupper())
        if name[0][0].isupper() and initials[:1] == short[0] and len(initials) >= len(short) - 1:
            return " ".join(name)
    return None
