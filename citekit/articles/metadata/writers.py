"""The authors of an article: who is displayed, else whom the tags name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from citekit.articles.metadata.front import Front, Line, Piece
from citekit.model import Author, Organisation, Person
from citekit.text.dates import find_dates
from citekit.text.names import has_given_name, is_byword, is_human, is_joint, opens_byline, split_byline

_NAME = re.compile(
    r"(?i)(?:author|autor|byline|writer|contributor)s?(?:[\W_]*(?:full)?[\W_]*name|[\W_]*link)|^fn\b|\bfn$|^(?:by)?author$"
)
_BYLINE = re.compile(
    r"(?i)byline|author|autor|writer|contributor|redakteur|journalist|verfasser|geschrieben|auteur|posted.?by|signature"
)
_NOT = re.compile(
    r"(?i)bio|desc|about|avatar|image|img|photo|social|follow|email|twitter|title(?!.*name)|role|job|position|more|all"
    r"|articles|list|count|date|time|comment|box|statement|quote|claim"
)
_CLAIM = re.compile(r"(?i)statement|quote|claim|comment")
_HREF = re.compile(
    r"(?i)/(?:authors?|autore?n?s?|autorin|auteurs?|by(?=/[a-z]{3})|people|person|profil|staff|writers?|redakteur|user)/"
)
_SIGNED = re.compile(r"[(\[–—-]\s?([^()\[\]]{5,40}?)\s?[)\]]?\W{0,5}$")
_OWNER = re.compile(r"([^'’|]{5,40})(?:['’]s\s[^|]{3,40})?")
_NOT_WORD = re.compile(r"[\W_]+")
LONGEST = 160
LONGEST_BODY = 3
"""Words of a body's name that stands without "By": more is a phrase."""


def writers(
    front: Front, told: Iterable[Iterable[str]], bodies: Iterable[str], outlets: list[str]
) -> tuple[Author, ...]:
    """The authors, in the order of the byline.

    `told` are the names in JSON-LD and in the tags, best first, `bodies` those that say they are
    organisations; `outlets` the names of the page's own outlet, which is no author. A byline that says "By"
    wins; then those told whom the page shows; then whoever seems to be displayed; a body only where there is
    no human.
    """
    own = {_key(name) for name in outlets}
    signed, shown = _displayed(front, own)
    named = [
        _clean([author for name in names for author in split_byline(_spelled(name))], own) for names in told
    ]
    people = _people(signed) or [
        author for author in _people(shown) if not signed or has_given_name(author.name)
    ]
    if not _people(signed):
        for authors in named:
            humans = _people(authors)
            if humans and (not people or _shows(front, humans)):
                return tuple(humans)
    if people:
        return tuple(_as_told(author, named) for author in people)
    told_bodies = _clean([Organisation(" ".join(name.split())) for name in bodies], own)
    brief = [author for author in shown if len(author.name.split()) <= LONGEST_BODY]
    rest = (signed, brief, told_bodies, *named, _owner(outlets))
    return tuple(next(filter(None, rest), ()))


def _as_told(author: Person, named: list[list[Author]]) -> Author:
    """The author in the spelling of the tags: markup inside a name tears it apart."""
    key = _key(author.name)
    for authors in named:
        for other in _people(authors):
            told = _key(other.name)
            if (
                told != key
                and (told.startswith(key) or key.startswith(told))
                and abs(len(told) - len(key)) < 4
            ):
                return other
    return author


def _shows(front: Front, people: list[Person]) -> bool:
    """Whether one of them is named around the text."""
    text = _key("\n".join(line.text for line in front.lines if len(line.text) < 400))
    return any(_key(author.name) in text for author in people)


def _displayed(front: Front, own: set[str]) -> tuple[list[Author], list[Author]]:
    """Who is displayed with a word such as "By", and who without: around the headline, or below the text."""
    after, before, below = front.after, front.before, front.below[:15]
    signed = next(filter(None, (_clean(_by(way), own) for way in (after, before))), [])
    signed = signed or [author for author in _clean(_by(below[:8]), own) if has_given_name(author.name)]
    signed = signed or [author for author in _clean(_opened(front), own) if has_given_name(author.name)]
    if _people(signed):
        return signed, []
    top, prose = front.top, front.prose
    first = prose[1].place if len(prose) > 1 else top + 40
    under = [line for line in front.lines if top < line.place < first]
    above = [line for line in front.lines if top - 25 < line.place < top]
    rest = [line for line in front.lines if first <= line.place < first + 200]
    ends = [line.text for line in front.lines if line.tag == "p" and line.place > top + 3][-12:]
    ways: tuple[Callable[[], list[Author]], ...] = (
        lambda: _named(under), lambda: _linked(after), lambda: _bylines(under), lambda: _beside_date(after),
        lambda: _named(above), lambda: _linked(before), lambda: _bylines(above), lambda: _beside_date(before),
        lambda: _named(rest), lambda: _bylines(rest),
        lambda: _signature(ends + [piece.text for piece in below[:4]]),
    )  # fmt: skip
    return signed, _first_clean(own, ways)


