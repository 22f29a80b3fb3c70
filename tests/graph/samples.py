"""Corpora for the tests of graphs, built from little."""

from __future__ import annotations

from citekit.model import (
    Article,
    Author,
    Citation,
    Corpus,
    Document,
    Form,
    Organisation,
    Outlet,
    PartialDate,
    Passage,
    Person,
    Place,
    Span,
    Work,
)

MOA = Outlet("moon-of-alabama", "Moon of Alabama", "moonofalabama.org", "blog", "DE")
WSWS = Outlet("wsws", "World Socialist Web Site", "wsws.org", "website")
ABC = Outlet("abc-news", "ABC News", "abcnews.go.com", "broadcaster", "US")
FAIR = Outlet("fair", "FAIR", "fair.org", "ngo", "US")
TWITTER = Outlet("twitter", "Twitter", "twitter.com", "platform")

NASTY = "x\"y'z\\ <script>alert(1)</script> & ]]> --> é 中 😀 {} [] ; , % $ #"


def cited(
    number: int,
    outlet: Outlet | None,
    *,
    form: Form = "attribution",
    within: int | None = None,
    authors: tuple[Author, ...] = (),
    title: str | None = None,
    url: str | None = None,
    work: str | None = None,
    type: str | None = None,
    span: Span | None = None,
) -> Citation:
    """A citation with the id c<number>, inside that of c<within>."""
    return Citation(
        f"c{number}",
        form,
        span or Span(10 * number, 10 * number + 8),
        quote=Span(10 * number, 10 * number + 9),
        outlet=outlet,
        authors=authors,
        title=title,
        url=url,
        work=work,
        type=type,
        within=None if within is None else f"c{within}",
    )


def article(
    key: str,
    *citations: Citation,
    outlet: Outlet | None = None,
    title: str | None = None,
    date: PartialDate | None = None,
    url: str | None = None,
    authors: tuple[Author, ...] = (),
) -> Document:
    """A document of ten-letter words, one a citation's span."""
    text = "".join(f"word{n:05d} " for n in range(40))
    passages = (Passage("paragraph", Span(0, 200)), Passage("paragraph", Span(200, 400)))
    return Document(
        Article(
            key,
            f"{key}.html",
            text,
            passages,
            title=title or f"Title of {key}",
            date=date,
            outlet=outlet,
            url=url,
            authors=authors,
        ),
        citations,
    )


def blog() -> Document:
    """A blog reprints Moon of Alabama, which quotes WSWS, a tweet, and an unnamed piece that cites ABC."""
    return article(
        "blog",
        cited(1, MOA, form="reprint", work="moa2019lessons", title="Lessons"),
        cited(2, WSWS, within=1, authors=(Person("Lobo", "Andrea"),), work="lobo2019"),
        cited(3, TWITTER, form="post", within=2, authors=(Person("Morales", "Evo", handle="evoespueblo"),)),
        cited(8, None, form="quotation", within=1),
        cited(9, ABC, form="parenthetical", within=8, work="abcnews2019resigned"),
        cited(10, FAIR, form="mention"),
        cited(11, None, type="statement", authors=(Person("Woman", "A"),)),
        cited(12, MOA, work="moa2019lessons"),
        title="Lessons To Learn",
        date=PartialDate(2019, 11, 14),
    )


def corpus() -> Corpus:
    """Three articles that cite in all the ways that the graph must tell apart."""
    moa = article(
        "moa",
        cited(1, ABC, work="abcnews2019resigned", form="link"),
        cited(2, MOA, form="link", work="moa2018"),
        outlet=MOA,
        title="Lessons",
        date=PartialDate(2019, 11, 12),
        url="https://www.moonofalabama.org/2019/11/lessons.html",
        authors=(Organisation("b"),),
    )
    nasty = article(
        NASTY,
        cited(1, ABC, form="link", work="abcnews2019resigned"),
        cited(2, ABC, form="quotation", work="abcnews2019resigned"),
        cited(3, Outlet(f"id {NASTY}", NASTY), work="nasty"),
        outlet=FAIR,
        title=NASTY,
        date=PartialDate(2020, 1),
    )
    works = (
        Work(
            "abcnews2019resigned",
            "article-newspaper",
            "Morales resigned",
            outlet=ABC,
            date=PartialDate(2019, 11, 10),
            places=(Place("blog", "c9"),),
        ),
        Work("lobo2019", "article-newspaper", authors=(Person("Lobo", "Andrea"),), outlet=WSWS),
        Work("moa2018", "post-weblog", "An older piece", outlet=MOA),
        Work(
            "moa2019lessons",
            "post-weblog",
            "Lessons",
            outlet=MOA,
            url="http://moonofalabama.org/2019/11/lessons.html",
        ),
        Work("nasty", "article-newspaper", NASTY, outlet=Outlet(f"id {NASTY}", NASTY)),
    )
    return Corpus((blog(), moa, nasty), works)
