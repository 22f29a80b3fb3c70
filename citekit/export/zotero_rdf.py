"""Zotero RDF, the file from which Zotero takes most: types, citekeys, tags, notes, collections, links.

Format: what Zotero's own RDF translator writes, as far as its importer was measured to keep it. Subjects are
`#ck-KEY`, since two items with one URL for a subject would be merged; creators are bib:authors alone; a line
`cites: key, key` in Extra is what Better BibTeX's citation graph reads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from citekit.bibliography import Bibliography
from citekit.export.kinds import Kind, kind_of, noun_of, platform_name
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.export.prose import addenda, keywords_of, name_of, tidy, title_of
from citekit.model import Author, Citation, Document, Person, Work

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:bib="http://purl.org/net/biblio#" xmlns:link="http://purl.org/rss/1.0/modules/link/" \
xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
"""

# Where Zotero's importer looks for what a library read back from another format knew.
_EXTRA = {
    "volume": "prism:volume",
    "issue": "prism:number",
    "number": "prism:number",
    "edition": "prism:edition",
    "page": "bib:pages",
    "abstract": "dcterms:abstract",
    "title-short": "z:shortTitle",
    "number-of-pages": "z:numPages",
}


def zotero_rdf(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """The bibliography as Zotero RDF, an item a chunk, with its notes and links; the collections come last.

    The collections are those of `group_by`, by default one for each article, below one called citekit.
    """
    options = options or Options()
    lookup = Lookup(bibliography)
    yield _HEAD
    for work in bibliography.works:
        yield "".join(_item(work, lookup))
    if bibliography.documents or options.group_by:
        yield from _collections(bibliography.groups(options.group_by or "article"))
    yield "</rdf:RDF>\n"


def _item(work: Work, lookup: Lookup) -> Iterator[str]:
    kind = kind_of(work)
    cited = lookup.cited(work)
    yield f" <{kind.rdf} rdf:about={_subject(work.key)}>"
    yield _tag("z:itemType", kind.item)
    yield _container(work, kind)
    if work.authors:
        people = "".join(
            f"<rdf:li>{_person(author, work.type == 'post')}</rdf:li>" for author in work.authors
        )
        yield f"<bib:authors><rdf:Seq>{people}</rdf:Seq></bib:authors>"
    yield _tag("dc:title", title_of(work))
    yield _tag("z:type", noun_of(work) if kind.genre else "")
    if work.date:
        yield _tag("dc:date", str(work.date))
    yield _tag("z:language", work.language or "")
    yield _tag("z:citationKey", work.key)
    for name, value in work.extra:
        if name == "number" and kind.item == "podcast":
            yield _tag("z:episodeNumber", value)
        elif name in _EXTRA:
            yield _tag(_EXTRA[name], value)
    cites = lookup.cites(work)
    lines = [f"cites: {', '.join(cites)}"] if cites else []
    lines += [tidy(work.note)] if work.note else []
    lines += addenda(work, lookup)
    if lines:
        yield f"<dc:description>{escape(chr(10).join(lines))}</dc:description>"
    for scheme, value in work.identifiers:
        yield _tag("dc:identifier", f"{scheme.upper()} {value}")
    if work.url:
        yield _address(work.url)
    for word in keywords_of(work, lookup):
        yield _tag("dc:subject", word)
    for key in cites:
        yield f"<dc:relation rdf:resource={_subject(key)}/>"
    for number in range(1, len(cited) + 1):
        yield f"<dcterms:isReferencedBy rdf:resource={_subject(f'{work.key}-note-{number}')}/>"
    if work.archive_url:
        yield f"<link:link rdf:resource={_subject(f'{work.key}-archive')}/>"
    yield f"</{kind.rdf}>\n"
    for number, (name, citations) in enumerate(cited.items(), 1):
        yield _note(f"{work.key}-note-{number}", lookup.document(name), citations)
    if work.archive_url:
        date = f" {work.archived}" if work.archived else ""
        yield (
            f" <z:Attachment rdf:about={_subject(f'{work.key}-archive')}><z:itemType>attachment</z:itemType>"
            f"{_tag('dc:title', f'Archived copy{date}')}{_address(work.archive_url)}"
            "<z:linkMode>3</z:linkMode><link:type>text/html</link:type></z:Attachment>\n"
        )


def _container(work: Work, kind: Kind) -> str:
    name = platform_name(work) or dict(work.extra).get("container-title")
    if not name:
        return ""
    if kind.isin == "publisher":
        return _publisher(name)
    title = "dcterms:alternative" if kind.isin == "bib:Series" else "dc:title"
    return f"<dcterms:isPartOf><{kind.isin}>{_tag(title, name)}</{kind.isin}></dcterms:isPartOf>"


def _publisher(name: str) -> str:
    organisation = f"<foaf:Organization>{_tag('foaf:name', name)}</foaf:Organization>"
    return f"<dc:publisher>{organisation}</dc:publisher>"


def _person(author: Author, post: bool) -> str:
    """A name; one of a single field has no given name, so Zotero does not split it."""
    if post and author.handle:
        plain = author.name.lstrip("@") == author.handle
        family, given = f"@{author.handle}" if plain else f"{author.name} [@{author.handle}]", ""
    elif isinstance(author, Person):
        family = " ".join(filter(None, (author.particle, author.family)))
        given = ", ".join(filter(None, (author.given, author.suffix)))
    else:
        family, given = author.name, ""
    return f"<foaf:Person>{_tag('foaf:surname', family)}{_tag('foaf:givenName', given)}</foaf:Person>"


def _note(name: str, document: Document | None, citations: Sequence[Citation]) -> str:
    """A child note, in the HTML that Zotero keeps notes in: where the work is cited, and its words there."""
    if document is None:
        return ""
    article = document.article
    starts = [passage.span.start for passage in article.passages]
    parts = [f"<h1>Cited in {escape(name_of(document))}</h1>"]
    for citation in citations:
        place = bisect_right(starts, citation.span.start)
        where = f", paragraph {place}" if place else ""
        parts.append(f"<p>{citation.form}{where}: {escape(tidy(citation.span.of(article.text)))}</p>")
        if citation.quote:
            parts.append(f"<blockquote>{escape(tidy(citation.quote.of(article.text)))}</blockquote>")
    return f" <bib:Memo rdf:about={_subject(name)}>{_tag('rdf:value', ''.join(parts))}</bib:Memo>\n"


def _collections(groups: dict[str, tuple[Work, ...]]) -> Iterator[str]:
    for number, (heading, works) in enumerate(groups.items(), 1):
        parts = "".join(f"<dcterms:hasPart rdf:resource={_subject(work.key)}/>" for work in works)
        about = _subject(f"collection-{number}")
        yield f" <z:Collection rdf:about={about}>{_tag('dc:title', heading)}{parts}</z:Collection>\n"
    parts = "".join(
        f"<dcterms:hasPart rdf:resource={_subject(f'collection-{number}')}/>"
        for number in range(1, len(groups) + 1)
    )
    about = _subject("collections")
    yield f" <z:Collection rdf:about={about}><dc:title>citekit</dc:title>{parts}</z:Collection>\n"


def _address(url: str) -> str:
    return f"<dc:identifier><dcterms:URI>{_tag('rdf:value', url)}</dcterms:URI></dc:identifier>"


def _tag(name: str, value: str) -> str:
    value = tidy(value)
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _subject(name: str) -> str:
    return quoteattr(f"#ck-{tidy(name)}")
