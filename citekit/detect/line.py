"""A sentence while its words are tagged."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.detect import patterns as letter
from citekit.model import Outlet


@dataclass(slots=True)
class Line:
    """A tagged sentence in the making: `tags[i]` is the letter of what stands at `starts[i]` to `ends[i]`."""

    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    outlets: dict[int, tuple[Outlet, ...]] = field(default_factory=dict)

    def add(self, tag: str, start: int, end: int) -> None:
        """Put a token with its letter at the end."""
        self.tags.append(tag)
        self.starts.append(start)
        self.ends.append(end)

    def words(self, index: int, text: str) -> str:
        """The words of a token."""
        return text[self.starts[index] : self.ends[index]]

    def rename(self, index: int, outlet: Outlet) -> None:
        """Make a token an outlet's name."""
        self.tags[index] = letter.OUTLET
        self.outlets[index] = (outlet,)
