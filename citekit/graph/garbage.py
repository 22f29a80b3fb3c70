"""Making many values without looking for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause Python's search for circles of garbage.

    Values that are frozen make no circles, and each search goes through all that is alive: with a corpus of a
    million citations in memory, they would take half of the time of building its graph.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
