"""Names that are an outlet's by the words around them: "the newspaper Rain Today", "a survey by Rain"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from citekit.detect import patterns as letter
from citekit.detect.known import organisation
from citekit.detect.line import Line
from citekit.detect.phrases import Phrases
from citekit.detect.spelled_names import branding, spelled_body
from citekit.detect.vocabulary import CAPITALISED, Facts
from citekit.text.names import has_given_name

_NAMES = frozenset({letter.PERSON, letter.CAPITAL})
_BRANDED = _NAMES | {letter.WORD}
_LONGEST_ARTICLE = 4  # letters; longer words among the articles are adjectives of countries
_APPOSED = 9  # tokens after a name in which it is told what it is


_TELLING = (
    "ACCORDINGTHE",
    "ARTICLE",
    "BODYARTICLE",
    "BYTHE",
    "GROUPNOUN",
    "INSIDE",
    "OFISSUE",
    "OFTHE",
    "OUTLETNOUN",
    "SURVEYOF",
    "TITLED",
)
"""The tags of words after which a name may be an outlet's by the words before it."""


def name_by_context(line: Line, text: str, phrases: Phrases) -> None:
    """Make outlets of names that the text calls one: "the Daily Rain newspaper", "Rain Watch, a charity,"."""
    tags = line.tags
    branded = not branding(phrases).isdisjoint(tags)
    if _NAMES.isdisjoint(tags) and not branded:
        return
    nouns, groups = phrases.tagged("OUTLETKIND"), phrases.tagged("GROUPNOUN")
    grouped = not groups.isdisjoint(tags)
    names = _BRANDED if branded else _NAMES
    for index, tag in enumerate(tags[:-1]):
        if tag not in names:
            continue
        outlet = spelled_body(line, index, text, phrases, branded=branded)
        if outlet is not None:
            line.rename(index, outlet)
        elif tag == letter.PERSON and (
            tags[index + 1] in nouns or (grouped and _is_apposed(tags, index, groups, phrases))
        ):
            line.rename(index, organisation(line.words(index, text)))


def may_be_told(line: Line, phrases: Phrases) -> bool:
    """Whether the word just before is one that can tell that an outlet follows; most are not."""
    return bool(line.tags) and line.tags[-1] in _telling(phrases)


@cache
def _telling(phrases: Phrases) -> frozenset[str]:
    return phrases.tagged(*_TELLING)


def is_called_so(line: Line, text: str, phrases: Phrases) -> bool:
    """Whether the words just before call what follows an outlet: "the newspaper", "a charity called", "ao
    podcast O".
    """
    tags, nouns = line.tags, phrases.tagged("OUTLETNOUN", "GROUPNOUN")
    if not tags or tags[-1] in nouns:
        return bool(tags)
    if len(tags) > 1 and tags[-1] in phrases.tagged("ARTICLE"):
        programme = tags[-2] in phrases.tagged("MEDIUM") & nouns
        return programme and line.words(len(tags) - 1, text)[0].isupper()
    return tags[-1] in phrases.tagged("TITLED") and len(tags) > 1 and tags[-2] in nouns


def heads_name(texts: Sequence[str], facts: Sequence[Facts], index: int, phrases: Phrases) -> bool:
    """Whether a noun, with a capital as all have, heads the name of a body: what follows is neither a noun
    nor a human's name ("Universität Köln").
    """
    noun, after = facts[index], facts[index + 1]
    if not after.traits & CAPITALISED:
        return False
    heads = phrases.listed("ORGHEAD")
    if len(noun.plain) > _LONGEST_ARTICLE and noun.traits & CAPITALISED and after.plain in heads:
        return noun.plain in phrases.listed("ARTICLE")  # "Nederlandse Vereniging van Bruggen"
    if noun.plain not in heads or after.plain in phrases.longest:
        return False
    return not has_given_name(f"{texts[index + 1]} {texts[index + 1]}")


