"""Whether time grows with the length alone, told on a machine that may be busy."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work, without that of collecting what other tests left."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def is_linear(
    took: Callable[[int], float], size: int, times: int, *, quick: float = 0.3, attempts: int = 6
) -> bool:
    """Whether `times` as much work takes about `times` as long: less than half-way to the square of it.

    `took` gives the seconds that work of a size takes. One attempt that shows it is enough: what is linear
    takes longer now and then because the machine is busy, what is quadratic never takes less. `quick` seconds
    are always little enough.
    """
    for _ in range(attempts):
        small, large = took(size), took(size * times)
        if large < quick or large < times**1.5 * small:
            return True
    return False
