"""Capitalised runs of words: who is a person, what is a body, and how far the name reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect import vocabulary as word
from citekit.detect.vocabulary import Facts

_LONGEST_RUN = 7
_LONGEST_BODY = 12


class NameRun(NamedTuple):
    """A name `width` tokens wide, after `skip` capitalised tokens that are no part of it, and its letter."""

    width: int
    letter: str
    skip: int = 0


def name_run(
    texts: Sequence[str],
    facts: Sequence[Facts],
    index: int,
    *,
    opens: bool,
    after_office: bool,
    families: frozenset[str] | None,
) -> NameRun:
    """The name that begins with the capitalised token at `index`, or soon after it.

    `facts` are those of the tokens `texts`, with one behind the last. Where all nouns are capitalised, a
    single word is a person only if it is one of `families`. `opens` says that the token begins the sentence,
    `after_office` that "Minister of" or the like stands before it.
    """
    length = _capitalised(texts, facts, index)
    run = facts[index : index + length]
    if not (length == 1 and opens) and _any(run, word.HEAD):
        return NameRun(body_width(texts, facts, index, length), letter.OUTLET)
    skip = _skipped(run)
    if skip == 0 and after_office and length > 2:
        skip = 1
    first, width = run[skip], length - skip
    if not first.traits & word.CAPITALISED:  # "the head of FACC"
        return NameRun(1, letter.CAPITAL, skip - 1)
    if width == 1:
        if first.traits & (word.HONORIFIC | word.NEVER | word.CAPITALS) or len(first.lower) == 1:
            return NameRun(1, letter.CAPITAL, skip)
        if families is not None and not skip and first.lower not in families:
            return NameRun(1, letter.CAPITAL)
        if opens and not skip and first.traits & word.OPENER:
            return NameRun(1, letter.CAPITAL)
    shouted = all(each.traits & word.SHOUTED for each in run[skip:])
    return NameRun(width, letter.CAPITAL if shouted else letter.PERSON, skip)


def _skipped(run: Sequence[Facts]) -> int:
    """How many words of a run come before the name: titles, what is in no name, "Pump Works President"."""
    skip, last = 0, len(run) - 1
    while skip < last and run[skip].traits & (word.HONORIFIC | word.NEVER):
        skip += 1
    for place in range(last - 2, skip, -1):
        if run[place].traits & word.HONORIFIC:
            return place + 1
    return skip


def body_width(texts: Sequence[str], facts: Sequence[Facts], index: int, width: int) -> int:
    """How many tokens a body's name has that begins with `width` capitals: over "of" to further ones."""
    furthest = index + _LONGEST_BODY
    at = index + width
    while True:
        step = _past(facts, at, word.JOINT)
        if step == at or step >= furthest or not facts[step].traits & word.CAPITALISED:
            break
        if facts[at].traits & word.LOOSE_JOINT and not _any(facts[step : step + 2], word.HEAD):
            break
        at = step
        while at < furthest and facts[at].traits & word.CAPITALISED:
            at += 1
    if at == index + width:
        at = _small_rest(texts, facts, at)
    return at - index


def _small_rest(texts: Sequence[str], facts: Sequence[Facts], at: int) -> int:
    """Where a body's name ends whose further words are small: "Institut national de la statistique"."""
    at = _adjectives_from(facts, at)
    step = _past(facts, at, word.SMALL_JOINT)
    if step > at and texts[step].isalpha() and texts[step].islower():
        return _adjectives_from(facts, step + 1)
    return at


def _adjectives_from(facts: Sequence[Facts], at: int) -> int:
    while facts[at].traits & word.ADJECTIVE:
        at += 1
    return at


def _past(facts: Sequence[Facts], at: int, trait: int) -> int:
    """Where the one or two tokens end that have a trait; `at` where the first has not."""
    if not facts[at].traits & trait:
        return at
    return at + 2 if facts[at + 1].traits & trait else at + 1


def _capitalised(texts: Sequence[str], facts: Sequence[Facts], index: int) -> int:
    """How many capitalised words stand from `index` on, with the particles between them, up to one that is
    never in a name.

    A particle before the head of a body ends the name: "Ada Moor de la Universidad".
    """
    at, furthest = index, min(index + _LONGEST_RUN, len(facts) - 1)
    while at < furthest:
        traits = facts[at].traits
        if traits & word.CAPITALISED:
            if at > index and traits & (word.NEVER | word.HEAD_ITSELF) == word.NEVER:
                break
            at += 1
        elif at == index:
            break
        elif texts[at] == "&" and _leads_to_head(facts, at + 1):
            at += 1
        else:
            width = _particle(facts, at)
            if not width:
                break
            named = not facts[at + width].traits & (word.HEAD | word.NEVER)
            if not named and not _any(facts[index:at], word.HEAD):
                break
            at += width
    while at > index and not facts[at - 1].traits & word.CAPITALISED:
        at -= 1
    return at - index


def _leads_to_head(facts: Sequence[Facts], at: int) -> bool:
    """Whether capitalised words from `at` on end in the head of a body: "& Builders Association"."""
    while facts[at].traits & word.CAPITALISED:
        if facts[at].traits & word.HEAD:
            return True
        at += 1
    return False


def _particle(facts: Sequence[Facts], at: int) -> int:
    """How many tokens from `at` on are particles with a capital after them: "de", "von der"; 0 for none."""
    traits = facts[at].traits
    if not traits & word.PARTICLE:
        return 0
    if facts[at + 1].traits & word.CAPITALISED and not traits & word.LONE_ARTICLE:
        return 1
    second = facts[at + 1].traits & word.PARTICLE and facts[at + 2].traits & word.CAPITALISED
    return 2 if second else 0


def _any(facts: Sequence[Facts], trait: int) -> bool:
    """Whether any word has a trait."""
    found = 0
    for each in facts:
        found |= each.traits
    return bool(found & trait)
