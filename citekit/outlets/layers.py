"""Where the registry's records come from: the bundled files, packages, the user's file, a project's file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from citekit.errors import DataError
from citekit.model import Outlet
from citekit.outlets.ambiguity import Ambiguity
from citekit.outlets.ambiguity import read as read_ambiguities
from citekit.outlets.reading import outlet
from citekit.outlets.records import Record, parse
from citekit.outlets.registry import Registry


def bundled() -> Iterator[Record]:
    """The records that come with citekit, one file a country."""
    for file in sorted(files("citekit").joinpath("data/outlets").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".rec"):
            yield from parse(file.read_text("utf-8"), file.name)


def ambiguities() -> Mapping[str, Ambiguity]:
    """The bundled table of names that need their context."""
    file = files("citekit").joinpath("data/outlet_ambiguity.rec")
    return read_ambiguities(parse(file.read_text("utf-8"), file.name))


def user_file() -> Path:
    """The user's own outlets: `outlets.rec` in the platform's folder for settings. It need not exist."""
    from platformdirs import user_config_path

    return user_config_path("citekit") / "outlets.rec"


def from_file(path: Path) -> list[Record]:
    """The records of a user's or project's file. Raises `DataError` if it cannot be read."""
    try:
        return list(parse(path.read_text("utf-8-sig").replace("\r\n", "\n"), str(path)))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {error}") from error


def layered(layers: Iterable[Iterable[Outlet | Record]]) -> list[Outlet]:
    """Outlets of all layers: a later one replaces an earlier one of the same id, `hide: yes` removes it.

    >>> hidden = Record({"id": ("a",), "hide": ("yes",)})
    >>> [each.name for each in layered([[Outlet("a", "A"), Outlet("b", "B")], [hidden, Outlet("b", "Bee")]])]
    ['Bee']
    """
    found: dict[str, Outlet] = {}
    for layer in layers:
        for each in layer:
            if isinstance(each, Record):
                id = each.one("id") or ""
                if each.one("hide") == "yes":
                    found.pop(id, None)
                    continue
                each = outlet(each)
            found[each.id] = each
    return list(found.values())


@cache
def default_registry() -> Registry:
    """The bundled outlets, then those of installed packages, then the user's own. Made once."""
    return registry()


def registry(*project: Path, user: Path | None = None) -> Registry:
    """The registry with a project's own files on top, later ones first in force.

    `user` replaces the user's file; one that does not exist is no error.
    """
    from citekit.plugins import load

    own = user_file() if user is None else user
    plugins: dict[str, Callable[[], Iterable[Outlet]]] = load("citekit.outlets", {})
    layers: list[Iterable[Outlet | Record]] = [bundled(), *(plugin() for plugin in plugins.values())]
    if own.is_file():
        layers.append(from_file(own))
    layers.extend(from_file(path) for path in project)
    return Registry(layered(layers), ambiguities())
