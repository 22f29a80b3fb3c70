"""A sentence of an article, whose words are read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from citekit.detect.known import Known
from citekit.detect.spans import Spans
from citekit.detect.tags import Words
from citekit.model import Outlet, Span


class Tagged:
    """A sentence at `span`; `tags[i]` is the letter of `spans[i]`, `outlets` are the candidates at a token.

    `depth` is 1 for a sentence inside a quotation, 0 for one of the article's own flow. `may_cite` says
    whether any pattern can match it; most sentences are never read word by word.
    """

    __slots__ = ("_known", "_read", "_words", "depth", "may_cite", "span")

    def __init__(
        self,
        span: Span,
        depth: int,
        may_cite: bool,
        known: Sequence[Known],
        read: Callable[[Span, Sequence[Known]], Words],
    ) -> None:
        self.span = span
        self.depth = depth
        self.may_cite = may_cite
        self._known = known
        self._read = read
        self._words: Words | None = None

    @property
    def _all(self) -> Words:
        if self._words is None:
            self._words = self._read(self.span, self._known)
        return self._words

    @property
    def tags(self) -> str:
        """A letter for each token."""
        return self._all.tags

    @property
    def spans(self) -> Spans:
        """Where each token stands."""
        return self._all.spans

    @property
    def outlets(self) -> Mapping[int, tuple[Outlet, ...]]:
        """The outlets that a token may mean, by its index."""
        return self._all.outlets
