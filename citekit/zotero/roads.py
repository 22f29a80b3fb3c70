"""Which roads into a Zotero are open, and which one to take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from citekit.zotero import apikeys
from citekit.zotero.errors import KeyNeededError, NotRunningError, UnreadableError
from citekit.zotero.http import Http
from citekit.zotero.local import HOW_TO_OPEN, Running, running
from citekit.zotero.web import NO_KEY

Via = Literal["local", "connector", "web", "file"]


@dataclass(frozen=True, slots=True)
class Roads:
    """What answers on this machine (or why nothing does), and where a key for zotero.org was found, if one
    was.
    """

    running: Running | None
    trouble: str = ""
    key: str | None = None

    def take(self, via: Via | Literal["auto"]) -> tuple[Via, str]:
        """The road to take, and why, in words: the one asked for, or the one that keeps most.

        Raises `NotRunningError` or `KeyNeededError` if it is closed.

        >>> Roads(Running("9.0", "read")).take("auto")[0], Roads(None, key="keyring").take("auto")[0]
        ('connector', 'web')
        """
        if via == "file":
            return "file", "a Zotero RDF file"
        if via == "web":
            if self.key is None:
                raise KeyNeededError(NO_KEY)
            return "web", f"zotero.org, with the key of the {self.key}"
        if via in ("auto", "local") and self.running and self.running.api == "write":
            return "local", f"the local API of Zotero {self.running.version}"
        if via == "local":
            raise NotRunningError(self._no_local())
        if via == "auto" and self.key:
            return "web", f"zotero.org, with the key of the {self.key}, as {self._no_local()}"
        if self.running is None:
            hint = "start Zotero, or write a file with --via file -o FILE.rdf"
            raise NotRunningError(f"{self.trouble}; {hint}")
        because = f", as {self._no_local()}" if via == "auto" else ""
        return "connector", f"the connector of Zotero {self.running.version}{because}"

    def to_read(self, via: Via | Literal["auto"]) -> Via:
        """The road to take where nothing is to be written; an older Zotero's local API will do.

        >>> Roads(Running("9.0", "read")).to_read("auto"), Roads(Running("9.0", "off")).to_read("auto")
        ('local', 'connector')
        """
        if via in ("auto", "local") and self.running and self.running.api in ("read", "write"):
            return "local"
        return self.take(via)[0]

    def _no_local(self) -> str:
        if self.running is None:
            return f"no Zotero runs here ({self.trouble})"
        if self.running.api == "off":
            return f"its local API is off: {HOW_TO_OPEN}"
        return f"Zotero {self.running.version} has no local API that writes, which 10 and later have"


def survey(http: Http) -> Roads:
    """Ask what is running, and look for a key; nothing is written and no one is asked for leave."""
    found = apikeys.find(apikeys.WEB)
    key = found[1] if found else None
    try:
        return Roads(running(http), key=key)
    except (NotRunningError, UnreadableError) as error:
        return Roads(None, str(error), key)
