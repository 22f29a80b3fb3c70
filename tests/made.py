"""A small corpus made by hand, with what makes writing hard in it: nesting, markup, bad addresses."""

from __future__ import annotations

from citekit.model import (
    Article,
    Citation,
    Corpus,
    Document,
    Organisation,
    Outlet,
    PartialDate,
    Passage,
    PassageKind,
    Person,
    Problem,
    Span,
    Work,
)

PARAGRAPHS: list[tuple[PassageKind, int, str]] = [
    ("heading", 0, "The bridge: a <sample> & more"),
    ("paragraph", 0, "Several bloggers have tackled it; this comes courtesy of the Gull & Tide website:"),
    ("paragraph", 1, "Andrea Thistlewood writes at The Nation:"),
    (
        "quotation",
        2,
        "The bridge was opened on Sunday. The mayor tweeted that she is “going home by boat” after that.",
    ),
    ("paragraph", 1, "The boat was seen since (ABC News5/12/24), and <script>alert(1)</script> stands."),
    ("item", 1, "First item of a list, The Guardian reported."),
    ("item", 1, "=SUM(A1) is the second."),
    ("paragraph", 0, 'Here I am back again, with a link to somewhere. " never closed'),
]
TEXT = "\n\n".join(text for _, _, text in PARAGRAPHS)

BLOG = Outlet("gullandtide", "Gull & Tide", "gullandtide.example")
NATION = Outlet("thenation", "The Nation", "thenation.com")
ABC = Outlet("abcnews", "ABC News", "abcnews.go.com")
GUARDIAN = Outlet("guardian", "The Guardian", "theguardian.com")
TWITTER = Outlet("twitter", "Twitter", "twitter.com")


def span(words: str) -> Span:
    """Where `words` first stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def between(first: str, last: str) -> Span:
    """From the beginning of `first` to the end of `last`."""
    return Span(span(first).start, span(last).end)


CITATIONS = (
    Citation(
        "c1",
        "reprint",
        span("comes courtesy of the Gull & Tide website"),
        quote=between("Andrea", "is the second."),
        outlet=BLOG,
        title="A Bridge Is a Slow Ferry",
        type="post-weblog",
        work="gullandtide2024bridge",
        confidence=0.97,
        rule="reprint.courtesy",
    ),
    Citation(
        "c2",
        "attribution",
        span("Andrea Thistlewood writes at The Nation:"),
        quote=between("The bridge was", "after that."),
        outlet=NATION,
        authors=(Person("Thistlewood", "Andrea"),),
        within="c1",
        work="thistlewood2024bridge",
        rule="attribution.person-verb-outlet",
    ),
    Citation(
        "c3",
        "post",
        span("tweeted that"),
        quote=span("“going home by boat”"),
        outlet=TWITTER,
        authors=(Organisation("Mayor of Larkhaven", handle="LarkhavenMayor"),),
        url="https://twitter.com/LarkhavenMayor/status/1?a=1&b=<2>",
        within="c2",
        rule="post.tweeted",
    ),
    Citation(
        "c4",
        "parenthetical",
        span("(ABC News5/12/24)"),
        outlet=ABC,
        date=PartialDate(2024, 5, 12),
        within="c1",
        rule="parenthetical.glued",
    ),
    Citation(
        "c5", "attribution", span("The Guardian reported"), outlet=GUARDIAN, within="c1", work="guardiannd"
    ),
    Citation(
        "c6", "link", span("a link"), outlet=GUARDIAN, url="javascript:alert(1)", via=ABC, work="guardiannd"
    ),
)


def document() -> Document:
    """The article with its citations."""
    passages, position = [], 0
    for kind, depth, words in PARAGRAPHS:
        block = depth + (10 if kind == "item" else 0)
        passages.append(Passage(kind, Span(position, position + len(words)), block=block, depth=depth))
        position += len(words) + 2
    article = Article(
        id="bridge",
        source="bridge<1>.txt",
        text=TEXT,
        passages=tuple(passages),
        title="The bridge: a <sample> & more",
        authors=(Person("Gogh", "Vincent", particle="van"), Organisation("NTS")),
        date=PartialDate(2024, 5, 14),
        url="https://example.org/x?a=1&b=<2>",
        language="en",
        problems=(Problem(span('" never closed'), "quotation never closed"),),
    )
    return Document(article, CITATIONS)


def corpus() -> Corpus:
    """The document with one of its works resolved."""
    bridge = Work(
        "gullandtide2024bridge",
        "post-weblog",
        title="A Bridge Is a Slow Ferry",
        outlet=BLOG,
        date=PartialDate(2024, 5, 13),
        url="https://gullandtide.example/bridge",
    )
    return Corpus((document(),), (bridge,))
