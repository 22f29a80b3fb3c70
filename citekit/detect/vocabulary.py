"""What a language says of single words, each looked up once: most words of an article come again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import cache
from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect.name_words import is_head, is_honorific, name_words
from citekit.detect.phrases import Phrases

_MOST, _LONGEST = 1 << 15, 40
"""Words that are remembered, and the letters of the longest of them."""
_SHORTEST_PARTICIPLE = 5
_SHORTEST_COMPOUND = 9
MONTHS_OR_VERBS = frozenset({"may", "march"})
"""Words that are months with a capital, and mostly something else without."""
_APOSTROPHE = re.compile("['’]")

CAPITALISED = 1 << 0
"""It begins with a capital."""
CAPITALS = 1 << 1
"""It is in capitals, and more than one letter."""
SHOUTED = 1 << 2
"""It is in capitals, and more than two letters."""
HEAD = 1 << 3
"""It heads the name of a body, or ends as such words do."""
HEAD_ITSELF = 1 << 4
"""It heads the name of a body."""
HONORIFIC = 1 << 5
NEVER = 1 << 6
"""It is never part of a name, or a noun where all nouns are capitalised."""
PARTICLE = 1 << 7
LONE_ARTICLE = 1 << 8
"""It is an article, and by itself no particle."""
JOINT = 1 << 9
"""It joins the words of a body's name."""
LOOSE_JOINT = 1 << 10
"""It does so only before a head."""
ADJECTIVE = 1 << 11
"""It goes on with the name of a body, though it is small."""
OPENER = 1 << 12
"""It opens sentences, or it is a participle."""
ARTICLE_OR_NOUN = 1 << 13
COMPOUND = 1 << 14
"""It ends in a noun that the language knows, and is not known itself."""
DATE = 1 << 15
DATE_OR_VERB = 1 << 16
"""It is a month beside a number only: "May"."""
LISTED = 1 << 17
"""It begins a known phrase, or it is one."""
FUNCTION = 1 << 18
BODY_NOUN = 1 << 19
"""It is small and may begin the name of a body."""
SMALL_JOINT = 1 << 20
"""It joins small words to the name of a body, as do languages whose bodies have small adjectives."""


class Facts(NamedTuple):
    """What is known of a word as it is written.

    `letter` is its letter in a tag string, "" where that depends on the words beside it; `plain` is the word
    in lower case without the stop of an abbreviation; `traits` are of those above. A small word that may
    begin a phrase does so only before one of `seconds`; else its letter is `single`.
    """

    letter: str
    plain: str
    lower: str
    traits: int
    seconds: Set[str] | None = None
    single: str = ""


_NOTHING = Facts("", "", "", 0)


