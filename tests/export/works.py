"""Invented works, one for each sort of thing that articles cite and each way in which little is known of it.

No such article, post, book or person exists; the outlets' names and domains are reserved examples.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from citekit.bibliography import Bibliography
from citekit.model import (
    Article,
    Author,
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
from citekit.resolve.keys import citekeys

GAZETTE = Outlet("gazette", "The Example Gazette", "gazette.example", "newspaper", "GB", issn=("0000-0019",))
COURIER = Outlet("courier", "Courier & Post", "courier.example", "newspaper", "US")
WIRE = Outlet("wire", "Example Wire", "wire.example", "wire")
BLOG = Outlet("harbour-notes", "Harbour Notes", "harbour.example", "blog")
POD = Outlet("long-tide", "The Long Tide", "tide.example", "podcast")
TV = Outlet("channel-nine", "Channel Nine and a Half", "nine.example", "broadcaster")
TWITTER = Outlet("twitter", "X", "x.com", "social platform")
MASTODON = Outlet("mastodon-social", "Mastodon", "mastodon.social", "social platform")
TUBE = Outlet("youtube", "YouTube", "youtube.com", "video platform")
NGO = Outlet("harbour-watch", "Harbour Watch and Friends", "watch.example", "NGO")
GOV = Outlet("parliament", "Parliament of Examplia", "gov.example", "government")
PRESS = Outlet("tidewater", "Tidewater Press", "tidewater.example", "book publisher")
UNI = Outlet("examplia-u", "University of Examplia", "u.example", "academic publisher")

MIRA = Person("Lindqvist", "Mira")
VAN = Person("Holt", "Joost", particle="van der")
JUNIOR = Person("Okafor", "Samuel", suffix="Jr.")
WITH_AND = Organisation("Dock and Rail Workers’ Union")
HANDLE = Organisation("harbour_cat", handle="harbour_cat")
MIRA_POSTS = Person("Lindqvist", "Mira", handle="mira_l")


def day(year: int, month: int | None = None, of_month: int | None = None) -> PartialDate:
    """A date as coarse as given."""
    return PartialDate(year, month, of_month)


def url(path: str, host: str = "gazette.example") -> str:
    """An address at an invented outlet."""
    return f"https://{host}/{path}"


def work(
    kind: str,
    title: str | None,
    *authors: Author,
    date: PartialDate | None = None,
    outlet: Outlet | None = None,
    url: str | None = None,
    **more: object,
) -> Work:
    """A work without a key."""
    made = Work("", kind, title, authors, date, outlet, url)
    return replace(made, **more)  # type: ignore[arg-type]


_RAW = (
    work(
        "article-newspaper",
        "Harbour strike enters its 3rd week",
        MIRA,
        date=day(2019, 11, 12),
        outlet=GAZETTE,
        url=url("news/harbour_strike?page=2&ref=a%20b#top"),
        language="en-GB",
        quotes=("Nobody here remembers a strike like this one.",),
    ),
    work(
        "article-newspaper",
        "Docks: “50% of {all} cranes” cost $1_000 & more <updated> ~ #1 ^ C:\\new|old",
        VAN,
        JUNIOR,
        date=day(2019, 11),
        outlet=COURIER,
        url=url("a/1", "courier.example"),
    ),
    work(
        "article-newspaper",
        "No name stands over this report",
        date=day(2019, 11, 14),
        outlet=GAZETTE,
        url=url("news/unsigned"),
    ),
    work(
        "article-newspaper",
        None,
        date=day(2019, 11, 15),
        outlet=COURIER,
        quotes=(
            "The minister, who had been in office for eleven years, left by the back door of the palace.",
        ),
    ),
    work(
        "article-newspaper",
        "Wire copy",
        Organisation("Example Wire"),
        date=day(2019, 11, 13),
        outlet=WIRE,
        via=GAZETTE,
        url=url("wire/copy"),
    ),
    work("article-magazine", "A long read about cranes", WITH_AND, date=day(2018), outlet=COURIER),
    work(
        "webpage",
        "Opening hours",
        outlet=GOV,
        url=url("hours", "gov.example"),
        language="es-BO",
        archive_url="https://web.archive.org/web/20200102100000/https://gov.example/hours",
        archived=day(2020, 1, 2),
    ),
    work("webpage", None, url=url("untitled", "unknown.example")),
    work(
        "post-weblog",
        "What the tide brought in",
        MIRA,
        VAN,
        JUNIOR,
        Person("Ortega y Gasset", "Pía"),
        date=day(2020, 2, 29),
        outlet=BLOG,
        url=url("tide", "harbour.example"),
        quoted_in=("@0",),
    ),
    work(
        "post",
        None,
        MIRA_POSTS,
        date=PartialDate(2019, 11, 11, dt.time(20, 19, tzinfo=dt.UTC)),
        outlet=TWITTER,
        url="https://twitter.com/mira_l/status/1193990000000000000",
        quotes=("BREAKING: the harbour gates are closed. Nobody knows by whom.",),
    ),
    work(
        "post",
        None,
        HANDLE,
        date=PartialDate(2019, 11, 10, dt.time(9, 5, 7)),
        outlet=MASTODON,
        url="https://mastodon.social/@harbour_cat/103114",
    ),
    work(
        "broadcast",
        "Episode 12: Low water",
        MIRA,
        date=day(2021, 5, 1),
        outlet=POD,
        url=url("12", "tide.example"),
        extra=(("number", "12"),),
    ),
    work("broadcast", "The evening programme", date=day(2019, 11, 12), outlet=TV),
    work(
        "motion_picture",
        "Cranes at night (HD)",
        Organisation("HarbourCam"),
        date=day(2022, 3),
        outlet=TUBE,
        url="https://www.youtube.com/watch?v=abcDEF_1-23",
    ),
    work("motion_picture", "The Last Ferry", Person("Abeni", "Tola"), date=day(1974)),
    work("song", "Ferry me home", Organisation("The Bollards"), date=day(1968)),
    work(
        "report",
        "Closing Time: Labour in the Ports",
        date=day(2017, 6),
        outlet=NGO,
        url=url("closing-time.pdf", "watch.example"),
        reprinted_in=("shore",),
    ),
    work(
        "pamphlet",
        "Harbour Watch names new director",
        date=day(2016, 1, 5),
        outlet=NGO,
        url=url("press/1", "watch.example"),
    ),
    work(
        "book",
        "Salt and Rust",
        Person("O’Neill", "Ciarán"),
        date=day(2001),
        outlet=PRESS,
        identifiers=(("isbn", "978-3-16-148410-0"),),
    ),
    work(
        "chapter",
        "The bollard",
        MIRA,
        date=day(2002),
        extra=(("container-title", "A Book of Quays"), ("publisher", "Tidewater Press")),
    ),
    work("legislation", "Harbours (Night Work) Act", date=day(1951), outlet=GOV),
    work("legal_case", "Dock and Rail Workers’ Union v. Port of Examplia", date=day(1989, 4, 3), outlet=GOV),
    work("speech", "To the strikers", JUNIOR, date=day(2019, 11, 9)),
    work("statement", None, JUNIOR, date=day(2019, 11, 13), quotes=("We will not move a single box.",)),
    work(
        "dataset",
        "Arrivals and departures, 1990–2010",
        date=PartialDate(1990, until=PartialDate(2010)),
        outlet=UNI,
        identifiers=(("doi", "10.5555/example_(1990)<x>"),),
    ),
    work("thesis", "Tides of discontent", Person("Müller-Łukasz", "Zoë"), date=day(2011), outlet=UNI),
    work(
        "article-journal",
        "On quays",
        Person("Зеленко", "Ольга"),
        date=PartialDate(2015, qualifier="?"),
        outlet=Outlet("jport", "Journal of Port Studies", None, "journal"),
        identifiers=(("doi", "10.5555/jport.15"),),
        extra=(("volume", "3"), ("issue", "2"), ("page", "10-19")),
    ),
    work(
        "article",
        "A model of queues",
        MIRA,
        date=day(2023, 8),
        outlet=Outlet("arxiv", "arXiv", "arxiv.org"),
        identifiers=(("arxiv", "2308.00001"),),
    ),
    work(
        "paper-conference",
        "Queues again",
        VAN,
        date=day(2024),
        outlet=Outlet("harbourcon", "Proceedings of HarbourCon", kind="journal"),
    ),
    work(
        "manuscript",
        "Letters from the quay",
        Person("bint Yusuf", "Amal"),
        date=PartialDate(1930, qualifier="~"),
    ),
    work("interview", "“I only counted boxes”", JUNIOR, date=day(2019), outlet=BLOG, note="in two parts"),
    work(
        "webpage",
        "مرفأ — שלום — 港 — 😀",
        Organisation("港 Port"),
        date=PartialDate(2019, 11, 10, until=PartialDate(2019, 11, 12)),
        outlet=Outlet("port", "港 Port", "port.example"),
        url=url("%E6%B8%AF", "port.example"),
    ),
    work(
        "document",
        "Untyped",
        Organisation("3 & Co., {Ltd}"),
        keywords=("harbour, old", "cranes"),
        note="100% paper",
    ),
)


def _keyed() -> tuple[Work, ...]:
    keys = citekeys(_RAW)
    named = [
        replace(each, key=key, quoted_in=tuple(keys[int(name[1:])] for name in each.quoted_in))
        for each, key in zip(_RAW, keys, strict=True)
    ]
    return tuple(sorted(named, key=lambda each: each.key))


WORKS = _keyed()
"""The sample works with their keys, sorted."""

_SHORE_TEXT = "As Mira Lindqvist writes: “Nobody here remembers a strike like this one.” See also the post."


def _document(name: str, title: str, text: str, cited: list[tuple[str, Form, Span | None]]) -> Document:
    article = Article(
        name,
        f"{name}.html",
        text,
        title=title,
        authors=(VAN,),
        date=day(2019, 11, 20),
        outlet=BLOG,
        url=f"https://harbour.example/{name}",
    )
    return Document(
        article,
        tuple(
            Citation(f"c{n}", form, Span(0, 10), quote, work=key, confidence=0.9 - n / 10)
            for n, (key, form, quote) in enumerate(cited, 1)
        ),
    )


def _cited() -> Bibliography:
    strike = next(each for each in WORKS if each.title and each.title.startswith("Harbour strike"))
    post = next(each for each in WORKS if each.type == "post" and each.quotes)
    shore = _document(
        "shore",
        "Along the shore; {part 1}",
        _SHORE_TEXT,
        [(strike.key, "attribution", Span(27, 72)), (post.key, "post", None), (strike.key, "link", None)],
    )
    inland = _document("inland", "Far inland", "Nothing but a link.", [(strike.key, "link", None)])
    places = {
        strike.key: (Place("shore", "c1"), Place("shore", "c3"), Place("inland", "c1")),
        post.key: (Place("shore", "c2"),),
    }
    works = tuple(replace(each, places=places.get(each.key, ())) for each in WORKS)
    return Bibliography(works, (shore, inland))


BIBLIOGRAPHY = _cited()
"""The sample works as two invented articles cite them."""