def is_issuer(line: Line, name: str, rest: Sequence[str], phrases: Phrases) -> bool:
    """Whether the words just before say that a survey or a statement is by what follows, which is no human:
    "a survey by", "in a press release from", "em nota, a". `rest` are the tokens after the name, "" for an
    outlet or the like: before an outlet's it is that of a work ("según el Barómetro de EFE").
    """
    tags, by = line.tags, phrases.tagged("SURVEYOF")
    if _is_said_with_article(tags, phrases):
        return "" not in rest and _may_be_body(name, phrases)
    if len(tags) < 2:
        return False
    if tags[-1] in by:
        return tags[-2] in phrases.tagged("SURVEY", "RELEASE") and not has_given_name(name)
    if len(tags) < 3 or tags[-1] not in phrases.tagged("ARTICLE") or phrases.language == "en":
        return False
    issued = phrases.tagged("SURVEY", "RELEASE") if tags[-2] in by else phrases.tagged("RELEASE")
    return (tags[-2] in by or tags[-2] == ",") and tags[-3] in issued and not has_given_name(name)


def _is_said_with_article(tags: Sequence[str], phrases: Phrases) -> bool:
    """Whether "according to the", "a study of the" or "published by the" stands just before, with an article
    that people's names do not take there: "selon l’", "volgens het"; or in one word with it: "stando all’".
    """
    if not tags or phrases.language == "en":
        return False
    if tags[-1] in phrases.tagged("BODYARTICLE"):
        before, by, of = tags[-2:-1], phrases.tagged("BYWORD"), phrases.tagged("SURVEYOF")
        if before and before[0] in phrases.tagged("ACCORDING", "ACCORDINGTHE"):
            return True
        words = tags[-3:-2]
        return bool(words) and (
            (before[0] in by and words[0] in phrases.tagged("DONE"))
            or (before[0] in of and words[0] in phrases.tagged("STUDYOF"))
        )
    if tags[-1] in phrases.tagged("ACCORDINGTHE"):
        return True
    words = tags[-2:-1]
    return bool(words) and (
        (tags[-1] in phrases.tagged("BYTHE") and words[0] in phrases.tagged("DONE"))
        or (tags[-1] in phrases.tagged("OFTHE") and words[0] in phrases.tagged("STUDYOF"))
    )


def _may_be_body(name: str, phrases: Phrases) -> bool:
    """Whether a name may be a body's: no human's, no country's, no law's, no people's."""
    first = name.split()[0].lower()
    if first in phrases.listed("NOBODYNAME", "NEVERNAME", "HONORIFIC") or has_given_name(name):
        return False
    if name.lower() in phrases.listed("KIND", "BODYREF", "WORKREF"):
        return False  # "por La Radio"
    return name.isupper() or not first.endswith(tuple(phrases.listed("NOBODYEND")))


def is_in_issue(line: Line, first: str, phrases: Phrases) -> bool:
    """Whether the words just before say that something stands in it: "a paper in", "the issue of"."""
    tags = line.tags[:-1] if line.tags and line.tags[-1] in phrases.tagged("ARTICLE") else line.tags
    if len(tags) < 2 or first.lower() in phrases.listed("PLACEWORD"):
        return False
    if tags[-1] in phrases.tagged("INSIDE"):
        return tags[-2] in phrases.tagged("PAPERNOUN")
    return tags[-1] in phrases.tagged("OFISSUE") and tags[-2] in phrases.tagged("ISSUE")


def _is_apposed(tags: Sequence[str], index: int, groups: frozenset[str], phrases: Phrases) -> bool:
    """Whether a name is followed by what it is: ", a small charity that"."""
    if tags[index + 1] != ",":
        return False
    joints = phrases.tagged("AFFILIATION", "THAT")
    for at in range(index + 3, min(len(tags) - 1, index + _APPOSED)):
        if tags[at] in groups:
            return tags[at + 1] in joints or tags[at + 1] in ",.;:()-"
        if tags[at] == "," or tags[at] in joints:
            return False
    return False
