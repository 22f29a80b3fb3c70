"""What an article says of itself: headline, authors, date, outlet, address, language."""

from __future__ import annotations

import json

import pytest

from citekit.articles import Hints
from citekit.model import Organisation, Outlet, PartialDate, Person
from tests.articles.pages import URL, article, paragraphs

BODY = f"<div class=article-body>{paragraphs(4)}</div>"


def described(**properties: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **properties})}</script>'


TITLES: list[tuple[str, str, str]] = [
    ("the only h1", "<h1>Pumps Sold</h1>", "Pumps Sold"),
    ("an h1 with a break and markup", "<h1>Pumps<br>So<i>ld</i> at Night</h1>", "Pumps Sold at Night"),
    ("og:title where nothing is shown", "<meta property=og:title content='Pumps Sold at Night'>",
     "Pumps Sold at Night"),
    ("the h1 over a shortened tag",
     "<meta property=og:title content='Pumps Sold at Night'><h1>The Pumps Were Sold at Night</h1>",
     "The Pumps Were Sold at Night"),
    ("the site's name cut off", "<meta property=og:site_name content='Larkhaven Gazette'>"
     "<title>Pumps Sold at Night | Larkhaven Gazette</title>", "Pumps Sold at Night"),
    ("the site's name cut off by its domain", "<title>Larkhaven Gazette - Pumps Sold at Night</title>",
     "Pumps Sold at Night"),
    ("a site's own h1 is none", "<title>Pumps Sold at Night – Larkhaven Gazette</title>"
     "<h1><a href='/'>Larkhaven Gazette</a></h1><h2>Pumps Sold at Night</h2>", "Pumps Sold at Night"),
    ("the site's h1 inside a link", "<title>Pumps Sold at Night – Larkhaven</title>"
     "<a href='/'><h1>The Gazette</h1></a><dl class=newsTitle><dt>Pumps Sold at Night</dt></dl>",
     "Pumps Sold at Night"),
    ("a heading with a byline under it", "<h1>Larkhaven Gazette</h1><h2>Pumps Were Sold</h2>"
     "<div class=byline-date>May 3, 2024</div>", "Pumps Were Sold"),
    ("JSON-LD", described(headline="Pumps Sold &amp; Gone at Night"), "Pumps Sold & Gone at Night"),
    ("headline by its class",
     "<title>Pumps Sold at Night | News</title><div class=entry-title>Pumps Sold at Night</div>",
     "Pumps Sold at Night"),
    ("a dash inside a headline", "<title>Pumps - and after</title><h1>Pumps - and after</h1>",
     "Pumps - and after"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "front", "title"), TITLES, ids=[row[0] for row in TITLES])
def test_title(name: str, front: str, title: str) -> None:
    assert article(f"<html><body>{front}{BODY}").title == title


