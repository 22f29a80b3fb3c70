"""Which addresses are one page, and which are not: pairs as articles write them."""

# ruff: noqa: E501  rows of a table stay on one line

from __future__ import annotations

import pytest

from citekit.text.urls import canonical

SAME = (
    # scheme, host, slash, case
    ("http://www.wsws.org/en/articles/2019/11/13/boli-n13.html", "https://wsws.org/en/articles/2019/11/13/boli-n13.html"),
    ("https://theintercept.com/2020/04/25/coronavirus-rent-strike-may/", "https://theintercept.com/2020/04/25/coronavirus-rent-strike-may"),
    ("HTTPS://FAIR.ORG:443/home/x-y/", "https://fair.org/home/x-y/"),
    ("https://www.moonofalabama.org//2019/11/lessons.html", "https://www.moonofalabama.org/2019/11/lessons.html"),
    ("https://example.org/a/../b/./c", "https://example.org/b/c"),
    ("https://example.org/caf%C3%A9/%7Euser", "https://example.org/café/~user"),
    ("https://example.org/news/index.html", "https://example.org/news/"),
    # trackers
    ("https://www.npr.org/2019/11/15/779526827/china?utm_campaign=npr&utm_source=twitter.com", "https://www.npr.org/2019/11/15/779526827/china"),
    ("https://www.nytimes.com/2020/12/08/technology/trump.html?action=click&module=Top%20Stories&pgtype=Homepage", "https://nytimes.com/2020/12/08/technology/trump.html"),
    ("https://www.theguardian.com/world/2019/nov/18/china?CMP=share_btn_tw", "https://theguardian.com/world/2019/nov/18/china"),
    ("https://www.washingtonpost.com/world/2019/11/18/plague/?noredirect=on&tid=lk_inline", "https://www.washingtonpost.com/world/2019/11/18/plague/"),
    ("https://www.wsj.com/articles/a-b-11573?mod=hp_lead&st=abc&reflink=x", "https://www.wsj.com/articles/a-b-11573"),
    ("https://www.cnn.com/2020/12/07/us/x/index.html?sr=twCNN", "https://cnn.com/2020/12/07/us/x/index.html"),
    ("https://www.nouvelobs.com/politique/20180828.OBS1480/x.html?xtor=RSS-15", "https://www.nouvelobs.com/politique/20180828.OBS1480/x.html"),
    ("https://www.marianne.net/politique/x?utm_medium=Social#Echobox=1539190405", "https://www.marianne.net/politique/x"),
    ("https://www.janes.com/article/47293/uk-reviews#.VKGlicHf8gc.twitter", "http://www.janes.com/article/47293/uk-reviews"),
    ("https://example.org/x?fbclid=IwAR0&gclid=1&mc_cid=2&igshid=3&ref=homepage", "https://example.org/x"),
    ("https://www.bbc.com/news/world-latin-america-50358823?ns_mchannel=social&ocid=x", "https://www.bbc.co.uk/news/world-latin-america-50358823"),
    ("https://fair.org/x?b=2&a=1", "https://fair.org/x?a=1&b=2"),
    # AMP, mobile, print, further pages
    ("https://www.europe1.fr/politique/goulard-3934924.amp?__twitter_impression=true", "https://www.europe1.fr/politique/goulard-3934924"),
    ("https://amp.theguardian.com/world/2019/nov/18/china", "https://www.theguardian.com/world/2019/nov/18/china"),
    ("https://www.google.com/amp/s/www.theguardian.com/world/2019/nov/18/china", "https://www.theguardian.com/world/2019/nov/18/china"),
    ("https://www-theguardian-com.cdn.ampproject.org/c/s/www.theguardian.com/world/2019/nov/18/china", "https://www.theguardian.com/world/2019/nov/18/china"),
    ("https://www.theguardian.com/world/2019/nov/18/china/amp", "https://www.theguardian.com/world/2019/nov/18/china"),
    ("https://www.vox.com/platform/amp/2016/10/7/13206364/x", "https://www.vox.com/2016/10/7/13206364/x"),
    ("https://mobile.nytimes.com/2019/11/13/world/asia/plague.html", "https://www.nytimes.com/2019/11/13/world/asia/plague.html"),
    ("https://edition.cnn.com/2020/04/09/business/rent/index.html", "https://www.cnn.com/2020/04/09/business/rent/index.html"),
    ("https://www.nytimes.com/2019/11/13/world/plague.html?pagewanted=all", "https://www.nytimes.com/2019/11/13/world/plague.html"),
    ("https://consortiumnews.com/2019/11/13/bolivia-coup/page/2/", "https://consortiumnews.com/2019/11/13/bolivia-coup/"),
    ("https://example.org/2019/11/13/x/?outputType=amp", "https://example.org/2019/11/13/x/"),
    # archives and redirects
    ("https://web.archive.org/web/20191113015611/https://www.cn-healthcare.com/article/20191113/content-526068.html", "https://www.cn-healthcare.com/article/20191113/content-526068.html"),
    ("https://web.archive.org/web/2019id_/http:/fair.org/home/x", "https://fair.org/home/x"),
    ("https://archive.ph/20191113015611/https://fair.org/home/x", "https://fair.org/home/x"),
    ("https://archive.is/2019.11.13-015611/https://fair.org/home/x", "https://fair.org/home/x"),
    ("https://www.google.com/url?q=https%3A%2F%2Ffair.org%2Fhome%2Fx&sa=D&ust=1", "https://fair.org/home/x"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Ffair.org%2Fhome%2Fx%3Ffbclid%3D1&h=AT0", "https://fair.org/home/x"),
    ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffair.org%2Fhome%2Fx&data=02", "https://fair.org/home/x"),
    ("https://urldefense.proofpoint.com/v2/url?u=https-3A__fair.org_home_x&d=DwMFaQ", "https://fair.org/home/x"),
    ("https://urldefense.com/v3/__https://fair.org/home/x*y__;Iw!!abc!def$", "https://fair.org/home/x#y"),
    ("https://fair-org.translate.goog/home/x?_x_tr_sl=en&_x_tr_tl=de", "https://fair.org/home/x"),
    ("https://webcache.googleusercontent.com/search?q=cache:abcdefghijk:https://fair.org/home/x", "https://fair.org/home/x"),
    ("https://vk.com/away.php?to=https%3A%2F%2Ffair.org%2Fhome%2Fx", "https://fair.org/home/x"),
    ("https://href.li/?https://fair.org/home/x", "https://fair.org/home/x"),
    ("https://12ft.io/https://fair.org/home/x", "https://fair.org/home/x"),
    ("https://example.org/redirect?target=https%3A%2F%2Ffair.org%2Fhome%2Fx", "https://fair.org/home/x"),
    # posts, videos, papers
    ("https://x.com/JebSprague/status/1193986590585810944?s=20", "https://twitter.com/jebsprague/status/1193986590585810944/photo/1"),
    ("https://mobile.twitter.com/a/statuses/1193986590585810944", "https://twitter.com/i/web/status/1193986590585810944"),
    ("https://nitter.net/JebSprague/status/1193986590585810944#m", "https://twitter.com/JebSprague/status/1193986590585810944"),
    ("https://youtu.be/TIGmU2wJm-A?t=42", "https://www.youtube.com/watch?feature=youtu.be&v=TIGmU2wJm-A"),
    ("https://www.youtube-nocookie.com/embed/TIGmU2wJm-A?rel=0", "https://m.youtube.com/watch?v=TIGmU2wJm-A"),
    ("https://www.instagram.com/aoc/p/B4zYFYPHkjN/?igshid=1", "https://instagram.com/p/B4zYFYPHkjN"),
    ("https://t.me/s/Rybar/12345", "https://t.me/rybar/12345?single"),
    ("https://old.reddit.com/r/worldnews/comments/dv3b5j/bolivia/", "https://redd.it/dv3b5j"),
    ("https://www.facebook.com/watch/?v=2415654545", "https://m.facebook.com/AlJazeera/videos/2415654545/"),
    ("http://dx.doi.org/10.1073/PNAS.1305499111", "https://doi.org/10.1073/pnas.1305499111"),
    ("https://journals.sagepub.com/doi/abs/10.1177/0022343319826324", "https://doi.org/10.1177/0022343319826324"),
    ("https://arxiv.org/pdf/1911.00001v2.pdf", "https://arxiv.org/abs/1911.00001"),
    ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3458231", "https://doi.org/10.2139/ssrn.3458231"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/31727139", "https://pubmed.ncbi.nlm.nih.gov/31727139/"),
    ("https://en.m.wikipedia.org/wiki/Evo_Morales#Coup", "https://en.wikipedia.org/wiki/Evo_Morales"),
    ("https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1193986590585810944", "https://twitter.com/JebSprague/status/1193986590585810944"),
    ("https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FAlJazeera%2Fposts%2F10157690563693690", "https://facebook.com/AlJazeera/posts/10157690563693690"),
    ("https://dts.podtrac.com/redirect.mp3/traffic.megaphone.fm/ABC123.mp3", "https://traffic.megaphone.fm/ABC123.mp3"),
)  # fmt: skip

DIFFERENT = (
    ("https://example.org/?p=123", "https://example.org/?p=124"),
    ("https://example.org/article?id=1", "https://example.org/article?id=2"),
    ("https://news.ycombinator.com/item?id=21520000", "https://news.ycombinator.com/item?id=21520001"),
    ("https://twitter.com/a/status/1193986590585810944", "https://twitter.com/a/status/1193986590585810945"),
    ("https://twitter.com/wikileaks", "https://twitter.com/wikileaks/status/1193986590585810944"),
    ("https://youtu.be/TIGmU2wJm-A", "https://youtu.be/tigmu2wjm-a"),
    ("https://a.blogspot.com/2019/11/x.html", "https://b.blogspot.com/2019/11/x.html"),
    ("https://medium.com/@a/x-1", "https://medium.com/@b/x-1"),
    ("https://bit.ly/2NXyzAb", "https://bit.ly/2nxyzab"),
    ("https://en.wikipedia.org/wiki/Mercury", "https://de.wikipedia.org/wiki/Mercury"),
    ("https://en.wikipedia.org/wiki/Mao", "https://en.wikipedia.org/wiki/MAO"),
    ("https://www.theguardian.com/world", "https://www.theguardian.com/world/2019/nov/18/china"),
    ("https://abcnews.go.com/x", "https://abc.net.au/x"),
    ("https://www.huffingtonpost.fr/entry/x", "https://www.huffpost.com/entry/x"),
    ("https://www.reddit.com/r/a/comments/dv3b5j/x/", "https://www.reddit.com/r/a/comments/dv3b5j/x/f7bz1ab/"),
    ("https://example.org/search?q=bolivia", "https://example.org/search?q=chile"),
    ("https://example.org/tag/coup/page/2", "https://example.org/tag/coup"),
    ("https://example.org/forum?page=2", "https://example.org/forum"),
    ("https://www.ft.com/content/abc-1", "https://www.ft.com/content/abc-2"),
    ("https://example.org/compare?url=https://fair.org/x", "https://fair.org/x"),
    ("https://example.org/login?next=https://fair.org/x", "https://fair.org/x"),
    ("https://groups.google.com/forum/#!topic/a/1", "https://groups.google.com/forum/#!topic/a/2"),
    ("https://www.c-span.org/video/?466134-1/a", "https://www.c-span.org/video/?466135-1/b"),
    ("https://doi.org/10.1016/S0140-6736(20)30183-5", "https://doi.org/10.1016/S0140-6736(20)30184-7"),
    ("https://www.janes.com/article/47293/x", "https://janes.co/article/47293/x"),
    ("https://www.wsws.org/en/articles/2019/11/13/boli-n13.html", "https://www.wsws.org/es/articles/2019/11/13/boli-n13.html"),
    ("https://docs.google.com/document/d/AbC", "https://docs.google.com/document/d/aBc"),
    ("https://example.org/ref/homepage", "https://example.org/"),
    ("https://www.bbc.co.uk/news/world-1?page=1&id=7", "https://www.bbc.co.uk/news/world-1?page=1&id=8"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME, ids=str)
def test_one_page_has_one_form(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=str)
def test_two_pages_have_two_forms(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
