"""What a formula for citekeys can take from a work: names, words of the title, parts of the date."""

from __future__ import annotations

from collections.abc import Callable

from citekit.model import Work
from citekit.resolve.keys import surname
from citekit.resolve.words import folded, telling, words


def auth(work: Work, n: int = 0, m: int = 1) -> str:
    """The family name of the `m`-th author, its first `n` letters if `n` is given."""
    name = surname(work.authors[m - 1]) if 0 < m <= len(work.authors) else ""
    return name[:n] if n else name


def auth_last(work: Work) -> str:
    """The family name of the last author."""
    return surname(work.authors[-1]) if work.authors else ""


def authors(work: Work, n: int = 0) -> str:
    """The family names of the first `n` authors, of all if `n` is 0; `EtAl` for those left out."""
    shown = work.authors[:n] if n else work.authors
    return "".join(map(surname, shown)) + ("EtAl" if len(shown) < len(work.authors) else "")


def auth_et_al(work: Work) -> str:
    """The first author's name, with the second's if there are two, with `EtAl` if there are more."""
    return authors(work, 2 if len(work.authors) == 2 else 1)


def auth_initials(work: Work, n: int = 1) -> str:
    """The first `n` letters of each author's family name."""
    return "".join(surname(author)[:n] for author in work.authors)


def short_title(work: Work, n: int = 3, m: int = 0) -> str:
    """The first `n` telling words of the title, the first `m` of them capitalised."""
    chosen = [word for word, _ in zip(telling(work.title or ""), range(n), strict=False)]
    return "".join(_capital(word) if place < m else word for place, word in enumerate(chosen))


def very_short_title(work: Work, n: int = 1, m: int = 0) -> str:
    """The first telling word of the title."""
    return short_title(work, n, m)


def title(work: Work) -> str:
    """All words of the title, capitalised."""
    return "".join(_capital(word) for word in words(work.title or ""))


def word(work: Work) -> str:
    """The first telling word of the title, else of the words quoted."""
    for text in (work.title, *work.quotes[:1]):
        for found in telling(text or ""):
            return found
    return ""


def outlet(work: Work) -> str:
    """The outlet's short id."""
    return folded(work.outlet.id) if work.outlet else ""


def journal(work: Work) -> str:
    """The outlet's name."""
    return "".join(_capital(word) for word in words(work.outlet.name)) if work.outlet else ""


def year(work: Work) -> str:
    """The year in four digits."""
    return f"{work.date.year:04d}" if work.date else ""


def short_year(work: Work) -> str:
    """The last two digits of the year."""
    return year(work)[-2:]


def month(work: Work) -> str:
    """The month in two digits."""
    return f"{work.date.month:02d}" if work.date and work.date.month else ""


def day(work: Work) -> str:
    """The day in two digits."""
    return f"{work.date.day:02d}" if work.date and work.date.month and work.date.day else ""


def kind(work: Work) -> str:
    """The CSL type, without its hyphens."""
    return folded(work.type)


def keyword(work: Work, n: int = 1) -> str:
    """The `n`-th keyword."""
    return folded(work.keywords[n - 1]) if 0 < n <= len(work.keywords) else ""


def language(work: Work) -> str:
    """The language's code."""
    return folded(work.language or "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


FUNCTIONS: dict[str, Callable[..., str]] = {
    "auth": auth,
    "authors": authors,
    "authorsn": authors,
    "authetal": auth_et_al,
    "authini": auth_initials,
    "authlast": auth_last,
    "authorlast": auth_last,
    "day": day,
    "journal": journal,
    "keyword": keyword,
    "language": language,
    "month": month,
    "outlet": outlet,
    "shorttitle": short_title,
    "shortyear": short_year,
    "title": title,
    "type": kind,
    "veryshorttitle": very_short_title,
    "word": word,
    "year": year,
}
"""The functions by their names in a formula, in lower case."""
