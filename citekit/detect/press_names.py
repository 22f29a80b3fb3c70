"""Newspapers and stations that no registry knows, by the word that such names have: "the Halifax Courier"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.detect.phrases import Phrases
from citekit.model import Outlet, Span
from citekit.outlets.press_words import press_words
from citekit.text.names import has_given_name
from citekit.text.occurrences import is_word_letter

_BEFORE = re.compile(  # possessive, for a hyphen may be inside a word or after it
    r"(?:[A-ZÀ-Þ][\w.&-]*+(?:['’](?!s\b)\w++)?+[ -]){0,3}"
    r"[A-ZÀ-Þ][\w.&-]*(?:['’](?!s\b)\w++)?+[ -]$"
)
_AFTER = re.compile(
    r" (?P<joint>(?:of the|of|de la|de los|de las|de l['’]|della|del|des|dos|das|du|de|di|do|da|d['’]) ?)?"
    r"(?P<name>[A-ZÀ-Þ][\w-]{2,}(?: (?:and |of |& |y |e |et )?[A-ZÀ-Þ][\w-]+){0,3}|\d{1,2}(?![\w.,]\w| ?%))"
)
_CSL = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "broadcaster": "article-newspaper",
    "journal": "article-journal",
}
_REACH = 70
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Words:
    """What makes a name that of the press in one language: words with kinds, and those that forbid it."""

    last: AhoCorasick | None
    first: AhoCorasick | None
    kinds: Mapping[str, str]
    never: frozenset[str]


def press_names(
    text: str, phrases: Phrases, known: Callable[[str], Sequence[Outlet]] = lambda name: ()
) -> Iterator[Known]:
    """The names of the press in a text, in order, and their short forms; `known` gives those registered.

    >>> from citekit.detect.phrases import phrases
    >>> text = "The Halifax Courier had it first. According to the Courier, it rained."
    >>> [(k.span.of(text), k.outlets[0].name) for k in press_names(text, phrases("en"))]
    [('Halifax Courier', 'Halifax Courier'), ('Courier', 'Halifax Courier')]
    """
    words = _words(phrases.language)
    if words is None:
        return
    found = []
    if words.last is not None:
        found += [k for at in _heads(text, words.last) if (k := _ended(text, at, words, phrases, known))]
    if words.first is not None:
        found += [k for at in _heads(text, words.first) if (k := _begun(text, at, words, phrases, known))]
    found = found[:_MOST]
    yield from sorted([*found, *_shortened(text, found)], key=lambda k: k.span)


def _heads(text: str, finder: AhoCorasick) -> Iterator[Span]:
    """Where the words stand that a finder knows, each as a word of its own; of several the longest."""
    hits = sorted((start, -end) for _, start, end in finder.find_matches_as_indexes(text, overlapping=True))
    reached = 0
    for start, negative_end in hits:
        end = -negative_end
        if start >= reached and not _is_inside_word(text, start) and not _is_inside_word(text, end):
            yield Span(start + (text[start] == " "), end)
            reached = end


def _is_inside_word(text: str, position: int) -> bool:
    """Whether a letter, figure or "_" stands on both sides of a position."""
    return is_word_letter(text[position - 1 : position]) and is_word_letter(text[position : position + 1])


def _ended(
    text: str,
    head: Span,
    words: _Words,
    phrases: Phrases,
    known: Callable[[str], Sequence[Outlet]],
) -> Known | None:
    """The name that ends in `head`."""
    before = _BEFORE.search(text, max(0, head.start - _REACH), head.start)
    if before is None or text[head.end : head.end + 2].strip("-")[:1].isupper():
        return None
    parts = [*re.finditer(r"[^ ]+", before.group())]
    while parts and _is_no_name(parts[0].group(), phrases):
        parts.pop(0)
    if not parts or parts[-1].group().lower().strip("-.") in words.never:
        return None
    if phrases.language == "de" and not re.search(r"(?:er|e|en)$", parts[-1].group()):
        return None  # only what an adjective of a place begins is a name; all nouns have capitals
    start = before.start() + parts[0].start()
    name = text[start : head.end]
    if len(parts) == 1 and has_given_name(name) and not text[:start].endswith(("the ", "The ")):
        return None  # "Emily Post"
    lemma = re.sub("en(?= )", "e", name, count=1) if phrases.language == "de" else name
    found = _known(lemma, start, words.kinds[head.of(text).lower()], known)
    return found._replace(span=Span(start, head.end))


def _begun(
    text: str,
    head: Span,
    words: _Words,
    phrases: Phrases,
    known: Callable[[str], Sequence[Outlet]],
) -> Known | None:
    """The name that begins with `head`."""
    after = _AFTER.match(text, head.end)
    if after is None or _is_no_name(after["name"].split()[0], phrases):
        return None
    kind = words.kinds[head.of(text).lower()]
    if kind == "journal" and after["joint"] is None:
        return None
    if after["name"].isdigit() and (kind != "broadcaster" or after["joint"] or phrases.language == "en"):
        return None  # only stations are numbered: "Radio 10"
    name = text[head.start : after.end()]
    return _known(name, head.start, kind, known)


def _known(name: str, start: int, kind: str, known: Callable[[str], Sequence[Outlet]]) -> Known:
    outlets = tuple(known(name)) or (replace(organisation(name), kind=kind, csl_type=_CSL.get(kind)),)
    return Known(Span(start, start + len(name)), letter.OUTLET, outlets)


def _is_no_name(word: str, phrases: Phrases) -> bool:
    """Whether a capitalised word is one that only opens the sentence, an office or a day."""
    return word.lower().strip(".-") in phrases.listed(
        "OPENER", "FUNCTION", "ARTICLE", "HONORIFIC", "ROLE", "DATEWORD"
    )


def _shortened(text: str, found: Sequence[Known]) -> Iterator[Known]:
    """Where "the Courier" stands for the one Courier that was named in full before."""
    by_head: dict[str, list[Known]] = {}
    for each in found:
        head = re.split("[ -]", each.span.of(text))[-1]
        by_head.setdefault(head, []).append(each)
    for head, named in by_head.items():
        if len({k.outlets for k in named}) > 1 or not named[0].outlets[0].provisional:
            continue
        for match in re.finditer(rf"\b[Tt]he ({re.escape(head)})\b(?! [A-Z])", text[named[0].end :]):
            start = named[0].end + match.start(1)
            yield Known(Span(start, start + len(head)), letter.OUTLET, named[0].outlets)


@cache
def _words(language: str) -> _Words | None:
    entry = press_words().get(language)
    if entry is None:
        return None
    kinds = {
        word: kind
        for side in ("last", "first")
        for kind, listed in entry.get(side, {}).items()
        for word in listed.split()
    }
    never = frozenset(entry.get("never", {}).get("words", "").split())
    return _Words(_finder(entry.get("last"), " "), _finder(entry.get("first"), ""), kinds, never)


def _finder(listed: Mapping[str, str] | None, lead: str) -> AhoCorasick | None:
    """Finds the words with a capital, after `lead`."""
    if listed is None:
        return None
    words = sorted({w for text in listed.values() for w in text.split()})
    written = [lead + "-".join(part.capitalize() for part in w.split("-")) for w in words]
    return AhoCorasick(written, implementation=Implementation.DFA)
