"""Make a library hold what a plan says, over either API: what is there is found, what is missing is added.

Every step looks at what the library holds and adds the rest, so a push that was cut off anywhere is finished
by the same push again, and a push of what is there does nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from citekit.errors import ZoteroError
from citekit.zotero.api import Library, uri
from citekit.zotero.errors import NothingSavedError
from citekit.zotero.facts import Facts, Item
from citekit.zotero.match import Index
from citekit.zotero.merge import additions, related, relations
from citekit.zotero.notes import Note
from citekit.zotero.plan import Entry, Plan
from citekit.zotero.shelves import shelve
from citekit.zotero.writing import Done, New, change, create

_FEW = 20  # items whose children are asked for one by one

Report = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass(slots=True)
class Outcome:
    """What a push did: citekeys of items created, found and added to; names of collections; pairs related.

    `failed` are what Zotero refused, with the reason.
    """

    created: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    related: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, ZoteroError]] = field(default_factory=list)


def push(
    plan: Plan,
    library: Library,
    facts: Facts,
    *,
    above: str | None = None,
    update: bool = False,
    report: Report = lambda what, done, of: None,
) -> Outcome:
    """Make `library` hold `plan`; `above` is the key or name of the collection for the articles' collections.

    `update` fills fields that are empty in items that are there. Raises what stops a push as a whole; what
    stops single items is in the outcome.
    """
    return _Push(plan, library, facts, update, report).run(above)


@dataclass(slots=True)
class _Push:
    plan: Plan
    library: Library
    facts: Facts
    update: bool
    report: Report
    index: Index = field(default_factory=Index)
    items: dict[str, Item] = field(default_factory=dict)  # by citekey
    shelves: dict[str, str] = field(default_factory=dict)  # keys of collections by article
    outcome: Outcome = field(default_factory=Outcome)

    def run(self, above: str | None) -> Outcome:
        self.report("reading the library", 0, 1)
        self.index.add(self.library.items())
        for entry in self.plan.entries:
            if known := self.index.find(entry.work):
                self.items[entry.key] = known
        self.outcome.found = list(self.items)
        self.shelves, made = shelve(
            self.library, self.plan.collections or {}, above, partial(self._each, "collections")
        )
        self.outcome.collections = made
        self._items()
        self._children()
        self._changes()
        return self.outcome

    def _items(self) -> None:
        missing = {entry.key: entry for entry in self.plan.entries if entry.key not in self.items}
        version = max((item["version"] for item in self.index.items.values()), default=0)
        news = [
            New(
                entry.key,
                {**entry.item, "collections": self._keys(entry)},
                partial(self._find_since, entry, version),
            )
            for entry in missing.values()
        ]
        for done in self._each("items", create(self.library, "/items", news), len(news)):
            if done.item:
                self.items[done.label] = done.item
                self.index.add([done.item])
                self.outcome.created.append(done.label)

    def _find_since(self, entry: Entry, version: int) -> Item | None:
        found = self.index.find(entry.work)
        if found is None:
            self.index.add(self.library.items(since=version))
            found = self.index.find(entry.work)
        return found

    def _children(self) -> None:
        """Notes and archived copies that the items do not have yet."""
        wanted = [entry for entry in self.plan.entries if entry.key in self.items]
        present = self._present([entry for entry in wanted if entry.notes or entry.attachments])
        news: list[New] = []
        for entry in wanted:
            key = self.items[entry.key]["key"]
            news += self._missing_children(entry, key, present.get(key, []))
        for done in self._each("notes", create(self.library, "/items", news), len(news)):
            if done.item:
                self.outcome.notes.append(done.label)

    def _present(self, entries: Sequence[Entry]) -> dict[str, list[Item]]:
        """The children that the entries' items have, by the items' keys."""
        keys = {self.items[entry.key]["key"] for entry in entries if self.items[entry.key]["_children"]}
        if len(keys) <= _FEW:
            return {key: list(self.library.children(key)) for key in keys}
        found: dict[str, list[Item]] = defaultdict(list)
        for kind in ("note", "attachment") if any(entry.attachments for entry in entries) else ("note",):
            for child in self.library.all_of(kind):
                found[child.get("parentItem", "")].append(child)
        return found

    def _missing_children(self, entry: Entry, key: str, present: Sequence[Item]) -> Iterator[New]:
        words = [each["note"] for each in present if each.get("note")]
        urls = {each.get("url") for each in present}
        for note in entry.notes:
            if missing := note.beyond(words):
                value = {"itemType": "note", "parentItem": key, "note": missing.html(), "tags": []}
                yield New(entry.key, value, partial(self._noted, key, missing))
        for attachment in entry.attachments:
            if attachment["url"] not in urls:
                value = {**attachment, "parentItem": key}
                yield New(entry.key, value, partial(self._attached, key, attachment["url"]))

    def _noted(self, key: str, note: Note) -> Item | None:
        children = self.library.children(key)
        return next((each for each in children if not note.beyond([each.get("note") or ""])), None)

    def _attached(self, key: str, url: str) -> Item | None:
        return next((each for each in self.library.children(key) if each.get("url") == url), None)

    def _changes(self) -> None:
        """Collections, tags, empty fields and Related links of all items, both ends of each link."""
        links: dict[str, set[str]] = defaultdict(set)
        for one, other in self.plan.related:
            if (
                one in self.items
                and other in self.items
                and self.items[one]["key"] != self.items[other]["key"]
            ):
                links[one].add(other)
                links[other].add(one)
        entries = {entry.key: entry for entry in self.plan.entries}
        uris = {key: uri(item) for key, item in self.items.items()}
        pending = [(key, self.items[key]) for key in entries if key in self.items]
        before = {key: related(item) for key, item in pending}

        def changes(key: str, item: Item) -> Item:
            new = additions(item, entries[key], self._keys(entries[key]), self.facts, update=self.update)
            return {**new, **relations(item, [uris[other] for other in sorted(links[key])])}

        for done in self._each("links", change(self.library, pending, changes), len(pending)):
            if done.item:
                self.items[done.label] = done.item
                if done.label not in self.outcome.created:
                    self.outcome.changed.append(done.label)
        after = {key: related(self.items[key]) for key in before}
        refused = {label for label, _ in self.outcome.failed}
        for one, other in self.plan.related:
            if other not in links[one]:
                continue
            if uris[other] in after[one] and uris[one] in after[other]:
                if uris[other] not in before[one] or uris[one] not in before[other]:
                    self.outcome.related.append((one, other))
            elif not refused & {one, other}:
                missing = NothingSavedError("Zotero says it is saved, and does not hold the link")
                self.outcome.failed.append((f"{one}, {other}", missing))

    def _keys(self, entry: Entry) -> list[str]:
        return [self.shelves[article] for article in entry.collections if article in self.shelves]

    def _each(self, what: str, results: Iterator[Done], total: int) -> Iterator[Done]:
        """The results, reported as they come; errors go to the outcome."""
        for number, done in enumerate(results, 1):
            self.report(what, number, total)
            if done.error:
                self.outcome.failed.append((done.label, done.error))
            yield done
