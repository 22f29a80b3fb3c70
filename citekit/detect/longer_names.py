"""Names that are part of longer ones: "Moor" of "Ada Moor", "Hill" of "Hill Street"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from citekit.detect.phrases import Phrases
from citekit.model import Span
from citekit.outlets import Mention
from citekit.text.names import is_human
from citekit.text.occurrences import occurrences

_NO_NAME = ("HONORIFIC", "NEVERNAME", "OPENER", "FUNCTION", "ORGHEAD", "DATEWORD")
# That nothing stands before the capital is asked after it: an expression that begins with a set of letters is
# looked for far faster.
_TWO_CAPITALS = re.compile(
    r"(?P<first>[A-ZÀ-Þ](?<!\w.)[\w-]+) (?:(?:von|van|der|den|zu|de|al) ){0,2}"
    r"(?=(?P<last>[A-ZÀ-Þ][a-zß-ÿ][\w-]+))"
)
_PAIR = re.compile(r"([A-ZÀ-Þ](?<!\w.)\w+) (?=([A-ZÀ-Þ]\w+))")
_MAX_NAMES = 50
_LONGEST_WORD = 24


def capital_pairs(text: str) -> Mapping[str, list[tuple[str, str]]]:
    """The pairs of capitalised words that stand side by side in a text, by either word, each as often as it
    does.

    >>> capital_pairs("Ada Moor came.")["Moor"]
    [('Ada', 'Moor')]
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for match in _PAIR.finditer(text):
        pair = (match[1], match[2])
        for word in pair:
            if len(found[word]) < _MAX_NAMES:
                found[word].append(pair)
    return found


def full_name(name: str, pairs: Mapping[str, list[tuple[str, str]]], phrases: Phrases) -> str:
    """A name with its second word where one of `pairs` gives one, and only one; else as it is.

    >>> from citekit.detect.phrases import phrases
    >>> full_name("Moor", capital_pairs("Ada Moor came. Moor said so."), phrases("en"))
    'Ada Moor'
    """
    if not name.isalpha() or len(name) < 3:
        return name
    no_name = phrases.listed(*_NO_NAME)
    for place, other in ((1, 0), (0, 1)):  # the given name before it first, then the family name after it
        found = {
            " ".join(pair)
            for pair in pairs.get(name, ())
            if pair[place] == name and pair[other].istitle() and pair[other].lower() not in no_name
        }
        if len(found) == 1 and is_human(full := found.pop()):
            return full
    return name


def families(text: str, phrases: Phrases) -> frozenset[str]:
    """The family names, in lower case, of the people whom a text names in full or by an office.

    >>> from citekit.detect.phrases import phrases
    >>> sorted(families("Ada Moor kam. Der Regen blieb, sagte Ministerin Veld.", phrases("de")))
    ['moor', 'veld']
    """
    words = phrases.listed("COMMON", "FUNCTION", "OPENER", "ARTICLE", "DATEWORD", "ORGHEAD", "NEVERNAME")
    offices = phrases.listed("HONORIFIC")
    return frozenset(
        last
        for match in _TWO_CAPITALS.finditer(text)
        if ((first := match["first"].lower()) in offices or first not in words)
        and (last := match["last"].lower()) not in words
    )


def is_part(mention: Mention, text: str, phrases: Phrases) -> bool:
    """Whether a name that may be a mere word is one word of a longer name: "Hill Street", "Steve Forbes"."""
    start, end = mention.span.start, mention.span.end
    if re.match(r" [A-Z][a-z]", text[end : end + 3]) and not _is_role(text, end + 1, phrases):
        return True
    before = re.search(r"([A-Z][\w.]*) $", text[max(0, start - _LONGEST_WORD) : start])
    return (
        before is not None
        and before.group(1).lower() not in phrases.listed("FUNCTION", "OUTLETNOUN")
        and " " not in mention.surface
    )


def is_name_elsewhere(word: str, text: str) -> bool:
    """Whether a word that opens a sentence has its capital inside a sentence too, and stands alone there.

    >>> is_name_elsewhere("Variety", "Variety came. He told Variety so.")
    True
    >>> is_name_elsewhere("Nature", "Nature came. He likes nature and the Nature Club.")
    False
    """
    for at in occurrences(text, f" {word}"):
        end = at + 1 + len(word)
        before = text[max(0, at - _LONGEST_WORD) : at].rpartition(" ")[2]
        after = text[end : end + 2]
        if (
            before[:1].islower()
            and before[-1:].isalpha()
            and not after[:1].isalnum()
            and not after[1:].isupper()
        ):
            return True
    return False


def is_owners_blog(mention: Mention, text: str) -> bool:
    """Whether a blog that bears its writer's name is the writer here: "The Canary's Kit Moor"."""
    span: Span = mention.span
    owned = text[max(0, span.start - 3) : span.start].endswith(("’s ", "'s ", "s’ ", "s' "))
    return owned and all(o.kind == "blog" for o in mention.candidates) and is_human(mention.surface)


def _is_role(text: str, position: int, phrases: Phrases) -> bool:
    """Whether the word at a position is an office or a job: "Forbes President"."""
    word = re.match(r"\w+", text[position : position + _LONGEST_WORD])
    return word is not None and word.group().lower() in phrases.listed("ROLE")
