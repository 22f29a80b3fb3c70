"""Works cited by a place in them: "(Moran, 298)", "(Diary, 299)", "(Moran 2019)", "(John 20:26)"."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from citekit.detect.reading import Reading
from citekit.model import Author, Citation, PartialDate, Span
from citekit.text.names import is_human, parse_author

_BRACKET = re.compile(
    r"[(\[](?:(?:[a-z][\w.]{1,9} ){0,2}|[A-Z][a-z]{2,6} in )"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:(?: and | & | y | et | und | e )[A-ZÀ-Þ][\w’'-]+| et al\.)?),? "
    r"(?:(?P<year>(?:1[5-9]|20)\d\d)[a-d]?(?:[:,] ?(?:pp?\. ?|S\. ?)?\d{1,4})?"
    r"|(?:pp?\.|S\.|n[.°º]|§)? ?\d{1,4})"
    r"(?:[-–]\d{1,4})?\.?[)\]]"
)
_JOINTS = re.compile(r" and | & | y | et | und | e ")
_NUMBERS = re.compile(r"\d(?::|, ?) ?\d")
_JOINT = re.compile(r"[:,](?<=\d.) {0,2}\d")
_MORE_VERSES = re.compile(r"[\s\d,;.:–-]{1,40}")
_LONGEST_BOOK = 24
_LONGEST_VERSE = 12


@cache
def _scripture(language: str) -> tuple[re.Pattern[str], str]:
    """What a verse looks like in a language, and what scripture is called; from `data/scripture.toml`."""
    data = tomllib.loads((files("citekit") / "data" / "scripture.toml").read_text("utf-8"))
    entry = data.get(language, data["en"])
    books = "|".join(sorted(map(re.escape, entry["books"].split()), key=len, reverse=True))
    book = rf"\b(?:[1-3] ?)?(?:{books})\.?"
    verse = r"\d{1,3}(?:: ?\d{1,3}|, (?=\d{1,3}\b)\d{1,3})(?: ?[-–] ?\d{1,3})?"
    return re.compile(f"{book} {verse}"), entry["title"]


def detect_locators(reading: Reading) -> Iterator[Citation]:
    """Books by author and page or year, and scripture by chapter and verse.

    A bare name and page count only where the article names that author or book elsewhere too.
    """
    joints = [joint.start() for joint in _JOINT.finditer(reading.text)]
    for passage in reading.passages:
        if passage.kind == "embed":
            continue
        yield from _pages(reading, passage.span)
        here = joints[bisect_right(joints, passage.span.start) : bisect_left(joints, passage.span.end)]
        if here:
            yield from _verses(reading, passage.span, here)


def _pages(reading: Reading, span: Span) -> Iterator[Citation]:
    """Books in brackets, by author or title with a page or a year."""
    bookish = reading.phrases.listed("BOOKISH")
    for match in reading.bracketed(_BRACKET, span):
        name = match["name"]
        place = Span(match.start(), match.end())
        if reading.mentions_in(place) or name.lower() in reading.phrases.listed("DATEWORD"):
            continue
        quote = reading.quotation_before(match.start())
        if name.lower() in bookish:
            yield _book(place, quote, title=name, confidence=0.8, rule="locator.title")
        elif match["year"] or _named_elsewhere(reading, name, place):
            if not is_human(name) and not match["year"]:
                continue
            date = PartialDate(int(match["year"])) if match["year"] else None
            authors = tuple(parse_author(part) for part in _JOINTS.split(name.replace(" et al.", "")))
            yield _book(place, quote, authors=authors, date=date, confidence=0.75, rule="locator.author")


def _named_elsewhere(reading: Reading, name: str, place: Span) -> bool:
    """Whether the name stands elsewhere in the article as well."""
    first = reading.text.find(name)
    return first != -1 and (first < place.start or reading.text.find(name, place.end) != -1)


def _verses(reading: Reading, span: Span, joints: Sequence[int]) -> Iterator[Citation]:
    """Verses of scripture, looked for only at `joints` of two numbers; a list of them once."""
    pattern, title = _scripture(reading.phrases.language)
    position = span.start
    listed = -1
    reached = 0
    for joint in joints:
        numbers = _NUMBERS.match(reading.text, joint - 1, span.end)
        if numbers is None or numbers.start() < reached:
            continue
        reached = numbers.end()
        match = pattern.search(
            reading.text,
            max(position, numbers.start() - _LONGEST_BOOK),
            min(span.end, numbers.end() + _LONGEST_VERSE),
        )
        if match is None or match.end() < numbers.end():
            continue
        position = match.end()
        after = _MORE_VERSES.match(reading.text, position, span.end)
        together, listed = match.start() == listed, after.end() if after else position
        if together:
            continue  # "(Mt 10, 39; Mk 8, 35; Lk 9, 24)" is one reference to scripture
        quote = reading.quotation_before(match.start() - 1) or reading.quotation_after(match.end(), span.end)
        yield _book(Span(*match.span()), quote, title=title, confidence=0.85, rule="locator.verse")


def _book(
    place: Span,
    quote: Span | None,
    *,
    title: str | None = None,
    authors: tuple[Author, ...] = (),
    date: PartialDate | None = None,
    confidence: float,
    rule: str,
) -> Citation:
    return Citation(
        id="",
        form="parenthetical",
        span=place,
        quote=quote,
        authors=authors,
        title=title,
        date=date,
        type="book",
        confidence=confidence,
        rule=rule,
    )
