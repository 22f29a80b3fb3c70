"""Names that are an outlet's by the words around them: "the newspaper Rain Today", "a survey by Rain"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from citekit.detect import patterns as letter
from citekit.detect.known import organisation
from citekit.detect.line import Line
from citekit.detect.phrases import Phrases
from citekit.detect.vocabulary import CAPITALISED, Facts
from citekit.model import Outlet
from citekit.outlets.provisional import provisional
from citekit.text.names import has_given_name
from citekit.text.urls.parts import split

_NAMES = frozenset({letter.PERSON, letter.CAPITAL})
_BRANDED = _NAMES | {letter.WORD}
_BRAND = re.compile(
    r"(?!Ma?c|De|Di|Le|La|Fitz|Van|Du)[A-Z][a-z]+[A-Z][a-z]\w*"
    r"|[a-z]{1,2}[A-Z][A-Za-z]{1,20}"
    r"|[\w.-]{2,60}\.(?:com|org|net|info|io|news|tv|de|at|ch|fr|es|it|nl|be|pt|eu|co\.uk|com\.[a-z]{2})"
)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?P<band>-(?:TV|FM|AM|DT))?")
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
    if _NAMES.isdisjoint(tags) and _branding(phrases).isdisjoint(tags):
        return
    nouns, groups = phrases.tagged("OUTLETKIND"), phrases.tagged("GROUPNOUN")
    grouped = not groups.isdisjoint(tags)
    branded = not _branding(phrases).isdisjoint(tags)
    names = _BRANDED if branded else _NAMES
    for index, tag in enumerate(tags[:-1]):
        if tag not in names:
            continue
        if tag == letter.CAPITAL and _is_acronym(line, index, text, phrases):
            line.rename(index, _body(line.words(index, text)))
        if branded and index and tags[index] in _BRANDED and _is_brand(line, index, text, phrases):
            line.rename(index, _brand(line.words(index, text)))
        if tags[index] == letter.PERSON and (
            tags[index + 1] in nouns or (grouped and _is_apposed(tags, index, groups, phrases))
        ):
            line.rename(index, organisation(line.words(index, text)))


def may_be_told(line: Line, phrases: Phrases) -> bool:
    """Whether the word just before is one that can tell that an outlet follows; most are not."""
    return bool(line.tags) and line.tags[-1] in _telling(phrases)


@cache
def _telling(phrases: Phrases) -> frozenset[str]:
    return phrases.tagged(*_TELLING)


@cache
def _branding(phrases: Phrases) -> frozenset[str]:
    """The letters of words after which even a small word may be a brand: "according to iRain"."""
    return phrases.tagged("ACCORDING", "SURVEYOF")


def _is_brand(line: Line, index: int, text: str, phrases: Phrases) -> bool:
    """Whether a word spelled as only brands and addresses are is what something is said to be from."""
    tags = line.tags
    if tags[index - 1] not in phrases.tagged("ACCORDING"):
        if index < 2 or tags[index - 1] not in phrases.tagged("SURVEYOF"):
            return False
        if tags[index - 2] not in phrases.tagged("ACCORDING") and not _is_noun(tags, index - 2, phrases):
            return False
    return _BRAND.fullmatch(line.words(index, text)) is not None


def _body(name: str) -> Outlet:
    """The outlet of a name in capitals: a station where it is spelled as call signs are."""
    body = organisation(name)
    return (
        replace(body, kind="broadcaster", csl_type="article-newspaper")
        if _CALL_SIGN.fullmatch(name)
        else body
    )


def _brand(name: str) -> Outlet:
    parts = split(f"https://{name}") if "." in name else None
    return provisional(parts) if parts is not None else organisation(name)


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


def _is_acronym(line: Line, index: int, text: str, phrases: Phrases) -> bool:
    """Whether capitals stand for a body: those that say something, or whose report is named."""
    tags, end = line.tags, line.ends[index]
    words = text[line.starts[index] : end]
    if not 3 <= len(words) <= 7:
        return False
    station = _CALL_SIGN.fullmatch(words) if phrases.language == "en" else None
    if station is None and (not words.isalpha() or not words.isupper()):
        return False
    if words.lower() in phrases.listed("NOBODY"):
        return False
    after = text[end : end + 12].lstrip(" '’s")
    if after[:2].isupper():
        return False  # words that shout
    if station is not None and (
        station["band"] or (index and len(words) == len("KQED") and tags[index - 1] in phrases.tagged("TELL"))
    ):
        return True
    said = phrases.tagged("VERB") - phrases.tagged("WEAK")
    if tags[index + 1] in said or (
        tags[index + 1] == letter.POSSESSIVE and _is_noun(tags, index + 2, phrases)
    ):
        return True
    return index > 0 and (
        tags[index - 1] in phrases.tagged("ACCORDING") or _is_quoted_before(tags, index, said)
    )


def _is_noun(tags: Sequence[str], index: int, phrases: Phrases) -> bool:
    return index < len(tags) and tags[index] in phrases.tagged("NOUN")


def _is_quoted_before(tags: Sequence[str], index: int, said: frozenset[str]) -> bool:
    """Whether a verb of saying stands between a quotation and a name."""
    return index > 1 and tags[index - 1] in said and tags[index - 2] in (",", letter.QUOTE, letter.TITLE)


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
