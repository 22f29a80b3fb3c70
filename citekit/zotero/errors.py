"""What can go wrong between citekit and Zotero, each with its own exit code.

ZoteroError                 10   anything below
├── NotRunning              20   nothing answers there
├── Unconfirmed             21   the connection was cut or too slow, and what was sent may have been saved
├── Denied                  22   the person, or the key's rights, said no (403)
├── KeyNeeded               23   no key, or one that is no longer valid (401)
├── ReadOnly                24   the library cannot be written to
├── Gone                    25   a collection or item is not there (404, 409)
├── Changed                 26   the library changed meanwhile (412), more often than citekit retried
├── Busy                    27   too many requests (429, 503), longer than citekit waits
├── Broken                  28   Zotero failed inside (500); it undid what was sent
├── Rejected                29   Zotero refused some items, or the request (400, 413, 428, `failed`)
├── NothingSaved            30   Zotero said "saved" and saved nothing (201 with no items)
├── NotAnItem               31   what was to be sent is no item that Zotero's schema allows
└── Unreadable              32   the answer is not what Zotero documents
"""

from __future__ import annotations

from citekit.errors import ZoteroError


class NotRunning(ZoteroError):
    """Nothing answers there."""

    exit_code = 20


class Unconfirmed(ZoteroError):
    """The request was sent and no answer came: it may or may not have been carried out."""

    exit_code = 21


class Denied(ZoteroError):
    """The person, or the rights of the key, said no."""

    exit_code = 22


class KeyNeeded(ZoteroError):
    """No key, or one that is no longer valid."""

    exit_code = 23


class ReadOnly(ZoteroError):
    """The library cannot be written to."""

    exit_code = 24


class Gone(ZoteroError):
    """A collection or an item is not there."""

    exit_code = 25


class Changed(ZoteroError):
    """The library changed between reading and writing."""

    exit_code = 26


class Busy(ZoteroError):
    """Too many requests; `seconds` is how long Zotero asks to wait, where it says so."""

    exit_code = 27

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


class Broken(ZoteroError):
    """Zotero failed inside, and undid what was sent."""

    exit_code = 28


class Rejected(ZoteroError):
    """Zotero refused some items, or the request as a whole."""

    exit_code = 29


class NothingSaved(ZoteroError):
    """Zotero said "saved" and saved nothing."""

    exit_code = 30


class NotAnItem(ZoteroError):
    """What was to be sent is no item that Zotero's schema allows."""

    exit_code = 31


class Unreadable(ZoteroError):
    """The answer is not what Zotero documents; something else may be listening there."""

    exit_code = 32
