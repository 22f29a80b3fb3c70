"""What a citation graph is made of: nodes, edges, and the passages that make an edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from citekit.graph.passage import passage
from citekit.model import Article, Citation, Form, PartialDate

if TYPE_CHECKING:
    import igraph
    import networkx
    import pandas

Level = Literal["outlet", "article", "work", "person", "mixed"]
"""What the two ends of an edge are; `citekit.graph.levels` says it for each."""

NodeType = Literal["outlet", "article", "work", "person", "unknown"]
"""`article` was read, `work` is cited, `unknown` is a quotation whose source is not named."""

EdgeKind = Literal["cites", "carries"]
"""`carries` joins an article to a source whose own citations it shows (inside a quotation or a reprint)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that makes an edge: a citation and the article that it stands in.

    `through` is the id of the node inside whose words the citation stands; it is None where the words are the
    article's own.
    """

    article: Article
    citation: Citation
    through: str | None = None

    @property
    def text(self) -> str:
        """The passage around the citation, on one line."""
        return passage(self.article, self.citation.span)


@dataclass(frozen=True, slots=True)
class Node:
    """An outlet, article, work or person. `kind` is an outlet's or a work's own kind: "newspaper", "post".

    `cites` and `cited` count citations, self-citations apart, which are `own`. `x`, `y`, `size`, `color` and
    `community` are there once the graph was laid out; `scores` once it was measured.
    """

    id: str
    label: str
    type: NodeType
    kind: str | None = None
    url: str | None = None
    country: str | None = None
    date: PartialDate | None = None
    outlet: str | None = None
    cites: int = 0
    cited: int = 0
    own: int = 0
    community: int | None = None
    x: float | None = None
    y: float | None = None
    size: float | None = None
    color: str | None = None
    scores: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """All citations of one node by another.

    `count` is how many, `forms` how many of each form (the most frequent first), `nested` how many of them
    stand inside another's words. `first` and `last` are the dates of the articles that they were read in,
    where known. `passages` are the first of them, as many as were asked for.
    """

    source: str
    target: str
    kind: EdgeKind = "cites"
    count: int = 1
    forms: tuple[tuple[Form, int], ...] = ()
    nested: int = 0
    first: PartialDate | None = None
    last: PartialDate | None = None
    passages: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Who cites whom: a directed graph whose edges are weighted by the number of citations.

    Nodes are in order of id, edges in order of source, target and kind, so that equal corpora make equal
    files. `edges` may be any sequence, also one that makes its edges when asked: exporters go through it
    once or twice and keep none.

    >>> g = Graph("outlet", (Node("a", "A", "outlet"), Node("b", "B", "outlet")), (Edge("a", "b"),))
    >>> g.node("b").label
    'B'
    """

    level: Level
    nodes: tuple[Node, ...] = ()
    edges: Sequence[Edge] = ()

    def node(self, key: str) -> Node:
        """The node with that id; `KeyError` if there is none."""
        for node in self.nodes:
            if node.id == key:
                return node
        raise KeyError(key)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """As a `networkx.MultiDiGraph`; an edge's key is its kind, its weight the count."""
        from citekit.graph.convert import to_networkx

        return to_networkx(self)

    def to_igraph(self) -> igraph.Graph:
        """As a directed `igraph.Graph` with names, labels and weights."""
        from citekit.graph.convert import to_igraph

        return to_igraph(self)

    def to_pandas(self) -> tuple[pandas.DataFrame, pandas.DataFrame]:
        """As two tables, nodes and edges."""
        from citekit.graph.convert import to_pandas

        return to_pandas(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: a small picture, and the strongest edges."""
        from citekit.graph.notebook import as_html

        return as_html(self)
