"""One name: a human's, taken apart into given name, particle, family name and suffix, or a body's, left
whole.
"""

from __future__ import annotations

import re

from citekit.model import Author, Organisation, Person
from citekit.text.names.words import given_names, words

_HANDLE = re.compile(r"\(?(?<![\w.-])@([A-Za-z0-9_.]{1,40}(?:@[\w.-]+)?)\)?")
NO_CASE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that have no capitals."""
_EDGES = " \t\r\n,;:|/·•–—-*_\"'“”‘’«»()[]<>"
_MAC = re.compile(r"\b(Mc|Mac(?=[bcdfgkln][a-z]{3}))([a-z])")
_AFTER_MARK = re.compile(r"(?<=['’-])\w")

_NO_HUMAN = re.compile(r"[\d@/\\|<>{}=&+!?#…:：]|\.\w{2,}$|\w\.(?:com|org|net|de|at|ch|fr|uk)\b")
"""What stands in no human's name: digits, marks, the end of a domain."""
_PART = re.compile(r"[\s,]+")
_SMALL_LEAD = re.compile(r"(?:al|el|as|ash|an|ad|at|ar|d|l|'t)['’-]\w")
_INITIAL = re.compile(r"[^\W\d_]\.?")


def parse_person(text: str) -> Person:
    """The human's name in `text`, taken apart; empty text gives an empty family name.

    Titles are left out, an account ("Jeb Sprague @JebSprague") becomes the handle, "Shea, Rainer" is turned
    round, names in capitals get capitals at the start of words only. The family name is the last word with
    the particles before it; of two Spanish family names the last, unless "y" or a hyphen joins them. Names in
    scripts without spaces stay whole.

    >>> parse_person("VINCENT VAN DER BERG Jr.")
    Person(family='Berg', given='Vincent', particle='van der', suffix='Jr.', handle=None)
    >>> parse_person("Jeb Sprague @JebSprague").handle
    'JebSprague'
    """
    found = _HANDLE.search(text)
    handle = found[1].rstrip(".") if found else None
    name = " ".join(_HANDLE.sub(" ", text).split()).strip(_EDGES)
    if not name:
        return Person(handle or "", handle=handle)
    if NO_CASE.search(name):
        return Person(name, handle=handle)
    parts, suffix = _turned(name)
    loud = all(part.isupper() or not part.isalpha() for part in parts)
    parts = [_capitals(part) if loud or (len(part) > 3 and part.isupper()) else part for part in parts]
    while len(parts) > 1 and _is_title(parts[0], parts):
        parts = parts[1:]
    start = max(len(parts) - 1, 0)
    while start > 1 and _INITIAL.fullmatch(parts[start]):
        start -= 1  # Luis Alfonso Mena S., whose second family name is an initial
    while start > 1 and parts[start - 1].lower() in ("y", "e", "i") and len(parts[start - 2]) > 2:
        start -= 2  # Ortega y Gasset
    while (
        not loud
        and start > 1
        and parts[start - 1].lower() in words("kept_particles")
        and parts[start - 1][0].isupper()
    ):
        start -= 1  # Bill Van Auken
    begin = start
    while (
        begin > 0 and parts[begin - 1].lower() in words("particles") and (loud or parts[begin - 1].islower())
    ):
        begin -= 1
    given, particle = " ".join(parts[:begin]), " ".join(parts[begin:start]).lower()
    return Person(" ".join(parts[start:]), given or None, particle or None, suffix, handle)


def parse_author(text: str) -> Author:
    """The author that `text` names: a `Person`, or an `Organisation` where the name is no human's.

    >>> parse_author("Moon of Alabama"), parse_author("Andrea Lobo").family
    (Organisation(name='Moon of Alabama', handle=None), 'Lobo')
    """
    if is_human(text):
        return parse_person(text)
    found = _HANDLE.search(text)
    name = " ".join(_HANDLE.sub(" ", text).split()).strip(' \t,;:|/·•–—-*_"“”«»')
    return Organisation(
        name or (found[1] if found else text.strip()), found[1].rstrip(".") if found else None
    )


