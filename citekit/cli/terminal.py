"""A progress bar on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType

from citekit.text.terminal import clip, safe

_BAR = 20


class Progress:
    """A bar; silent where standard error is no terminal.

    `total`, the number of articles, is asked for only where a bar is shown: it may have to look into folders.
    """

    def __init__(self, *, shown: bool, total: Callable[[], int]) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._total = total() if self._shown else 0
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
            sys.stderr.write(f"\r\x1b[2K{clip(f'{self._state(now)}  {safe(source)}', 79)}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the bar, so that something else can be written in its place."""
        if self._shown and self._last:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

    def _state(self, now: float) -> str:
        rate = self._count / max(now - self._start, 0.001)
        done = min(self._count / max(self._total, 1), 1.0)
        bar = "#" * round(done * _BAR)
        left = max(self._total - self._count, 0) / rate
        return f"[{bar:-<{_BAR}}] {self._count} of {self._total}, {left:.0f} s left"
