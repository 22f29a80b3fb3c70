"""What stands where in an article: its passages, links, quotations, names and titles, by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from citekit.detect import patterns as letter
from citekit.detect.blocks import Block, find_blocks
from citekit.detect.glosses import short_forms
from citekit.detect.known import Known
from citekit.detect.offices import offices
from citekit.detect.phrases import Phrases, phrases
from citekit.detect.places import Places
from citekit.detect.platform_letter import platform_letters
from citekit.detect.press_names import press_names
from citekit.detect.states import state_bodies
from citekit.detect.stations import stations
from citekit.detect.text_blocks import TextBlocks
from citekit.detect.titles import is_title
from citekit.model import Article, Link, Outlet, Passage, Problem, Span
from citekit.outlets import Mention, Registry
from citekit.text.casing import lowered
from citekit.text.quotations import Quotation, find_quotations

_MARKS = re.compile("[“”„\"'‘’«»]")
_BRACKET = re.compile(r"[(\[]")
_SOON = 40  # code points after a position in which a quotation still belongs to what stands there


class Layout:
    """An article's parts by place. Each kind is found once, on first use, and never changes."""

    def __init__(self, article: Article, registry: Registry) -> None:
        self.article = article
        self.registry = registry
        self.text = article.text
        self.phrases: Phrases = phrases(article.language)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, each letter where it was."""
        return lowered(self.text)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The article's passages in order."""
        return tuple(sorted(self.article.passages, key=lambda p: p.span.start))

    @cached_property
    def _passages(self) -> Places[Passage]:
        return Places(self.passages)

    def passage_at(self, position: int) -> int | None:
        """The index of the passage that covers a position; None between passages."""
        index = self._passages.last_by(position)
        return index if index >= 0 and position <= self.passages[index].span.end else None

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The article's links in order."""
        return tuple(sorted(self.article.links, key=lambda link: (link.span.start, link.span.end)))

    @cached_property
    def _links(self) -> Places[Link]:
        return Places(self.links)

    def links_in(self, span: Span) -> Sequence[Link]:
        """The links that begin inside `span`, or where it stands if it is empty."""
        return self._links.starting_in(Span(span.start, max(span.end, span.start + 1)))

    def ends_in_colon(self, span: Span) -> bool:
        """Whether the last mark of a stretch is a colon, closing quotation marks and emphasis aside."""
        return self.text[span.start : span.end].rstrip(' *_"”').endswith(":")

    def publisher(self, url: str) -> Outlet | None:
        """Who publishes at an address; the article's own outlet by the name that it gives itself."""
        found, own = self.registry.by_url(url), self.article.outlet
        return own if found is not None and own is not None and found.id == own.id else found

    @cached_property
    def _quotations_and_problems(self) -> tuple[Places[Quotation], list[Problem]]:
        found, problems = find_quotations(self.text, [p.span for p in self.passages])
        return Places(found, lambda quotation: quotation.outer), problems

    @property
    def _quotations(self) -> Places[Quotation]:
        return self._quotations_and_problems[0]

    @property
    def quotations(self) -> Sequence[Quotation]:
        """Quotations between marks, in order of start."""
        return self._quotations.items

    @property
    def problems(self) -> list[Problem]:
        """What was not understood so far; detectors add to it."""
        return self._quotations_and_problems[1]

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """The quotations that begin inside `span`, of any depth."""
        return self._quotations.starting_in(span)

    def quotation_before(self, position: int) -> Span | None:
        """The words of the quotation that ends just before a position, as in “resigned” (ABC News)."""
        last = self._quotations.before(position)
        for quotation in reversed(self.quotations[max(0, last - 4) : last]):
            if 0 <= position - quotation.outer.end <= 2:
                return quotation.inner
        return None

    def quotation_after(self, position: int, end: int) -> Span | None:
        """The words of the quotation that opens soon after a position, before `end`."""
        following = self.quotations_in(Span(position, max(position, min(end, position + _SOON))))
        return following[0].inner if following else None

    @cached_property
    def _mentions(self) -> Places[Mention]:
        return Places(sorted(self.registry.mentions(self.text), key=lambda m: m.span.start))

    @property
    def mentions(self) -> Sequence[Mention]:
        """Names of outlets in the text, in order."""
        return self._mentions.items

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin inside `span`."""
        return self._mentions.starting_in(span)

    @cached_property
    def _state_bodies(self) -> Places[Known]:
        english = self.phrases.language == "en"
        return Places(list(state_bodies(self.text, self.registry.by_name)) if english else [])

    @cached_property
    def _named_by_place(self) -> Places[Known]:
        english = self.phrases.language == "en"
        if not english:
            return Places(list(platform_letters(self.text, self.phrases, self.registry.by_name)))
        found = [*offices(self.text, self.registry.by_name), *stations(self.text, self.registry.by_name)]
        return Places(sorted(found, key=lambda known: known.span))

    @cached_property
    def _short_forms(self) -> Places[Known]:
        return Places(list(short_forms(self.text, self.registry)))

    @cached_property
    def _press_names(self) -> Places[Known]:
        return Places(list(press_names(self.text, self.phrases, self.registry.by_name)))

    def bodies_in(self, span: Span) -> list[Known]:
        """The bodies that begin inside `span`: of states, of the press, and those that are shortened."""
        return [
            *self._state_bodies.starting_in(span),
            *self._named_by_place.starting_in(span),
            *self._press_names.starting_in(span),
            *self._short_forms.starting_in(span),
        ]

    @cached_property
    def _titles(self) -> Places[Known]:
        marks = sorted(self.article.marks, key=lambda m: (m.span.start, -m.span.end))
        emphasised = (m.span for m in marks if m.kind in ("emphasis", "cite"))
        return Places([Known(span, letter.TITLE) for span in emphasised if is_title(span.of(self.text))])

    @cached_property
    def _known_places(self) -> list[int]:
        """Where anything begins that is known before words are read."""
        known = (
            self._quotations,
            self._mentions,
            self._state_bodies,
            self._named_by_place,
            self._press_names,
            self._short_forms,
            self._titles,
        )
        return sorted(start for places in known for start in places.starts)

    def knows_anything(self, span: Span) -> bool:
        """Whether a quotation, an outlet, a body or a title begins in a stretch."""
        places = self._known_places
        return bisect_left(places, span.start) < bisect_left(places, span.end)

    def titles_in(self, span: Span) -> Sequence[Known]:
        """The emphasised words that read as a title and begin inside `span`."""
        return self._titles.starting_in(span)

    @cached_property
    def _brackets(self) -> list[int]:
        """Where brackets open."""
        return [match.start() for match in _BRACKET.finditer(self.text)]

    def bracketed(self, pattern: re.Pattern[str], span: Span) -> Iterator[re.Match[str]]:
        """What a pattern that begins with a bracket matches in a stretch, none overlapping another."""
        reached, starts = span.start, self._brackets
        for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            found = pattern.match(self.text, start, span.end) if start >= reached else None
            if found is not None:
                reached = found.end()
                yield found

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The block quotations, in order."""
        if self.article.media == "html":
            return find_blocks(self.text, self.passages)
        in_text = TextBlocks(
            self.text,
            self.passages,
            self.phrases,
            self._quotations,
            lambda span: any(m.sure for m in self.mentions_in(span)),
        )
        return find_blocks(self.text, self.passages, in_text.after)

    @cached_property
    def _block_by_lead(self) -> dict[int, Block]:
        return {block.lead: block for block in self.blocks if block.lead is not None}

    def block_after(self, passage: int) -> Block | None:
        """The block quotation that the passage of that index leads into."""
        return self._block_by_lead.get(passage)

    @cached_property
    def unmarked(self) -> str:
        """The text without quotation marks."""
        return without_marks(self.text)


def without_marks(words: str) -> str:
    """Words without quotation marks.

    >>> without_marks("“It rained”")
    'It rained'
    """
    return _MARKS.sub("", words)
