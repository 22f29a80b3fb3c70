"""Short patterns over the tags of a sentence, compiled to regular expressions.

A tagged sentence is a string with one letter a token: the letters below for what was recognised, another one
for each kind of known words, `w` and `C` for any other word. So `OUTLET 's PERSON ADVERB* VERB` becomes an
expression over letters that is short, linear and quick, and the pattern itself stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

OUTLET, PERSON, QUOTE, TITLE, HANDLE = "O", "P", "Q", "T", "H"
NUMBER, WORD, CAPITAL, POSSESSIVE, DASH, OTHER = "N", "w", "C", "'", "-", "."
PUNCTUATION = ",;:()"
FREE = tuple(
    chr(code)
    for code in (*range(0x80, 0x100), *range(1, 0x80), *range(0x100, 0x2000))
    if chr(code) not in "OPQTHNwC'-." + PUNCTUATION
)
"""The letters that known words can have."""
QUICK = sum(letter < "\u0100" for letter in FREE)
"""How many of them, the first, are below U+0100: `re` compiles sets of those ten times as fast."""

_GAP = re.compile(r"\.\.(\d{1,2})$")
_STOPS = re.escape(";:()")
_FIXED = {
    "OUTLET": {OUTLET},
    "PERSON": {PERSON},
    "QUOTE": {QUOTE, TITLE},
    "TITLE": {TITLE},
    "HANDLE": {HANDLE},
    "'s": {POSSESSIVE},
}
_CAPTURED = frozenset(
    (
        "body",
        "by",
        "cited",
        "date",
        "handle",
        "noun",
        "outlet",
        "person",
        "pronoun",
        "quote",
        "second",
        "speaker",
        "tell",
        "third",
        "title",
        "titlelike",
        "verb",
        "whole",
    )
)
"""The slots that any rule asks for; what other words of a pattern match is not kept."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """One way of citing.

    `rank` is its place in the file, best first, `form` the form of what it finds, and `slots` gives what a
    group captured another slot. `needs` names `conditions` that all must hold; `type` is the CSL type and
    `platform` the outlet that the words imply. `anaphor` marks patterns whose source was named before,
    `statement` those whose source may be a mere speaker, `nested` those that name the source of the
    sentence's source, `teller` those whose source was told something by a person of the sentence. A
    sentence that has no letter of one of the sets in `requires` cannot match.
    """

    rule: str
    source: str
    rank: int
    needs: tuple[str, ...] = ()
    type: str | None = None
    platform: str | None = None
    anaphor: bool = False
    statement: bool = False
    nested: bool = False
    teller: bool = False
    bodily: bool = False
    form: str = "attribution"
    slots: Mapping[str, str] = field(default_factory=dict)
    requires: tuple[frozenset[str], ...] = ()
    examples: tuple[str, ...] = ()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern as an expression over letters; an article needs few of a language's."""
        return re.compile(self.source)


def compile_pattern(
    entry: Mapping[str, Any], letters: Mapping[str, str], tags: Mapping[str, frozenset[str]], rank: int
) -> Pattern:
    """The pattern of one `[[pattern]]` table; `ValueError` names what is wrong with it."""
    match = str(entry["match"])
    used: set[str] = set()
    slots = {group: slot for slot, group in dict(entry.get("slots", {})).items()}
    captured = _CAPTURED | slots.keys()
    parts = [_element(element, letters, tags, captured, used) for element in match.split()]
    return Pattern(
        rule=str(entry["rule"]),
        source="".join(parts),
        rank=rank,
        needs=tuple(str(entry.get("needs", "")).split()),
        type=entry.get("type"),
        platform=entry.get("platform"),
        anaphor=bool(entry.get("anaphor")),
        statement=bool(entry.get("statement")),
        nested=bool(entry.get("nested")),
        teller=bool(entry.get("teller")),
        bodily=bool(entry.get("bodily")),
        form=str(entry.get("form", "attribution")),
        slots=MappingProxyType(slots),
        requires=_required(match, letters, tags),
        examples=tuple(entry.get("examples", ())),
    )


