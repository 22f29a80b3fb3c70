"""The posts, videos and recordings met on the way, each once however often the page shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.articles.embeds import Frame, read_credit
from citekit.articles.embeds.credit import author_named
from citekit.model import Embed, PartialDate, Span


@dataclass(slots=True)
class Posts:
    """What was met, in the order of the page."""

    embeds: list[Embed] = field(default_factory=list)
    _places: dict[tuple[str, str], int] = field(default_factory=dict)

    def has_words(self, frame: Frame) -> bool:
        """Whether the post was met before, with its own words."""
        place = self._places.get(frame.key) if frame.key else None
        return place is not None and self.embeds[place].words is not None

    def add(self, frame: Frame, begin: int, text: str) -> None:
        """Record a post whose shown text, credit line included, is `text` and stands at `begin`."""
        embed = _embed(frame, begin, text.strip())
        place = self._places.get(frame.key) if frame.key else None
        if place is None:
            if frame.key:
                self._places[frame.key] = len(self.embeds)
            self.embeds.append(embed)
        elif text and self.embeds[place].words is None:
            self.embeds[place] = embed


def _embed(frame: Frame, begin: int, text: str) -> Embed:
    credit = read_credit(text) if text else None
    words = (text[: credit.start] if credit else text).rstrip()
    if words.startswith(("http://", "https://")) and len(words.split()) == 1:
        words = ""
    return Embed(
        span=Span(begin, begin + len(text)),
        platform=frame.platform,
        url=frame.url,
        author=(credit.author if credit else None) or author_named(None, frame.handle),
        date=_finer(credit.date if credit else None, frame.date),
        words=Span(begin, begin + len(words)) if words else None,
    )


def _finer(shown: PartialDate | None, coded: PartialDate | None) -> PartialDate | None:
    """The day as shown; the minute in the post's id only where it is that day: the page may be in another
    zone.
    """
    if shown is None or coded is None:
        return shown or coded
    same = (shown.year, shown.month, shown.day) == (coded.year, coded.month, coded.day)
    return coded if same else shown
