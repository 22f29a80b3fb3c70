"""What the two ends of an edge are at each level.

| level   | who cites                                          | what is cited              |
|---------|----------------------------------------------------|----------------------------|
| outlet  | the outlet; the article itself where it has none   | the outlet                 |
| article | the article, or the work whose words cite          | the work                   |
| work    | the outlet of the piece that cites                 | the work                   |
| person  | the authors, or the outlet where none is named     | likewise                   |
| mixed   | the article, or the work whose words cite          | the outlet                 |

A work that is one of the articles read is that article's node. A quotation whose source is not named is a
node of its own, "unknown source", at the levels where works are nodes; at the others its own citations
count for the nearest known source around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from citekit.graph.names import Ids, Names
from citekit.graph.values import Level
from citekit.model import Article, Citation, Document


class End(NamedTuple):
    """One end of the edges of a level: two functions that name its nodes, none where there is none."""

    of_article: Callable[[Names, Article], Ids]
    of_citation: Callable[[Names, Document, Citation], Ids]


def outlet_of_article(names: Names, article: Article) -> Ids:
    """The article's outlet, or the article where it has none."""
    return names.outlet(article.outlet) if article.outlet else names.article(article)


def outlet_of_citation(names: Names, document: Document, citation: Citation) -> Ids:
    """The outlet cited."""
    outlet = names.outlet_of(citation)
    return names.outlet(outlet) if outlet else ()


def publisher_of_citation(names: Names, document: Document, citation: Citation) -> Ids:
    """The outlet cited; a work that has none, or whose source is not named, is its own publisher."""
    return outlet_of_citation(names, document, citation) or names.work(document, citation)


def people_of_article(names: Names, article: Article) -> Ids:
    """The article's authors, or its outlet, or the article."""
    return names.authors(article.authors) if article.authors else outlet_of_article(names, article)


def people_of_citation(names: Names, document: Document, citation: Citation) -> Ids:
    """The work's authors, or its outlet."""
    if authors := names.authors_of(citation):
        return names.authors(authors)
    return outlet_of_citation(names, document, citation)


OUTLETS = End(outlet_of_article, outlet_of_citation)
PUBLISHERS = End(outlet_of_article, publisher_of_citation)
PIECES = End(Names.article, Names.work)
PEOPLE = End(people_of_article, people_of_citation)

ENDS: Mapping[Level, tuple[End, End]] = {
    "outlet": (OUTLETS, OUTLETS),
    "article": (PIECES, PIECES),
    "work": (PUBLISHERS, PIECES),
    "person": (PEOPLE, PEOPLE),
    "mixed": (PIECES, OUTLETS),
}
"""Who cites and what is cited, by level."""

LEVELS: tuple[Level, ...] = tuple(ENDS)
