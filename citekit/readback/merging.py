"""New works added to a user's own .bib file, of which not a byte is changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citekit.bibliography import Bibliography
from citekit.export.bibtex import serialize
from citekit.export.bibtex_fields import entry
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.model import Work
from citekit.readback.bib import works as read
from citekit.readback.known import Known
from citekit.resolve.keys import citekeys, distinguished
from citekit.resolve.words import folded


@dataclass(frozen=True, slots=True)
class Merged:
    """The file as it is to be written, and the keys of what was added and of what was there already."""

    content: bytes
    added: tuple[str, ...]
    present: tuple[str, ...]


def merge(content: bytes, bibliography: Bibliography, options: Options | None = None) -> Merged:
    """The file with the works that it lacks at its end, in its own kind of line ends.

    A work is there if one of the same identifier, address, or author, year and title is. A new work whose key
    the file uses for another takes a longer one.

    >>> new = Bibliography((Work("b", "book", "B"),))
    >>> once = merge(b"% mine\\n@book{a, title={A}}", new)
    >>> once.content.decode()
    '% mine\\n@book{a, title={A}}\\n\\n@misc{b,\\n  title = {B},\\n  type = {Book},\\n}\\n'
    >>> merge(once.content, new).content == once.content
    True
    """
    text = content.decode("utf-8", "surrogateescape")
    known = Known(read(text))
    by_key = {work.key: work for work in known.works}
    found: list[Work] = []
    present: list[str] = []
    new: list[Work] = []
    for work in bibliography.works:
        mine = known.find(work, surely=False) or _same_bare(by_key, work)
        if mine:
            found.append(work)
            present.append(mine.key)
        else:
            new.append(work)
    if not new:
        return Merged(content, (), tuple(present))
    keys = citekeys(new, _own_key, taken=known.keys)
    names = dict(zip((work.key for work in new), keys, strict=True))
    names.update((work.key, mine) for work, mine in zip(found, present, strict=True))
    whole = tuple(_renamed(work, names) for work in bibliography.works)
    options = options or Options()
    lookup = Lookup(replace(bibliography, works=whole))
    written = (work for work in whole if work.key in set(keys))
    added = "\n".join(serialize(entry(work, lookup, options), ascii=options.ascii) for work in written)
    newline = "\r\n" if b"\r\n" in content else "\n"
    gap = "" if not text else newline if text.endswith(("\n", "\r")) else 2 * newline
    tail = (gap + added.replace("\n", newline)).encode("utf-8", "replace")
    return Merged(content + tail, keys, tuple(present))


def _own_key(work: Work) -> str:
    return work.key


def _renamed(work: Work, names: dict[str, str]) -> Work:
    quoted_in = tuple(names.get(key, key) for key in work.quoted_in)
    return replace(work, key=names.get(work.key, work.key), quoted_in=quoted_in)


def _same_bare(by_key: dict[str, Work], work: Work) -> Work | None:
    """An entry of the same key and title, for a work of which too little is known to tell it otherwise."""
    for key in (work.key, distinguished(work.key, work)):
        if (mine := by_key.get(key)) and folded(mine.title or "") == folded(work.title or ""):
            return mine
    return None
