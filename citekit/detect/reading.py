"""An article made ready for the detectors: its quotations, its blocks, its sentences with their tags.

Everything is found once, on first use, and shared by all detectors.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from citekit.detect import patterns as letter
from citekit.detect.blocks import Block, find_blocks
from citekit.detect.known import Known, organisation
from citekit.detect.phrases import Phrases, phrases
from citekit.detect.sentences import sentences
from citekit.detect.states import state_bodies
from citekit.detect.tags import Tagged, tag
from citekit.model import Article, DateOrder, Link, Outlet, Passage, Problem, Span
from citekit.outlets import Mention, Registry
from citekit.text.date_runs import order_of
from citekit.text.names import is_human
from citekit.text.quotations import Quotation, find_quotations

M = TypeVar("M")
_SPLIT = re.compile(r"[\s,.;:()’']+")

_TITLE_WORDS = 16
_GLOSS = re.compile(r"\((?P<short>[A-Z][A-Za-z]{0,2}[A-Z]{1,5})\)")
_MARKS = re.compile("[“”„\"'‘’«»]")
_MAX_GLOSSES = 40
_MAX_NAMES = 50
_MIN_LABEL = 5
_NEAR_LINK = 60  # code points within which a link decides whom a name means
_INNER = 40  # code points from which on the inside of a quotation is read for citations of its own


class Reading:
    """What detectors work on. Public attributes are computed once and never change."""

    def __init__(self, article: Article, registry: Registry) -> None:
        self.article = article
        self.registry = registry
        self.text = article.text
        self.phrases: Phrases = phrases(article.language)
        self._found: dict[Any, list[Any]] = {}
        self._full_names: dict[str, str] = {}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The article's passages in order."""
        return tuple(sorted(self.article.passages, key=lambda p: p.span.start))

    @cached_property
    def _starts(self) -> list[int]:
        return [p.span.start for p in self.passages]

    def passage_at(self, position: int) -> int | None:
        """The index of the passage that covers a position; None between passages."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position <= self.passages[index].span.end:
            return index
        return None

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The article's links in order."""
        return tuple(sorted(self.article.links, key=lambda link: (link.span.start, link.span.end)))

    @cached_property
    def _link_starts(self) -> list[int]:
        return [link.span.start for link in self.links]

    def links_in(self, span: Span) -> Sequence[Link]:
        """The links that begin inside `span`."""
        first = bisect_left(self._link_starts, span.start)
        last = bisect_left(self._link_starts, max(span.end, span.start + 1))
        return self.links[first:last]

    @cached_property
    def _quoted(self) -> tuple[list[Quotation], list[Problem]]:
        return find_quotations(self.text, [p.span for p in self.passages])

    @property
    def quotations(self) -> list[Quotation]:
        """Quotations between marks, in order of start."""
        return self._quoted[0]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.outer.start for q in self.quotations]

    def quotations_in(self, span: Span) -> list[Quotation]:
        """The quotations that begin inside `span`, of any depth."""
        first = bisect_left(self._quotation_starts, span.start)
        last = bisect_left(self._quotation_starts, span.end)
        return self.quotations[first:last]

    @property
    def problems(self) -> list[Problem]:
        """What was not understood on the way here."""
        return self._quoted[1]

    @cached_property
    def mentions(self) -> list[Mention]:
        """Names of outlets in the text, in order."""
        return sorted(self.registry.mentions(self.text), key=lambda m: m.span.start)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.span.start for m in self.mentions]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin inside `span`."""
        first = bisect_left(self._mention_starts, span.start)
        return self.mentions[first : bisect_left(self._mention_starts, span.end)]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The block quotations, in order."""
        return find_blocks(self.article, self.passages, self.phrases)

    def unmarked(self, span: Span | None) -> str:
        """The words of a span, or of the whole text, without quotation marks."""
        if span is not None:
            return _MARKS.sub("", span.of(self.text))
        return self._unmarked

    @cached_property
    def _unmarked(self) -> str:
        return _MARKS.sub("", self.text)

    @cached_property
    def _block_by_lead(self) -> dict[int, Block]:
        return {block.lead: block for block in self.blocks if block.lead is not None}

    def block_after(self, passage: int) -> Block | None:
        """The block quotation that the passage of that index leads into."""
        return self._block_by_lead.get(passage)

    def ambiguous(self, span: Span, candidates: Sequence[Outlet]) -> None:
        """Note that a name may be several outlets and nothing decides."""
        names = " or ".join(f"{o.name} ({o.domain})" if o.domain else o.name for o in candidates[:4])
        self.problems.append(Problem(span, f"{span.of(self.text)!r} may be {names}"))

    @cached_property
    def date_order(self) -> DateOrder | None:
        """Whether this article writes the day or the month first: by its own dates, else by its outlet's habit."""
        proved = order_of(self.text)
        return proved or (self.article.outlet.date_order if self.article.outlet else None)

    def quotation_before(self, position: int) -> Span | None:
        """The words of the quotation that ends just before a position, as in “resigned” (ABC News)."""
        index = bisect_left(self._quotation_starts, position) - 1
        for quotation in reversed(self.quotations[max(0, index - 3) : index + 1]):
            if 0 <= position - quotation.outer.end <= 2:
                return quotation.inner
        return None

    def quotation_after(self, position: int, end: int) -> Span | None:
        """The words of the quotation that opens soon after a position, before `end`."""
        index = bisect_left(self._quotation_starts, position)
        if index < len(self.quotations) and self.quotations[index].outer.start < min(end, position + 40):
            return self.quotations[index].inner
        return None

    def is_abbreviation(self, bracket: int, inner: Span) -> bool:
        """Whether a bracket only gives the short form of the name before it: "the World Rain Office (WRO)"."""
        words = inner.of(self.text)
        if len(words.split()) > 1 or sum(c.isupper() for c in words) < 2:
            return False
        before = re.findall(r"\w+", self.text[max(0, bracket - 90) : bracket])[-8:]
        capitals = [w for w in before if w[:1].isupper()]
        return len(capitals) > 1 and before[-1][:1].isupper() and any(w[0] == words[0] for w in capitals)

    @cached_property
    def sites(self) -> Mapping[str, Outlet]:
        """The outlets linked here that no registry knows, by the label of their domain, with and without "the"."""
        found: dict[str, Outlet] = {}
        for link in self.links:
            outlet = self.registry.by_url(link.url)
            if outlet is None or not outlet.provisional or not outlet.domain:
                continue
            label = re.sub(r"[^a-z0-9]", "", outlet.domain.lower().removeprefix("www.").split(".")[0])
            if len(label) >= _MIN_LABEL:
                found.setdefault(label, outlet)
                found.setdefault(label.removeprefix("the"), outlet)
        return found

    @cached_property
    def _short_forms(self) -> tuple[list[Known], list[int]]:
        """Where the short forms stand that the article itself gives to bodies: "the World Rain Office (WRO)"."""
        glosses: dict[str, Outlet] = {}
        for match in _GLOSS.finditer(self.text):
            short = match["short"]
            before = self.text[max(0, match.start() - 120) : match.start()].rpartition("\n")[2]
            if len(glosses) >= _MAX_GLOSSES or short in glosses or self.registry.by_name(short):
                continue
            name = _glossed(before, short)
            if name is not None:
                glosses[short] = next(iter(self.registry.by_name(name)), None) or organisation(name)
        if not glosses:
            return [], []
        pattern = re.compile(
            r"\b(?:" + "|".join(map(re.escape, sorted(glosses, key=len, reverse=True))) + r")\b"
        )
        found = [
            Known(Span(*m.span()), letter.OUTLET, (glosses[m.group()],)) for m in pattern.finditer(self.text)
        ]
        return found, [k.span.start for k in found]

    @cached_property
    def _bodies(self) -> tuple[list[Known], list[int]]:
        found = list(state_bodies(self.text, self.registry.by_name)) if self.phrases.language == "en" else []
        return found, [k.span.start for k in found]

    def _bodies_in(self, span: Span) -> list[Known]:
        near = []
        for found, starts in (self._bodies, self._short_forms):
            near.extend(found[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        return near

    @cached_property
    def titles(self) -> list[Known]:
        """Emphasised words that read as a title, in order."""
        return [
            Known(mark.span, letter.TITLE)
            for mark in sorted(self.article.marks, key=lambda m: m.span.start)
            if mark.kind in ("emphasis", "cite") and is_title(mark.span.of(self.text))
        ]

    @cached_property
    def _title_starts(self) -> list[int]:
        return [t.span.start for t in self.titles]

    @cached_property
    def sentences(self) -> list[Tagged]:
        """All sentences of the article's passages, tagged, and then those inside quotations (`depth` above 0)."""
        found: list[Tagged] = []
        for passage in self.passages:
            if passage.kind != "embed":
                found.extend(self._tagged(passage.span, 0))
        for quotation in self.quotations:
            if len(quotation.inner) >= _INNER and quotation.depth == 0:
                found.extend(self._tagged(quotation.inner, 1))
        return found

    @cached_property
    def _flat(self) -> list[Tagged]:
        return sorted((s for s in self.sentences if s.depth == 0), key=lambda s: s.span.start)

    @cached_property
    def _flat_starts(self) -> list[int]:
        return [s.span.start for s in self._flat]

    def sentence_of(self, position: int) -> int:
        """The number of the sentence of the article's own flow that a position stands in; -1 before the first."""
        return bisect_right(self._flat_starts, position) - 1

    def sentences_in(self, span: Span) -> list[Tagged]:
        """The sentences of the article's own flow that overlap `span`."""
        first = max(0, self.sentence_of(span.start))
        return [
            s for s in self._flat[first : bisect_left(self._flat_starts, span.end)] if s.span.overlaps(span)
        ]

    def matches(self, find: Callable[[Reading], list[M]]) -> list[M]:
        """What `find` finds in this article, found once."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]

    def _tagged(self, span: Span, depth: int) -> Iterator[Tagged]:
        quotations = [q for q in self.quotations_in(span) if q.depth == depth]
        for sentence in sentences(self.text, span, [q.outer for q in quotations]):
            known = self._known(sentence, depth)
            if not known and self.phrases.cues.isdisjoint(_SPLIT.split(sentence.of(self.text).lower())):
                yield Tagged(sentence, "", (), {}, depth)
            else:
                yield tag(self.text, sentence, known, self.phrases, depth, self.sites)

    def _known(self, sentence: Span, depth: int) -> list[Known]:
        known: list[Known] = []
        for quotation in self.quotations_in(sentence):
            if quotation.depth != depth:
                continue
            outer = Span(quotation.outer.start, min(quotation.outer.end, sentence.end))
            inner = quotation.inner.of(self.text)
            kind = letter.TITLE if quotation.closed and is_title(inner) else letter.QUOTE
            known.append(Known(outer, kind))
        covered = [k.span for k in known]
        for mention in self.mentions_in(sentence):
            if mention.surface.lower() in self.phrases.words.get("OPENER", ()) or (
                not mention.sure and self._is_part(mention)
            ):
                continue
            if not any(span.contains(mention.span) for span in covered):
                known.append(_named(self.text, mention))
            elif mention.candidates:
                # a name in quotation marks or italics is still the outlet's name
                same = next((k for k in known if k.span.contains(mention.span)), None)
                if same and len(mention.span) >= len(same.span) - 2:
                    known[known.index(same)] = Known(same.span, letter.OUTLET, mention.candidates)
        for body in self._bodies_in(sentence):
            if body.span.end <= sentence.end and not any(k.span.overlaps(body.span) for k in known):
                known.append(body)
        taken = [k.span for k in known]
        first = bisect_left(self._title_starts, sentence.start)
        for title in self.titles[first:]:
            if title.span.start >= sentence.end:
                break
            if title.span.end <= sentence.end and not any(title.span.overlaps(span) for span in taken):
                known.append(title)
        known.sort(key=lambda k: (k.span.start, -k.span.end))
        return known

    def platform(self, name: str) -> Outlet | None:
        """A social platform by its bare name ("twitter")."""
        return self.registry.by_url(f"https://{name}.com/")

    def _registered(self, outlet: Outlet) -> Outlet:
        """The registered outlet of a body that was only known by its look; German genitives lose their "s"."""
        if not outlet.provisional or outlet.domain:
            return outlet
        names = [outlet.name]
        if self.phrases.language == "de" and outlet.name.endswith("s"):
            names += [outlet.name[:-1], outlet.name.removesuffix("es")]
        return next((o for name in names for o in self.registry.by_name(name)), outlet)

    def full_name(self, name: str) -> str:
        """The name in full where the article gives it elsewhere with a second word, and only one such."""
        if not name.isalpha() or len(name) < 3:
            return name
        if name not in self._full_names:
            self._full_names[name] = self._find_full_name(name)
        return self._full_names[name]

    def _find_full_name(self, name: str) -> str:
        words = self.phrases.words
        no_name = (
            words.get("HONORIFIC", frozenset())
            | words.get("NEVERNAME", frozenset())
            | words.get("OPENER", frozenset())
        )
        no_name |= (
            words.get("FUNCTION", frozenset())
            | words.get("ORGHEAD", frozenset())
            | words.get("DATEWORD", frozenset())
        )
        for pattern in (rf"\b([A-ZÀ-Þ][a-zà-ÿ]+) {name}\b", rf"\b{name} ([A-ZÀ-Þ][a-zà-ÿ]+)\b"):
            found = {
                m.group(): m.group(1)
                for m in islice(re.finditer(pattern, self.text), _MAX_NAMES)
                if m.group(1).lower() not in no_name
            }
            if len(found) == 1 and is_human(next(iter(found))):
                return next(iter(found))
        return name

    def _is_part(self, mention: Mention) -> bool:
        """Whether a name that may be a mere word is one word of a longer name: "Hill Street", "Steve Forbes"."""
        after = self.text[mention.span.end : mention.span.end + 3]
        before = re.search(
            r"([A-Z][\w.]*) $", self.text[max(0, mention.span.start - 24) : mention.span.start]
        )
        if re.match(r" [A-Z][a-z]", after) and not self._is_role(mention.span.end + 1):
            return True
        function = self.phrases.words.get("FUNCTION", frozenset())
        return before is not None and before.group(1).lower() not in function and " " not in mention.surface

    def _is_role(self, position: int) -> bool:
        word = re.match(r"\w+", self.text[position : position + 24])
        return word is not None and word.group().lower() in self.phrases.words.get("ROLE", ())

    @cached_property
    def _clear(self) -> tuple[list[int], list[Outlet]]:
        """Where the names stand that can only be one outlet, and which."""
        clear = [m for m in self.mentions if len(m.candidates) == 1 and m.sure]
        return [m.span.start for m in clear], [m.candidates[0] for m in clear]

    @cached_property
    def country(self) -> str | None:
        """The country of the article's outlet; where that is unknown, the one of most outlets that it names."""
        own = self.article.outlet
        if own is not None and own.country:
            return own.country
        named = Counter(o.country for o in set(self._clear[1]) if o.country and o.kind != "social platform")
        first = named.most_common(1)
        return first[0][0] if first and first[0][1] * 2 > sum(named.values()) else None

    def outlet(self, candidates: Sequence[Outlet], position: int) -> Outlet | None:
        """The one that a name at `position` means of those that share it; None where two fit.

        A link beside it decides first, then what was named in full before, then the country of the article's own outlet.
        """
        if len(candidates) == 1:
            return self._registered(candidates[0])
        for link in self.links_in(Span(max(0, position - _NEAR_LINK), position + _NEAR_LINK)):
            linked = self.registry.by_url(link.url)
            if linked is not None and linked in candidates:
                return linked
        starts, outlets = self._clear
        return self.registry.choose(
            tuple(candidates),
            country=self.country,
            language=self.article.language,
            seen=outlets[: bisect_left(starts, position)],
        )


def _glossed(words: str, short: str) -> str | None:
    """The name before a bracket that a short form stands for: as many words as it takes for its letters to fit.

    >>> _glossed("It was the World Rain Office", "WRO")
    'World Rain Office'
    """
    parts = words.split()
    for count in range(2, min(len(parts), len(short) + 4) + 1):
        name = parts[-count:]
        initials = "".join(w[0] for w in name if w[0].isupper())
        if name[0][0].isupper() and initials[:1] == short[0] and len(initials) >= len(short) - 1:
            return " ".join(name)
    return None


def _named(text: str, mention: Mention) -> Known:
    """An outlet by name; a blog that bears its writer's name is the writer in "The Canary's Kit Moor"."""
    after_owner = text[max(0, mention.span.start - 3) : mention.span.start].endswith(
        ("’s ", "'s ", "s’ ", "s' ")
    )
    if after_owner and all(o.kind == "blog" for o in mention.candidates) and is_human(mention.surface):
        return Known(mention.span, letter.PERSON)
    return Known(mention.span, letter.OUTLET, mention.candidates)


def is_title(words: str) -> bool:
    """Whether words between quotation marks or in italics read as the title of a work.

    >>> is_title("The Long Rain of May,"), is_title("it rained"), is_title("Yes")
    (True, False, False)
    """
    parts = words.strip(" ,.;:").split()
    if not 1 < len(parts) <= _TITLE_WORDS or not parts[0][:1].isupper():
        return False
    telling = [w for w in parts if len(w) > 3]
    return bool(telling) and sum(w[:1].isupper() or w[:1].isdigit() for w in telling) >= 0.75 * len(telling)
