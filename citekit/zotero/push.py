"""Make a library hold what a plan says, over either API: what is there is found, what is missing is added.

Every step looks at what the library holds and adds the rest, so a push that was cut off anywhere is finished by
the same push again, and a push of what is there does nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from citekit.errors import ZoteroError
from citekit.zotero.api import Library, uri
from citekit.zotero.errors import GoneError, NothingSavedError
from citekit.zotero.facts import Facts, Item
from citekit.zotero.match import Index
from citekit.zotero.merge import additions, relations
from citekit.zotero.notes import Note
from citekit.zotero.plan import Entry, Plan
from citekit.zotero.writing import Done, New, change, create

ABOVE = "citekit"
"""The collection that holds the articles' collections, where the user names no other."""

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

    `update` fills fields that are empty in items that are there. Raises what stops a push as a whole; what stops
    single items is in the outcome.
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
        self._collections(above)
        self._items()
        self._children()
        self._changes()
        return self.outcome

    def _collections(self, above: str | None) -> None:
        names = dict(self.plan.collections or {})
        if not names:
            return
        top = _named(self.library, above) if above else None
        if above and top is None:
            raise GoneError(
                f"{self.library.name} has no collection {above!r}; `citekit zotero collections` lists them"
            )
        if top is None:
            top = next(iter(self._shelves([(ABOVE, False)]).values()), None)
        if top is None:
            return
        made = self._shelves([(name, top) for name in dict.fromkeys(names.values())])
        self.shelves = {article: made[name] for article, name in names.items() if name in made}

    def _shelves(self, wanted: Sequence[tuple[str, str | bool]]) -> dict[str, str]:
        """Keys by name of the collections (name, parent's key or False), made where they are not there."""
        present = {
            (each["name"], each["parentCollection"]): each["key"] for each in self.library.collections()
        }
        news = [
            New(name, {"name": name, "parentCollection": parent}, partial(self._shelf, name, parent))
            for name, parent in wanted
            if (name, parent) not in present
        ]
        found = {name: present[name, parent] for name, parent in wanted if (name, parent) in present}
        for done in self._each("collections", create(self.library, "/collections", news), len(news)):
            if done.item:
                found[done.label] = done.item["key"]
                self.outcome.collections.append(done.label)
        return found

    def _shelf(self, name: str, parent: str | bool) -> Item | None:
        for each in self.library.collections():
            if (each["name"], each["parentCollection"]) == (name, parent):
                return each
        return None

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
        news: list[New] = []
        for entry in self.plan.entries:
            item = self.items.get(entry.key)
            if item is None or not (entry.notes or entry.attachments):
                continue
            present = list(self.library.children(item["key"])) if item["_children"] else []
            news += self._missing_children(entry, item["key"], present)
        for done in self._each("notes", create(self.library, "/items", news), len(news)):
            if done.item:
                self.outcome.notes.append(done.label)

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
        before = {key: _related(item) for key, item in pending}

        def changes(key: str, item: Item) -> Item:
            new = additions(item, entries[key], self._keys(entries[key]), self.facts, update=self.update)
            return {**new, **relations(item, [uris[other] for other in sorted(links[key])])}

        for done in self._each("links", change(self.library, pending, changes), len(pending)):
            if done.item:
                self.items[done.label] = done.item
                if done.label not in self.outcome.created:
                    self.outcome.changed.append(done.label)
        after = {key: _related(self.items[key]) for key in before}
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


def _related(item: Item) -> set[str]:
    found = (item.get("relations") or {}).get("dc:relation", [])
    return {found} if isinstance(found, str) else set(found)


def _named(library: Library, name: str) -> str | None:
    """The key of the collection with that key or name; the one nearest the top where several have the name."""
    present = list(library.collections())
    for each in present:
        if each["key"] == name:
            return name
    same = [each for each in present if each["name"] == name]
    return min(same, key=lambda each: bool(each["parentCollection"]))["key"] if same else None
