"""Reading the sentences of an article word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from citekit.detect.known import Known
from citekit.detect.linked_sites import told_sites
from citekit.detect.longer_names import families
from citekit.detect.phrases import Phrases
from citekit.detect.tags import Words, tag
from citekit.detect.tokens import tokens
from citekit.detect.vocabulary import vocabulary
from citekit.model import Link, Outlet, Span
from citekit.outlets import Registry


class Tagger:
    """Tags the sentences of one article, of which it knows the text and the links."""

    def __init__(self, text: str, links: Sequence[Link], registry: Registry, phrases: Phrases) -> None:
        self._text = text
        self._links = links
        self._registry = registry
        self._phrases = phrases
        self._vocabulary = vocabulary(phrases)
        self._elisions = phrases.listed("ELISION")

    def read(self, span: Span, known: Sequence[Known]) -> Words:
        """The words of the sentence at `span`; `known` are what stands in it, in order and not
        overlapping.
        """
        found = tokens(self._text, span, known, self._elisions)
        facts = [*map(self._vocabulary.__getitem__, found.texts)]
        return tag(self._text, found, facts, self._phrases, self._sites, self._families)

    @cached_property
    def _sites(self) -> Mapping[str, Outlet]:
        return told_sites(self._text, self._links, self._registry, self._phrases)

    @cached_property
    def _families(self) -> frozenset[str] | None:
        """None where a capital by itself tells a name."""
        return families(self._text, self._phrases) if self._phrases.listed("COMMON") else None
