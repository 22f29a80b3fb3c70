"""article -> citations: one detector a form, then joined, nested and numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from citekit.detect.attributions import detect_attributions
from citekit.detect.block_sources import source_blocks
from citekit.detect.joining import join
from citekit.detect.links import detect_links
from citekit.detect.locators import detect_locators
from citekit.detect.parentheticals import detect_parentheticals
from citekit.detect.posts import detect_posts
from citekit.detect.reading import Reading
from citekit.detect.reprints import detect_reprints
from citekit.detect.source_lists import detect_source_lists
from citekit.detect.voices import nest, renumbered, without_own
from citekit.model import Article, Citation, Document
from citekit.outlets import Registry, default_registry
from citekit.plugins import load

Detector = Callable[[Reading], Iterable[Citation]]
"""Finds citations of one form; ids and `within` are set afterwards for all."""

BUILTIN: Mapping[str, Detector] = {
    "links": detect_links,
    "posts": detect_posts,
    "attributions": detect_attributions,
    "parentheticals": detect_parentheticals,
    "locators": detect_locators,
    "source-lists": detect_source_lists,
    "reprints": detect_reprints,
}

__all__ = ["BUILTIN", "Detector", "Reading", "detect", "detectors"]


@cache
def detectors() -> Mapping[str, Detector]:
    """The built-in detectors and those of installed packages, by name."""
    return load("citekit.detectors", BUILTIN)


def detect(article: Article, registry: Registry | None = None) -> Document:
    """All that an article cites, in reading order, each with whom it stands within.

    >>> from citekit.model import Passage, Span
    >>> text = "It rained, according to Reuters."
    >>> article = Article("a", "-", text, passages=(Passage("paragraph", Span(0, len(text))),), language="en")
    >>> [(c.form, c.outlet.name, c.span.of(text)) for c in detect(article).citations]
    [('attribution', 'Reuters', 'according to Reuters')]
    """
    reading = Reading(article, registry or default_registry())
    found = [citation for detector in detectors().values() for citation in detector(reading)]
    nested = nest(source_blocks(reading, join(reading, found)), reading.sentence_of)
    citations = renumbered(without_own(nested, article.outlet))
    problems = tuple(sorted(set(reading.problems), key=lambda p: (p.span, p.message)))
    return Document(article, tuple(citations), problems)
