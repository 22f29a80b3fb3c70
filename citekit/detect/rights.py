"""Who holds the rights of an article, by the line under it: "© 2019 The Larkhaven Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.detect.kinds import MEDIA
from citekit.detect.reading import Reading
from citekit.model import Outlet, Passage, Span

_RIGHTS = re.compile(
    r"[(\[]?(?:©|\([Cc]\)|c\.|[Cc]opyright)[ ,]?(?:©|\([Cc]\))? ?(?:19|20)\d\d(?:[-–]\d{2,4})?(?:,| by)? ?"
)
_ENDS = re.compile(r"[^\w ]|\s*$|\s(?:All|Co|Company|Distributed|Inc|LLC|L\.P|Ltd|Visit)\b")
"""What follows the name of a holder, so that it is the whole name."""
_HEAD = 6  # code points in which the name begins


def rights(reading: Reading, passages: Sequence[Passage]) -> Iterator[tuple[Span, Outlet, str]]:
    """The outlets of the press that hold the rights by a line of their own, each with its words and
    the rule."""
    for passage in passages:
        found = _RIGHTS.match(reading.text, passage.span.start, passage.span.end)
        if found is None:
            continue
        head = Span(found.end(), min(found.end() + _HEAD, passage.span.end))
        for mention in reading.mentions_in(head):
            outlet = reading.outlet(mention.candidates, mention.span)
            if outlet is not None and outlet.kind in MEDIA and _ENDS.match(reading.text, mention.span.end):
                yield Span(passage.span.start, mention.span.end), outlet, "reprint.copyright"
