"""Capitalised runs of words: who is a person, what is a body, and how far the name reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect.name_words import is_capitalised, is_head, is_honorific, is_one_of, name_words
from citekit.detect.phrases import Phrases
from citekit.detect.tokens import Token, Word

_LONGEST_RUN = 7
_LONGEST_BODY = 12


class NameRun(NamedTuple):
    """A name `width` tokens wide, after `skip` capitalised tokens that are no part of it, and its letter."""

    width: int
    letter: str
    skip: int = 0


_SHORTEST_PARTICIPLE = 5


@dataclass(frozen=True, slots=True)
class _Known:
    """What a language's words say of capitalised ones; `articles` are those that are no particle alone."""

    honorifics: frozenset[str]
    never: frozenset[str]
    heads: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    participles: tuple[str, ...]
    nouns_are_capitalised: bool


@cache
def _known(phrases: Phrases) -> _Known:
    common = bool(phrases.listed("COMMON"))
    return _Known(
        honorifics=phrases.listed("HONORIFIC"),
        never=phrases.listed("NEVERNAME", "COMMON"),
        heads=phrases.listed("ORGHEAD"),
        openers=phrases.listed("OPENER"),
        particles=phrases.listed("PARTICLE") or name_words("particles"),
        articles=phrases.listed("ARTICLE") if common else frozenset(),
        participles=tuple(phrases.listed("PARTICIPLE")),
        nouns_are_capitalised=common,
    )


def name_run(
    tokens: Sequence[Token],
    index: int,
    phrases: Phrases,
    families: frozenset[str],
    *,
    opens: bool,
    after_office: bool,
) -> NameRun:
    """The name that begins with the capitalised token at `index`, or soon after it.

    Where all nouns are capitalised, a single word is a person only if it is one of `families`. `opens` says
    that the token begins the sentence, `after_office` that "Minister of" or the like stands before it.
    """
    known = _known(phrases)
    honorifics, never, heads = known.honorifics, known.never, known.heads
    run = _capitalised(tokens, index, known)
    if not (len(run) == 1 and opens) and any(is_head(word, heads) for word in run):
        return NameRun(body_width(tokens, index, len(run), phrases), letter.OUTLET)
    skip = 0
    while skip < len(run) - 1 and (is_honorific(run[skip], honorifics) or run[skip].lower() in never):
        skip += 1
    for place in range(len(run) - 3, skip, -1):  # "Pump Works President Ada Moor"
        if is_honorific(run[place], honorifics):
            skip = place + 1
            break
    if skip == 0 and after_office and len(run) > 2:
        skip = 1
    name = run[skip:]
    if not name[0][0].isupper():  # "the head of FACC"
        return NameRun(1, letter.CAPITAL, skip - 1)
    if len(name) == 1:
        lower = name[0].lower()
        if is_honorific(lower, honorifics) or lower in never or (name[0].isupper() and len(lower) > 1):
            return NameRun(1, letter.CAPITAL, skip)
        if known.nouns_are_capitalised and not skip and lower not in families:
            return NameRun(1, letter.CAPITAL)
        if opens and not skip:
            plain = re.split("['’]", lower)[0]
            if plain in known.openers or _is_verb_form(plain, known):
                return NameRun(1, letter.CAPITAL)
    if all(word.isupper() and len(word) > 2 for word in name):
        return NameRun(len(name), letter.CAPITAL, skip)
    return NameRun(len(name), letter.PERSON, skip)


def body_width(tokens: Sequence[Token], index: int, width: int, phrases: Phrases) -> int:
    """How many tokens a body's name has that begins with `width` capitals: over "of" to further ones."""
    joints, loose = name_words("joints"), name_words("loose")
    furthest = index + _LONGEST_BODY
    at = index + width
    while at < len(tokens):
        step = at
        while step < min(len(tokens), at + 2) and is_one_of(tokens[step], joints):
            step += 1
        if step == at or step >= furthest or not is_capitalised(tokens, step):
            break
        heads = phrases.listed("ORGHEAD")
        if is_one_of(tokens[at], loose) and not any(
            isinstance(token, Word) and is_head(token.text, heads) for token in tokens[step : step + 2]
        ):
            break
        at = step
        while at < furthest and is_capitalised(tokens, at):
            at += 1
    if at == index + width:
        at = _small_rest(tokens, at, phrases)
    return at - index


def _small_rest(tokens: Sequence[Token], at: int, phrases: Phrases) -> int:
    """Where a body's name ends whose further words are small: "Institut national de la statistique"."""
    adjectives = phrases.listed("BODYADJECTIVE")
    if not adjectives:
        return at
    while at < len(tokens) and is_one_of(tokens[at], adjectives):
        at += 1
    step = at
    while step < min(len(tokens), at + 2) and is_one_of(tokens[step], name_words("joints")):
        step += 1
    word = tokens[step] if step < len(tokens) else None
    if step > at and isinstance(word, Word) and word.text.isalpha() and word.text.islower():
        at = step + 1
        while at < len(tokens) and is_one_of(tokens[at], adjectives):
            at += 1
    return at


def _capitalised(tokens: Sequence[Token], index: int, known: _Known) -> list[str]:
    """The capitalised words from `index` on, with the particles between them, up to one that is never in a
    name.

    A particle before the head of a body ends the name: "Ada Moor de la Universidad".
    """
    never, heads = known.never, known.heads
    run: list[str] = []
    at, furthest = index, min(index + _LONGEST_RUN, len(tokens))
    while at < furthest:
        token = tokens[at]
        if not isinstance(token, Word):
            break
        lower = token.text.lower()
        if token.is_capitalised:
            if run and lower in never and lower not in heads:
                break
            run.append(token.text)
            at += 1
            continue
        if token.text == "&" and run and _leads_to_head(tokens, at + 1, heads):
            run.append(token.text)
            at += 1
            continue
        width = _particle(tokens, at, known.particles, known.articles) if run else 0
        if not width:
            break
        after = tokens[at + width]
        named = isinstance(after, Word) and not is_head(after.text, heads) and after.text.lower() not in never
        if not named and not any(is_head(word, heads) for word in run):
            break
        run += [each.text for each in tokens[at : at + width] if isinstance(each, Word)]
        at += width
    while run and not run[-1][0].isupper():
        run.pop()
    return run


def _leads_to_head(tokens: Sequence[Token], at: int, heads: frozenset[str]) -> bool:
    """Whether capitalised words from `at` on end in the head of a body: "& Builders Association"."""
    while is_capitalised(tokens, at):
        token = tokens[at]
        if isinstance(token, Word) and is_head(token.text, heads):
            return True
        at += 1
    return False


def _particle(tokens: Sequence[Token], at: int, particles: frozenset[str], lone: frozenset[str]) -> int:
    """How many tokens from `at` on are particles with a capital after them: "de", "von der"; 0 for none.

    Words in `lone` are none by themselves: an article, where all nouns are capitalised.
    """
    width = 0
    while width < 2 and at + width < len(tokens) and is_one_of(tokens[at + width], particles):
        width += 1
        if is_capitalised(tokens, at + width) and not (width == 1 and is_one_of(tokens[at], lone)):
            return width
    return 0


def _is_verb_form(word: str, known: _Known) -> bool:
    """Whether a word that opens a sentence looks like a participle: "Having said so"."""
    return len(word) > _SHORTEST_PARTICIPLE and word.endswith(known.participles)
