"""A line of progress on standard error."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from citekit.text.terminal import clip, safe


class Progress:
    """One line on standard error that counts articles; silent where standard error is no terminal."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._start = time.monotonic()
        self._last = 0.0
        self._count = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, source: str) -> None:
        """Count one more; redraw ten times a second at most."""
        self._count += 1
        now = time.monotonic()
        if self._shown and now - self._last >= 0.1:
            self._last = now
            rate = self._count / max(now - self._start, 0.001)
            line = f"{self._count} articles, {rate:.0f} a second  {safe(source)}"
            sys.stderr.write(f"\r\x1b[2K{clip(line, 79)}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line, so that something else can be written in its place."""
        if self._shown and self._last:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
