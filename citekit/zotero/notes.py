"""The note under an item that holds the words quoted from it: one for each article that cites it.

The last line of a note is a mark by which a later push knows it again, whatever a person wrote around it; its
heading serves too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from citekit.export.caption import names
from citekit.export.prose import name_of, tidy
from citekit.model import Citation, Document

_LONGEST = 6000  # of one quotation, in characters: Zotero syncs no note of more than 250,000
_MOST = 25
_TAGS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Note:
    """What one article says of one work: `head` in HTML, `quotes` and `mentions` as plain text, and the mark.

    `mentions` are the words that cite where none are quoted.
    """

    mark: str
    head: str
    quotes: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.quotes or self.mentions)

    def html(self) -> str:
        """The note as Zotero stores it.

        >>> Note("citekit:1", "<h1>Cited</h1>", ("He & she",), ("a link",)).html()
        '<h1>Cited</h1>\\n<blockquote><p>He &amp; she</p></blockquote>\\n<p>… a link …</p>\\n<p>citekit:1</p>'
        """
        quotes = (f"<blockquote><p>{escape(words, quote=False)}</p></blockquote>" for words in self.quotes)
        mentions = (f"<p>… {escape(words, quote=False)} …</p>" for words in self.mentions)
        return "\n".join((self.head, *quotes, *mentions, f"<p>{self.mark}</p>"))

    def beyond(self, present: Iterable[str]) -> Note | None:
        """The part of this note that none of the notes in `present` (as HTML) holds yet, or None.

        >>> note = Note("citekit:1", "", ("one", "two"))
        >>> note.beyond([note.html()]) is None, note.beyond(["<p>one</p><p>citekit:1</p>"]).quotes
        (True, ('two',))
        """
        title = plain(self.head.partition("\n")[0])
        ours = [words for words in map(plain, present) if self.mark in words or (title and title in words)]
        if not ours:
            return self

        def missing(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(text for text in texts if not any(text in words for words in ours))

        left = replace(self, quotes=missing(self.quotes), mentions=missing(self.mentions))
        return left or None


def note(document: Document, key: str, citations: Sequence[Citation]) -> Note:
    """What `document` says where it cites the work called `key`."""
    article = document.article
    quotes: dict[str, None] = {}
    mentions: dict[str, None] = {}
    for citation in citations:
        if words := tidy((citation.quote or citation.span).of(article.text)):
            (quotes if citation.quote else mentions).setdefault(_clipped(words))
    mark = hashlib.sha256(f"{article.url or article.id}\n{key}".encode("utf-8", "replace")).hexdigest()[:12]
    head = _head(document, citations)
    return Note(f"citekit:{mark}", head, tuple(quotes)[:_MOST], tuple(mentions)[:_MOST])


def plain(html: str) -> str:
    """The words of a note, with single spaces."""
    return tidy(unescape(_TAGS.sub(" ", html)))


def _head(document: Document, citations: Sequence[Citation]) -> str:
    article = document.article
    facts = [names(article.authors), article.outlet.name if article.outlet else "", str(article.date or "")]
    where = escape(tidy(", ".join(filter(None, facts))))
    if article.url and article.url.startswith(("http://", "https://")):
        link = f'<a href="{escape(article.url)}">{escape(article.url)}</a>'
        where = f"{where}. {link}" if where else link
    forms = ", ".join(dict.fromkeys(citation.form for citation in citations))
    lines = [f"<h1>Cited in {escape(name_of(document), quote=False)}</h1>"]
    lines += [f"<p>{where}</p>"] if where else []
    return "\n".join([*lines, f"<p>As: {escape(forms)}</p>"])


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip()
