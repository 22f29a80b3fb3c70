"""What was sent over the connector, which lets nobody look into a library: one line of JSON for each step.

Lines are only ever added, and forced to the disk before anything is sent, so that a run that was killed at
any moment is known to have sent what it sent.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from citekit.errors import ZoteroError
from citekit.model import Work
from citekit.text.urls import canonical

State = Literal["sent", "saved", "undone"]


@dataclass(slots=True)
class Journal:
    """The steps of all pushes to one library, by the name that Zotero gives it."""

    library: str
    path: Path

    def note(self, state: State, session: str, works: Sequence[str]) -> None:
        """Add a step: these works were sent in that session, or were saved, or Zotero undid it."""
        line = json.dumps({"library": self.library, "state": state, "session": session, "works": list(works)})
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as stream:
                stream.write(line + "\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise ZoteroError(
                f"{self.path}: cannot be written: {error.strerror}; nothing was sent"
            ) from error

    def states(self) -> dict[str, tuple[State, str]]:
        """For each work that was ever sent the last state and its session; undone ones are left out."""
        found: dict[str, tuple[State, str]] = {}
        for state, session, works in self._steps():
            for work in works:
                if state != "undone":
                    found[work] = (state, session)
                elif found.get(work, ("", ""))[1] == session:
                    del found[work]
        return found

    def _steps(self) -> Iterator[tuple[State, str, list[str]]]:
        try:
            lines = self.path.read_text("utf-8", "replace").splitlines()
        except OSError:
            return
        for line in lines:
            try:
                step = json.loads(line)
                if step["library"] == self.library:
                    yield step["state"], step["session"], step["works"]
            except (ValueError, TypeError, KeyError):
                continue  # the machine went down while it was written: that step was never taken


def journal(library: str) -> Journal:
    """The journal of a library, in the user's state folder."""
    from platformdirs import user_state_path

    return Journal(library, user_state_path("citekit") / "zotero-connector.jsonl")


def name_of(work: Work) -> str:
    """What the journal calls a work: its citekey and address.

    >>> name_of(Work("lobo2019", "webpage", url="http://www.wsws.org/a"))
    'lobo2019 https://wsws.org/a'
    """
    return f"{work.key} {canonical(work.url) if work.url else ''}".rstrip()
