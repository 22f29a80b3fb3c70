"""Wire copy: what an agency wrote, by its dateline ("CHICAGO (AP) —"), its byline or the article's author."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.detect.datelines import DATELINE, is_place
from citekit.detect.longer_names import is_part
from citekit.detect.reading import Reading
from citekit.detect.whole_article import is_own, reprint_of, whole
from citekit.model import Citation, Organisation, Person, Span

_NO_BYLINE = re.compile(r"[(\[\d]|.{0,90}[“„«]")
_PICTURE = re.compile(r"\w/\w+/|/ ?(?:AFP|AP|Reuters|EPA|Getty|REUTERS)\b|Getty|[.”\"] ?\([^()]{2,40}\)$")
_BY = ("by ", "por ", "par ", "von ", "de ")
_FIRST, _LONGEST_LABEL = 4, 40
_PROSE = 80  # code points of a paragraph that is running text


def dateline(reading: Reading) -> Citation | None:
    """ "CHICAGO (AP) —" at the head of one of the first paragraphs."""
    paragraphs = [p for p in reading.passages if p.kind in ("paragraph", "byline", "item")][:_FIRST]
    for passage in paragraphs:
        match = DATELINE.match(passage.span.of(reading.text))
        if match is None or (match["place"] and not is_place(match["place"])):
            continue
        group = "wire" if match["wire"] else "alone" if match["alone"] else "bare"
        place = Span(passage.span.start + match.start(group), passage.span.start + match.end(group))
        for mention in reading.mentions_in(place):
            outlet = next((o for o in mention.candidates if o.kind == "wire"), None)
            if group == "bare" and mention.span.end != place.end:
                continue
            if outlet is not None and not is_own(reading, outlet):
                head = Span(passage.span.start, place.end + (group != "bare"))
                return reprint_of(reading, head, whole(reading), outlet, "reprint.dateline")
    return None


def byline(reading: Reading) -> Citation | None:
    """A byline that names an agency: "By Ada Moor, Associated Press"."""
    labels = reading.phrases.listed("SOURCELIST")
    prose = any(len(passage.span) >= _PROSE for passage in reading.passages)
    for passage in reading.passages[: _FIRST + 2]:
        if passage.span.of(reading.text)[:_LONGEST_LABEL].strip(" :*_#").lower() in labels:
            break  # what follows are sources
        if passage.depth or passage.kind not in ("byline", "paragraph") or len(passage.span) > 90:
            continue
        words = passage.span.of(reading.text)
        if _NO_BYLINE.match(words) or " / " in words or _PICTURE.search(words):
            continue  # the credit of a picture, or an entry in a list
        for mention in reading.mentions_in(passage.span):
            outlet = next((o for o in mention.candidates if o.kind == "wire"), None)
            part = is_part(mention, reading.text, reading.phrases)  # "By Petra Lindqvist"
            unsure = not mention.sure and (part or len(words) > 60)
            if outlet is None or unsure or is_own(reading, outlet):
                continue
            after = reading.text[mention.span.end : passage.span.end].strip(" ,|–—-")
            heads = (
                mention.span.start - passage.span.start < 5 and after[:1] not in ("", ":") and is_place(after)
            )
            alone = not heads and prose and len(words.split()) <= len(mention.surface.split()) + 1
            signed = (
                heads
                or passage.kind == "byline"
                or (words.lower().startswith(_BY) and words.strip().endswith(mention.surface))
            )
            if (not alone and signed) or (alone and not _has_writer(reading)):
                found = reprint_of(reading, mention.span, whole(reading), outlet, "reprint.byline")
                # "Reuters, Washington": a place that was read as a name
                authors = tuple(a for a in found.authors if not heads or a.name not in after)
                return replace(found, authors=authors)
    return None


def author(reading: Reading) -> Citation | None:
    """An agency that is told as the article's author."""
    for each in reading.article.authors:
        if isinstance(each, Organisation):
            outlet = next((o for o in reading.registry.by_name(each.name) if o.kind == "wire"), None)
            text = whole(reading)
            if outlet is not None and text is not None and not is_own(reading, outlet):
                head = Span(text.start, text.start)
                return reprint_of(reading, head, text, outlet, "reprint.author")
    return None


def _has_writer(reading: Reading) -> bool:
    """Whether a person signs the article: a wire's name by itself then credits a picture."""
    return any(isinstance(a, Person) for a in reading.article.authors)
