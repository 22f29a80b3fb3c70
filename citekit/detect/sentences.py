"""Where sentences begin and end, with quotations taken as one word each.

Rules, no model: a stop, a space and a capital end a sentence, unless the stop belongs to an abbreviation or
an initial, or stands inside a quotation that goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.model import Span

_END = re.compile(  # a set first, which is looked for fastest
    r"[.!?…\n](?:(?<=\n)\s*|(?<!\n)[\"'”’»)\]*_]{0,3}\s+(?=[\"'“‘«„(\[¿¡—–*_-]{0,2}[A-ZÀ-ÖØ-ÞĀ-Ž0-9@#]))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Sr|Jr|St|Rev|Hon|Pres|Adm|Cmdr|vs|v|No|Nos|pp?|Vol|Art|cf|al"
    r"|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|U\.K|D\.C|bzw|Nr|Abs|usw|Sra|Dra|Fr|Mme|Mlle|M|e\.g|i\.e)"
    r"|(?<![\w])[A-ZÀ-Þ])$"
)

_SMALL = frozenset(("al", "bzw", "cf", "p", "pp", "usw", "v", "vs"))
"""Those abbreviations that are small letters."""
_EXCLAIMED = re.compile(r"\b(?:E|Yahoo)$")
"""Names that have the mark in them: "E! News"."""
_LAST = re.compile(r"[\w.]+$")
_NEXT = re.compile(r"\w+")


def sentences(
    text: str,
    span: Span,
    quotations: Sequence[Span],
    abbreviations: frozenset[str] = frozenset(),
    months: frozenset[str] = frozenset(),
) -> Iterator[Span]:
    """The sentences of one paragraph, in order; `quotations` are its outermost ones, marks included.

    `abbreviations` are the language's own, without their stop; `months` are those that follow the number of a
    day with a stop in it ("3. Mai"). A break inside a quotation is none, except after a quotation that fills
    the sentence to its end.

    >>> text = "Gen. Ada Moor said “It rained. A lot.” Then it stopped."
    >>> [s.of(text) for s in sentences(text, Span(0, len(text)), [Span(19, 38)])]
    ['Gen. Ada Moor said “It rained. A lot.”', 'Then it stopped.']
    """
    start = span.start
    index = 0
    for match in _END.finditer(text, span.start, span.end):
        stop = match.start()
        while index < len(quotations) and quotations[index].end <= stop:
            index += 1
        if index < len(quotations) and quotations[index].start < stop and match.end() < quotations[index].end:
            continue
        if text[stop] == "!" and _EXCLAIMED.search(text, max(start, stop - 6), stop):
            continue
        if text[stop] == "." and _goes_on(text, start, stop, match.end(), abbreviations, months):
            continue
        end = stop if text[stop] == "\n" else stop + len(match.group().rstrip())
        if text[start:end].strip():
            yield Span(start, end)
        start = match.end()
    if text[start : span.end].strip():
        yield Span(start, span.end)


def _goes_on(
    text: str, start: int, stop: int, after: int, abbreviations: frozenset[str], months: frozenset[str]
) -> bool:
    """Whether the stop is an abbreviation's or an initial's, or makes a day's number an ordinal."""
    before = _LAST.search(text, max(start, stop - 12), stop)
    if before is None:
        return False
    word = before.group()
    if word.isalpha() and word.islower() and word not in _SMALL:  # nearly all of them
        return word in abbreviations
    if _ABBREVIATION.search(text, max(start, stop - 8), stop):
        return True
    if word.isdigit():
        following = _NEXT.match(text, after)
        return len(word) < 3 and following is not None and following.group().lower() in months
    return word.lower() in abbreviations
