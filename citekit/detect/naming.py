"""Whom a name means where it stands in an article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from citekit.detect.layout import Layout
from citekit.detect.places import Places
from citekit.model import Outlet, Problem, Span
from citekit.outlets import Mention

_NEAR_LINK = 60  # code points within which a link decides whom a name means
_NAMED = 4  # outlets that a problem names at most


class Naming(Layout):
    """An article's layout, with the outlets that its names mean."""

    def outlet(self, candidates: Sequence[Outlet], name: Span) -> Outlet | None:
        """The one of `candidates` that a name means where it stands; None where two fit.

        A link beside it decides first, then what was named in full before, then the country of the article's
        own outlet.
        """
        if len(candidates) == 1:
            return self._shortened(candidates[0], name) or self._registered(candidates[0])
        position = name.start
        for link in self.links_in(Span(max(0, position - _NEAR_LINK), position + _NEAR_LINK)):
            linked = self.registry.by_url(link.url)
            if linked is not None and any(linked.id == each.id for each in candidates):
                return linked
        return self.registry.choose(
            tuple(candidates),
            country=self.country,
            language=self.article.language,
            seen=self._named_before(candidates, position),
            surface=name.of(self.text),
        )

    def _shortened(self, outlet: Outlet, name: Span) -> Outlet | None:
        """The outlet just named in full whose name ends so: after "the Detroit Free Press", "the Free Press"
        is that one, though another is called so.
        """
        words = name.of(self.text)
        if words.startswith("the "):
            words = words[len("the ") :]
        elif not self.text.endswith("the ", 0, name.start):
            return None
        for mention in reversed(self._clear.items[: self._clear.before(name.start)]):
            named = mention.candidates[0]
            if named.id == outlet.id:
                return None
            if named.name.endswith(f" {words}"):
                return named
        return None

    def _named_before(self, candidates: Sequence[Outlet], position: int) -> list[Outlet]:
        """Those of `candidates` that were named in full before a position, the last named last."""
        named = []
        for outlet in candidates:
            places = self._named_at.get(outlet.id, ())
            count = bisect_left(places, position)
            if count:
                named.append((places[count - 1], outlet))
        return [outlet for _, outlet in sorted(named, key=lambda pair: pair[0])]

    @cached_property
    def _named_at(self) -> Mapping[str, list[int]]:
        """Where each outlet is named that cannot be another."""
        places: dict[str, list[int]] = defaultdict(list)
        for mention in self._clear.items:
            places[mention.candidates[0].id].append(mention.span.start)
        return places

    def platform(self, name: str) -> Outlet | None:
        """A social platform by its bare name ("twitter")."""
        return self.registry.by_url(f"https://{name}.com/")

    def ambiguous(self, span: Span, candidates: Sequence[Outlet]) -> None:
        """Note that a name may be several outlets and nothing decides."""
        names = " or ".join(f"{o.name} ({o.domain})" if o.domain else o.name for o in candidates[:_NAMED])
        self.problems.append(Problem(span, f"{span.of(self.text)!r} may be {names}"))

    @cached_property
    def country(self) -> str | None:
        """The country of the article's outlet; where unknown, the one of most outlets that it names."""
        own = self.article.outlet
        if own is not None and own.country:
            return own.country
        outlets = {mention.candidates[0] for mention in self._clear.items}
        named = Counter(o.country for o in outlets if o.country and o.kind != "social platform")
        first = named.most_common(1)
        return first[0][0] if first and first[0][1] * 2 > sum(named.values()) else None

    @cached_property
    def _clear(self) -> Places[Mention]:
        """The names that can only be one outlet."""
        return Places([m for m in self.mentions if len(m.candidates) == 1 and m.sure])

    def _registered(self, outlet: Outlet) -> Outlet:
        """The registered outlet of a body known only by its look; German genitives lose their "s"."""
        if not outlet.provisional or outlet.domain:
            return outlet
        names = [outlet.name]
        if self.phrases.language == "de" and outlet.name.endswith("s"):
            names += [outlet.name[:-1], outlet.name.removesuffix("es")]
        return next((o for name in names for o in self.registry.by_name(name)), outlet)