def _required(
    match: str, letters: Mapping[str, str], tags: Mapping[str, frozenset[str]]
) -> tuple[frozenset[str], ...]:
    """For each element that must be there and is known by its letter, the letters it can be."""
    needed = []
    for element in match.split():
        if (element[-1] in "?*" and len(element) > 1) or _GAP.match(element):
            continue
        choices: set[str] = set()
        for choice in _split(element):
            name = choice.partition(":")[0] if choice != ":" else choice
            if name in _FIXED:
                choices |= _FIXED[name]
            elif name in tags:
                choices |= tags[name]
            elif name.replace("_", " ") in letters:
                choices.add(letters[name.replace("_", " ")])
            else:
                choices.clear()
                break
        if choices:
            needed.append(frozenset(choices))
    return tuple(dict.fromkeys(needed))


def _element(
    element: str,
    letters: Mapping[str, str],
    tags: Mapping[str, frozenset[str]],
    captured: Set[str],
    used: set[str],
) -> str:
    gap = _GAP.match(element)
    if gap:
        return f"[^{_STOPS}]{{0,{gap.group(1)}}}?"
    suffix = ""
    if len(element) > 1 and element[-1] in "?*":
        element, suffix = element[:-1], {"?": "?", "*": "{0,4}"}[element[-1]]
    choices = [_choice(choice, letters, tags, captured, used) for choice in _split(element)]
    sets = [choice for choice in choices if isinstance(choice, frozenset)]
    if len(sets) == len(choices):
        return _any_of(frozenset().union(*sets)) + suffix  # as one set it is quickly compiled
    ways = [_any_of(choice) if isinstance(choice, frozenset) else choice for choice in choices]
    body = ways[0] if len(ways) == 1 else "(?:" + "|".join(ways) + ")"
    return f"(?:{body}){suffix}" if suffix else body


def _split(element: str) -> list[str]:
    return element.split("|") if element != "|" else [element]


def _choice(
    choice: str,
    letters: Mapping[str, str],
    tags: Mapping[str, frozenset[str]],
    captured: Set[str],
    used: set[str],
) -> str | frozenset[str]:
    """One choice as an expression, or as the letters of which it is one."""
    name, _, slot = choice.partition(":") if choice != ":" else (choice, "", "")
    body = _body(name, letters, tags)
    article = f"{_any_of(tags['ARTICLE'])}?" if name == "OUTLET" and "ARTICLE" in tags else ""
    slot = slot or (name.lower() if name.isupper() else "")
    if slot in captured and slot not in used:
        used.add(slot)
        return f"{article}(?P<{slot}>{body if isinstance(body, str) else _any_of(body)})"
    return article + body if isinstance(body, str) else body


def _body(name: str, letters: Mapping[str, str], tags: Mapping[str, frozenset[str]]) -> str | frozenset[str]:
    both = _any_of(tags.get("AND", frozenset()))
    match name:
        case "PERSON":
            return f"P(?:(?:,P){{0,3}},?{both}P)?" if both else "P"
        case "OUTLET":
            return OUTLET
        case "QUOTE":
            return frozenset({QUOTE, TITLE})
        case "TITLE":
            return frozenset({TITLE})
        case "TITLELIKE":
            small = _any_of(tags.get("SMALL", frozenset()) | {CAPITAL, DASH})
            article = f"{_any_of(tags['ARTICLE'])}?" if "ARTICLE" in tags else ""
            return f"(?:{TITLE}|{article}[PCO](?:{small}{{0,2}}[PCON]){{0,7}})"
        case "HANDLE":
            return frozenset({HANDLE})
        case "NUMBER":
            return frozenset({NUMBER})
        case "DATE":
            return _any_of(tags.get("DATEWORD", frozenset()) | {NUMBER}) + "{1,4}"
        case "CAPITAL":
            return frozenset({CAPITAL, PERSON})
        case "'s":
            return frozenset({POSSESSIVE})
        case "," | ";" | ":" | "(" | ")":
            return frozenset({name})
        case _ if name.isupper():
            if name not in tags:
                raise ValueError(f"no tag {name!r}")
            return tags[name]
        case _:
            return frozenset({letters[name.replace("_", " ")]})


@cache
def _any_of(letters: frozenset[str]) -> str:
    """One of some letters as an expression, "" for none; letters in a row are a range, quickly compiled."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, letters)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    parts = (re.escape(chr(low)) + (f"-{re.escape(chr(high))}" if high > low else "") for low, high in runs)
    return f"[{''.join(parts)}]" if runs else ""
