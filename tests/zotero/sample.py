"""Two articles by hand: one quotes a tweet inside a newspaper's words, and the other cites the first."""

from __future__ import annotations

from citekit.bibliography import Bibliography
from citekit.model import (
    Article,
    Citation,
    Document,
    Form,
    Organisation,
    Outlet,
    PartialDate,
    Person,
    Place,
    Span,
    Work,
)

WSWS = Outlet("wsws", "World Socialist Web Site", "wsws.org", "news site", csl_type="webpage")
ABC = Outlet("abcnews", "ABC News", "abcnews.go.com", "broadcaster", csl_type="article-newspaper")
TWITTER = Outlet("twitter", "X", "twitter.com", "social platform")
POD = Outlet("bad-faith", "Bad Faith", None, "podcast")
BLOG = Outlet("harbour", "Harbour & Co", "example.org", "blog", csl_type="post-weblog")

URL = "https://abcnews.go.com/x?a=1&b=%C3%A9_~#frag"

WORKS = (
    Work(
        "abcnews2019protests",
        "article-newspaper",
        title="Protests <i>spread</i> & more",
        authors=(Person("Lobo", "Andrea"), Organisation("ABC News staff")),
        date=PartialDate(2019, 11, 10),
        outlet=ABC,
        url=URL,
        archive_url="https://web.archive.org/web/2019/https://abcnews.go.com/x",
        language="en",
        quotes=("Bolivian president resigned",),
        places=(Place("d1", "c1"),),
    ),
    Work(
        "morales2019denuncio",
        "post",
        authors=(Person("Morales", "Evo", handle="evoespueblo"),),
        date=PartialDate(2019, 11, 10),
        outlet=TWITTER,
        url="https://twitter.com/evoespueblo/status/1193",
        quotes=("Denuncio ante el mundo",),
        places=(Place("d1", "c2"),),
    ),
    Work(
        "gogh2018ferries",
        "article-journal",
        title="Ferries",
        authors=(Person("Gogh", "Vincent", particle="van"),),
        date=PartialDate(2018),
        identifiers=(("doi", "10.1234/Ferry.5"),),
        places=(Place("d2", "c1"),),
    ),
    Work(
        "badfaith2019episode",
        "broadcast",
        title="Episode 5",
        date=PartialDate(2019, 10, qualifier="~"),
        outlet=POD,
        places=(Place("d2", "c2"),),
    ),
    Work(
        "harbour2019ferry",
        "post-weblog",
        title="The night ferry",
        outlet=BLOG,
        date=PartialDate(2019, 11, 13),
        url="https://example.org/night-ferry",
        places=(Place("d2", "c3"),),
    ),
)


def _citation(text: str, name: str, form: Form, words: str, work: str, within: str | None = None) -> Citation:
    start = text.index(words)
    quote = Span(start, start + len(words))
    return Citation(name, form, Span(start, start + 5), quote=quote, work=work, within=within)


_FIRST = 'ABC News wrote: "Bolivian president resigned. He said: Denuncio ante el mundo." So it went.'
_SECOND = 'See "Ferries are slow & <b>late</b>", and Episode 5 of a podcast, and The night ferry.'

DOCUMENTS = (
    Document(
        Article(
            "d1",
            "night.html",
            _FIRST,
            title="The night ferry",
            outlet=BLOG,
            date=PartialDate(2019, 11, 13),
            url="http://www.example.org/night-ferry?utm_source=feed",
        ),
        (
            _citation(_FIRST, "c1", "attribution", "Bolivian president resigned", "abcnews2019protests"),
            _citation(_FIRST, "c2", "post", "Denuncio ante el mundo", "morales2019denuncio", within="c1"),
        ),
    ),
    Document(
        Article("d2", "day.txt", _SECOND, title="The day ferry", authors=(Person("Shea", "Rainer"),)),
        (
            _citation(_SECOND, "c1", "link", "Ferries are slow & <b>late</b>", "gogh2018ferries"),
            _citation(_SECOND, "c2", "attribution", "Episode 5", "badfaith2019episode"),
            _citation(_SECOND, "c3", "mention", "The night ferry", "harbour2019ferry"),
        ),
    ),
)

BIBLIOGRAPHY = Bibliography(WORKS, DOCUMENTS)
FIRST_ONLY = Bibliography(WORKS[:2], DOCUMENTS[:1])

LINKED = {
    ("abcnews2019protests", "harbour2019ferry"),
    ("abcnews2019protests", "morales2019denuncio"),
    ("gogh2018ferries", "sheandday"),
    ("badfaith2019episode", "sheandday"),
    ("harbour2019ferry", "sheandday"),
}
"""Who is to be related to whom: the tweet to the newspaper whose words it stands in, not to the blog."""


def many(count: int) -> Bibliography:
    """One article that cites `count` works, each quoted."""
    text = "".join(f"Quotation number {number:05d}. " for number in range(count))
    works = tuple(
        Work(
            f"smith{2000 + number % 20}w{number}",
            "webpage",
            title=f"Work {number}",
            url=f"https://w.example/{number}",
        )
        for number in range(count)
    )
    citations = tuple(
        Citation(
            f"c{number}",
            "link",
            Span(number * 24, number * 24 + 9),
            quote=Span(number * 24, number * 24 + 23),
            work=work.key,
        )
        for number, work in enumerate(works)
    )
    article = Article("many", "many.html", text, title="Many", url="https://many.example/a")
    return Bibliography(works, (Document(article, citations),))