class Vocabulary(dict[str, Facts]):
    """The facts of a language's words, by the word as it is written, found when first asked for.

    "" stands for what is no word.

    >>> from citekit.detect.phrases import phrases
    >>> found = Vocabulary(phrases("en"))["Gen."]
    >>> found.plain, bool(found.traits & HONORIFIC), bool(found.traits & HEAD)
    ('gen', True, False)
    """

    def __init__(self, phrases: Phrases) -> None:
        super().__init__({"": _NOTHING})
        self._phrases = phrases
        self._heads = phrases.listed("ORGHEAD")
        self._honorifics = phrases.listed("HONORIFIC")
        self._openers = phrases.listed("OPENER")
        self._body_nouns = phrases.listed("BODYNOUN")
        self._participles = tuple(phrases.listed("PARTICIPLE"))
        self._of_lower, self._of_plain = _of_lower(phrases), _of_plain(phrases)
        self._listed = {*self._of_lower, *self._of_plain, *phrases.alone, *self._body_nouns}

    def __missing__(self, word: str) -> Facts:
        if not word:
            return _NOTHING
        plain = word.islower() and word.isalpha() and word not in self._listed
        facts = self._unlisted(word) if plain else self._facts(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = facts
        return facts

    def _unlisted(self, word: str) -> Facts:
        """The facts of a small word that is on no list, as most are."""
        head = HEAD if is_head(word, self._heads) else 0
        return Facts(compound(word, self._phrases) or letter.WORD, word, word, head)

    def _facts(self, word: str) -> Facts:
        lower = word.lower()
        plain = lower[:-1] if lower[-1] == "." and len(lower) > 2 else lower
        traits = self._of_lower.get(lower, 0) | self._of_plain.get(plain, 0)
        if is_head(lower, self._heads):
            traits |= HEAD
        if word in self._body_nouns:
            traits |= BODY_NOUN
        if word[0].isupper():
            traits |= self._of_capitalised(word, lower, plain)
        if traits & (CAPITALISED | PARTICLE) and is_honorific(lower, self._honorifics):
            traits |= HONORIFIC
        facts = Facts(self._letter(word, plain, traits), plain, lower, traits)
        if not facts.letter and word != "(" and not traits & (CAPITALISED | BODY_NOUN):
            single = self._phrases.letters.get(plain) or unlisted(word)
            facts = facts._replace(seconds=self._phrases.seconds[plain], single=single)
        return facts

    def _of_capitalised(self, word: str, lower: str, plain: str) -> int:
        """The traits that only a word with a capital is asked for."""
        found = CAPITALISED
        if word.isupper():
            found |= CAPITALS * (len(lower) > 1) | SHOUTED * (len(word) > 2)
        opening = lower if word.isalpha() else _APOSTROPHE.split(lower)[0]
        participle = len(opening) > _SHORTEST_PARTICIPLE and opening.endswith(self._participles)
        if participle or opening in self._openers:
            found |= OPENER
        if plain not in self._phrases.longest and compound(plain, self._phrases):
            found |= COMPOUND
        return found

    def _letter(self, word: str, plain: str, traits: int) -> str:
        """The letter that a word has wherever it stands; a bracket may open a gloss."""
        phrases = self._phrases
        if word in phrases.alone and word != "(":
            return phrases.alone[word]
        if traits & (CAPITALISED | BODY_NOUN) or word == "(" or phrases.longest.get(plain, 1) > 1:
            return ""
        return phrases.letters.get(plain) or compound(plain, phrases) or unlisted(word)


def _of_lower(phrases: Phrases) -> Mapping[str, int]:
    """The traits of words that are listed, whatever their case."""
    listed = phrases.listed
    joints, adjectives = name_words("joints"), listed("BODYADJECTIVE")
    return _united(
        (HEAD_ITSELF, listed("ORGHEAD")),
        (NEVER, listed("NEVERNAME", "COMMON")),
        (PARTICLE, listed("PARTICLE") or name_words("particles")),
        (LONE_ARTICLE, listed("ARTICLE") if listed("COMMON") else ()),
        (JOINT, joints),
        (LOOSE_JOINT, name_words("loose")),
        (SMALL_JOINT, joints if adjectives else ()),
        (ADJECTIVE, adjectives),
    )


def _of_plain(phrases: Phrases) -> Mapping[str, int]:
    """The traits of words that are listed, without the stop of an abbreviation too."""
    listed = phrases.listed
    return _united(
        (ARTICLE_OR_NOUN, listed("ARTICLE", "COMMON")),
        (DATE, listed("DATEWORD") - MONTHS_OR_VERBS),
        (DATE_OR_VERB, listed("DATEWORD") & MONTHS_OR_VERBS),
        (LISTED, phrases.longest),
        (FUNCTION, listed("FUNCTION")),
    )


def _united(*lists: tuple[int, Iterable[str]]) -> Mapping[str, int]:
    """The traits of each word of lists that give their words one each."""
    found: dict[str, int] = {}
    for trait, words in lists:
        for each in words:
            found[each] = found.get(each, 0) | trait
    return found


@cache
def vocabulary(phrases: Phrases) -> Vocabulary:
    """The vocabulary of a language."""
    return Vocabulary(phrases)


def compound(word: str, phrases: Phrases) -> str:
    """The letter of the noun in which a word ends, where the language writes nouns as one word; else ""."""
    endings = phrases.compounds
    if not endings or not word.endswith(endings) or len(word) < _SHORTEST_COMPOUND:
        return ""
    noun = next(each for each in endings if word.endswith(each))
    return phrases.letters[noun]


def unlisted(word: str) -> str:
    """The letter of a word or mark that no list holds."""
    if word.isalpha():
        return letter.WORD
    if word == "'s":
        return letter.POSSESSIVE
    if word in letter.PUNCTUATION:
        return word
    if word[0] in "–—-":
        return letter.DASH
    if word[0] == "@":
        return letter.HANDLE
    if word[0].isdigit():
        return letter.NUMBER
    return letter.WORD if word[0].isalpha() else letter.OTHER
