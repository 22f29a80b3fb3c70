"""An article made ready for the detectors: its layout, whom its names mean, and its tagged sentences.

Everything is found once, on first use, and shared by all detectors.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from ahocorasick_rs import AhoCorasick

from citekit.detect.compound_heads import compound_heads
from citekit.detect.known import Known
from citekit.detect.longer_names import capital_pairs, full_name
from citekit.detect.naming import Naming
from citekit.detect.places import Places
from citekit.detect.recognising import recognise
from citekit.detect.sentences import sentences
from citekit.detect.tagged import Tagged
from citekit.detect.tagging import Tagger
from citekit.model import Article, DateOrder, Span
from citekit.outlets import Registry
from citekit.text.date_runs import order_of

M = TypeVar("M")

_WORDS = re.compile(r"[^\s,.;:()’']+")
_BREAKS = frozenset(",.;:()’'" + string.whitespace + "\u00a0\u2028\u2029")
_BREAKS_OR_END = _BREAKS | {""}
_TITLE = re.compile(r" (?:The|An?) [A-Z]")
_BEFORE_TITLE = re.compile(r"(?:\b[Ii]n|\bwhose|['’]s)$")
"""Where a title begins that only its capitals set off, and what stands before it."""
_SERIES = re.compile(r", in [A-Z]\w+ (?:[A-Z]\w+ )?\d{4}[–-]")
"""Where a book of several years is named, by its capitals as well."""
_CALL_SIGNS = AhoCorasick(["told K", "told W", "-TV ", "-FM ", "-AM ", "-TV,", "-TV."])
"""What stands at the call sign of an American station."""
_INNER = 40  # code points from which on the inside of a quotation is read for citations of its own


class Reading(Naming):
    """What detectors work on: an article's layout, understood."""

    def __init__(self, article: Article, registry: Registry) -> None:
        super().__init__(article, registry)
        self._found: dict[Callable[[Reading], Any], Any] = {}
        self._full_names: dict[str, str] = {}

    @cached_property
    def sentences(self) -> list[Tagged]:
        """All sentences of the passages, tagged, and then those inside quotations (`depth` above 0)."""
        found: list[Tagged] = []
        for passage in self.passages:
            if passage.kind != "embed":
                found.extend(self._sentences_in(passage.span, 0))
        for quotation in self.quotations:
            if len(quotation.inner) >= _INNER and quotation.depth == 0:
                found.extend(self._sentences_in(quotation.inner, 1))
        return found

    def _sentences_in(self, span: Span, depth: int) -> Iterator[Tagged]:
        quotations = [q.outer for q in self.quotations_in(span) if q.depth == depth]
        abbreviations, months = self.phrases.listed("ABBREVIATION"), self.phrases.listed("MONTH")
        anything = self.knows_anything(span)
        worth_reading = anything or self._may_cite(span, ())
        read = self._tagger.read
        for sentence in sentences(self.text, span, quotations, abbreviations, months):
            known = recognise(self, sentence, depth) if anything and self.knows_anything(sentence) else []
            may_cite = worth_reading and self._may_cite(sentence, known)
            yield Tagged(sentence, depth, may_cite, known, read)

    def _may_cite(self, span: Span, known: Sequence[Known]) -> bool:
        """Whether any pattern can match; most sentences are not worth reading word by word."""
        if known:
            return True
        if self.text[max(span.start, span.end - 3) : span.end].rstrip().endswith(":"):
            return not self.phrases.cues.isdisjoint(_WORDS.findall(self.lowered, span.start, span.end))
        places = self._cue_places
        return bisect_left(places, span.start) < bisect_left(places, span.end)

    @cached_property
    def _cue_places(self) -> list[int]:
        """Where the words stand that show that something may be cited."""
        text, lower = self.text, self.lowered
        places = [
            start
            for _, start, end in self.phrases.cue_finder.find_matches_as_indexes(lower, overlapping=True)
            if (not start or text[start - 1] in _BREAKS)
            and text[end : end + 1] in _BREAKS_OR_END
            and self._is_cue(start, end)
        ]
        places += [
            title.start()
            for title in _TITLE.finditer(text)
            if _BEFORE_TITLE.search(text, max(0, title.start() - 6), title.start())
        ]
        places += [series.start() for series in _SERIES.finditer(text)]
        places += [start for _, start, _ in _CALL_SIGNS.find_matches_as_indexes(text, overlapping=True)]
        places += compound_heads(text, self.phrases)
        return sorted(places)

    def _is_cue(self, start: int, end: int) -> bool:
        """Whether a word is a cue where it stands: a noun for a body is one before a verb of saying ("the
        company said"), a head of bodies' names if it has a capital.
        """
        word = self.lowered[start:end]
        if word in self.phrases.lone_cues or (self.text[start].isupper() and word in self.phrases.heads):
            return True
        if word not in self.phrases.listed("BODYREF"):
            return False
        after = _WORDS.match(self.lowered, end + 1)
        if after is not None and after[0] in self.phrases.listed("ADVERB"):  # "la société a indiqué"
            after = _WORDS.match(self.lowered, after.end() + 1)
        return after is not None and after[0] in self.phrases.listed("VERB")

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger(self.text, self.links, self.registry, self.phrases)

    @cached_property
    def _flow(self) -> Places[Tagged]:
        """The sentences of the article's own flow."""
        return Places(sorted((s for s in self.sentences if s.depth == 0), key=lambda s: s.span.start))

    def sentence_of(self, position: int) -> int:
        """The number of the sentence of the article's flow that holds a position; -1 before the first."""
        return self._flow.last_by(position)

    def flow(self, number: int) -> Tagged:
        """The sentence of that number in the article's flow."""
        return self._flow.items[number]

    def sentences_in(self, span: Span) -> list[Tagged]:
        """The sentences of the article's own flow that overlap `span`."""
        first = max(0, self.sentence_of(span.start))
        return [s for s in self._flow.items[first : self._flow.before(span.end)] if s.span.overlaps(span)]

    def once(self, find: Callable[[Reading], M]) -> M:
        """What `find` finds in this article, found once however many detectors ask for it."""
        if find not in self._found:
            self._found[find] = find(self)
        found: M = self._found[find]
        return found

    def full_name(self, name: str) -> str:
        """The name in full where the article gives it elsewhere with a second word, and only one such."""
        if name not in self._full_names:
            self._full_names[name] = full_name(name, self._pairs, self.phrases)
        return self._full_names[name]

    @cached_property
    def _pairs(self) -> Mapping[str, list[tuple[str, str]]]:
        return capital_pairs(self.text)

    @cached_property
    def date_order(self) -> DateOrder | None:
        """Whether day or month comes first here: by the article's own dates, else by its outlet's habit."""
        return order_of(self.text) or (self.article.outlet.date_order if self.article.outlet else None)