def _first_clean(own: set[str], ways: Iterable[Callable[[], list[Author]]]) -> list[Author]:
    best: list[Author] = []
    for way in ways:
        if found := _clean(way(), own):
            if _people(found):
                return found
            best = best or found
    return best


def _by(texts: list[Piece]) -> list[Author]:
    """Names after "By", in one piece of text with it or in the next ones."""
    for place, piece in enumerate(texts):
        if len(piece.text) > LONGEST:
            continue
        if is_byword(piece.text):
            return list(_run(texts[place + 1 :]))
        if opens_byline(piece.text):
            found = list(split_byline(piece.text))
            if found:
                return found + [
                    author for author in _run(texts[place + 1 :], joined=True) if author not in found
                ]
    return []


def _opened(front: Front) -> list[Author]:
    """Names in a short paragraph of the text that says "By" or "Author:"."""
    for line in front.lines:
        if (
            line.tag == "p"
            and line.place > front.top
            and len(line.text) <= LONGEST
            and opens_byline(line.text)
        ) and (found := split_byline(line.text)):
            return list(found)
    return []


def _run(texts: list[Piece], joined: bool = False) -> Iterator[Author]:
    """The names at the start of a row of texts; if `joined`, only after an "and" or a comma."""
    for piece in texts[:8]:
        bare = piece.text.strip(" ,;&|/·•-")
        if find_dates(bare) or bare[:1].isdigit():
            return
        if is_joint(bare) or is_byword(bare):
            joined = False
            continue
        if len(piece.text) > LONGEST or (joined and not (is_human(bare) and has_given_name(bare))):
            return
        found = split_byline(bare)
        if not found:
            return
        yield from found
        joined = True


def _named(lines: list[Line]) -> list[Author]:
    """Elements that hold a name and nothing else."""
    found: list[Author] = []
    for line in lines:
        attributes = line.node.attributes
        rel, item = attributes.get("rel") or "", attributes.get("itemprop") or ""
        by_class = _NAME.search(line.names) and not _NOT.search(line.names)
        if len(line.text) <= 60 and ("author" in rel.split() or item in ("author", "creator") or by_class):
            found += [author for author in split_byline(line.text) if author not in found]
    return found


def _linked(texts: list[Piece]) -> list[Author]:
    """Texts that link to an author's page."""
    found: list[Author] = []
    for piece in texts:
        at = piece.node if piece.node.tag == "a" else piece.node.parent
        if (
            at is not None
            and at.tag == "a"
            and len(piece.text) <= 60
            and _HREF.search(at.attributes.get("href") or "")
        ):
            found += [author for author in split_byline(piece.text) if author not in found]
    return found


def _bylines(lines: list[Line]) -> list[Author]:
    """Elements whose class says that they name authors."""
    for line in lines:
        if len(line.text) > LONGEST or line.tag in ("h1", "h2") or _CLAIM.search(line.names):
            continue
        if _BYLINE.search(line.names) and (found := list(split_byline(line.text))):
            return found
    return []


def _beside_date(texts: list[Piece]) -> list[Author]:
    """A human's name that stands alone, right beside a date."""
    dates = [place for place, piece in enumerate(texts) if len(piece.text) < 60 and find_dates(piece.text)]
    for place, piece in enumerate(texts):
        bare = piece.text.strip(" ,;&|/·•-–")
        bare = re.split(r"\s[|•·–-]\s", bare)[0]
        if (
            len(bare) <= 40
            and has_given_name(bare)
            and is_human(bare)
            and any(abs(place - date) <= 2 for date in dates)
        ):
            return list(split_byline(bare))
    return []


def _signature(texts: list[str]) -> list[Author]:
    """A human's name in brackets or after a dash at the very end of the text."""
    for text in texts:
        found = _SIGNED.search(text)
        name = found[1] if found else text
        if len(name) < 40 and has_given_name(name) and is_human(name):
            return list(split_byline(name))
    return []


def _owner(sites: list[str]) -> list[Author]:
    """The human whom a personal site is named after: "Dr. Ann Lee", "Ann Lee's Notebook"."""
    for site in sites:
        found = _OWNER.fullmatch(site.strip())
        if (
            found
            and has_given_name(re.sub(r"\.(?=\w)", ". ", found[1]))
            and is_human(found[1].replace(".", ". "))
        ):
            return list(split_byline(found[1]))
    return []


def _spelled(name: str) -> str:
    """An account named after its owner, "jane.doe", as the owner's name."""
    return name.replace(".", " ").title() if re.fullmatch(r"[a-z]{3,}\.[a-z]{3,}", name) else name


def _people(authors: Iterable[Author]) -> list[Person]:
    return [author for author in authors if isinstance(author, Person)]


def _clean(authors: Iterable[Author], own: set[str]) -> list[Author]:
    """Each author once, without the outlet itself; a nickname may be the name of its owner's blog as well."""
    found: list[Author] = []
    for author in authors:
        human = isinstance(author, Person) and has_given_name(author.name)
        is_outlet = not human and _key(author.name) in own
        if author not in found and not (is_outlet and (" " in author.name or "." in author.name)):
            found.append(author)
    return found


def _key(name: str) -> str:
    return _NOT_WORD.sub("", name.casefold())
