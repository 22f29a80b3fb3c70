"""Benchmarks: every `bench_*.py` here has a `main()` that measures, prints it, and says the aim."""

from __future__ import annotations

import time
from collections.abc import Callable


def report(what: str, measured: str, aim: str = "") -> None:
    """One line of a benchmark's output."""
    print(f"  {what:<58} {measured:>22}  {aim}", flush=True)


def seconds(
    work: Callable[[], object], times: int = 3, clock: Callable[[], float] = time.process_time
) -> float:
    """The shortest of several runs, which is the one least disturbed.

    In processor time, which other programs on a busy machine do not add to; give another clock for what
    waits or runs in other processes.
    """
    best = float("inf")
    for _ in range(times):
        start = clock()
        work()
        best = min(best, clock() - start)
    return best
