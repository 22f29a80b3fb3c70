"""Libraries that only some of what graphs can do needs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from citekit.errors import CitekitError

EXTRAS = {"igraph": "igraph", "pandas": "pandas", "pyarrow": "parquet", "pyarrow.parquet": "parquet"}
"""The extra of citekit that brings a library, where it is not `graph`."""


def need(module: str) -> Any:
    """The module, imported now.

    Raises `CitekitError` that says what to install if it is not there.

    >>> need("no_such_library")
    Traceback (most recent call last):
    citekit.errors.CitekitError: this needs no_such_library: pip install "citekit[graph]"
    """
    try:
        return import_module(module)
    except ImportError as error:
        extra = EXTRAS.get(module, "graph")
        raise CitekitError(
            f'this needs {module.partition(".")[0]}: pip install "citekit[{extra}]"'
        ) from error
