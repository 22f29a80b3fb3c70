"""Kinds of outlets, in the groups that detection tells apart; `data/outlet_kinds.rec` lists them all."""

from __future__ import annotations

BROADCASTERS = frozenset({"broadcaster", "podcast"})
"""Kinds that one hears or watches."""

PLATFORMS = frozenset({"social platform", "video platform", "forum"})
"""Kinds on which anybody posts."""

MEDIA = BROADCASTERS | {
    "aggregator",
    "blog",
    "fact checker",
    "journal",
    "magazine",
    "news site",
    "newspaper",
    "reference",
    "wire",
}
"""Kinds that carry journalism."""

PUBLISHERS = MEDIA | {"academic publisher", "social platform", "video platform"}
"""Kinds that publish what others write."""

HEARERS = frozenset(
    {"company", "court", "government", "IGO", "parliament", "party", "religious body", "university"}
)
"""Kinds that are told things without publishing them."""

POSITIONS = frozenset({"government", "IGO", "NGO", "think tank", "union", "party", "religious body"})
"""Kinds that hold and announce what they think of the news."""
