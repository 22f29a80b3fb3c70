"""The seams: packages bring readers, detectors, exporters and outlets through entry points.

A plugin is a function of the right signature under the right group in its package's `pyproject.toml`::

    [project.entry-points."citekit.detectors"]
    court-rulings = "my_package:detect_rulings"

The groups are those of `GROUPS`. A plugin with the name of a built-in one replaces it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import TypeVar

from citekit.errors import PluginError

T = TypeVar("T")

GROUPS = (
    "citekit.readers",  # (Page, Hints) -> Article
    "citekit.detectors",  # (Reading) -> Iterable[Citation]
    "citekit.bibliographies",  # (Bibliography, Options) -> Iterable[str]
    "citekit.graphs",  # (Graph) -> Iterable[str]
    "citekit.outlets",  # () -> Iterable[Outlet]
)


def load(group: str, builtin: Mapping[str, T]) -> dict[str, T]:
    """All plugins of a group by name: the built-in ones, then those of installed packages.

    Raises `PluginError` if a package's entry point cannot be imported.
    """
    found = dict(builtin)
    for point in entry_points(group=group):
        try:
            found[point.name] = point.load()
        except Exception as error:
            raise PluginError(
                f"plugin {point.name!r} ({point.value}) of {group} does not load: {error}"
            ) from error
    return found


def choose(group: str, plugins: Mapping[str, T], name: str) -> T:
    """The plugin called `name`; `PluginError` names the known ones if there is none.

    >>> choose("citekit.graphs", {"dot": str}, "dot")
    <class 'str'>
    """
    try:
        return plugins[name]
    except KeyError:
        known = ", ".join(sorted(plugins))
        raise PluginError(
            f"no {group.removeprefix('citekit.')} plugin called {name!r}; known: {known}"
        ) from None
