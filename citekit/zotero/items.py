"""A work as a Zotero item: type, fields, creators, tags and the lines of Extra.

What Zotero has no field for becomes a line `Name: value` of Extra, which Zotero itself reads when it makes
citations (its documentation calls this "citing fields from Extra"), and Better BibTeX reads `cites: a, b`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citekit.export.kinds import kind_of, noun_of, platform_name
from citekit.export.prose import tidy, title_of
from citekit.model import Author, Organisation, PartialDate, Work
from citekit.zotero.facts import Facts, Item, ItemType

TAG = "citekit"
"""The tag of all that citekit has put into a library."""

_EXTRA_NAMES = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "arxiv": "arXiv",
}
_TAG_LENGTH = 255  # the Web API refuses longer ones


def item(
    work: Work,
    facts: Facts,
    *,
    forms: Iterable[str] = (),
    cites: Sequence[str] = (),
    lines: Iterable[str] = (),
    major: int = 99,
    named: str | None = None,
) -> Item:
    """The JSON of `work`, as both APIs take it, without collections, relations and key.

    `forms` are the ways in which it was cited, which become tags; `cites` the citekeys of what it cites
    itself; `lines` go into Extra; `major` is the version of Zotero; `named` the item type, where it is not
    the work's own.

    >>> from citekit.model import Outlet
    >>> from citekit.zotero.facts import facts
    >>> made = item(Work("lobo2019", "webpage", title="Coup", outlet=Outlet("wsws", "WSWS")), facts())
    >>> made["itemType"], made["websiteTitle"], made["extra"]
    ('webpage', 'WSWS', 'Citation Key: lobo2019')
    """
    kind = facts.item_type(named or kind_of(work).item, major=major)
    fields = {
        kind.title: title_of(work),
        kind.date: zotero_date(work.date) if work.date else "",
        "url": address(work) or "",
        "language": work.language or "",
        **_outlet(work, kind),
    }
    extra: list[str] = []
    for name, value in _identifiers(work, cites):
        if name in kind.fields:
            fields[name] = value
        else:
            extra.append(f"{'Citation Key' if name == 'citationKey' else name}: {tidy(value)}")
    extra += [*_lines(work, kind), *map(tidy, lines)]
    made: Item = {"itemType": kind.name}
    made.update({name: value for name, value in fields.items() if name and value and name != "extra"})
    if extra:
        made["extra"] = "\n".join(extra)
    made["creators"] = [creator(author, kind) for author in work.authors if tidy(author.name)]
    made["tags"] = [{"tag": tag} for tag in _tags(work, forms)]
    return made


def attachments(work: Work) -> tuple[Item, ...]:
    """The child items of `work` that hold no words: a link to its archived copy."""
    if not work.archive_url or not work.archive_url.startswith(("http://", "https://")):
        return ()
    when = f" of {zotero_date(work.archived)}" if work.archived else ""
    return (
        {
            "itemType": "attachment",
            "linkMode": "linked_url",
            "title": f"Archived copy{when}",
            "url": work.archive_url,
            "contentType": "text/html",
        },
    )


def creator(author: Author, kind: ItemType) -> dict[str, str]:
    """An author as a creator; who is known by a handle on a platform is one name, `Name [@handle]`.

    >>> from citekit.zotero.facts import facts
    >>> from citekit.model import Person
    >>> creator(Person("Gogh", "Vincent", particle="van"), facts().types["webpage"])
    {'creatorType': 'author', 'firstName': 'Vincent', 'lastName': 'van Gogh'}
    """
    role = {"creatorType": kind.creator}
    if author.handle and kind.name == "forumPost":
        account = f"@{author.handle.removeprefix('@')}"
        plain = author.name.removeprefix("@").casefold() == author.handle.removeprefix("@").casefold()
        return {**role, "name": tidy(account if plain else f"{author.name} [{account}]")}
    if isinstance(author, Organisation) or not (author.given and tidy(author.given) and tidy(author.family)):
        return {**role, "name": tidy(author.name)}
    first = ", ".join(filter(None, (author.given, author.suffix)))
    last = " ".join(filter(None, (author.particle, author.family)))
    return {**role, "firstName": tidy(first), "lastName": tidy(last)}


def address(work: Work) -> str | None:
    """The work's URL, byte for byte, if it is one that Zotero may open: not `javascript:` and the like."""
    return (
        tidy(work.url)
        if work.url and work.url.lower().startswith(("http://", "https://", "ftp://"))
        else None
    )


def zotero_date(date: PartialDate) -> str:
    """The date as Zotero sorts by it: EDTF without the marks of doubt, which stay in Extra.

    >>> zotero_date(PartialDate(2019, 10, qualifier="~"))
    '2019-10'
    """
    return "".join(letter for letter in str(date) if letter not in "~?%")


def _outlet(work: Work, kind: ItemType) -> dict[str, str]:
    post = {"postType": noun_of(work)} if kind.name == "forumPost" else {}
    name = platform_name(work)
    return {**post, kind.outlet: tidy(name)} if name and kind.outlet else post


def _identifiers(work: Work, cites: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names and values that are fields where the type has them and lines of Extra elsewhere."""
    yield "citationKey", work.key
    named = dict(work.identifiers)
    if work.outlet and work.outlet.issn and work.type.startswith("article-"):
        named.setdefault("issn", work.outlet.issn[0])
    for scheme, value in named.items():
        if name := _EXTRA_NAMES.get(scheme.casefold()):
            yield name, value
    if cites:
        yield "cites", ", ".join(cites)


def _lines(work: Work, kind: ItemType) -> Iterator[str]:
    """What else Extra says: what the item type has no field for."""
    if work.date and not kind.date:
        yield f"Issued: {zotero_date(work.date)}"
    if work.date and str(work.date) != zotero_date(work.date):
        yield f"citekit date: {work.date}"
    if work.outlet and not kind.outlet:
        yield f"Publisher: {tidy(work.outlet.name)}"


def _tags(work: Work, forms: Iterable[str]) -> Iterator[str]:
    yield TAG
    yield from (f"{TAG}:{form}" for form in sorted(set(forms)))
    for keyword in dict.fromkeys(work.keywords):
        if tag := tidy(keyword)[:_TAG_LENGTH]:
            yield tag
