"""What is known of a sentence before its words are read: quotations, outlets, bodies, titles."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.detect import patterns as letter
from citekit.detect.known import Known
from citekit.detect.layout import Layout
from citekit.detect.longer_names import is_owners_blog, is_part
from citekit.detect.titles import is_title
from citekit.model import Span
from citekit.outlets import Mention
from citekit.text.quotations import Quotation

_ARTICLE = len("the ")
_MARKS = frozenset('„“”"«»‹›')
"""Marks that make a name of a word: der „Bild“."""


def recognise(layout: Layout, sentence: Span, depth: int) -> list[Known]:
    """What stands in a sentence, in order, without overlap: what is quoted at that depth, names, titles."""
    found = [
        _quoted(layout.text, quotation, sentence)
        for quotation in layout.quotations_in(sentence)
        if quotation.depth == depth
    ]
    titles = layout.titles_in(sentence)
    covered = [k.span for k in found]
    bodies = layout.bodies_in(sentence)
    for mention in layout.mentions_in(sentence):
        if _is_mere_word(layout, mention) or _is_shortened(mention, bodies) or _is_in(mention.span, titles):
            continue
        if not any(span.contains(mention.span) for span in covered):
            found.append(_named(layout.text, mention))
        else:
            # a name in quotation marks or italics is still the outlet's name
            around = next((i for i, k in enumerate(found) if k.span.contains(mention.span)), None)
            if around is not None and len(mention.span) >= len(found[around].span) - 2:
                found[around] = Known(found[around].span, letter.OUTLET, mention.candidates)
    for body in bodies:
        if not _is_in(body.span, titles):
            _add(found, body, sentence)
    for title in titles:
        _add(found, title, sentence)
    return sorted(found, key=lambda k: (k.span.start, -k.span.end))


def _quoted(text: str, quotation: Quotation, sentence: Span) -> Known:
    """A quotation, as far as it stands in the sentence; a title where its words read as one."""
    kind = letter.TITLE if quotation.closed and is_title(quotation.inner.of(text)) else letter.QUOTE
    return Known(Span(quotation.outer.start, min(quotation.outer.end, sentence.end)), kind)


def _is_mere_word(layout: Layout, mention: Mention) -> bool:
    """Whether a mention is no name here: a word that opens sentences, or one word of a longer name."""
    quoted = layout.text[max(0, mention.span.start - 1) : mention.span.start] in _MARKS
    if not quoted and mention.surface.lower() in layout.phrases.listed("OPENER"):
        return True
    return not mention.sure and is_part(mention, layout.text, layout.phrases)


def _is_shortened(mention: Mention, bodies: Sequence[Known]) -> bool:
    """Whether "the Courier" is the one that the article has named in full, and not another's whole name; or
    the beginning of a longer name: "the Journal of Rain".
    """
    start, end = mention.span.start, mention.span.end
    return any(
        (start < b.span.start <= start + _ARTICLE and b.span.end >= end)
        or start <= b.span.start < end < b.span.end
        for b in bodies
    )


def _is_in(name: Span, titles: Sequence[Known]) -> bool:
    """Whether a name is a part of a title in italics, and not the whole of it, as outlets' names are."""
    return any(t.span.contains(name) and len(t.span) > len(name) + len("The ") + _ARTICLE for t in titles)


def _named(text: str, mention: Mention) -> Known:
    if is_owners_blog(mention, text):
        return Known(mention.span, letter.PERSON)
    return Known(mention.span, letter.OUTLET, mention.candidates)


def _add(found: list[Known], item: Known, sentence: Span) -> None:
    """Put what ends in the sentence, and overlaps nothing found before, at the end of `found`."""
    if item.span.end <= sentence.end and not any(item.span.overlaps(k.span) for k in found):
        found.append(item)
