"""Where the Zotero on this machine would save to now: what is selected in its window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.zotero.errors import GoneError, ReadOnlyError, UnreadableError
from citekit.zotero.http import Http


@dataclass(frozen=True, slots=True)
class Place:
    """Where Zotero would save to: the name of the library, and the targets by id ("L1", "C5") with their
    names.
    """

    library: str
    selected: str
    targets: Mapping[str, str]

    def target(self, name: str | None) -> str:
        """The id of the target with that id or name; what is selected in Zotero where there is none.

        Raises `GoneError` if there is no such target.
        """
        if name is None:
            return self.selected
        found = [key for key, called in self.targets.items() if name in (key, called)]
        if not found:
            raise GoneError(f"Zotero has no collection {name!r}; `citekit zotero collections` lists them")
        return found[0]


def place(http: Http) -> Place:
    """Where Zotero would save to now. Raises `ReadOnlyError` if that cannot be written to."""
    answer = http.send("POST", "/connector/getSelectedCollection", body={})
    if not answer.ok:
        raise answer.error("asking Zotero what is selected")
    try:
        found = answer.json()
        if not found["libraryEditable"]:
            raise ReadOnlyError(f"{found['libraryName']}, which is selected in Zotero, cannot be written to")
        selected = f"C{found['id']}" if found["id"] else f"L{found['libraryID']}"
        targets = {each["id"]: each["name"] for each in found.get("targets", ())}
        return Place(found["libraryName"], selected, targets)
    except (TypeError, KeyError) as error:
        raise UnreadableError(f"Zotero does not say what is selected: {error!r}") from error
