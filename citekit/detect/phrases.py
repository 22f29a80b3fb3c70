"""How a language cites: its words by tag and its patterns over tags, from `data/phrases/LANGUAGE.toml`.

A further language is a further file; nothing here knows any language. `data/phrases/en.toml` says how it is
written.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick, Implementation

from citekit.detect.candidates import Candidates
from citekit.detect.patterns import FREE, PUNCTUATION, QUICK, Pattern, compile_pattern
from citekit.detect.states import demonyms
from citekit.errors import DataError

DEFAULT_LANGUAGE = "en"
_NONE: frozenset[str] = frozenset()
_CUES = ("VERB", "TELL", "DONE", "SAYING", "CITING", "BOOKISH", "MEDIUM", "TITLED", "CUE")
_BY_THEMSELVES = frozenset(("on", "in", "by", "from", "citing", "per", "former", "of"))
"""Words that rules in code tell from all others."""
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
    stands for it and those like it in a tag string; `longest` the number of words of the longest phrase that
    begins with a word; `tags` the letters of the words of each tag and `words` the words themselves; `types`
    the CSL type that a noun for a kind of work implies, and `compounds` are nouns in which longer words may
    end. A sentence with none of the words in `cues` cites nothing unless an outlet is known in it, and one in
    which nothing is known needs one of `lone_cues`, or with a capital one of `heads`, which head the names of
    bodies.
    """

    language: str
    letters: Mapping[str, str]
    longest: Mapping[str, int]
    tags: Mapping[str, frozenset[str]]
    patterns: tuple[Pattern, ...]
    types: Mapping[str, str]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cues: frozenset[str] = frozenset()
    lone_cues: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    compounds: tuple[str, ...] = ()
    _tagged: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False)
    _listed: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False)

    def tagged(self, *tags: str) -> frozenset[str]:
        """The letters of the words of any of these tags; none for a tag that the language does not have."""
        found = self._tagged.get(tags)
        return found if found is not None else self._tagged.setdefault(tags, _union(self.tags, tags))

    def listed(self, *tags: str) -> frozenset[str]:
        """The words themselves of any of these tags, in lower case."""
        found = self._listed.get(tags)
        return found if found is not None else self._listed.setdefault(tags, _union(self.words, tags))

    @cached_property
    def seconds(self) -> Mapping[str, set[str]]:
        """The second words of the phrases that begin with a word: most words beside it are none of them."""
        found: dict[str, set[str]] = {}
        for phrase in self.letters:
            first, _, rest = phrase.partition(" ")
            second = rest.partition(" ")[0].removesuffix("'s")
            found.setdefault(first, set()).update([second] if second else ())
        return found

    @cached_property
    def alone(self) -> Mapping[str, str]:
        """The letters of the words, and of marks, that begin neither a longer phrase nor a body's name."""
        heads = self.listed("BODYNOUN")
        words = (w for w, most in self.longest.items() if most == 1 and w in self.letters and w not in heads)
        marks = {mark: mark for mark in PUNCTUATION if mark not in self.longest}
        return marks | {word: self.letters[word] for word in words}

    @cached_property
    def cue_finder(self) -> AhoCorasick:
        """Finds the words that may be cues, wherever their letters stand, in lower case."""
        words = sorted(self.lone_cues | self.heads | self.listed("BODYREF"))
        return AhoCorasick(words, implementation=Implementation.DFA)

    @cached_property
    def candidates(self) -> Candidates:
        """The patterns, by the letters that they require."""
        return Candidates(self.patterns)


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
    uses = Counter(name for entry in entries for name in _names(str(entry["match"])))
    literals = {name.replace("_", " ") for name in uses if name[0].islower()}
    kinds = data.get("types", {})
    types = (
        {w.replace("_", " ").lower(): kind for kind, text in kinds.items() for w in str(text).split()}
        if isinstance(kinds, dict)
        else {}
    )
    letters = _letters(words, types, literals | _BY_THEMSELVES, uses)
    longest: dict[str, int] = {}
    for w in letters:
        parts = w.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 1), len(parts))
    tags = {tag: frozenset(letters[w] for w in group) for tag, group in words.items()}
    patterns = tuple(compile_pattern(entry, letters, tags, rank) for rank, entry in enumerate(entries))
    return Phrases(
        language=str(data["language"]),
        letters=MappingProxyType(letters),
        longest=MappingProxyType(longest),
        tags=MappingProxyType(tags),
        patterns=patterns,
        types=MappingProxyType(types),
        words=MappingProxyType(words),
        cues=frozenset(w.split(" ")[0] for tag in _CUES for w in words.get(tag, ())),
        lone_cues=frozenset(w.split(" ")[0] for tag in _LONE_CUES for w in words.get(tag, ())),
        heads=words.get("ORGHEAD", frozenset()),
        compounds=tuple(sorted(words.get("COMPOUND", ()), key=lambda w: (-len(w), w))),
    )


def _letters(
    words: Mapping[str, frozenset[str]],
    types: Mapping[str, str],
    literals: Set[str],
    uses: Mapping[str, int],
) -> dict[str, str]:
    """A letter for each word, shared by those that no pattern and no rule tells apart.

    So the thousands of words of a language need some hundred letters, and expressions over them are short.
    Kinds of words that patterns name most often have the letters of which sets are quickly compiled; among
    them, and among the others, those with the same tags have letters in a row.
    """
    tags_of: dict[str, list[str]] = {w: [] for w in literals}
    for tag in sorted(words):
        for w in words[tag]:
            tags_of.setdefault(w, []).append(tag)
    kinds = {w: (*tags, types.get(w, ""), w if w in literals else "") for w, tags in tags_of.items()}
    ordered = sorted(set(kinds.values()))
    by_use = sorted(ordered, key=lambda kind: -sum(uses.get(part.replace(" ", "_"), 0) for part in kind))
    common = set(by_use[:QUICK])
    letters = dict(zip(sorted(ordered, key=lambda kind: kind not in common), FREE, strict=False))
    return {w: letters[kinds[w]] for w in sorted(kinds)}


def _union(lists: Mapping[str, frozenset[str]], names: tuple[str, ...]) -> frozenset[str]:
    return _NONE.union(*(lists.get(name, _NONE) for name in names))


def _names(match: str) -> Iterator[str]:
    """The tags that a pattern names, and the words that stand for themselves."""
    for element in match.split():
        for choice in element.rstrip("?*").split("|"):
            name = choice.split(":")[0] if choice not in (":",) else ""
            if name:
                yield name
