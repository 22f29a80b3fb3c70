"""Benchmarks: every `bench_*.py` here has a `main()` that measures, prints it, and says the aim."""

from __future__ import annotations

import time
from collections.abc import Callable


def report(what: str, measured: str, aim: str = "") -> None:
    """One line of a benchmark's output."""
    print(f"  {what:<58} {measured:>22}  {aim}", flush=True)


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of several runs, which is the one least disturbed."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best
