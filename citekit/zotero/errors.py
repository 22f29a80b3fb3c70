"""What can go wrong between citekit and Zotero, each with its own exit code.

ZoteroError              10   anything below
├── NotRunningError      20   nothing answers there
├── UnconfirmedError     21   cut off or too slow: what was sent may have been saved
├── DeniedError          22   the person, or the key's rights, said no (403)
├── KeyNeededError       23   no key, or one that is no longer valid (401)
├── ReadOnlyError        24   the library cannot be written to
├── GoneError            25   a collection or item is not there (404, 409)
├── ChangedError         26   the library changed meanwhile (412), again and again
├── BusyError            27   too many requests (429, 503), longer than citekit waits
├── BrokenError          28   Zotero failed inside (500); it undid what was sent
├── RejectedError        29   Zotero refused some items, or the request (400, 413, 428)
├── NothingSavedError    30   Zotero said "saved" and saved nothing, or something else
├── NotAnItemError       31   what was to be sent is no item by Zotero's schema
└── UnreadableError      32   the answer is not what Zotero documents
"""

from __future__ import annotations

from citekit.errors import ZoteroError


class NotRunningError(ZoteroError):
    """Nothing answers there."""

    exit_code = 20


class UnconfirmedError(ZoteroError):
    """The request was sent and no answer came: it may or may not have been carried out."""

    exit_code = 21


class DeniedError(ZoteroError):
    """The person, or the rights of the key, said no."""

    exit_code = 22


class KeyNeededError(ZoteroError):
    """No key, or one that is no longer valid."""

    exit_code = 23


class ReadOnlyError(ZoteroError):
    """The library cannot be written to."""

    exit_code = 24


class GoneError(ZoteroError):
    """A collection or an item is not there."""

    exit_code = 25


class ChangedError(ZoteroError):
    """The library changed between reading and writing."""

    exit_code = 26


class BusyError(ZoteroError):
    """Too many requests; `seconds` is how long Zotero asks to wait, where it says so."""

    exit_code = 27

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


class BrokenError(ZoteroError):
    """Zotero failed inside, and undid what was sent."""

    exit_code = 28


class RejectedError(ZoteroError):
    """Zotero refused some items, or the request as a whole."""

    exit_code = 29


class NothingSavedError(ZoteroError):
    """Zotero said "saved" and saved nothing."""

    exit_code = 30


class NotAnItemError(ZoteroError):
    """What was to be sent is no item that Zotero's schema allows."""

    exit_code = 31


class UnreadableError(ZoteroError):
    """The answer is not what Zotero documents; something else may be listening there."""

    exit_code = 32