LEE, LI = Person("Lee", "Ann"), Person("Li", "Bo")
AUTHORS: list[tuple[str, str, tuple[object, ...]]] = [
    ("By", "<p>By Ann Lee</p>", (LEE,)),
    ("By and and", "<p>By <a href=/x>Ann Lee</a> and <a href=/y>Bo Li</a></p>", (LEE, LI)),
    ("By in its own element", "<span>By</span> <span>Ann Lee</span><span>Bo Li</span>", (LEE, LI)),
    ("German", "<div>Von Ann Lee | 3. Mai 2024</div>", (LEE,)),
    ("a label", "<div>Autor:</div><div>Ann Lee</div>", (LEE,)),
    ("rel=author", "<a rel=author href=/x>Ann Lee</a>", (LEE,)),
    ("itemprop", "<span itemprop=author><span itemprop=name>Ann Lee</span></span>", (LEE,)),
    ("class", "<div class=post-author-name>ANN LEE</div>", (LEE,)),
    ("a link to the author's page", "<p><a href=/authors/ann-lee>Ann Lee</a></p>", (LEE,)),
    ("a name beside a date", "<li>Comment</li><li>3 May 2024</li><li>Ann Lee</li>", (LEE,)),
    ("meta", "<meta name=author content='Ann Lee'>", (LEE,)),
    ("several meta",
     "<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Li, Bo'>", (LEE, LI)),
    ("a pair for Twitter",
     "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>", (LEE,)),
    ("JSON-LD", described(author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person",
     "name": "Bo Li"}]), (LEE, LI)),
    ("JSON-LD by reference",
     '<script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "x", "author": '
     '{"@id": "#1"}}, {"@id": "#1", "@type": "Person", "name": "Ann Lee"}]}</script>', (LEE,)),
    ("the byline over the account that posted", described(author={"name": "Bo Li"}) + "<p>By Ann Lee</p>",
     (LEE,)),
    ("an account's name", described(author={"name": "ann.lee"}), (LEE,)),
    ("no outlet", described(author={"@type": "Organization", "name": "Larkhaven Gazette"},
                            publisher={"name": "Larkhaven Gazette"}), ()),
    ("JSON-LD with the address of a page about the author only",
     described(author={"@type": "Person", "url": "https://example.org/authors/ann-lee/"}), (LEE,)),
    ("JSON-LD in two parts", described(author={"givenName": "Ann", "familyName": "Lee"}), (LEE,)),
    ("JSON-LD with the member of a body", described(author={"@type": "Organization", "name": "WXYZ",
     "member": {"@type": "Person", "name": "Ann Lee"}}), (LEE,)),
    ("JSON-LD with a creator beside the outlet", described(author={"@type": "Organization", "name": "WXYZ"},
     creator=["Ann Lee"]), (LEE,)),
    ("JSON-LD with room for one", described(author="Ann Lee") + "<meta name=author content='Ann Lee,Bo Li'>",
     (LEE, LI)),
    ("a meta tag with an address", "<meta property=article:author content=https://example.org/author/ann-lee>",
     (LEE,)),
    ("an account's address", "<meta property=article:author content=https://www.facebook.com/ann.lee.77>",
     (LEE,)),
    ("the outlet's account", "<meta property=article:author content=https://www.facebook.com/larkhaven>", ()),
    ("a tag of the site's own", "<meta name='xyz:gazette-author' content='Ann Lee'>", (LEE,)),
    ("a picture that links to the author", "<a rel=author href=/author/ann-lee><img src=x></a>", (LEE,)),
    ("itemprop in a tag", "<span itemprop=author itemscope><meta itemprop=name content='Ann Lee'></span>",
     (LEE,)),
    ("a name and its place", "<i class=author>Ann Lee</i> <i class=author>Larkhaven</i>", (LEE,)),
    ("a date and a name in one line", "<p>May 3, 2024 | Ann Lee</p>", (LEE,)),
    ("names in elements of their own", "<div class=byline><a>Ann Lee</a><a>Bo Li</a></div>", (LEE, LI)),
    ("a date in the byline", "<div class=byline>Ann Lee <time>May 3, 2024</time></div>", (LEE,)),
    ("who made the picture", "<figure><b class=author>Ann Lee</b></figure>", ()),
    ("two properties", "<span itemprop='author name'>Ann Lee, Bo Li</span>", (LEE, LI)),
    ("a small account after a label", "<p>Autor: pumpfriend</p>", (Organisation("pumpfriend"),)),
    ("a name and nothing else", "<p><em>Ann Lee</em></p>", (LEE,)),
    ("who issued a release", "<b>May 3, 2024</b> - <i class=news-agency>Pump Institute (PI)</i>",
     (Organisation("Pump Institute"),)),
    ("the outlet under a longer name", "<meta property=og:site_name content='Gazette'>"
     "<meta name=author content='News Gazette'>", ()),
    ("a picture's credit beside a date", "<p>Ann Lee / Reuters</p><p>May 3, 2024</p>", ()),
    ("an account on a board", "<a href=/members/lee77/>Lee77</a> <a href=/members/li/>Profil</a>",
     (Organisation("Lee77"),)),
    ("a person whom a sentence links to",
     f"<p>{'It is said so. ' * 12}<a href=/people/ann-lee>Ann Lee</a> said so.</p>", ()),
    ("a word for a post before the names", "<p>Reporter</p><p>By Ann Lee</p>", (LEE,)),
    ("a body where there is no human", described(author={"@type": "Organization",
     "name": "Associated Press"}),
     (Organisation("Associated Press"),)),
    ("nobody", "<p>By Staff Writer</p><meta name=author content=admin>", ()),
    ("the owner of a personal site", "<meta property=og:site_name content='Dr. Ann Lee'>", (LEE,)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "front", "authors"), AUTHORS, ids=[row[0] for row in AUTHORS])
