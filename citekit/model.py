"""The values of citekit: what an article is, what it cites, and what is cited.

All are frozen; a change is `dataclasses.replace(value, field=new)`. This module imports nothing of citekit.

The way of the data: a `Page` is read into an `Article`; detectors find its `Citation`s, which together make a
`Document`; documents are resolved into a `Corpus` of documents and `Work`s.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Form = Literal["link", "attribution", "parenthetical", "post", "reprint", "quotation", "mention"]
"""How a source is cited: see the table of words in the reference."""

PassageKind = Literal["paragraph", "heading", "quotation", "item", "embed", "byline", "preformatted"]
"""`quotation` is a block quotation, `item` a list item or table cell, `byline` a line of authors and credits.
"""

MarkKind = Literal["emphasis", "strong", "cite", "quote"]

DateOrder = Literal["mdy", "dmy", "ymd"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in code points, end excluded.

    >>> Span(0, 3).of("WSWS:")
    'WSW'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as coarse as it was written: a year, a month, a day, a minute, or a range of them.

    `qualifier` is EDTF's: "~" approximate, "?" uncertain, "%" both. `until` makes a range of two dates.
    `time` carries its offset in `tzinfo`, or none.

    >>> str(PartialDate(2019, 11)), str(PartialDate(2019, 10, qualifier="~"))
    ('2019-11', '2019-10~')
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: dt.time | None = None
    qualifier: Literal["", "~", "?", "%"] = ""
    until: PartialDate | None = None

    def __str__(self) -> str:
        """The date in EDTF level 1 (ISO 8601-2), which citekit writes at every edge."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
                if self.time is not None:
                    text += "T" + self.time.isoformat().replace("+00:00", "Z")
        text += self.qualifier
        return f"{text}/{self.until}" if self.until else text


@dataclass(frozen=True, slots=True)
class Person:
    """A human being by name; `handle` is the account's name on a platform, with no "@".

    >>> Person("Gogh", "Vincent", particle="van").name
    'Vincent van Gogh'
    """

    family: str
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    handle: str | None = None

    @property
    def name(self) -> str:
        """The name in reading order."""
        return " ".join(filter(None, (self.given, self.particle, self.family, self.suffix)))


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name that must not be split into family and given: a body, a blog, an account shown only by its
    handle.
    """

    name: str
    handle: str | None = None


Author = Person | Organisation


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes works: a newspaper, wire, broadcaster, blog, podcast, think tank, government, platform.

    `domain` is the one that stands for it (`wsws.org`), `domains` all it publishes at, with path prefixes,
    and `former_domains` those it has left. `handles` are pairs of platform and account. `provisional` marks
    an outlet that no registry knows, made up from a site's name or domain.
    """

    id: str
    name: str
    domain: str | None = None
    kind: str | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    former_domains: tuple[str, ...] = ()
    handles: tuple[tuple[str, str], ...] = ()
    date_order: DateOrder | None = None
    issn: tuple[str, ...] = ()
    wikidata: str | None = None
    parent: str | None = None
    csl_type: str | None = None
    bibtex_type: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a source gave, before anything is understood of it: bytes, and what was known beside them.

    `source` is the path, URL or "-" as the user wrote it; `url` the address the bytes came from, where known;
    `media_type` what the server or the file's name said, where it said anything.
    """

    source: str
    content: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article with one voice.

    `block` numbers the container: passages of one block quotation, list or embed share it, and 0 is the
    article's own flow. `depth` counts the block quotations around it.
    """

    kind: PassageKind
    span: Span
    block: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words it stands on (empty span where it has none) and its target, made absolute.

    `rel` holds the markup's own hint ("author", "tag", "nofollow" ...), space-separated, in lower case.
    """

    span: Span
    url: str
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that the markup sets off: emphasis (usually a title), strong, cite, inline quote."""

    span: Span
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Embed:
    """A post, video or audio that the article shows inside itself.

    `span` is where it stands, `words` the post's own text in the article's text where it is shown there.
    """

    span: Span
    platform: str
    url: str | None = None
    author: Author | None = None
    date: PartialDate | None = None
    words: Span | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an article that was not understood; the rest of the article is still read."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document that cites. All spans are offsets into `text`; `passages` leave out all that is not the
    article.
    """

    id: str
    source: str
    text: str
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    embeds: tuple[Embed, ...] = ()
    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PartialDate | None = None
    outlet: Outlet | None = None
    url: str | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = ()
    media: Literal["html", "text", "markdown"] = "text"


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in an article where a source is cited.

    `span` is the anchor: the words that make the citation. `outlet` is the one that the text names, else the
    URL's publisher; where they differ, `via` is the publisher of the URL. `within` is the id of the citation
    inside whose quotation or reprint it stands. `work` is the key of the resolved work. `confidence` is 0 to
    1; `rule` names the detector and pattern that found it. `type` is a CSL type, or "statement" for words
    with no published source. `date_words` keeps a relative date as it was written where no date came of it.
    `speakers` are the people quoted or reported inside the cited work, where they are not its authors.
    """

    id: str
    form: Form
    span: Span
    quote: Span | None = None
    outlet: Outlet | None = None
    authors: tuple[Author, ...] = ()
    title: str | None = None
    date: PartialDate | None = None
    url: str | None = None
    type: str | None = None
    within: str | None = None
    work: str | None = None
    confidence: float = 1.0
    rule: str = ""
    via: Outlet | None = None
    archive_url: str | None = None
    archived: PartialDate | None = None
    date_words: str | None = None
    speakers: tuple[Author, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article with all that it cites, in reading order."""

    article: Article
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a work was cited: the ids of document and citation."""

    document: str
    citation: str


@dataclass(frozen=True, slots=True)
class Work:
    """The thing cited, once, however often and from wherever it is cited.

    `key` is the citekey. `type` is a CSL 1.0.2 type ("article-newspaper", "post", "report" ...) or
    "statement". `quotes` are the words quoted from it, longest first; `quoted_in` the keys of works through
    which alone it was cited; `reprinted_in` the ids of documents that reprint it. `identifiers` are pairs
    such as ("doi", "10.1/x"). `note` and `keywords` are free text. `extra` keeps what a read-back library
    said beyond these fields, in order.
    """

    key: str
    type: str
    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PartialDate | None = None
    outlet: Outlet | None = None
    url: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    archive_url: str | None = None
    archived: PartialDate | None = None
    language: str | None = None
    via: Outlet | None = None
    places: tuple[Place, ...] = ()
    quotes: tuple[str, ...] = ()
    quoted_in: tuple[str, ...] = ()
    reprinted_in: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    note: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents with their citations resolved, and the works they cite, in order of key."""

    documents: tuple[Document, ...] = ()
    works: tuple[Work, ...] = ()
