"""A passage of a text with its words and what stood around it."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.model import Passage


@dataclass(frozen=True, slots=True)
class Block:
    """A passage with its words, and how many spaces stood before it."""

    passage: Passage
    text: str
    indent: int = 0
    alone: bool = True
    """Whether empty lines stand around it."""
    inset: int = 0
    """How many spaces stand before each of its lines."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())