def test_authors(name: str, front: str, authors: tuple[object, ...]) -> None:
    found = article(f"<html><body><h1>The Pumps Were Sold</h1>{front}{BODY}", url="https://example.org/x")
    assert found.authors == authors


def test_author_under_the_text() -> None:
    page = "<h1>The Pumps Were Sold</h1>{}<p>Autor: Ann Lee</p>"
    assert article(page.format(BODY)).authors == (LEE,)
    assert article(page.replace("Autor: Ann Lee", "(Ann Lee)").format(BODY)).authors == (LEE,)


ENDS = [
    ("a label in the last line", "<br><strong>Text:</strong> Ann Lee</p><p>Photos: Bo Li</p>"),
    ("a name in the last line", "<br><em>Ann Lee</em></p>"),
    ("who writes and who edits", "</p><p>Reporting by Ann Lee in Rome; Editing by Bo Li</p>"),
    ("a line that presents the author", "</p><p>Ann Lee is a writer in Larkhaven.</p>"),
    ("the author presents herself", "</p><p>Hi, I’m Ann Lee. Here you find all on pumps.</p>"),
    (
        "a box about the author",
        "</p><p>Tags</p><p>Pumps</p><p>2024</p><p>Larkhaven</p>"
        "<div class=author-info><h3>Ours</h3><h4><a href=/author/lee/>Ann Lee</a></h4>A life.</div>",
    ),
]


@pytest.mark.parametrize(("name", "end"), ENDS, ids=[row[0] for row in ENDS])
def test_author_at_the_end_of_the_text(name: str, end: str) -> None:
    text = f"{paragraphs(4)}<p>{'So it went on, and nobody knew why. ' * 6}{end}"
    assert article(f"<h1>The Pumps Were Sold</h1><div class=article-body>{text}</div>").authors == (LEE,)


def test_whom_the_headline_names_did_not_sign() -> None:
    assert article(f"<h1>The Pumps of Ann Lee</h1>{BODY}<p>Ann Lee</p>").authors == ()
    assert article(f"<h1>The Pumps of Ann Lee</h1><p>May 3, 2024</p><p>Ann Lee</p>{BODY}").authors == ()


def test_a_reporter_who_signs_in_korean() -> None:
    found = article(f"<h1>The Pumps Were Sold</h1>{BODY}<p>홍길동 기자 hong@example.org</p>").authors
    assert found == (Person("홍길동"),)


def test_a_topic_below_the_text_is_no_signature() -> None:
    page = f"<h1>The Pumps Were Sold</h1>{BODY}<div>Topics: <a href=/topic/lee>Ann Lee</a></div>"
    assert article(page).authors == ()


def test_a_hyphen_in_a_name_is_no_dash() -> None:
    page = f"<h1>The Pumps Were Sold</h1>{BODY}<p>Photos: Bo Li, Hans-A. Lee</p>"
    assert article(page).authors == ()


