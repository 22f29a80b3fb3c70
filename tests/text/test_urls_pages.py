"""What kind of page a URL leads to, whose it is, and the date in its path."""

from __future__ import annotations

import pytest

from citekit.text.urls import (
    date_in,
    host,
    is_goods,
    is_home,
    is_listing,
    is_profile,
    is_share,
    registered_domain,
    site,
)

GOODS = (
    "https://shop.example.com/pumps/",
    "https://www.example.com/handover/66?ws=3&subid=x",
    "https://example.com/recommends/hand-pump",
    "https://www.amazon.co.uk/gp/product/B07XYZ1234?tag=x",
    "https://pumps.example.com/shop/us/d/hand-pump",
    "https://example.com/store/item/12",
    "https://www.google.com/url?q=https://example.com/products/pump",
)

ARTICLES = (
    "https://example.com/shop/books/the-long-rain",
    "https://example.com/product/9780143127550/the-long-rain",
    "https://www.amazon.com/The-Long-Rain/dp/0143127551",
    "https://example.com/business/shops-close-early",
    "https://www.wsws.org/en/articles/2019/11/13/boli-n13.html",
    "https://www.npr.org/sections/goatsandsoda/2019/11/15/779526827/china-reports-2-cases",
    "https://www.history.com/topics/middle-ages/black-death",
    "https://www.cnn.com/2020/12/07/us/x/index.html",
    "https://www.marxists.org/archive/lenin/works/1917/staterev/index.htm",
    "https://www.bbc.com/news/world-latin-america-50358823",
    "https://www.axios.com/trump-pardons-white-house-19ab0914-1dcf-42b9-92f4-69cbaa5efb03.html",
    "https://twitter.com/JebSprague/status/1193986590585810944",
    "https://www.youtube.com/watch?v=TIGmU2wJm-A",
    "https://www.who.int/news-room/fact-sheets/detail/plague",
    "https://example.org/?p=123",
    "https://www.opednews.com/articles/Title-by-Author-Tags-191113-11.html",
    "https://fair.org/take-action/media-advisories/lost-in-translation-ahmadinejad",
)

SHARES = (
    "https://www.facebook.com/sharer/sharer.php?u=https://fair.org/x",
    "https://twitter.com/intent/tweet?url=https://fair.org/x&text=a",
    "https://twitter.com/share?url=https://fair.org/x",
    "https://www.linkedin.com/shareArticle?mini=true&url=https://fair.org/x",
    "https://www.reddit.com/submit?url=https://fair.org/x",
    "https://t.me/share/url?url=https://fair.org/x",
    "https://wa.me/?text=https://fair.org/x",
    "https://api.whatsapp.com/send?text=x",
    "whatsapp://send?text=x",
    "mailto:?subject=x&body=https://fair.org/x",
    "https://pinterest.com/pin/create/button/?url=x",
    "https://fair.org/home/x/?share=twitter",
    "javascript:void(0)",
)

HOMES = (
    "http://www.example.us/us-en/index-us.htm",
    "https://www.example.com/en-us_us/Home",
    "http://theaviationist.com/",
    "https://www.theaviationist.com",
    "https://www.elpais.com/index.html",
    "https://www.wsws.org/en/",
    "https://www.dw.com/de/?utm_source=x",
)

PROFILES = (
    "https://twitter.com/wikileaks",
    "https://x.com/@wikileaks/",
    "https://www.facebook.com/AlJazeera/",
    "https://www.facebook.com/pages/FAIR/123",
    "https://www.youtube.com/channel/UCabc",
    "https://www.youtube.com/@fair/videos",
    "https://www.instagram.com/aoc/",
    "https://t.me/rybar",
    "https://www.linkedin.com/in/a-b-1/",
    "https://www.reddit.com/user/a/",
    "https://mastodon.social/@Gargron",
    "https://bsky.app/profile/a.bsky.social",
    "https://www.tiktok.com/@a",
    "https://medium.com/@a",
)

LISTINGS = (
    "https://www.rawstory.com/tag/elon-musk/",
    "https://www.vanityfair.com/contributor/bess-levin",
    "https://fair.org/author/alan-macleod/page/2/",
    "https://www.theguardian.com/world",
    "https://www.bbc.com/news/world",
    "https://www.nytimes.com/section/world/americas",
    "https://www.politico.com/search?q=bolivia",
    "https://twitter.com/hashtag/bolivia",
    "https://twitter.com/search?q=bolivia",
    "https://example.org/?s=bolivia",
    "https://www.lemonde.fr/politique/",
    "https://elpais.com/noticias/tag/bolivia",
    "https://example.org/category/news/bolivia/",
    "https://www.wsws.org/en/topics/country/bolivia",
    "https://www.aciprensa.com/fiestas/misericordia/index.html",
)

