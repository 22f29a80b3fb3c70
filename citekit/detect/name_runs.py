"""Capitalised runs of words: who is a person, what is a body, and how far the name reaches."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from citekit.detect import patterns as letter
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


def name_run(
    tokens: Sequence[Token], index: int, phrases: Phrases, *, opens: bool, after_office: bool
) -> NameRun:
    """The name that begins with the capitalised token at `index`, or soon after it.

    `opens` says that the token begins the sentence, `after_office` that "Minister of" or the like stands
    before it.
    """
    honorifics, never = phrases.listed("HONORIFIC"), phrases.listed("NEVERNAME")
    heads = phrases.listed("ORGHEAD")
    run = _capitalised(tokens, index, never, heads)
    if not (len(run) == 1 and opens) and any(word.lower() in heads for word in run):
        return NameRun(body_width(tokens, index, len(run), phrases), letter.OUTLET)
    skip = 0
    while skip < len(run) - 1 and (run[skip].lower().rstrip(".") in honorifics or run[skip].lower() in never):
        skip += 1
    if skip == 0 and after_office and len(run) > 2:
        skip = 1
    name = run[skip:]
    if len(name) == 1:
        lower = name[0].lower()
        if lower.rstrip(".") in honorifics or lower in never or (name[0].isupper() and len(lower) > 1):
            return NameRun(1, letter.CAPITAL, skip)
        plain = re.split("['’]", lower)[0]
        if opens and not skip and (plain in phrases.listed("OPENER") or _is_verb_form(plain, phrases)):
            return NameRun(1, letter.CAPITAL)
    if all(word.isupper() and len(word) > 2 for word in name):
        return NameRun(len(name), letter.CAPITAL, skip)
    return NameRun(len(name), letter.PERSON, skip)


def body_width(tokens: Sequence[Token], index: int, width: int, phrases: Phrases) -> int:
    """How many tokens a body's name has that begins with `width` capitals: over "of" to further ones."""
    joints, loose = _words("joints"), _words("loose")
    furthest = index + _LONGEST_BODY
    at = index + width
    while at < len(tokens):
        step = at
        while step < min(len(tokens), at + 2) and _is_one_of(tokens[step], joints):
            step += 1
        if step == at or step >= furthest or not _is_capitalised(tokens, step):
            break
        heads = phrases.listed("ORGHEAD")
        if _is_one_of(tokens[at], loose) and not any(_is_one_of(t, heads) for t in tokens[step : step + 2]):
            break
        at = step
        while at < furthest and _is_capitalised(tokens, at):
            at += 1
    return at - index


def _capitalised(
    tokens: Sequence[Token], index: int, never: frozenset[str], heads: frozenset[str]
) -> list[str]:
    """The capitalised words from `index` on and the particles between them, up to one never in a name."""
    run: list[str] = []
    for at in range(index, min(index + _LONGEST_RUN, len(tokens))):
        token = tokens[at]
        if not isinstance(token, Word):
            break
        lower = token.text.lower()
        if token.is_capitalised:
            if run and lower in never and lower not in heads:
                break
        elif not (run and lower in _words("particles") and _is_capitalised(tokens, at + 1)):
            break
        run.append(token.text)
    return run


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return isinstance(token, Word) and token.text.lower() in words


def _is_capitalised(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index] if index < len(tokens) else None
    return isinstance(token, Word) and token.is_capitalised


@cache
def _words(table: str) -> frozenset[str]:
    """The words of one table of `data/name_runs.toml`."""
    return _tables()[table]


@cache
def _tables() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("citekit") / "data" / "name_runs.toml").read_text("utf-8"))
    return {table: frozenset(str(words).split()) for table, words in data.items()}


def _is_verb_form(word: str, phrases: Phrases) -> bool:
    """Whether a word that opens a sentence looks like a participle: "Having said so"."""
    endings = tuple(phrases.listed("PARTICIPLE"))
    return bool(endings) and len(word) > _SHORTEST_PARTICIPLE and word.endswith(endings)
