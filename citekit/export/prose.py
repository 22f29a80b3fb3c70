"""What a bibliography says in words: a title for the untitled, who quotes whom, where a work was cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePath

from citekit.export.caption import caption
from citekit.export.kinds import kind_of, noun_of, nouns, platform_name
from citekit.export.lookup import Lookup
from citekit.model import Document, Work

_WORDS_SHOWN = 12
_PREPOSITIONS = {
    "bib:Newspaper": "in",
    "bib:Periodical": "in",
    "bib:Journal": "in",
    "bib:Book": "in",
    "publisher": "by",
}

# Code points that Unicode keeps for no character, which biber and XML refuse.
NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(n + 0xFFFE)}{chr(n + 0xFFFF)}" for n in range(0, 0x110000, 0x10000)
)

_RUNS = re.compile(r"[ \t\n\r\f\v]+")
_CONTROL = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff{NO_CHARACTERS}]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def tidy(text: str) -> str:
    """The text as one line that any format holds: no control characters or lone surrogates, single spaces.

    >>> tidy(" a\\x00b\\n\\tc \\ud83d ") == "a b c \\ufffd"
    True
    """
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # as most text is, told without a pattern
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))
    return _RUNS.sub(" ", text).strip(" ")


def title_of(work: Work) -> str:
    """The work's title, or a description in brackets, which say that the words are not its own.

    >>> from citekit.model import Outlet
    >>> title_of(Work("k", "article-newspaper", outlet=Outlet("wsws", "WSWS")))
    '[Article in WSWS]'
    >>> title_of(Work("k", "post", quotes=("The coup in Bolivia",)))
    '[Post: “The coup in Bolivia”]'
    """
    if work.title and (title := tidy(work.title)):
        return title
    noun = noun_of(work)
    if work.quotes and (quote := opening(work.quotes[0])):
        return f"[{noun}: “{quote}”]"
    if work.authors and (work.type == "post" or not work.outlet):
        return tidy(f"[{noun} by {work.authors[0].name}]")
    if name := platform_name(work):
        return tidy(f"[{noun} {_PREPOSITIONS.get(kind_of(work).isin, 'on')} {name}]")
    return f"[{noun}]"


def untitled(title: str) -> bool:
    """Whether a title is such a description, so that it is not read back as the work's own.

    >>> untitled("[Article in WSWS]"), untitled("[sic]")
    (True, False)
    """
    return bool(title.startswith("[") and title.endswith("]") and _described().match(title))


def name_of(document: Document) -> str:
    """A document by its title, else its address or file name; the folder is nobody else's business."""
    article = document.article
    if article.title:
        return tidy(article.title)
    return article.url or PurePath(article.source).name or article.source


def quoted_in_title(title: str) -> str | None:
    """The words quoted in such a description.

    >>> quoted_in_title("[Post: “The coup in …”]")
    'The coup in …'
    """
    found = re.fullmatch(r"\[[^:]+: “(.*)”\]", title) if untitled(title) else None
    return found[1] if found else None


def opening(text: str) -> str:
    """The first words of a text, with an ellipsis where it goes on.

    >>> opening("one " * 20)
    'one one one one one one one one one one one one …'
    """
    words = tidy(text[:1000]).split(" ", _WORDS_SHOWN)
    shown = " ".join(words[:_WORDS_SHOWN])
    cut = len(words) > _WORDS_SHOWN or len(text) > 1000
    return (shown[:160] + " …") if cut or len(shown) > 160 else shown


def addenda(work: Work, lookup: Lookup) -> Iterator[str]:
    """What is to be said beside the reference: through whom it was quoted, reprinted, read and archived."""
    for key in work.quoted_in:
        other = lookup.work(key)
        named = other and (other.authors or other.outlet or other.title or other.url)
        yield f"quoted in {tidy(caption(other)) if other and named else title_of(other) if other else key}"
    for name in work.reprinted_in:
        document = lookup.document(name)
        if document is None:
            yield f"reprinted in {tidy(name)}"
        else:
            outlet = document.article.outlet
            shown = (
                outlet.name if outlet else None,
                document.article.title and f"“{document.article.title}”",
            )
            yield tidy(f"reprinted in {', '.join(filter(None, shown)) or name_of(document)}")
    if work.via and (work.outlet is None or work.via.id != work.outlet.id):
        yield f"read at {tidy(work.via.name)}"
    if work.archive_url:
        yield " ".join(filter(None, ("archived", str(work.archived or ""))))


def keywords_of(work: Work, lookup: Lookup | None, separators: str = "") -> list[str]:
    """The work's keywords, and one for each form in which it was cited, without the format's separators."""
    spaces = str.maketrans(separators, " " * len(separators))
    words = [tidy(word.translate(spaces)) for word in work.keywords]
    words += [f"citekit:{form}" for form in lookup.forms(work)] if lookup else []
    return [word for word in dict.fromkeys(words) if word]


def cited_in(work: Work, lookup: Lookup, *, quotes: bool) -> Iterator[str]:
    """A sentence for each document that cites the work, with the quoted words where they are wanted.

    Without documents, `quotes` gives the words that the work itself keeps.
    """
    found = lookup.cited(work)
    for name, citations in found.items():
        document = lookup.document(name)
        article = document.article if document else None
        title = f"“{article.title}”" if article and article.title else name_of(document) if document else name
        date = f" ({article.date})" if article and article.date else ""
        forms = ", ".join(dict.fromkeys(citation.form for citation in citations))
        yield tidy(f"Cited in {title}{date} by {forms}.")
        for citation in citations:
            if quotes and citation.quote and article:
                yield f"“{tidy(citation.quote.of(article.text))}”"
    if quotes and not found:
        yield from (f"“{tidy(quote)}”" for quote in work.quotes)


@cache
def _described() -> re.Pattern[str]:
    names = "|".join(re.escape(noun) for noun in sorted(nouns()))
    return re.compile(rf"\[(?:{names})(?:\]|: “| (?:in|by|on) )")