DATES = (
    ("https://www.wsws.org/en/articles/2019/11/13/boli-n13.html", "2019-11-13"),
    ("https://www.theguardian.com/world/2019/nov/18/china", "2019-11-18"),
    ("https://www.vox.com/2016/10/7/13206364/x", "2016-10-07"),
    ("https://www.latimes.com/business/story/2019-11-01/crybaby", "2019-11-01"),
    ("https://www.reuters.com/world/x-says-hamas-2023-11-01/", "2023-11-01"),
    ("https://www.cn-healthcare.com/article/20191113/content-526068.html", "2019-11-13"),
    ("https://www.nouvelobs.com/politique/20180828.OBS1480/x.html", "2018-08-28"),
    ("http://w2.vatican.va/content/hf_jp-ii_hom_20000430_faustina.html", "2000-04-30"),
    ("https://www.mediapart.fr/journal/france/290818/affaire-benalla", "2018-08-29"),
    ("https://www.opednews.com/articles/Title-by-Author-Tags-191113-11.html", "2019-11-13"),
    ("https://www.moonofalabama.org/2019/11/lessons-to-learn.html", "2019-11"),
    ("https://www.vanityfair.com/news/2020/12/donald-trump-vaccine-summit", "2020-12"),
    ("https://www.businessinsider.com/trump-criticism-of-schools-2016-12", "2016-12"),
    ("https://example.org/2019/noviembre/13/x", "2019-11-13"),
    ("https://web.archive.org/web/20191114/https://fair.org/2019/11/13/x", "2019-11-13"),
    ("https://www.bbc.com/news/world-latin-america-50358823", "None"),
    ("https://example.org/2019/13/45/x", "None"),
    ("https://example.org/product/20991399", "None"),
    ("https://www.axios.com/x-19ab0914-1dcf-42b9-92f4-69cbaa5efb03.html", "None"),
    ("https://apnews.com/article/gaza-news-11-2-2023-6a398d4aeba979aef24960efc31eb772", "None"),
)

SITES = (
    ("https://www.wsws.org/en", "wsws.org", "wsws.org", "wsws.org"),
    ("http://news.bbc.co.uk/2/hi", "news.bbc.co.uk", "bbc.co.uk", "bbc.co.uk"),
    ("https://al.substack.com/p/x", "al.substack.com", "substack.com", "al.substack.com"),
    ("https://open.substack.com/pub/al/p/x", "open.substack.com", "substack.com", "al.substack.com"),
    ("https://substack.com/home", "substack.com", "substack.com", "substack.com"),
    ("https://x.blogspot.co.uk/2019", "x.blogspot.co.uk", "blogspot.co.uk", "x.blogspot.com"),
    ("https://medium.com/@Al/x", "medium.com", "medium.com", "medium.com/@al"),
    ("https://al.medium.com/x", "al.medium.com", "medium.com", "al.medium.com"),
    ("https://www.patreon.com/RadioWarNerd/posts", "patreon.com", "patreon.com", "patreon.com/radiowarnerd"),
    ("https://sites.google.com/site/abc/x", "sites.google.com", "google.com", "sites.google.com/site/abc"),
    ("https://omar.house.gov/media", "omar.house.gov", "house.gov", "omar.house.gov"),
    ("https://mobile.twitter.com/a", "mobile.twitter.com", "twitter.com", "twitter.com"),
    ("http://127.0.0.1/x", "127.0.0.1", None, None),
    ("https://bücher.example.de/x", "xn--bcher-kva.example.de", "example.de", "example.de"),
    ("not a url", "", None, None),
)


@pytest.mark.parametrize("url", ARTICLES)
def test_article(url: str) -> None:
    assert not any(judge(url) for judge in (is_share, is_home, is_profile, is_listing, is_goods))


@pytest.mark.parametrize("url", GOODS)
def test_goods(url: str) -> None:
    assert is_goods(url)


@pytest.mark.parametrize("url", SHARES)
def test_share(url: str) -> None:
    assert is_share(url)


@pytest.mark.parametrize("url", HOMES)
def test_home(url: str) -> None:
    assert is_home(url)


@pytest.mark.parametrize("url", PROFILES)
def test_profile(url: str) -> None:
    assert is_profile(url)


@pytest.mark.parametrize("url", LISTINGS)
def test_listing(url: str) -> None:
    assert is_listing(url)


@pytest.mark.parametrize(("url", "date"), DATES, ids=str)
def test_date_in_the_path(url: str, date: str) -> None:
    assert str(date_in(url)) == date


@pytest.mark.parametrize(("url", "name", "domain", "identity"), SITES, ids=str)
def test_whose_site(url: str, name: str, domain: str | None, identity: str | None) -> None:
    assert (host(url), registered_domain(url), site(url)) == (name, domain, identity)
