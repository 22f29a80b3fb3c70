"""New works added to a user's own .bib file, of which not a byte is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from citekit.bibliography import Bibliography
from citekit.export.bibtex import bibtex
from citekit.export.options import Options
from citekit.model import Work
from citekit.readback.bib import works as read
from citekit.readback.known import Known
from citekit.resolve.keys import citekeys, distinguished


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
    present: list[str] = []
    new: list[Work] = []
    for work in bibliography.works:
        mine = known.find(work) or _same_bare(by_key, work)
        if mine:
            present.append(mine.key)
        else:
            new.append(work)
    if not new:
        return Merged(content, (), tuple(present))
    made: Callable[[Work], str] = lambda work: work.key  # noqa: E731
    keys = citekeys(new, made, taken=known.keys)
    renamed = tuple(replace(work, key=key) for work, key in zip(new, keys, strict=True))
    newline = "\r\n" if b"\r\n" in content else "\n"
    added = "".join(bibtex(replace(bibliography, works=renamed), options))
    gap = "" if not text else newline if text.endswith(("\n", "\r")) else 2 * newline
    tail = (gap + added.replace("\n", newline)).encode("utf-8", "replace")
    return Merged(content + tail, keys, tuple(present))


def _same_bare(by_key: dict[str, Work], work: Work) -> Work | None:
    """An entry of the same key and title, for a work of which too little is known to tell it otherwise."""
    for key in (work.key, distinguished(work.key, work)):
        if (mine := by_key.get(key)) and (mine.title or "") == (work.title or ""):
            return mine
    return None
