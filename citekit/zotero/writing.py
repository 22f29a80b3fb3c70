"""Many objects into a library, none twice and none lost, whatever becomes of the single requests.

New objects: where an answer is lost, the library is looked into before anything is sent again. Changes: they
are computed from what the library holds, so that computing them again tells what is still to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citekit.errors import ZoteroError
from citekit.zotero.api import BATCH, Library, new_token
from citekit.zotero.errors import ChangedError, GoneError, NothingSavedError, UnconfirmedError
from citekit.zotero.facts import Item

_TRIES = 4
_SETTLING = 1.0  # seconds between two looks at whether a library still changes
_LOOKS = 30


@dataclass(frozen=True, slots=True)
class New:
    """An object to create, what to call it in messages, and how to see whether the library has it."""

    label: str
    value: Item
    find: Callable[[], Item | None]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one object: as the library now has it, or why it is not there."""

    label: str
    item: Item | None = None
    error: ZoteroError | None = None


def create(library: Library, path: str, news: Sequence[New]) -> Iterator[Done]:
    """Create objects (`path` is "/items" or "/collections"), 50 at a time; each comes back once, in any
    order.

    Raises what stops all of them (`NotRunningError`, `DeniedError`, ...); what stops one is in its `Done`.
    """
    for start in range(0, len(news), BATCH):
        yield from _create_batch(library, path, list(news[start : start + BATCH]))


def _create_batch(library: Library, path: str, waiting: list[New]) -> Iterator[Done]:
    token, tries = new_token(), 0
    lost: ZoteroError | None = None
    while tries < _TRIES:
        tries += 1
        try:
            receipt = library.write(path, [new.value for new in waiting], token)
        except (UnconfirmedError, ChangedError) as error:
            if isinstance(error, ChangedError) and lost is None:
                raise
            lost = error
            settle(library)
            found = [(new, new.find()) for new in waiting]
            yield from (Done(new.label, item) for new, item in found if item)
            left = [new for new, item in found if item is None]
            if not left:
                return
            # Not a trace of it: the same again, under the same token, in case it is still on its way. But a
            # token that is used up, or a batch of which a part is there, has been dealt with, and the rest is
            # new.
            if len(left) < len(waiting):
                tries = 0  # it goes on, if slowly
            if len(left) < len(waiting) or isinstance(error, ChangedError):
                token, waiting = new_token(), left
            continue
        for place, new in enumerate(waiting):
            if place in receipt.failed:
                yield Done(new.label, error=receipt.failed[place])
            elif place in receipt.written:
                item = receipt.written[place]
                yield Done(new.label, item, _unlike(new.value, item))
            else:  # unchanged: it was there
                yield Done(new.label, library.item(receipt.unchanged[place]))
        return
    raise UnconfirmedError(f"{lost}; tried {_TRIES} times, and {len(waiting)} objects are still not there")


def _unlike(sent: Item, saved: Item) -> NothingSavedError | None:
    """The error for an object that was saved as something else: of another type, address or name."""
    for name in ("itemType", "url", "name"):
        if sent.get(name, "") != saved.get(name, ""):
            return NothingSavedError(
                f"{name} was sent as {sent.get(name)!r} and saved as {saved.get(name)!r}"
            )
    return None


def change(
    library: Library, items: Sequence[tuple[str, Item]], changes: Callable[[str, Item], Item]
) -> Iterator[Done]:
    """Write to each item (with its label) what `changes` says of it, until there is nothing left to say.

    An item that someone else has changed meanwhile is read again, and so are all of which no answer came.
    """
    pending = dict(items)
    for tried in range(_TRIES):
        wanted, keys = [], set()
        for label, item in list(pending.items()):
            if item["key"] in keys:
                continue  # two labels of one item: one after the other
            if new := changes(label, item):
                keys.add(item["key"])
                wanted.append((label, item, new))
            else:
                pending.pop(label)
                if tried:  # an earlier write of ours has come through after all
                    yield Done(label, item)
        for start in range(0, len(wanted), BATCH):
            for done in _change_batch(library, wanted[start : start + BATCH]):
                if done.error is None or not isinstance(done.error, ChangedError):
                    pending.pop(done.label)
                    yield done
                elif done.item:
                    pending[done.label] = done.item
    for label in pending:
        yield Done(
            label, error=ChangedError(f"{label}: something else changed it each time that citekit wrote it")
        )


def _change_batch(library: Library, wanted: Sequence[tuple[str, Item, Item]]) -> Iterator[Done]:
    """What became of each; one to be tried again has an error `ChangedError` and the item as it is now."""
    sent = [{"key": item["key"], "version": item["version"], **new} for _, item, new in wanted]
    try:
        receipt = library.write("/items", sent)
    except UnconfirmedError as error:
        settle(library)
        for label, item, _ in wanted:
            yield _again(library, label, item, ChangedError(str(error)))
        return
    for place, (label, item, _) in enumerate(wanted):
        found = receipt.failed.get(place)
        if isinstance(found, ChangedError):
            yield _again(library, label, item, found)
        else:
            yield Done(label, None if found else receipt.written.get(place, item), found)


def _again(library: Library, label: str, item: Item, why: ChangedError) -> Done:
    try:
        return Done(label, library.item(item["key"]), why)
    except GoneError as error:
        return Done(label, error=error)


def settle(library: Library) -> None:
    """Wait until the library has stopped changing: a request of which no answer came may still be at work."""
    before = library.version()
    for _ in range(_LOOKS):
        library.http.sleep(_SETTLING)
        now = library.version()
        if now == before:
            return
        before = now
