"""citations -> works: short forms to their antecedents, then the same work once, over all articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.model import Article, Citation, Corpus, Document, Work
from citekit.resolve.antecedents import resolve_antecedents
from citekit.resolve.keys import citekeys
from citekit.resolve.reuse import sources_of_quotes
from citekit.resolve.same import Groups, group
from citekit.resolve.works import work_of
from citekit.text import urls

__all__ = ["resolve"]


def resolve(documents: Iterable[Document]) -> Corpus:
    """The documents with the key of the cited work in every citation, and the works in order of key.

    The same documents give the same works and keys in any order.
    """
    documents = sorted(documents, key=lambda d: d.article.id)
    pairs = [resolve_antecedents(d) for d in documents]
    citations = [c for c, _ in pairs]
    groups = group(citations, [d.article.id for d in documents], [dict(back) for _, back in pairs])
    read = _articles_cited(documents, citations, groups)
    flat = [(n, c) for n, found in enumerate(citations) for c in found]
    members = {
        head: [i for i in indices if flat[i][1].form != "mention"]
        for head, indices in groups.members().items()
    }
    heads = [head for head, indices in members.items() if indices]
    works = [
        work_of([(documents[flat[i][0]].article, flat[i][1]) for i in members[head]], read.get(head))
        for head in heads
    ]
    works = [replace(w, key=key) for w, key in zip(works, citekeys(works), strict=True)]
    key_of = {i: work.key for head, work in zip(heads, works, strict=True) for i in members[head]}
    resolved = _with_keys(documents, citations, key_of)
    return Corpus(tuple(resolved), tuple(sorted(_quoted_in(works, resolved), key=lambda w: w.key)))


def _with_keys(
    documents: Sequence[Document], citations: Sequence[Sequence[Citation]], key_of: dict[int, str]
) -> list[Document]:
    resolved, index = [], 0
    for document, found in zip(documents, citations, strict=True):
        keyed = []
        for citation in found:
            keyed.append(replace(citation, work=key_of.get(index)))
            index += 1
        resolved.append(replace(document, citations=tuple(keyed)))
    return resolved


def _articles_cited(
    documents: Sequence[Document], citations: Sequence[Sequence[Citation]], groups: Groups
) -> dict[int, Article]:
    """The articles read that are themselves cited, by the group of their citations: by address or by quoted
    words.
    """
    by_url = {urls.canonical(d.article.url): d.article for d in documents if d.article.url}
    quoted = sources_of_quotes(documents, citations)
    read: dict[int, Article] = {}
    from_article: dict[str, int] = {}
    index = 0
    for number, found in enumerate(citations):
        for citation in found:
            article = by_url.get(urls.canonical(urls.unwrap(citation.url).url)) if citation.url else None
            if article is None and (number, citation.id) in quoted:
                candidate = documents[quoted[(number, citation.id)]].article
                if not citation.url and _may_be(citation, candidate):
                    article = candidate
            if article is not None and article.id != documents[number].article.id:
                if article.id in from_article:
                    groups.join(index, from_article[article.id])
                from_article.setdefault(article.id, index)
                read[index] = article
            index += 1
    return {groups.find(i): article for i, article in read.items()}


def _may_be(citation: Citation, article: Article) -> bool:
    return citation.outlet is None or article.outlet is None or citation.outlet.id == article.outlet.id


def _quoted_in(works: Sequence[Work], documents: Sequence[Document]) -> list[Work]:
    """The works, each with those through which alone it was cited."""
    around = {}
    for document in documents:
        by_id = {c.id: c for c in document.citations}
        for citation in document.citations:
            holder = by_id.get(citation.within) if citation.within else None
            around[(document.article.id, citation.id)] = holder.work if holder is not None else None
    result = []
    for work in works:
        holders = [around.get((p.document, p.citation)) for p in work.places]
        through = tuple(sorted({h for h in holders if h and h != work.key})) if all(holders) else ()
        result.append(replace(work, quoted_in=through) if through else work)
    return result