def is_human(text: str) -> bool:
    """Whether `text` looks like the name of one human being.

    >>> is_human("Bill Van Auken"), is_human("AFP"), is_human("Associated Press"), is_human("karstenruppert")
    (True, False, False, False)
    """
    name = " ".join(_HANDLE.sub(" ", text).split()).strip(_EDGES)
    if not 2 <= len(name) <= 60 or _NO_HUMAN.search(name):
        return False
    if NO_CASE.search(name):
        return len(name) <= 12
    parts = [part for part in _PART.split(name) if part]
    lowered = [part.lower().strip(".,") for part in parts]
    if len(parts) > 6 or lowered[0] == "the" or _says_body(lowered):
        return False
    if name.lower() in words("nobody"):
        return False
    if len(parts) == 1:
        return name[0].isupper() and name[1:].islower() and name.isalpha()
    small = [part for part in parts if part[0].islower() and part.lower() not in words("particles")]
    if lowered[0] in words("titles"):
        small = [part for part in small if not part.endswith(".")]  # Dr. med. Ann Lee
    capitals = sum(part[0].isupper() for part in parts)
    if any(_SMALL_LEAD.match(part) for part in small):
        small = []
    if name.isupper() and len(name) <= 5:
        return False
    return not small and capitals >= 1 and not (parts[-1].islower() and parts[-1] in words("particles"))


def has_given_name(text: str) -> bool:
    """Whether a name starts with a common given name or with initials: stronger evidence than capitals alone.

    >>> has_given_name("Ann Lee"), has_given_name("J. K. Rowling"), has_given_name("Daily Mail")
    (True, True, False)
    """
    titles, given = words("titles"), given_names()
    parts = [
        part
        for part in text.split()
        if part.lower().rstrip(".") not in titles and not (part.islower() and part.endswith("."))
    ]
    if len(parts) < 2:
        return False
    head = parts[0].lower()
    return (
        head.partition("-")[0] in given
        or (len(head) == 2 and head.endswith("."))
        or any(head[:cut] in given and head[cut:] in given for cut in range(4, len(head) - 3))  # Hanspeter
    )


def _says_body(parts: list[str]) -> bool:
    """Whether a word tells a body's name; "der" in "van der Berg" does not."""
    return any(
        part in words("bodies") and not (part == "der" and parts[place - 1] in ("van", "von", "auf"))
        for place, part in enumerate(parts)
    )


def _turned(name: str) -> tuple[list[str], str | None]:
    """The parts of a name in reading order, and its suffix."""
    head, comma, rest = (piece.strip() for piece in name.partition(","))
    suffix = None
    if comma and rest.lower() in words("suffixes"):
        name, suffix = head, rest
    elif comma and rest:
        given, _, end = (piece.strip() for piece in rest.partition(","))
        if end.lower() in words("suffixes"):
            suffix = end
        name = f"{given} {head}" if given else head
    parts = name.split()
    if len(parts) > 2 and parts[-1].lower() in words("suffixes"):
        suffix = parts.pop()
    return parts, suffix


def _is_title(part: str, parts: list[str]) -> bool:
    """One letter before a family name alone is an initial ("M. Smith"), before a whole name a title."""
    bare = part.lower().rstrip(".")
    if part.islower() and part.endswith(".") and len(parts) > 2:
        return bare != "v"  # the "med." of "Dr. med."
    return bare in words("titles") and (len(bare) > 1 or len(parts) > 2)


def _capitals(word: str) -> str:
    """A word in capitals as a name is usually written; initials stay.

    Source: the usual spelling of Mc and Mac names; the list of particles decides what stays small.
    """
    if "." in word or len(word) == 1:
        return word
    if word.lower() in words("particles"):
        return word.lower() if word.lower() not in ("van", "al", "ben", "st.") else word.capitalize()
    return _MAC.sub(lambda m: m[1] + m[2].upper(), _AFTER_MARK.sub(lambda m: m[0].upper(), word.capitalize()))
