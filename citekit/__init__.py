"""Find what news and blog articles cite.

    >>> import citekit
    >>> document = citekit.extract(citekit.read("bib/articles/harbour-fire.html"))      # doctest: +SKIP
    >>> corpus = citekit.resolve([document])                                            # doctest: +SKIP
    >>> citekit.bibliography(corpus).works                                              # doctest: +SKIP

Everything is imported when it is first used, so that `import citekit` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citekit.bibliography import Bibliography as Bibliography
    from citekit.bibliography import bibliography as bibliography
    from citekit.errors import CitekitError as CitekitError
    from citekit.graph import Graph as Graph
    from citekit.graph import graph as graph
    from citekit.model import Article as Article
    from citekit.model import Citation as Citation
    from citekit.model import Corpus as Corpus
    from citekit.model import Document as Document
    from citekit.model import Organisation as Organisation
    from citekit.model import Outlet as Outlet
    from citekit.model import Page as Page
    from citekit.model import PartialDate as PartialDate
    from citekit.model import Person as Person
    from citekit.model import Problem as Problem
    from citekit.model import Span as Span
    from citekit.model import Work as Work
    from citekit.outlets import Registry as Registry
    from citekit.pipeline import extract as extract
    from citekit.pipeline import read as read
    from citekit.pipeline import resolve as resolve

    __version__: str

_MODEL = "Article Citation Corpus Document Organisation Outlet Page PartialDate Person Problem Span Work"
_HOMES = {
    **dict.fromkeys(_MODEL.split(), "citekit.model"),
    **dict.fromkeys(("read", "extract", "resolve"), "citekit.pipeline"),
    **dict.fromkeys(("Bibliography", "bibliography"), "citekit.bibliography"),
    **dict.fromkeys(("Graph", "graph"), "citekit.graph"),
    "CitekitError": "citekit.errors",
    "Registry": "citekit.outlets",
}

__all__ = [
    "Article",
    "Bibliography",
    "Citation",
    "CitekitError",
    "Corpus",
    "Document",
    "Graph",
    "Organisation",
    "Outlet",
    "Page",
    "PartialDate",
    "Person",
    "Problem",
    "Registry",
    "Span",
    "Work",
    "__version__",
    "bibliography",
    "extract",
    "graph",
    "read",
    "resolve",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("citekit")
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'citekit' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Face(ModuleType):
    """Three verbs share their names with the stages that do the work (`citekit.resolve` is both).

    Python binds a submodule to its package when it is first imported; here the verb keeps the name, and the
    stage is had by `from citekit.resolve import ...`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
