"""Block quotations in text without markup: which lines lead into one, and how far it goes.

A paragraph that ends in a colon opens one, or one that names an outlet and a verb and comes to no end. Where
paragraphs are parted by blank lines it is the one that follows; where each stands on a line of its own it
runs to the next blank line or to the next lead-in. It goes on as long as its quotation marks are open, over
"[...]", to the rule that answers a rule before it, and to the words that end it ("End of quote").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from citekit.detect.blocks import LABEL, Block, is_lead_in
from citekit.detect.phrases import Phrases
from citekit.detect.places import Places
from citekit.detect.text_marks import marking
from citekit.model import Passage, Span
from citekit.text.quotations import Quotation

_POST_LINE = re.compile(r"@\w{1,30}\b.{0,60}\d{1,2}:\d{2}|[—–-]\s*[^@\n]{1,60}\(@\w{1,30}\)")
_BULLET = re.compile(r"\s*(?:[•·▪*–—-]|\[?\d{1,3}[\].)])\s")
_RULE = re.compile(r"^[ \t]*(?:[-*_=#~][ \t]*){3,}\r?$", re.MULTILINE)
_LEFT_OUT = re.compile(r"\W*(?:\.\.\.|…)\W*|\W*\[?snip\]?\W*", re.IGNORECASE)
_HANGING = re.compile(r"(?:\.\.\.|…|[\w,–—-])[\"”*_]*$")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR_END = 5
"""Words at the end of a line without a stop among which its verb is."""
_MIN_QUOTE = 60
_MAX_VERSES = 12
_MAX_BLOCK = 40
"""Passages of a block that the text itself bounds."""
_LONGEST_LEAD_IN, _LONGEST_MARK, _LONGEST_GAP = 300, 40, 400


class TextBlocks:
    """The block quotations of a text by the passage that leads into them."""

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        phrases: Phrases,
        quotations: Places[Quotation],
        named: Callable[[Span], bool],
    ) -> None:
        """`named` says whether a stretch names an outlet."""
        self.text = text
        self.passages = passages
        self.phrases = phrases
        self.quotations = quotations
        self.named = named

    def after(self, index: int) -> Block | None:
        """The block that the passage of that index leads into; None where it leads into none."""
        first = index + 1
        if first >= len(self.passages) or not self._leads(index):
            return None
        opened = self._is_mark(first, "open_quote")
        first += opened
        last = self._bounded(index, first, opened) if first < len(self.passages) else None
        if last is None:
            last = self._unbounded(first) if first < len(self.passages) else None
        if last is None:
            return None
        return Block(
            Span(self.passages[first].span.start, self.passages[last].span.end), first, last, index, False
        )

    def _leads(self, index: int) -> bool:
        """Whether a passage leads into a quotation: with a colon, or hanging after a source and a verb."""
        passage = self.passages[index]
        if is_lead_in(self.text, passage):
            return self._words(index).strip(" :*_#•").lower() not in self.phrases.listed("SOURCELIST")
        if len(passage.span) > _LONGEST_LEAD_IN or passage.kind not in ("paragraph", "heading"):
            return False
        words = self._words(index).rstrip()
        if self._is_mark(index + 1, "open_quote"):
            return True
        if not _HANGING.search(words) or not self.named(passage.span):
            return False
        verbs = self.phrases.listed("VERB")
        said = _WORD.findall(words)
        if words[-1].isalnum():
            said = said[-_NEAR_END:]  # a headline goes on for longer
        return any(word in verbs for word in said)

    def _bounded(self, lead: int, first: int, opened: bool) -> int | None:
        """The last passage of a block that ends where the text says so."""
        ends = self._next(self._ends, first)
        if ends is not None:
            return ends - 1 if ends > first else None
        ruled = self._next(self._rules, first + 1) if opened or first in self._ruled else None
        if ruled is not None:
            return ruled - 1
        start = self.passages[first].span
        outer = next(iter(self.quotations.starting_in(Span(start.start, start.start + 2))), None)
        if outer is not None and outer.closed and outer.outer.end > start.end:
            return self._at(outer.outer.end - 1, first)
        return None

    @cached_property
    def _ends(self) -> list[int]:
        """The passages that are nothing but the end of a quotation."""
        return [index for index in range(len(self.passages)) if self._is_mark(index, "end_quote")]

    @cached_property
    def _rules(self) -> list[int]:
        """The passages that a line of dashes or stars parts from the one before."""
        starts = [passage.span.start for passage in self.passages]
        after = (bisect_left(starts, rule.end()) for rule in _RULE.finditer(self.text))
        return sorted({index for index in after if index < len(starts)})

    @cached_property
    def _ruled(self) -> frozenset[int]:
        return frozenset(self._rules)

    def _next(self, places: Sequence[int], first: int) -> int | None:
        """The first of the places from `first` on that is near enough to end a block."""
        at = bisect_left(places, first)
        return places[at] if at < len(places) and places[at] <= first + _MAX_BLOCK else None

    def _at(self, position: int, first: int) -> int | None:
        """The passage from `first` on that holds a position."""
        near = range(first, min(len(self.passages), first + _MAX_BLOCK))
        return next((index for index in near if self.passages[index].span.end > position), None)

    def _is_mark(self, index: int, name: str) -> bool:
        """Whether a passage is nothing but words that open or end a quotation."""
        if not 0 <= index < len(self.passages) or len(self.passages[index].span) > _LONGEST_MARK:
            return False
        words = self._words(index).strip(' \t\n[](){}<>*_-–—=:.…"“”').lower()
        return words in marking(name)

    def _unbounded(self, first: int) -> int | None:
        """The last passage of the block that begins at `first`; None where what follows is no quotation."""
        start = self.passages[first]
        words = self._words(first)
        if (
            start.kind != "paragraph"
            or _BULLET.match(words)
            or _POST_LINE.search(words)
            or LABEL.match(words)
            or is_lead_in(self.text, start)
            or self._is_labelled(start.span)
        ):
            return None
        alone = first + 1 >= len(self.passages) or self._apart(first)
        last = first
        if len(words) < _MIN_QUOTE and alone:
            # short lines after a colon are verses: a quotation if more of them follow
            while last - first < _MAX_VERSES and last + 1 < len(self.passages) and self._is_verse(last + 1):
                last += 1
            return last if last > first else None
        while not alone and last + 1 < len(self.passages) and not self._apart(last):
            following = self.passages[last + 1]
            if following.kind != "paragraph" or is_lead_in(self.text, following):
                break
            if _POST_LINE.search(self._words(last + 1)):
                break
            last += 1
        while (further := self._after_gap(last)) is not None:
            last = further
        return None if len(words) < _MIN_QUOTE and last == first else last

    def _after_gap(self, last: int) -> int | None:
        """The paragraph that goes on after "[...]", whether that stands as a passage of its own or not."""
        following = last + 1
        if following < len(self.passages) and _LEFT_OUT.fullmatch(self._words(following)):
            following += 1
        if following >= len(self.passages) or self.passages[following].kind != "paragraph":
            return None
        gap = Span(self.passages[last].span.end, self.passages[following].span.start)
        parted = len(gap) <= _LONGEST_GAP and _LEFT_OUT.fullmatch(gap.of(self.text))
        return following if parted and not is_lead_in(self.text, self.passages[following]) else None

    def _is_labelled(self, span: Span) -> bool:
        """Whether a passage begins with an outlet's name and a colon: one of several voices."""
        colon = self.text.find(":", span.start, min(span.end, span.start + _LONGEST_MARK))
        return colon > 0 and self.named(Span(span.start, colon)) and self.text[span.start] not in '"“«„'

    def _words(self, index: int) -> str:
        return self.passages[index].span.of(self.text)

    def _is_verse(self, index: int) -> bool:
        words = self._words(index)
        return (
            self.passages[index].kind == "paragraph"
            and not _BULLET.match(words)
            and len(words) < _MIN_QUOTE
            and LABEL.match(words) is None
        )

    def _apart(self, index: int) -> bool:
        """Whether a blank line parts a passage from the one after it."""
        before, after = self.passages[index], self.passages[index + 1]
        return self.text.count("\n", before.span.end, after.span.start) > 1
