"""The words of a sentence and a letter for each: what `patterns` are matched against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.detect.name_runs import NameRun, body_width, name_run
from citekit.detect.named_by_context import (
    Line,
    heads_name,
    is_called_so,
    is_in_issue,
    is_issuer,
    name_by_context,
)
from citekit.detect.phrases import Phrases
from citekit.detect.spans import Spans
from citekit.detect.tokens import Token, Word, tokens
from citekit.model import Outlet, Span
from citekit.text.casing import squeezed

_NAMES = frozenset({letter.PERSON, letter.CAPITAL})
_MONTHS_OR_VERBS = frozenset({"may", "march"})
_SHORTEST_COMPOUND = 9
_FEWEST_CAPITALS, _LONGEST_GLOSS = 2, 12
_OF_OUTLET = 4  # tokens after a name in which the outlet stands whose work it is: "de la agencia EFE"
_GLOSS = 8  # tokens of a bracket with a short form: "(WRO, by its initials)"
_OPENING = frozenset((".", ":", "(", letter.QUOTE))
"""After what a capital may only be that of a sentence."""
_NOTHING: Mapping[str, Outlet] = MappingProxyType({})


class Words(NamedTuple):
    """The words of a sentence: `tags[i]` is the letter of `spans[i]`; `outlets` are the candidates at a
    token.
    """

    tags: str
    spans: Spans
    outlets: Mapping[int, tuple[Outlet, ...]]


def tag(
    text: str,
    span: Span,
    known: Sequence[Known],
    phrases: Phrases,
    sites: Mapping[str, Outlet] = _NOTHING,
    families: frozenset[str] = frozenset(),
) -> Words:
    """The words of the sentence at `span`, tagged.

    `known` are what stands in it, in order and without overlap; `sites` are outlets that no registry knows,
    by the label of their domain, so that "The Rain Watch" is known by a link to therainwatch.org; `families`
    are names of people whom the article names in full.
    """
    found = tokens(text, span, known, phrases.listed("ELISION"))
    line = Line()
    add, tags, places, outlets = line.add, line.tags, line.places, line.outlets
    alone, small_heads = phrases.alone, phrases.listed("BODYNOUN")
    index, size = 0, len(found)
    while index < size:
        token = found[index]
        if outlets and tags[-1] == letter.OUTLET and text[token.start : token.end] == "(":
            after = _after_gloss(text, found, index)
            if after > index:
                index = after
                continue
        if isinstance(token, Known):
            if token.letter == letter.OUTLET:
                outlets[len(tags)] = token.outlets
            add(token.letter, token)
            index += 1
            continue
        word = token.text
        if word in alone:  # most of them
            tags.append(alone[word])
            places.append(token)
            index += 1
            continue
        plain = token.plain
        capitalised = word[0].isupper()
        if not capitalised and not phrases.compounds and plain not in phrases.longest:
            tags.append(_plain(word))
            places.append(token)
            index += 1
            continue
        width = body_width(found, index, 1, phrases) if word in small_heads else 0
        if width > 1:
            name = Span(token.start, found[index + width - 1].end)
            outlets[len(tags)] = (organisation(name.of(text)),)
            add(letter.OUTLET, name)
            index += width
            continue
        opens = capitalised and (not tags or tags[-1] in _OPENING)
        if not capitalised or _reads_as_word(found, index, token, opens, phrases):
            width, tag_ = _phrase(found, index, plain, phrases)
            if width:
                add(tag_, token if width == 1 else Span(token.start, found[index + width - 1].end))
                index += width
                continue
        if capitalised:
            index = _add_name(line, text, found, index, opens, phrases, sites, families)
        else:
            add(_plain(word), token)
            index += 1
    name_by_context(line, text, phrases)
    return Words("".join(tags), Spans(places), outlets)


def _after_gloss(text: str, found: Sequence[Token], index: int) -> int:
    """The token after the bracket at `index` that only gives the short form of the name before it."""
    if index + 2 >= len(found):
        return index
    short = text[found[index + 1].start : found[index + 1].end]
    if sum(c.isupper() for c in short) < _FEWEST_CAPITALS or " " in short or len(short) > _LONGEST_GLOSS:
        return index
    for at in range(index + 2, min(len(found), index + _GLOSS)):
        if text[found[at].start] == ")":
            return at + 1
    return index


def _add_name(
    line: Line,
    text: str,
    found: Sequence[Token],
    index: int,
    opens: bool,
    phrases: Phrases,
    sites: Mapping[str, Outlet],
    families: frozenset[str],
) -> int:
    """Tag the name that begins at token `index`, and give the index of the token after it."""
    run = name_run(found, index, phrases, families, opens=opens, after_office=_is_after_office(line, phrases))
    kind: str | None = None
    words = text[found[index + run.skip].start : found[index + run.skip + run.width - 1].end]
    rest = found[index + run.skip + run.width :][:_OF_OUTLET]
    if run.letter in _NAMES and (is_called_so(line, text, phrases) or is_issuer(line, words, rest, phrases)):
        # "the newspaper Rain Today", "a survey by Rainwatch"
        run = NameRun(body_width(found, index, run.width + run.skip, phrases), letter.OUTLET)
        kind = "broadcaster" if {*line.tags[-2:]} & phrases.tagged("MEDIUM") else None
    elif run.letter == letter.PERSON and run.width > 1 and is_in_issue(line, words.split()[0], phrases):
        # "a paper in Rain Letters and Reviews"
        run = NameRun(body_width(found, index, run.width + run.skip, phrases), letter.OUTLET)
        kind = "journal"
    for token in found[index : index + run.skip]:
        line.add(letter.CAPITAL, token)
    name = found[index + run.skip : index + run.skip + run.width]
    place = Span(name[0].start, name[-1].end)
    outlet = None
    if run.letter == letter.OUTLET:
        outlet = organisation(place.of(text))
        outlet = replace(outlet, kind=kind) if kind else outlet
    elif sites and (site := _site(name, sites)) is not None:
        outlet = replace(site, name=place.of(text))
    if outlet is not None:
        line.outlets[len(line.tags)] = (outlet,)
    line.add(letter.OUTLET if outlet is not None else run.letter, place)
    return index + run.skip + run.width


def _site(name: Sequence[Token], sites: Mapping[str, Outlet]) -> Outlet | None:
    """The outlet whose domain is spelled like a name."""
    words = "".join(token.text for token in name if isinstance(token, Word))
    return sites.get(squeezed(words))


def _phrase(found: Sequence[Token], index: int, word: str, phrases: Phrases) -> tuple[int, str]:
    """The width of the longest known phrase that begins with the word at `index`, in tokens, and its letter;
    0 for none.
    """
    longest = phrases.longest.get(word)
    if longest is None:
        return _compound(word, phrases)
    after = found[index + 1] if index + 1 < len(found) else None
    if longest > 1 and isinstance(after, Word) and after.plain in phrases.seconds[word]:
        words = [word]
        for token in found[index + 1 : index + longest]:
            if isinstance(token, Known):
                break
            words.append(token.plain)
        for width in range(len(words), 1, -1):
            tag_ = phrases.letters.get(" ".join(words[:width]).replace(" 's", "'s"))
            if tag_ is not None:
                return width, tag_
    tag_ = phrases.letters.get(word)
    return (1, tag_) if tag_ is not None else (0, "")


def _compound(word: str, phrases: Phrases) -> tuple[int, str]:
    """The letter of the noun in which a word ends, where the language writes nouns as one word."""
    endings = phrases.compounds
    if not endings or not word.endswith(endings) or len(word) < _SHORTEST_COMPOUND:
        return 0, ""
    noun = next(each for each in endings if word.endswith(each))
    return 1, phrases.letters[noun]


def _reads_as_word(found: Sequence[Token], index: int, word: Word, opens: bool, phrases: Phrases) -> bool:
    """Whether a capitalised token is an ordinary word: it opens the sentence, or it is never a name."""
    lower = word.plain
    if lower in phrases.listed("ARTICLE", "COMMON"):
        return not heads_name(found, index, phrases)
    if phrases.compounds and lower not in phrases.longest and _compound(lower, phrases)[0]:
        return True
    if lower in phrases.listed("DATEWORD") and (lower not in _MONTHS_OR_VERBS or _by_number(found, index)):
        return True
    if not opens or lower not in phrases.longest:
        return False
    if lower in phrases.listed("FUNCTION"):
        return True
    after = found[index + 1] if index + 1 < len(found) else None
    return not (isinstance(after, Word) and after.is_capitalised)


def _is_after_office(line: Line, phrases: Phrases) -> bool:
    """Whether "Minister of" or the like stands just before."""
    return line.tags[-2:-1] == [letter.CAPITAL] and line.tags[-1] == phrases.letters.get("of")


def _plain(word: str) -> str:
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


def _by_number(found: Sequence[Token], index: int) -> bool:
    """Whether a number stands beside a token: "May 3", "3 May" are no name."""
    beside = (found[i] for i in (index - 1, index + 1) if 0 <= i < len(found))
    return any(isinstance(token, Word) and token.text[:1].isdigit() for token in beside)
