"""Block quotations and who they are from: a source or a link in the lead-in or the tail, or nobody named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from citekit.detect.blocks import Block
from citekit.detect.kinds import MEDIA
from citekit.detect.layout import without_marks
from citekit.detect.reading import Reading
from citekit.detect.signatures import epigraphs, led_by, signature
from citekit.model import Citation, Span

_TARGET = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")
"""The address of a link as Markdown writes it."""
_QUOTING = ("VERB", "TELL", "WORKREF", "SPEECH", "BOOKISH", "WRITING", "CUE")
"""The words of a line that leads into a quotation: who says so, or in what."""
_LONGEST_LINE = 300
_MIN_WORDS = 6
_LOOK_BACK = 16


def source_blocks(reading: Reading, citations: Sequence[Citation]) -> list[Citation]:
    """The citations, with each block quotation given to the one that it is from; new ones where none is.

    A block whose words stand in the article's own text as well is a pull quote and cites nothing.
    """
    result = list(citations)
    starts = [c.span.start for c in result]
    quoted = sorted({c.quote for c in result if c.quote is not None and c.form != "reprint"})
    ends = [q.start for q in quoted]
    found: list[Citation] = []
    for block in reading.blocks:
        at = bisect_right(ends, block.span.start)
        if any(q.contains(block.span) for q in quoted[max(0, at - _LOOK_BACK) : at]):
            continue
        lead = reading.passages[block.lead].span if block.lead is not None else block.span
        near = range(bisect_left(starts, lead.start), bisect_right(starts, block.span.end))
        if any(result[i].form == "reprint" and lead.contains(result[i].span) for i in near):
            continue
        index = _lead(reading, block, result, near)
        signed = _inside(reading, block, result, near)
        if index is not None and (signed is None or _opens(reading, block)):
            result[index] = replace(result[index], quote=block.span)
            continue
        posts = any(block.span.contains(result[i].span) and result[i].form == "post" for i in near)
        if posts or (block.markup and _is_pulled(reading, block)):
            continue
        if signed is None:
            signed = _below(reading, block, result)
        if signed is not None:
            result[signed] = replace(result[signed], quote=block.span)
            continue
        tail = signature(reading, block) or led_by(reading, block)
        if tail is not None:
            found.append(tail)
        elif _is_anothers_words(reading, block):
            found.append(_introduced(reading, block) or _unsigned(reading, block))
    result.extend(found)
    result.extend(epigraphs(reading, result))
    return result


def _opens(reading: Reading, block: Block) -> bool:
    """Whether the lead-in ends in a colon."""
    return block.lead is not None and reading.ends_in_colon(reading.passages[block.lead].span)


def _lead(reading: Reading, block: Block, citations: Sequence[Citation], near: range) -> int | None:
    """The citation of the lead-in that the block belongs to: the last of an outlet in its end."""
    if block.lead is None:
        return None
    lead = reading.passages[block.lead].span
    inside = [
        i
        for i in near
        if lead.contains(citations[i].span) and citations[i].form not in ("mention", "reprint")
    ]
    if not inside:
        return None
    last = reading.sentence_of(citations[inside[-1]].span.start)
    ending = reading.sentence_of(lead.end - 1)
    if block.markup and last != ending and not _opens(reading, block):
        return None
    final = [i for i in inside if reading.sentence_of(citations[i].span.start) == ending] or inside
    free = [i for i in final if citations[i].quote is None] or final
    named = [i for i in free if citations[i].outlet is not None] or free
    return named[-1]


def _is_pulled(reading: Reading, block: Block) -> bool:
    """Whether the block repeats words of the body, as a pull quote does."""
    words = without_marks(block.span.of(reading.text)).strip()
    sample = words[: max(40, len(words) // 2)]
    return reading.unmarked.count(sample) > 1


def _is_anothers_words(reading: Reading, block: Block) -> bool:
    """Whether a block with no source is quoted at all: long enough, and words more than figures."""
    words = block.span.of(reading.text).split()
    numbers = sum(any(c.isdigit() for c in w) for w in words)
    if len(words) < (_MIN_WORDS if block.markup else 2 * _MIN_WORDS) or numbers * 3 >= len(words):
        return False
    return _is_led_into(reading, block)


def _is_led_into(reading: Reading, block: Block) -> bool:
    """Whether a block quotes and does not merely set words off: it is led into, or in quotation marks.

    Where no markup sets it off, a colon alone does not lead into it, as "Background:" does not.
    """
    if block.span.of(reading.text).lstrip()[:1] in '“"«„‘»':
        return True
    if block.lead is None:
        return False
    lead = reading.passages[block.lead].span
    if block.markup and reading.text[lead.start : lead.end].rstrip(' *_"”')[-1:] in (":", "…", ","):
        return True
    last = reading.sentences_in(lead)[-1:]
    quoting = reading.phrases.tagged(*_QUOTING)
    return any(c in quoting for sentence in last if sentence.may_cite for c in sentence.tags)


def _inside(reading: Reading, block: Block, citations: Sequence[Citation], near: range) -> int | None:
    """A link or source at the very end of the block, after its words, names the block's source."""
    edge = block.span.end - max(12, min(120, len(block.span) // 3))
    here = [(i, citations[i]) for i in near]
    last = [i for i, c in here if block.span.contains(c.span) and c.outlet]
    last = [i for i in last if citations[i].span.start >= edge or _ends(reading, block, citations[i].span)]
    if not last:
        return None
    line = reading.text.rfind("\n", block.span.start, citations[last[-1]].span.start) + 1
    before = reading.text[max(line, block.span.start) : citations[last[-1]].span.start]
    return last[-1] if _leads_to_name(reading, before) or _opens_signature(before) else None


def _ends(reading: Reading, block: Block, source: Span) -> bool:
    """Whether nothing but the target of its link stands after a source in the block."""
    return not _TARGET.sub("", reading.text[source.end : block.span.end]).strip(" .)*_]>")


def _opens_signature(before: str) -> bool:
    """Whether the words before a source begin a line that signs a quotation: "— Ada Moor, quoted in"."""
    return len(before) < _LONGEST_LINE and before.lstrip(" >*_")[:1] in ("—", "–", "―")


def _below(reading: Reading, block: Block, citations: Sequence[Citation]) -> int | None:
    """A line under the block that is nothing but a source in brackets, or after a dash or "Source:"."""
    if block.last + 1 >= len(reading.passages):
        return None
    line = reading.passages[block.last + 1].span
    if len(line) > _LONGEST_LINE:
        return None
    here = [i for i, c in enumerate(citations) if line.contains(c.span) and c.outlet and c.quote is None]
    if len(here) != 1:
        return None
    span = citations[here[0]].span
    before = reading.text[line.start : span.start]
    after = _TARGET.sub("", reading.text[span.end : line.end]).strip(" ).*_]")
    return here[0] if not after and before.strip(" *_") and _leads_to_name(reading, before) else None


def _leads_to_name(reading: Reading, before: str) -> bool:
    """Whether the words before a name in its line only lead to it: a dash, a bracket, "Source:"."""
    words = before.strip(" (*_[—–-―:").lower()
    return not words or words in reading.phrases.listed("SOURCELIST") or words == "via"


def _introduced(reading: Reading, block: Block) -> Citation | None:
    """A block quotation after a line that names one outlet of the press: "The Courier has more:"."""
    if block.lead is None:
        return None
    lead = reading.passages[block.lead].span
    sentences = reading.sentences_in(lead)
    if not sentences or not _opens(reading, block):
        return None
    span, own = sentences[-1].span, reading.article.outlet
    outlets = {
        outlet
        for m in reading.mentions_in(span)
        if (m.sure or " " in m.surface or m.span.start > span.start)
        and (outlet := reading.outlet(m.candidates, m.span)) is not None
        and outlet.kind in MEDIA
    }
    if len(outlets) != 1 or own in outlets:
        return None
    outlet = outlets.pop()
    return Citation(
        "",
        "attribution",
        span,
        block.span,
        outlet,
        type=outlet.csl_type,
        confidence=0.7,
        rule="quotation.lead",
    )


def _unsigned(reading: Reading, block: Block) -> Citation:
    """A block quotation that nothing says the source of."""
    anchor = _anchor(reading, block)
    return Citation("", "quotation", anchor, block.span, confidence=0.5, rule="quotation.block")


def _anchor(reading: Reading, block: Block) -> Span:
    """Where a block without a source is marked: the sentence that leads into it, else its first words."""
    if block.lead is None:
        return Span(block.span.start, min(block.span.end, block.span.start + 80))
    lead = reading.passages[block.lead].span
    sentence = reading.sentences_in(lead)
    return sentence[-1].span if sentence else lead
