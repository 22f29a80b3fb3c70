"""What a library should hold: the items, their notes, a collection for each article, and who relates to whom.

A plan is a value; nothing here knows how a library is reached.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.bibliography import Bibliography
from citekit.export.lookup import Lookup
from citekit.export.prose import addenda, name_of, tidy
from citekit.model import Citation, Document, Work
from citekit.resolve.keys import citekeys
from citekit.text.urls import canonical
from citekit.zotero.errors import NotAnItemError
from citekit.zotero.facts import Facts, Item
from citekit.zotero.items import attachments, item
from citekit.zotero.notes import Note, note


@dataclass(frozen=True, slots=True)
class Entry:
    """One item that the library should hold, by citekey, with its child items and the collections it is in.

    `work` is what it was made of; `collections` are ids of articles.
    """

    key: str
    work: Work
    item: Item
    notes: tuple[Note, ...] = ()
    attachments: tuple[Item, ...] = ()
    collections: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Entries in the order of the bibliography, then the articles that are not in it.

    `collections` are the names of the articles' collections by the articles' ids, `cites` pairs of citekeys:
    who cites, who is cited.
    """

    entries: tuple[Entry, ...] = ()
    collections: Mapping[str, str] | None = None
    cites: tuple[tuple[str, str], ...] = ()

    @property
    def related(self) -> tuple[tuple[str, str], ...]:
        """The pairs that are to be Related, each once: Zotero's links have no direction."""
        return tuple(dict.fromkeys((min(pair), max(pair)) for pair in self.cites))


def plan(bibliography: Bibliography, facts: Facts, *, major: int = 99) -> Plan:
    """What a library should hold of `bibliography`, for a Zotero with these facts and major version.

    An article is an item too, so that it can be related to what it cites; where another article cites it, it
    is that work. What is cited inside another source's words is cited by that source. Raises `NotAnItemError`
    if an item would break Zotero's rules.
    """
    works = {work.key: work for work in bibliography.works}
    articles = _articles(bibliography)
    works.update({key: work for key, work in articles.values() if key not in works})
    keys = {document: key for document, (key, _) in articles.items()}
    cites = tuple(dict.fromkeys(_cites(bibliography.documents, keys, works)))
    said, lookup = _said(bibliography.documents), Lookup(bibliography)
    cited: dict[str, list[str]] = defaultdict(list)
    for source, target in cites:
        cited[source].append(target)
    own = {key: document for document, key in keys.items()}
    entries = tuple(
        _entry(work, said.get(key, ()), own.get(key), tuple(cited[key]), lookup, facts, major)
        for key, work in works.items()
    )
    return Plan(entries, {each.article.id: _name(each) for each in bibliography.documents}, cites)


def article_work(document: Document) -> Work:
    """The article itself as a work, without a key."""
    article, outlet = document.article, document.article.outlet
    return Work(
        key="",
        type=(outlet.csl_type if outlet else None) or "webpage",
        title=article.title or (None if article.url else name_of(document)),
        authors=article.authors,
        date=article.date,
        outlet=outlet,
        url=article.url,
        language=article.language,
    )


def _articles(bibliography: Bibliography) -> dict[str, tuple[str, Work]]:
    """For each article's id the citekey and the work that it is: one of the bibliography, if it is cited
    there.
    """
    cited = {canonical(work.url): work for work in bibliography.works if work.url}
    found: dict[str, tuple[str, Work]] = {}
    new: list[tuple[str, Work]] = []
    for document in bibliography.documents:
        work = article_work(document)
        same = cited.get(canonical(work.url)) if work.url else None
        if same:
            found[document.article.id] = (same.key, same)
        else:
            new.append((document.article.id, work))
    keys = citekeys([work for _, work in new], taken=[work.key for work in bibliography.works])
    for (identity, work), key in zip(new, keys, strict=True):
        found[identity] = (key, replace(work, key=key))
    return found


def _cites(
    documents: Sequence[Document], articles: Mapping[str, str], works: Mapping[str, Work]
) -> Iterator[tuple[str, str]]:
    for document in documents:
        by_id = {citation.id: citation for citation in document.citations}
        for citation in document.citations:
            voice = _voice(citation, by_id, works) or articles[document.article.id]
            if citation.work in works and citation.work != voice:
                yield voice, citation.work or ""


def _voice(citation: Citation, by_id: Mapping[str, Citation], works: Mapping[str, Work]) -> str | None:
    """The work whose words the citation stands in, or None for the article's own."""
    outer = by_id.get(citation.within or "")
    for _ in range(len(by_id)):  # as deep as voices can nest; a circle ends too
        if outer is None:
            return None
        if outer.work in works:
            return outer.work
        outer = by_id.get(outer.within or "")
    return None


def _said(documents: Sequence[Document]) -> dict[str, list[tuple[Document, list[Citation]]]]:
    """For each work's key the documents that cite it, with the citations of each."""
    found: dict[str, list[tuple[Document, list[Citation]]]] = defaultdict(list)
    for document in documents:
        by_work: dict[str, list[Citation]] = defaultdict(list)
        for citation in document.citations:
            by_work[citation.work or ""].append(citation)
        for key, citations in by_work.items():
            found[key].append((document, citations))
    return found


def _entry(
    work: Work,
    said: Sequence[tuple[Document, Sequence[Citation]]],
    own: str | None,
    cites: tuple[str, ...],
    lookup: Lookup,
    facts: Facts,
    major: int,
) -> Entry:
    """The entry for `work`, of which `said` is said, and which is the article with the id `own`, if any."""
    forms = [citation.form for _, citations in said for citation in citations]
    lines = [*filter(None, [work.note]), *addenda(work, lookup)]
    made = item(work, facts, forms=forms, cites=cites, lines=lines, major=major)
    if problems := list(facts.problems(made)):
        raise NotAnItemError(f"{work.key}: {'; '.join(problems)}")
    notes = [note(document, work.key, citations) for document, citations in said]
    collections = [document.article.id for document, _ in said] + ([own] if own else [])
    return Entry(
        work.key,
        work,
        made,
        tuple(filter(None, notes)),
        attachments(work),
        tuple(dict.fromkeys(collections)),
        cites,
    )


def _name(document: Document) -> str:
    """The name of an article's collection: the same whatever other articles are pushed with it.

    >>> from citekit.model import Article
    >>> _name(Document(Article("a1", "a.html", "", title="The night ferry")))
    'The night ferry'
    """
    article = document.article
    title = name_of(document)[:120] or article.id
    date = str(replace(article.date, time=None)) if article.date else ""
    known = [*filter(None, (tidy(article.outlet.name) if article.outlet else "", date))]
    return f"{title} ({', '.join(known)})" if known else title
