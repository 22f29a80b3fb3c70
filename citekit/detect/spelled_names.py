"""Names that are a body's by how they are spelled, where the words around them make it a source: "WRO said",
"according to iRain", "RainAI said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from citekit.detect import patterns as letter
from citekit.detect.known import organisation
from citekit.detect.line import Line
from citekit.detect.phrases import Phrases
from citekit.model import Outlet
from citekit.outlets.provisional import provisional
from citekit.text.names import has_given_name
from citekit.text.urls.parts import split

_CAMEL = r"(?!Ma?c|De|Di|Le|La|Fitz|Van|Du)[A-Z][a-z]+[A-Z][a-z]\w*|[a-z]{1,2}[A-Z][A-Za-z]{1,20}"
_BRAND = re.compile(
    rf"{_CAMEL}|[\w.-]{{2,60}}\.(?:com|org|net|info|io|news|tv|de|at|ch|fr|es|it|nl|be|pt|eu|co\.uk|com\.[a-z]{{2}})"
)
_BODY = re.compile(rf"{_CAMEL}|[A-Z][a-z]+(?:AI|TV)")
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?P<band>-(?:TV|FM|AM|DT))?")


def spelled_body(line: Line, index: int, text: str, phrases: Phrases, *, branded: bool) -> Outlet | None:
    """The body that the token at `index` names by its spelling; `branded` says that one of `branding` is in
    the line.
    """
    tag = line.tags[index]
    if tag == letter.CAPITAL and _is_acronym(line, index, text, phrases):
        return _body(line.words(index, text))
    if branded and index and _is_brand(line, index, text, phrases):
        return _brand(line.words(index, text))
    if tag == letter.PERSON and _says(line.tags, index, _said(phrases)):
        words = line.words(index, text)
        return organisation(words) if _BODY.fullmatch(words) and not has_given_name(words) else None
    return None


@cache
def branding(phrases: Phrases) -> frozenset[str]:
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
    if _says(tags, index, _said(phrases)) or (
        tags[index + 1] == letter.POSSESSIVE and _is_noun(tags, index + 2, phrases)
    ):
        return True
    return index > 0 and tags[index - 1] in phrases.tagged("ACCORDING")


def _is_noun(tags: Sequence[str], index: int, phrases: Phrases) -> bool:
    return index < len(tags) and tags[index] in phrases.tagged("NOUN")


@cache
def _said(phrases: Phrases) -> frozenset[str]:
    return phrases.tagged("VERB") - phrases.tagged("WEAK")


def _says(tags: Sequence[str], index: int, said: frozenset[str]) -> bool:
    """Whether a verb of saying follows a name, or stands between a quotation and it."""
    return tags[index + 1] in said or (
        index > 1 and tags[index - 1] in said and tags[index - 2] in (",", letter.QUOTE, letter.TITLE)
    )
