"""Short forms and their antecedents: "the report", "Klarenberg adds", "he continued".

One forward pass over an article's citations. What names no source of its own goes to the nearest source that
fits, and to none where nothing fits or two people do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.model import Author, Citation, Document, Organisation, Person
from citekit.resolve.people import full_name

_REPORTS = frozenset({"report", "article-journal", "webpage", "legal_case", "dataset"})
_PRESS = frozenset(
    {"article-newspaper", "article-magazine", "article", "post-weblog", "webpage", "interview"}
)
_KIN = (
    _REPORTS,
    _PRESS,
    frozenset({"broadcast", "motion_picture", "interview", "song"}),
    frozenset({"book", "manuscript"}),
    frozenset({"post"}),
)
_NEW_EACH_TIME = frozenset({"attribution.records"})
"""Rules of what names its own source, though no outlet."""
_REACH = 100  # sources before a short form among which its antecedent is sought


def resolve_antecedents(document: Document) -> tuple[tuple[Citation, ...], Mapping[str, str]]:
    """The citations with short forms filled in, and for each that refers back the id of what it refers to.

    A person's first full name stands for the later bare family name, unless two people bear it; a person who
    spoke to an outlet still speaks to it when quoted again; a pronoun is the person last quoted; "the report"
    is the nearest work of that kind.
    """
    names: dict[str, dict[str, Author]] = {}
    spoken: dict[str, Citation] = {}
    last_person: Citation | None = None
    own = document.article.outlet
    earlier: list[Citation] = []
    others: list[Citation] = []  # but those of the article's own outlet, which would say "our report"
    done: list[Citation] = []
    back: dict[str, str] = {}
    for citation in document.citations:
        if citation.authors or citation.speakers:
            citation = replace(
                citation,
                authors=tuple(_full(a, names) for a in citation.authors),
                speakers=tuple(_full(a, names) for a in citation.speakers),
            )
        found = None
        if citation.outlet is None and citation.url is None and citation.form == "attribution":
            if citation.rule.startswith("attribution.pronoun") and not citation.authors:
                found = last_person
                if found is not None and found.outlet is None:
                    citation = replace(citation, authors=found.authors)
            elif citation.type == "statement":
                people = (*citation.authors, *citation.speakers)
                found = next((spoken[k] for k in map(_key, people) if spoken.get(k)), None)
            elif not citation.authors and not citation.title and citation.rule not in _NEW_EACH_TIME:
                found = _nearest(_told(earlier) if "insider" in citation.rule else others, citation)
            if found is not None and (found.outlet is not None or found.url is not None):
                citation = _referring(citation, found)
                back[citation.id] = back.get(found.id, found.id)
        if citation.rule == "attribution.as-outlet-shows" and citation.outlet is not None:
            shown = next(
                (c for c in reversed(earlier) if c.outlet and c.outlet.id == citation.outlet.id), None
            )
            if shown is not None:
                citation = replace(citation, title=shown.title)
                back[citation.id] = back.get(shown.id, shown.id)
        if citation.rule == "locator.title" and not citation.authors:
            book = next((c for c in reversed(earlier) if c.type == "book" and c.authors), None)
            if book is not None:
                citation = replace(citation, authors=book.authors)
                back[citation.id] = back.get(book.id, book.id)
        for author in (*citation.authors, *citation.speakers):
            if isinstance(author, Person) and author.given:
                names.setdefault(author.family.lower(), {}).setdefault(author.given.partition(" ")[0], author)
            if citation.outlet is not None and citation.form != "reprint":
                spoken[_key(author)] = citation
        if citation.authors or citation.speakers:
            last_person = citation
        if citation.outlet is not None or citation.url or citation.title or citation.type == "book":
            earlier.append(citation)
            if own is None or citation.outlet is None or citation.outlet.id != own.id:
                others.append(citation)
        done.append(citation)
    return tuple(done), back


def _full(author: Author, names: Mapping[str, Mapping[str, Author]]) -> Author:
    """The person with the first name that the article gave before, if only one bears the family name."""
    if isinstance(author, Person) and not author.given and not author.handle:
        bearers = list(names.get(author.family.lower(), {}).values())
        return bearers[0] if len(bearers) == 1 else author if bearers else full_name(author)
    return author


def _key(author: Author) -> str:
    return author.name.lower()


def _referring(citation: Citation, antecedent: Citation) -> Citation:
    people = tuple(
        a for a in citation.authors if a not in antecedent.authors and isinstance(a, Person | Organisation)
    )
    return replace(
        citation, outlet=antecedent.outlet, url=None, type=antecedent.type, title=antecedent.title,
        authors=antecedent.authors or (), speakers=people or citation.speakers, via=antecedent.via,
    )  # fmt: skip


def _told(earlier: Sequence[Citation]) -> Sequence[Citation]:
    """The sources that were told something, if there are any: an insider spoke to one of them."""
    return [c for c in earlier[-_REACH:] if "told-" in c.rule or "-role-" in c.rule] or earlier


def _nearest(earlier: Sequence[Citation], citation: Citation) -> Citation | None:
    """The nearest source before, of the kind that the noun says, in the same voice if there is one; not an
    address of which nothing is known.
    """
    kin = [group for group in _KIN if citation.type in group]
    near = [c for c in earlier[-_REACH:] if c.outlet is not None or c.title or c.authors or not c.url]
    fitting = [c for c in near if not kin or any(c.type in group for group in kin)]
    same_voice = [c for c in fitting if c.within == citation.within]
    voice = [c for c in near if c.within == citation.within]
    nearest = same_voice or fitting or voice
    return nearest[-1] if nearest else None
