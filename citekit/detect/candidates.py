"""Which patterns a sentence can match, by the letters that it has."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.detect.patterns import Pattern


class Candidates:
    """The patterns of a language, to be asked for those whose letters a sentence has.

    A whole number has a bit for each set of letters that a pattern requires: the first sets of all patterns
    in a row, then the second sets, and so on. The letters of a sentence switch their bits on, and a pattern
    fits if all of its own are.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = sorted(patterns, key=lambda pattern: pattern.rank)
        self._rows = max((len(each.requires) for each in self._patterns), default=0)
        self._all = (1 << len(self._patterns)) - 1
        self._none_required = 0
        self._bits: dict[str, int] = {}
        for place, pattern in enumerate(self._patterns):
            for row in range(self._rows):
                bit = 1 << row * len(self._patterns) + place
                if row >= len(pattern.requires):
                    self._none_required |= bit
                    continue
                for letter in pattern.requires[row]:
                    self._bits[letter] = self._bits.get(letter, 0) | bit

    def of(self, tags: str) -> list[Pattern]:
        """The patterns that a sentence with these letters can match, best first."""
        bits = self._none_required
        for letter in set(tags):
            bits |= self._bits.get(letter, 0)
        fits, width = self._all, len(self._patterns)
        for _ in range(self._rows):
            fits &= bits
            bits >>= width
        found = []
        while fits:
            lowest = fits & -fits
            found.append(self._patterns[lowest.bit_length() - 1])
            fits ^= lowest
        return found