DATES: list[tuple[str, str, str]] = [
    ("displayed", "<p>May 3, 2024</p>", "2024-05-03"),
    ("displayed over a tag of another day",
     "<meta property=article:published_time content=2024-05-01><p>May 3, 2024</p>",
     "2024-05-03"),
    ("a tag in UTC gives way to the day shown",
     "<meta property=article:published_time content=2024-05-04T01:10:00Z><p>May 3, 2024</p>", "2024-05-03"),
    ("a tag in UTC gives way to the day shown without a year",
     "<meta property=article:published_time content=2024-05-04T01:10:00Z>"
     "<p>Posted May 3, 9:10 PM</p><p>Updated May 4, 8:00 AM</p>", "2024-05-03"),
    ("a tag in UTC gives way to another one",
     "<meta property=article:published_time content=2024-05-04T01:10:00Z><meta name=date content=2024-05-03>",
     "2024-05-03"),
    ("a tag in UTC, and the same day shown without a year",
     "<meta property=article:published_time content=2024-05-04T01:10:00Z><p>4 May</p>",
     "2024-05-04T01:10:00Z"),
    ("a tag in digits", "<meta name=date content=20240503>", "2024-05-03"),
    ("a tag in seconds", "<meta name=timestamp content=1714730400000>", "2024-05-03T10:00:00Z"),
    ("a tag with the month first", "<meta name=date content='5/3/2024 10:00 AM'>", "2024-05-03T10:00:00"),
    ("spaces after the points", "<p>3. 5. 2024</p>", "2024-05-03"),
    ("a tag with the hour where the day agrees",
     "<meta property=article:published_time content=2024-05-03T09:10:00+02:00><p>May 3, 2024</p>",
     "2024-05-03T09:10:00+02:00"),
    ("JSON-LD", described(datePublished="2024-05-03T08:00:00+01:00"), "2024-05-03T08:00:00+01:00"),
    ("JSON-LD before other tags",
     described(datePublished="2024-05-03") + "<meta name=date content=2023-01-01>", "2024-05-03"),
    ("what was updated is not when it was published",
     "<p>Published May 3, 2024</p><p>Updated May 5, 2024</p>", "2024-05-03"),
    ("only updated", "<p>Updated on May 5, 2024</p>", "2024-05-05"),
    ("a day that the text tells of",
     "<p>We meet again on Friday, May 9, 2024 in the café.</p><time datetime=2024-05-03>", "2024-05-03"),
    ("a wiki's last change",
     "<ul><li id=footer-info-lastmod>This page was last edited on 3 May 2024.</li></ul>",
     "2024-05-03"),
    ("time element", "<time datetime=2024-05-03>Friday</time>", "2024-05-03"),
    ("itemprop", "<span itemprop=datePublished content=2024-05-03></span><p>May 9, 2024</p>", "2024-05-03"),
    ("with bars between", "<table><tr><td>03 | 05 | 2024</td></tr></table>", "2024-05-03"),
    ("the page's own scripts", '<script>{"publishedAt":"2024-05-03T10:00:00"}</script>', "2024-05-03"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "front", "date"), DATES, ids=[row[0] for row in DATES])
def test_date(name: str, front: str, date: str) -> None:
    found = article(f"<html><body><h1>The Pumps Were Sold</h1>{front}{BODY}", url="https://example.org/x")
    assert str(found.date) == date


ADDRESSES = [
    ("https://example.org/2024/05/03/pumps", "", "2024-05-03"),
    ("https://example.org/2024/05/pumps", "", "2024-05"),
    ("https://example.org/bericht_vom_03.05.2024", "", "2024-05-03"),
    ("https://example.org/2024/05/03/x", described(datePublished="2024-06-30T00:00:00Z"), "2024-05-03"),
    ("https://example.org/2024/05/03/x", described(datePublished="2024-05-04T03:00:00Z"), "2024-05-03"),
    ("https://example.org/2024/05/x", "<div class=sidebar>The Pumps, <i>3 May 2024</i>, in Water</div>",
     "2024-05-03"),
    ("https://example.org/2024/05/x", "<div class=sidebar>Other news of <i>3 June 2023</i></div>", "2024-05"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "front", "date"), ADDRESSES, ids=str)
def test_date_in_the_address(url: str, front: str, date: str) -> None:
    assert str(article(f"<h1>The Pumps Were Sold</h1>{front}{BODY}", url=url).date) == date


def test_date_under_the_text() -> None:
    page = f"<h1>The Pumps Were Sold</h1>{BODY}<p>Last updated on May 3, 2024.</p>"
    assert str(article(page, url="https://example.org/x").date) == "2024-05-03"


