"""Further ways of citing in six languages: bodies that no registry knows, platforms, credits, programmes.

Each row is a language, a paragraph whose words in [brackets] the anchor must share, and the outlets' names;
"" where nothing is cited.
"""

from __future__ import annotations

import re

import pytest

from citekit.detect import detect
from citekit.model import Article, Outlet, Passage, Span
from citekit.outlets import default_registry

ROWS = [
    # what follows "according to" and an article is a body, unless a country, an office or a people
    ("es", "[Según la Afipa], el puente cerró.", "Afipa"),
    ("es", "[Según cifras de Puentex], el puente cerró.", "Puentex"),
    ("es", "Según la India, el puente [cerró].", ""),
    ("es", "Según el Gobierno, el puente [cerró].", ""),
    ("fr", "[Selon la Fnapo], le pont a fermé.", "Fnapo"),
    ("fr", "[D’après les chiffres de la Fnapo], le pont a fermé.", "Fnapo"),
    ("fr", "Selon la Russie, le pont a [fermé].", ""),
    ("it", "[Stando all’Arepo], il ponte ha chiuso.", "Arepo"),
    ("it", "[Secondo i dati dell’Arepo], il ponte ha chiuso.", "Arepo"),
    ("pt", "[De acordo com a Abrapo], a ponte fechou.", "Abrapo"),
    ("pt", "De acordo com a Rússia, a ponte [fechou].", ""),
    ("nl", "[Volgens het Brugbureau] is de brug dicht.", "Brugbureau"),
    ("nl", "[Volgens cijfers van Brugbond] is de brug dicht.", "Brugbond"),
    ("nl", "Volgens de Rotterdamse wethouder is de brug [dicht].", ""),
    ("de", "[Nach Angaben von xBridge] ist die Brücke zu.", "xBridge"),
    # the platform that goes by one letter, and platforms with a quotation
    ("it", "«Il ponte ha chiuso ieri», ha scritto [su X] la sindaca.", "Twitter"),
    ("de", "„Die Brücke ist zu“, klagte ein Nutzer [auf X].", "Twitter"),
    ("es", "La alcaldesa lo dijo [en su cuenta de X]: «El puente cerró ayer».", "Twitter"),
    ("pt", "[No Instagram], deixou uma mensagem: “A ponte fechou ontem”.", "Instagram"),
    ("nl", "Malcolm X zag de [brug].", ""),
    # credits
    ("de", "([mit dpa]/AFP)", "Deutsche Presse-Agentur"),
    ("de", "(mor/[dpa])", "Deutsche Presse-Agentur"),
    ("es", "[Con información de EFE y Reuters]", "EFE, Reuters"),
    ("it", "([con fonte AGI])", "AGI"),
    # who is told something, after more words or a name in apposition
    ("nl", "De wethouder [laat aan Het Parool weten] dat de brug dicht is.", "Het Parool"),
    ("nl", "„De brug is dicht”, [aldus de wethouder in Het Parool].", "Het Parool"),
    ("pt", "“Fechou”, [disse o chefe da ponte, Elba Prado, à agência Reuters].", "Reuters"),
    ("de", "„Zu“, [sagte die Chefin den Zeitungen der Funke Mediengruppe].", "Funke Mediengruppe"),
    ("pt", "“Fechou”, [disse o chefe da ponte, Elba Prado, ao podcast O Pilar].", "Pilar"),
    # acronyms written as words, names inflected or in quotation marks
    ("it", "Lo [riferisce l’Ansa].", "ANSA"),
    ("de", "Das sagte sie [der „Rheinischen Post“].", "Rheinische Post"),
    ("de", "[Einem Bericht der „Bild“-Zeitung zufolge] ist die Brücke zu.", "Bild"),
    ("de", "Die Zahlen wurden am [Freitag] veröffentlicht.", ""),
    ("nl", "[Persbureau Bloomberg becijferde] dat de brug dicht is.", "Bloomberg News"),
    (
        "nl",
        "[Volgens de Nederlandse Vereniging van Bruggen] is hij dicht.",
        "Nederlandse Vereniging van Bruggen",
    ),
    # studies of bodies, what they publish, several media together, stations with a number
    ("es", "[Según un estudio de la Fundap], el puente cerró.", "Fundap"),
    ("it", "Ha chiuso, secondo i numeri [diffusi dall’Arepo].", "Arepo"),
    ("fr", "[Selon une étude de l’Iframe], le pont a fermé.", "Iframe"),
    ("es", "“Cerró”, admitió la vocera [en diálogo con Radio 10].", "Radio 10"),
    (
        "de",
        "[Recherchen von NDR, WDR und „Süddeutscher Zeitung“] zeigen es.",
        "NDR, WDR, Süddeutsche Zeitung",
    ),
    ("pt", "“Fechou”, [contou o avançado à RTP].", "RTP"),
    # positions
    ("fr", "[Pour Greenpeace], « le pont est fermé depuis hier ».", "Greenpeace"),
    ("it", "La pensa così [l’Unesco, secondo cui] il ponte ha chiuso.", "UNESCO"),
    ("fr", "« Le pont est fermé », [déplore la Fondation Pont].", "Fondation Pont"),
]


@pytest.mark.parametrize(("language", "paragraph", "outlet"), ROWS)
def test_who_is_cited(language: str, paragraph: str, outlet: str) -> None:
    text = re.sub(r"[\[\]]", "", paragraph)
    start = paragraph.index("[")
    words = Span(start, paragraph.index("]") - 1)
    passage = Passage("paragraph", Span(0, len(text)))
    article = Article("row", "-", text, (passage,), language=language)
    found = detect(article, default_registry()).citations
    named = [c.outlet.name for c in found if c.outlet is not None and c.span.overlaps(words)]
    assert named == [name for name in outlet.split(", ") if name]


def test_the_own_outlet_is_not_cited_whatever_its_article() -> None:
    text = "« Le pont est fermé », confie à La Dépêche du Rhin un passant."
    own = Outlet("la-depeche-du-rhin", "La Dépêche du Rhin", provisional=True)
    passage = Passage("paragraph", Span(0, len(text)))
    article = Article("row", "-", text, (passage,), language="fr", outlet=own)
    assert not [c for c in detect(article, default_registry()).citations if c.outlet is not None]
