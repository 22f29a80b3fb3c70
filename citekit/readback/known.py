"""Works that a user has already: found again by what identifies them, so that they keep the user's keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from citekit.export.prose import opening
from citekit.export.tex import verbatim
from citekit.model import Corpus, Work
from citekit.resolve.keys import distinguished
from citekit.resolve.words import folded
from citekit.text.urls import canonical, unwrap


class Known:
    """A user's works, to be asked whether a work is among them."""

    def __init__(self, works: Iterable[Work]) -> None:
        self.works = tuple(works)
        self._by_sign: dict[str, Work] = {}
        for work in self.works:
            for sign in (*signs(work), *weak_signs(work)):
                self._by_sign.setdefault(sign, work)

    @property
    def keys(self) -> frozenset[str]:
        """All the user's keys."""
        return frozenset(work.key for work in self.works)

    def find(self, work: Work, *, surely: bool = True) -> Work | None:
        """The user's own entry of a work: the same identifier, address, or author, year and title.

        Unless `surely`, also one of the same author and day, or quoted words, where a title is missing.
        """
        asked = signs(work) if surely else [*signs(work), *weak_signs(work)]
        return next((self._by_sign[sign] for sign in asked if sign in self._by_sign), None)


def signs(work: Work) -> list[str]:
    """What a work may be told by, surest first; a title alone is none.

    >>> signs(Work("k", "book", "Salt and Rust", url="http://www.a.example/x?utm_source=t"))[0]
    'url:a.example/x'
    """
    found = [f"{scheme}:{verbatim(value).lower()}" for scheme, value in work.identifiers if value.strip()]
    if work.url:
        found.append(f"url:{_address(work.url)}")
    if work.title and (who := _who(work)):
        title = folded(work.title).lower()
        if len(title) > 3:
            found.append(f"named:{who}:{work.date.year if work.date else 'nd'}:{title}")
    return found


def weak_signs(work: Work) -> list[str]:
    """What a work without a title may be told by: the words quoted from it, or who and on which day."""
    if work.title or not (who := _who(work)):
        return []
    if work.quotes:
        return [f"said:{who}:{folded(opening(work.quotes[0])).lower()}"]
    return [f"dated:{who}:{work.type}:{work.date}"] if work.date and work.date.day else []


def adopt(corpus: Corpus, known: Known) -> Corpus:
    """The corpus with the user's keys wherever the user has a work, and what the entry knows more of it.

    >>> adopt(Corpus(works=(Work("a", "book", url="https://a.example/x"),)),
    ...       Known([Work("mine", "book", "T", url="http://a.example/x/")])).works[0].key
    'mine'
    """
    keys: dict[str, str] = {}
    works = []
    for work in corpus.works:
        mine = known.find(work)
        if mine is None or mine.key in keys.values():
            if work.key in known.keys:  # the user's name for another work
                keys[work.key] = distinguished(work.key, work)
            works.append(work)
        else:
            keys[work.key] = mine.key
            works.append(_filled(work, mine))
    return renamed(replace(corpus, works=tuple(works)), lambda key: keys.get(key, key))


def renamed(corpus: Corpus, key: Callable[[str], str]) -> Corpus:
    """The corpus with other keys, in its works and wherever they are named."""
    works = sorted(
        (
            replace(work, key=key(work.key), quoted_in=tuple(key(each) for each in work.quoted_in))
            for work in corpus.works
        ),
        key=lambda work: work.key,
    )
    documents = tuple(
        replace(
            document,
            citations=tuple(
                replace(citation, work=key(citation.work)) if citation.work else citation
                for citation in document.citations
            ),
        )
        for document in corpus.documents
    )
    return Corpus(documents, tuple(works))


def _filled(work: Work, mine: Work) -> Work:
    return replace(
        work,
        title=work.title or mine.title,
        authors=work.authors or mine.authors,
        date=work.date or mine.date,
        outlet=work.outlet or mine.outlet,
        url=work.url or mine.url,
        identifiers=work.identifiers or mine.identifiers,
        language=work.language or mine.language,
    )


def _address(url: str) -> str:
    found = canonical(unwrap(verbatim(url)).url)
    return found.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _who(work: Work) -> str:
    if work.authors:
        return folded(work.authors[0].name).lower()
    return folded(work.outlet.name).lower() if work.outlet else ""