def test_order_of_day_and_month_is_the_outlets() -> None:
    page = f"<h1>The Pumps Were Sold</h1><p>11/10/2019</p>{BODY}"
    assert str(article(page, url="https://www.nytimes.com/x").date) == "2019-11-10"
    assert str(article(page, url="https://www.theguardian.com/x").date) == "2019-10-11"


def test_hints_fill_the_gaps_and_decide_outlet_and_language() -> None:
    hints = Hints(date=PartialDate(2020), outlet="reuters.com", language="fr")
    found = article(f"<h1>The Pumps Were Sold</h1>{BODY}", url=None, hints=hints)
    assert (str(found.date), found.language) == ("2020", "fr")
    assert found.outlet is not None
    assert found.outlet.id == "reuters"
    dated = article(f"<h1>The Pumps Were Sold</h1><p>May 3, 2024</p>{BODY}", hints=hints)
    assert str(dated.date) == "2024-05-03"
    own = Outlet("own", "Own")
    assert article(BODY, hints=Hints(outlet=own)).outlet == own


OUTLETS = [
    ("https://www.wsws.org/en/articles/2019/11/13/x.html", "", "World Socialist Web Site"),
    ("https://larkhavengazette.com/x", "<meta property=og:site_name content='Larkhaven Gazette'>",
     "Larkhaven Gazette"),
    ("https://larkhavengazette.com/x", "<title>Pumps | Larkhaven Gazette</title>", "Larkhaven Gazette"),
    ("https://larkhavengazette.com/x", "<meta property=og:site_name content='www.larkhaven.com'>",
     "larkhavengazette.com"),
    (None, "<meta property=og:site_name content='Reuters'>", "Reuters"),
    (None, "<link rel=canonical href='https://www.reuters.com/x'>", "Reuters"),
    (None, "<link rel=canonical href='https://www.reuters.com/x'><meta property=og:url "
     "content='https://apnews.com/y'>",
     "Associated Press"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "front", "name"), OUTLETS, ids=str)
def test_outlet(url: str | None, front: str, name: str) -> None:
    found = article(f"<head>{front}</head><body>{BODY}", url=url)
    assert found.outlet is not None
    assert found.outlet.name == name


def test_address_is_told_hinted_or_the_pages_own() -> None:
    page = f"<link rel=canonical href='https://a.org/own'>{BODY}"
    assert article(page, url=None).url == "https://a.org/own"
    assert article(page).url == URL
    assert article(page, hints=Hints(url="https://a.org/hint")).url == "https://a.org/hint"
    assert article(BODY, url=None).url is None


def test_language_of_the_words_wins_over_the_templates() -> None:
    german = "<p>Die Pumpen sind nicht mehr da, und niemand hat gefragt, wer sie verkauft hat.</p>" * 3
    assert article(f"<html lang=en-US><article>{german}</article>").language == "de"
    assert article("<html lang=pt-BR><article><p>Lorem ipsum dolor</p></article>").language == "pt"


BROKEN = [
    '{"@type": "Article", "headline": "Pumps sold at night", "datePublished": "2024-05-03",}',
    '<!-- {"@type": "Article", "headline": "Pumps sold at night", "datePublished": "2024-05-03"} -->',
    '// <![CDATA[\n{"@type": "Article", "headline": "Pumps sold at night", "datePublished": '
    '"2024-05-03"}\n// ]]>',
    '{"@type": "Article", "headline": "Pumps sold at night", "datePublished": "2024-05-03", "description": '
    '"a "b" c"}',
    '[{"@type": "WebSite"}, [{"@type": ["Thing", "NewsArticle"], "headline": ["Pumps sold at night"], '
    '"datePublished": {"@value": "2024-05-03"}}]]',
    '{"@type": "Article", "headline": "Pumps sold\n at night", "datePublished": "2024-05-03"};',
]


@pytest.mark.parametrize("text", BROKEN, ids=str)
def test_broken_description_still_tells(text: str) -> None:
    found = article(f'<script type="application/ld+json">{text}</script>{BODY}', url=None)
    assert (found.title, str(found.date)) == ("Pumps sold at night", "2024-05-03")
