"""How a language cites: its words by tag and its patterns over tags, from `data/phrases/LANGUAGE.toml`.

A further language is a further file; nothing here knows any language. `data/phrases/en.toml` says how it is
written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from citekit.detect.patterns import Pattern, compile_pattern
from citekit.detect.states import demonyms
from citekit.errors import DataError

DEFAULT_LANGUAGE = "en"
_NONE: frozenset[str] = frozenset()
_CUES = ("VERB", "TELL", "DONE", "SAYING", "CITING", "BOOKISH", "MEDIUM", "TITLED", "CUE")
_LONE_CUES = (
    "WORKREF",
    "BOOKISH",
    "MEDIUM",
    "OUTLETNOUN",
    "OUTLETKIND",
    "SPEECH",
    "WRITING",
    "CUE",
    "BODYNOUN",
    "GROUPNOUN",
    "RECORDS",
)


@dataclass(frozen=True, eq=False)
class Phrases:
    """The words and patterns of one language.

    `letters` gives each known word or phrase (in lower case, words joined by one space) the letter that
    stands for it in a tag string; `longest` the number of words of the longest phrase that begins with a
    word; `tags` the letters of the words of each tag and `words` the words themselves; `types` the CSL type
    that a noun for a kind of work implies. `by_letter` and `anywhere` find the patterns worth trying; a
    sentence with none of the words in `cues` cites nothing unless an outlet is known in it, and one in which
    nothing is known needs one of `lone_cues`. `compounds` are nouns in which longer words may end, `glued`
    says of a word whether it ends as those do that head a body's name.
    """

    language: str
    letters: Mapping[str, str]
    longest: Mapping[str, int]
    tags: Mapping[str, frozenset[str]]
    patterns: tuple[Pattern, ...]
    types: Mapping[str, str]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_letter: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    anywhere: tuple[Pattern, ...] = ()
    cues: frozenset[str] = frozenset()
    lone_cues: frozenset[str] = frozenset()
    compounds: tuple[str, ...] = ()
    glued: Callable[[str], object] | None = None
    _unions: dict[tuple[bool, tuple[str, ...]], frozenset[str]] = field(default_factory=dict, repr=False)

    def tagged(self, *tags: str) -> frozenset[str]:
        """The letters of the words of any of these tags; none for a tag that the language does not have."""
        return self._union(True, tags)

    def listed(self, *tags: str) -> frozenset[str]:
        """The words themselves of any of these tags, in lower case."""
        return self._union(False, tags)

    def _union(self, letters: bool, names: tuple[str, ...]) -> frozenset[str]:
        found = self._unions.get((letters, names))
        if found is None:
            lists = self.tags if letters else self.words
            found = _NONE.union(*(lists.get(name, _NONE) for name in names))
            self._unions[(letters, names)] = found
        return found

    def candidates(self, tags: str) -> list[Pattern]:
        """The patterns that a sentence with these letters can match, best first."""
        present = set(tags)
        found = set(self.anywhere)
        for letter in present:
            found.update(self.by_letter.get(letter, ()))
        possible = [p for p in found if not any(map(present.isdisjoint, p.requires))]
        return sorted(possible, key=_rank)


@cache
def phrases(language: str | None) -> Phrases:
    """The phrases of a language ("en", "pt-BR"), or English where there are none for it."""
    name = re.split(r"[-_]", language or DEFAULT_LANGUAGE)[0].lower()
    path = files("citekit") / "data" / "phrases" / f"{name}.toml"
    if not name.isalpha() or not path.is_file():
        return phrases(DEFAULT_LANGUAGE)
    try:
        return _build(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, re.error) as error:
        raise DataError(f"phrases of {name!r}: {error}") from error


def languages() -> tuple[str, ...]:
    """The languages that have phrases."""
    folder = files("citekit") / "data" / "phrases"
    return tuple(sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")))


def _build(data: Mapping[str, object]) -> Phrases:
    lists = data["words"]
    if not isinstance(lists, dict):
        raise ValueError("[words] is no table")
    words = {
        tag: frozenset(w.replace("_", " ").lower() for w in str(text).split()) for tag, text in lists.items()
    }
    if data["language"] == "en":
        words["NEVERNAME"] = words.get("NEVERNAME", frozenset()) | demonyms()
    entries = data.get("pattern", [])
    if not isinstance(entries, list):
        raise ValueError("[[pattern]] is no list")
    literals = {w for entry in entries for w in _literals(str(entry["match"]))}
    known = sorted({w for group in words.values() for w in group} | literals)
    letters = {w: chr(0xE000 + i) for i, w in enumerate(known)}
    if len(known) > 0x1900:
        raise ValueError("more words than letters")
    longest: dict[str, int] = {}
    for w in known:
        parts = w.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 1), len(parts))
    tags = {tag: frozenset(letters[w] for w in group) for tag, group in words.items()}
    kinds = data.get("types", {})
    types = (
        {w.replace("_", " ").lower(): kind for kind, text in kinds.items() for w in str(text).split()}
        if isinstance(kinds, dict)
        else {}
    )
    patterns = tuple(compile_pattern(entry, letters, tags, rank) for rank, entry in enumerate(entries))
    by_letter: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for letter in pattern.requires[0] if pattern.requires else ():
            by_letter.setdefault(letter, []).append(pattern)
    return Phrases(
        language=str(data["language"]),
        letters=MappingProxyType(letters),
        longest=MappingProxyType(longest),
        tags=MappingProxyType(tags),
        patterns=patterns,
        types=MappingProxyType(types),
        words=MappingProxyType(words),
        by_letter=MappingProxyType({letter: tuple(found) for letter, found in by_letter.items()}),
        anywhere=tuple(p for p in patterns if not p.requires),
        cues=frozenset(w.split(" ")[0] for tag in _CUES for w in words.get(tag, ())),
        glued=_ending_in(words.get("ORGHEAD", _NONE)),
        compounds=tuple(sorted(words.get("COMPOUND", ()), key=lambda w: (-len(w), w))),
        lone_cues=frozenset(w.split(" ")[0] for tag in _LONE_CUES for w in words.get(tag, ()))
        | {w.title() for w in words.get("ORGHEAD", ())},
    )


def _ending_in(heads: frozenset[str]) -> Callable[[str], object] | None:
    """Whether a word ends as one of `heads` that begin with a hyphen; None where there are none."""
    endings = sorted(each[1:] for each in heads if each[0] == "-")
    return re.compile(rf"[A-ZÄÖÜ]\w+(?:{'|'.join(endings)})").fullmatch if endings else None


def _rank(pattern: Pattern) -> int:
    return pattern.rank


def _literals(match: str) -> set[str]:
    """The words of a pattern that stand for themselves."""
    found = set()
    for element in match.split():
        for choice in element.rstrip("?*").split("|"):
            word = choice.split(":")[0] if choice not in (":",) else ""
            if word and word[0].islower():
                found.add(word.replace("_", " "))
    return found
