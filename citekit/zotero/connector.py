"""The connector, which every Zotero since 5 has open: items go in, and nothing can be read or linked.

What was saved is known by the answer, by a session that Zotero remembers until it is restarted, by the
journal, and, where the local API may at least be read, by looking.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from citekit.zotero.api import Library
from citekit.zotero.errors import (
    BrokenError,
    GoneError,
    NothingSavedError,
    ReadOnlyError,
    RejectedError,
    UnconfirmedError,
)
from citekit.zotero.facts import Item
from citekit.zotero.http import Answer, Http
from citekit.zotero.items import TAG
from citekit.zotero.journal import Journal, journal, name_of
from citekit.zotero.local import HOW_TO_OPEN
from citekit.zotero.match import Index
from citekit.zotero.plan import Entry, Plan
from citekit.zotero.push import Outcome, Report
from citekit.zotero.selected import place
from citekit.zotero.writing import settle

BATCH = 25
"""Zotero took 82 seconds for 500 items in one request, measured; more at once would look like a hang."""

LOSSES = (
    "over the connector Zotero keeps no Related links (`citekit zotero relate-script` adds them), no "
    "collection for each article and no archived copies, its tags are automatic ones, and items that are "
    "there already are left as they are"
)

_TIMEOUT = 120.0


def push(
    plan: Plan,
    http: Http,
    *,
    reading: Library | None = None,
    target: str | None = None,
    again: bool = False,
    dry_run: bool = False,
    report: Report = lambda what, done, of: None,
    say: Callable[[str], None] = lambda words: None,
) -> Outcome:
    """Save the entries that are not there yet; `reading` is the library where the local API may be read.

    `target` is a collection's id or name; `again` sends what the journal holds for sent once more; with
    `dry_run` the outcome says what would be sent.
    """
    where = place(http)
    work = _Push(http, journal(where.library), where.target(target), reading, report, say)
    return work.run(plan, again, dry_run)


@dataclass(slots=True)
class _Push:
    http: Http
    journal: Journal
    target: str
    reading: Library | None
    report: Report
    say: Callable[[str], None]
    index: Index = field(default_factory=Index)
    outcome: Outcome = field(default_factory=Outcome)

    def run(self, plan: Plan, again: bool, dry_run: bool) -> Outcome:
        if self.reading:
            self.index.add(self.reading.items())
        before = {} if again else self.journal.states()
        waiting = [entry for entry in plan.entries if not self._is_there(entry, before)]
        if dry_run:
            self.outcome.created = [entry.key for entry in waiting]
            self.outcome.notes = [entry.key for entry in waiting for _ in entry.notes]
            return self.outcome
        for start in range(0, len(waiting), BATCH):
            self._save(waiting[start : start + BATCH])
            self.report("items", min(start + BATCH, len(waiting)), len(waiting))
        self._verify({entry.key: entry for entry in waiting})
        return self.outcome

    def _is_there(self, entry: Entry, before: Mapping[str, tuple[str, str]]) -> bool:
        """Whether the entry needs no sending, or cannot be told to need it."""
        if self.reading:  # who can look needs no journal
            known = self.index.find(entry.work) is not None
            self.outcome.found += [entry.key] if known else []
            return known
        state, session = before.get(name_of(entry.work), ("", ""))
        if state == "sent" and not self._arrived(session):
            self.outcome.failed.append((entry.key, self._unsure()))
        elif state:
            self.outcome.found.append(entry.key)
        return bool(state)

    def _save(self, batch: Sequence[Entry]) -> None:
        """One request; where Zotero fails and undoes it, its halves, down to the item that is at fault."""
        session, names = uuid.uuid4().hex, [name_of(entry.work) for entry in batch]
        self.journal.note("sent", session, names)
        body = {"sessionID": session, "uri": _address(batch), "items": [_item(entry) for entry in batch]}
        try:
            answer = self.http.send("POST", "/connector/saveItems", body=body, timeout=_TIMEOUT)
        except UnconfirmedError as error:
            if not self._arrived(session):
                self._look(batch, session, error)
                return
            self.say(
                f"Zotero took {len(batch)} items and never said that it saved them: see that they are there"
            )
        else:
            if answer.status == 500 and "libraryEditable" not in answer.text:
                self.journal.note("undone", session, names)
                if len(batch) == 1:
                    message = "Zotero failed on this item and saved nothing of it (500)"
                    self.outcome.failed.append((batch[0].key, BrokenError(message)))
                    return
                middle = len(batch) // 2
                self._save(batch[:middle])
                self._save(batch[middle:])
                return
            if not answer.ok:
                self.journal.note("undone", session, names)
                raise _error(answer, f"saving {len(batch)} items")
            if _says_nothing(answer):
                self.journal.note("undone", session, names)
                raise NothingSavedError(
                    "Zotero answered that all is saved (201), with an empty list of items"
                )
        self._saved(batch, session)

    def _saved(self, batch: Sequence[Entry], session: str) -> None:
        self.journal.note("saved", session, [name_of(entry.work) for entry in batch])
        self.outcome.created += [entry.key for entry in batch]
        self.outcome.notes += [entry.key for entry in batch for _ in entry.notes]
        body = {"sessionID": session, "target": self.target, "tags": [TAG]}
        answer = self.http.send("POST", "/connector/updateSession", body=body)
        if answer.ok:
            return
        if "COLLECTION_NOT_FOUND" in answer.text:
            raise GoneError("the collection is gone; what was saved until now lies in the library")
        self.say(
            f"{len(batch)} items were saved, and are not in the collection nor tagged: Zotero was restarted"
        )

    def _arrived(self, session: str) -> bool:
        """Whether Zotero knows the session, so that what was sent in it has arrived."""
        body = {"sessionID": session, "target": self.target}
        try:
            answer = self.http.send("POST", "/connector/updateSession", body=body)
        except UnconfirmedError:
            return False
        return answer.ok or "COLLECTION_NOT_FOUND" in answer.text

    def _look(self, batch: Sequence[Entry], session: str, error: UnconfirmedError) -> None:
        """No answer, and no such session: look for the items, and send those that are not there."""
        if self.reading is None:
            self.outcome.failed += [(entry.key, self._unsure()) for entry in batch]
            return
        settle(self.reading)
        self.index.add(self.reading.items())
        there = [entry for entry in batch if self.index.find(entry.work)]
        missing = [entry for entry in batch if not self.index.find(entry.work)]
        self.journal.note("undone", session, [name_of(entry.work) for entry in missing])
        self.outcome.created += [entry.key for entry in there]
        if len(missing) == len(batch) and len(batch) > 1:
            middle = len(batch) // 2
            self._save(batch[:middle])
            self._save(batch[middle:])
        elif missing and len(batch) > 1:
            self._save(missing)
        elif missing:
            self.outcome.failed.append((batch[0].key, error))

    def _verify(self, sent: Mapping[str, Entry]) -> None:
        """Where we may look: whether all that Zotero took is there."""
        if self.reading is None or not self.outcome.created:
            return
        self.index.add(self.reading.items())
        for key in list(self.outcome.created):
            if self.index.find(sent[key].work) is None:
                self.outcome.created.remove(key)
                error = NothingSavedError(
                    "Zotero answered that it is saved (201), and the library does not have it"
                )
                self.outcome.failed.append((key, error))

    def _unsure(self) -> UnconfirmedError:
        return UnconfirmedError(
            "this was sent, and whether Zotero saved it cannot be seen from here: look for it; if it is not "
            f"there, push with --again; or let citekit look: {HOW_TO_OPEN}"
        )


def _item(entry: Entry) -> dict[str, Any]:
    """An item as translators give it: notes inside it, single names marked by `fieldMode`."""
    made: Item = {name: value for name, value in entry.item.items() if name != "creators"}
    made["tags"] = [tag for tag in entry.item["tags"] if tag["tag"] != TAG]
    made["creators"] = [
        {"creatorType": each["creatorType"], "lastName": each["name"], "fieldMode": 1}
        if "name" in each
        else each
        for each in entry.item["creators"]
    ]
    return {"id": entry.key, **made, "notes": [{"note": note.html()} for note in entry.notes]}


def _address(batch: Sequence[Entry]) -> str:
    return next((entry.item["url"] for entry in batch if entry.item.get("url")), "http://localhost/")


def _says_nothing(answer: Answer) -> bool:
    """Whether the answer lists what was saved, as older Zoteros do, and lists nothing."""
    try:
        found = json.loads(answer.text or "null")
    except ValueError:
        return False
    return found == [] or (isinstance(found, dict) and found.get("items") == [])


def _error(answer: Answer, doing: str) -> Exception:
    if "libraryEditable" in answer.text:
        return ReadOnlyError("the library that is selected in Zotero cannot be written to")
    if answer.status == 409:
        return RejectedError(f"{doing}: Zotero says that this session was used before (409)")
    return answer.error(doing)
