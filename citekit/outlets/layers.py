"""Where the registry's records come from: the bundled files, packages, the user's file, a project's file."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from citekit.errors import DataError
from citekit.model import Outlet
from citekit.outlets import cache
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


@functools.cache
def default_registry() -> Registry:
    """The bundled outlets, then those of installed packages, then the user's own. Made once."""
    return registry()


def registry(*project: Path, user: Path | None = None, cache_folder: Path | None = None) -> Registry:
    """The registry with a project's own files on top, later ones first in force.

    `user` replaces the user's file; one that does not exist is no error. Raises `DataError` if a file cannot
    be read or is no list of records, `PluginError` if a package's outlets do not load.
    """
    from citekit.plugins import load

    own = user_file() if user is None else user
    for path in project:
        if not path.is_file():
            raise DataError(f"{path}: cannot be read: there is no such file")
    files_on_top = [*([own] if own.is_file() else []), *project]
    folder = cache.default_folder() if cache_folder is None else cache_folder
    code = sorted(Path(__file__).parent.glob("*.py"))
    name = cache.digest([*_stamps(*code, _bundled_folder(), *files_on_top), *_plugin_versions()])
    parts = cache.load(folder, name)
    if parts is None:
        plugins: dict[str, Callable[[], Iterable[Outlet]]] = load("citekit.outlets", {})
        layers: list[Iterable[Outlet | Record]] = [bundled(), *(plugin() for plugin in plugins.values())]
        parts = cache.compiled(layered([*layers, *(from_file(path) for path in files_on_top)]), ambiguities())
        cache.save(folder, name, parts)
    return Registry(
        parts.outlets, parts.ambiguities, hosts=parts.hosts, words=parts.words, places=parts.places
    )


def _bundled_folder() -> Path:
    """Where the bundled data are; a package in a zip file has no folder, and then no cache is kept."""
    return Path(str(files("citekit").joinpath("data")))


def _stamps(*paths: Path) -> list[str]:
    """Names, sizes and times of files, and of the outlets' files in a folder; a missing one gives nothing."""
    found = []
    for path in paths:
        inside = (
            [*sorted(path.glob("outlet*.rec")), *sorted(path.glob("outlets/*.rec"))]
            if path.is_dir()
            else [path]
        )
        for file in inside:
            try:
                status = file.stat()
            except OSError:
                continue
            found.append(f"{file.name} {status.st_size} {status.st_mtime_ns}")
    return found


def _plugin_versions() -> list[str]:
    """The packages that bring outlets, with their versions."""
    from importlib.metadata import entry_points

    points = entry_points(group="citekit.outlets")
    return sorted(f"{point.value} {point.dist.version if point.dist else ''}" for point in points)
