"""Numbers that describe a citation graph: who is central, who belongs together, how concentrated sources are.

All of them are about edges of kind "cites"; a "carries" edge is no citation. Edges are weighted by their
counts unless a measure says otherwise.
"""

from citekit.graph.measures.central import betweenness, hits, pagerank
from citekit.graph.measures.community import communities, modularity
from citekit.graph.measures.coupling import Pair, co_cited, coupled
from citekit.graph.measures.shares import gini, nested_share, reciprocity, self_share
from citekit.graph.measures.summary import Measures, measure, scored

__all__ = [
    "Measures",
    "Pair",
    "betweenness",
    "co_cited",
    "communities",
    "coupled",
    "gini",
    "hits",
    "measure",
    "modularity",
    "nested_share",
    "pagerank",
    "reciprocity",
    "scored",
    "self_share",
]
