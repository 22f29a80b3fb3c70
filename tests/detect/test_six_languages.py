"""Ways of citing in Spanish, French, German, Portuguese, Italian and Dutch: who is found in whole articles.

Each row is a language, a paragraph whose words in [brackets] the anchor must share, and the outlet's id; ""
where none is named and only the person is cited.
"""

from __future__ import annotations

import re

import pytest

from citekit.detect import detect
from citekit.model import Article, Citation, Passage, Span
from citekit.outlets import default_registry

SPANISH = [
    ("El puente cerró, [según La Tercera].", "la-tercera"),
    ("[Según Elba Prado], «el puente cerró ayer».", ""),
    ("[De acuerdo con la agencia EFE], el puente cerró.", "efe"),
    ("[De acuerdo al diario La Tercera], el puente cerró.", "la-tercera"),
    ("[La Tercera informó] de que el puente cerró.", "la-tercera"),
    ("El puente cerró, [informa La Tercera].", "la-tercera"),
    ("El puente cerró, [reportó ayer la agencia EFE].", "efe"),
    ("[Publicó La Tercera] (3 de mayo de 2021) que el puente cerró.", "la-tercera"),
    ("La alcaldesa [declaró a El Mostrador] que el puente cerró.", "el-mostrador"),
    ("[En declaraciones a La Tercera], Elba Prado negó el cierre.", "la-tercera"),
    ("Lo dijo [en una entrevista con El Mostrador].", "el-mostrador"),
    ("[Elba Prado escribió en La Tercera] que el puente cerró.", "la-tercera"),
    ("El puente cerró, [como señaló CIPER].", "ciper"),
    ("El puente cerró, [tal como adelantó La Tercera].", "la-tercera"),
    ("Un perito [citado por El Mostrador] lo negó.", "el-mostrador"),
    ("La policía, [citando a EFE], habló de un cierre.", "efe"),
    ("La noticia, [recogida por La Tercera], corrió.", "la-tercera"),
    ("Así lo [recogió El Mostrador].", "el-mostrador"),
    ("[CIPER reveló] el cierre del puente.", "ciper"),
    ("Lo dice [un informe del Instituto Nacional de Puentes].", "instituto-nacional-de-puentes"),
    ("[Un estudio publicado en la revista Science] lo niega.", "science"),
    ("El puente cerró, dijo [el diario La Tercera].", "la-tercera"),
    ("[La agencia EFE] confirmó el cierre.", "efe"),
    ("El puente cerró ([vía El Mostrador]).", "el-mostrador"),
    ("El puente cerró. ([con información de EFE])", "efe"),
    ("Fuente: [La Tercera], 3 de mayo de 2021", "la-tercera"),
    ("«El puente cerró», [tuiteó Elba Prado].", "twitter"),
    ("[Elba Prado escribió en Facebook] que el puente cerró.", "facebook"),
    ("Lo anunció [a través de su cuenta de Twitter].", "twitter"),
    ("«El puente cerró ayer», [apuntó Elba Prado].", ""),
    ("[Consultada por La Tercera], negó el cierre.", "la-tercera"),
    ("El puente cerró (La Tercera, [3 de mayo de 2021]).", "la-tercera"),
    ("«El puente cerró ayer», [en palabras de Elba Prado].", ""),
]
FRENCH = [
    ("Le pont a fermé, [selon Mediapart].", "mediapart"),
    ("[Selon l’AFP], le pont a fermé.", "agence-france-presse"),
    ("[Selon Elba Prado], « le pont a fermé hier ».", ""),
    ("[D’après Le Monde], le pont a fermé.", "le-monde"),
    ("[Le Monde rapporte] que le pont a fermé.", "le-monde"),
    ("Le pont a fermé, [rapporte Le Monde].", "le-monde"),
    ("Le pont a fermé, [comme le rapporte Le Parisien].", "le-parisien"),
    ("Le pont a fermé, [comme l’écrit Mediapart].", "mediapart"),
    ("[Mediapart a révélé] la fermeture du pont.", "mediapart"),
    ("La maire [a déclaré à l’AFP] que le pont a fermé.", "agence-france-presse"),
    ("Elba Prado [a confié au Monde] que le pont a fermé.", "le-monde"),
    ("Elle l’a dit [dans un entretien accordé au Parisien].", "le-parisien"),
    ("[Interrogée par Mediapart], elle a nié.", "mediapart"),
    ("[Elba Prado écrit dans Le Monde] que le pont a fermé.", "le-monde"),
    ("Elle le dit [dans une tribune publiée dans Le Monde].", "le-monde"),
    ("Elle l’a dit [dans les colonnes du Parisien].", "le-parisien"),
    ("Elle l’a dit [au micro de France Inter].", "france-inter"),
    ("Elle l’a dit [sur le plateau de BFMTV].", "bfm-tv"),
    ("Un expert [cité par Le Monde] le nie.", "le-monde"),
    ("La police, [citant l’AFP], parle d’une fermeture.", "agence-france-presse"),
    ("La nouvelle, [relayée par Le Parisien], circule.", "le-parisien"),
    ("La photo, [repérée par Mediapart], circule.", "mediapart"),
    ("C’est dans [un rapport de Greenpeace].", "greenpeace"),
    ("[Une étude publiée dans la revue The Lancet] le nie.", "the-lancet"),
    ("[Une enquête du Monde] le montre.", "le-monde"),
    ("Le pont a fermé, dit [le quotidien Le Monde].", "le-monde"),
    ("Le pont a fermé, selon [l’agence Reuters].", "reuters"),
    ("Le pont a fermé ([via Mediapart]).", "mediapart"),
    ("Source : [Le Monde]", "le-monde"),
    ("Par Elba Prado, [avec l’AFP]", "agence-france-presse"),
    ("« Le pont a fermé », [a tweeté Elba Prado].", "twitter"),
    ("Elle l’a dit [sur son compte Twitter].", "twitter"),
    ("Le pont a fermé (Le Monde, [3 mai 2021]).", "le-monde"),
    ("[À en croire Le Parisien], le pont a fermé.", "le-parisien"),
    ("« Le pont a fermé », [peut-on lire dans Les Échos].", "les-echos"),
    ("[On apprend via l’AFP] que le pont a fermé.", "agence-france-presse"),
    ("Le pont a fermé, [écrit Le Canard enchaîné].", "le-canard-enchaine"),
]
GERMAN = [
    ("[Laut einer Studie des Prado-Instituts] ist die Brücke gesperrt.", "prado-institut"),
    ("[Laut Correctiv] ist die Brücke gesperrt.", "correctiv"),
    ("[Laut Elba Prado] ist „die Brücke seit gestern gesperrt“.", ""),
    ("[Nach Angaben der taz] ist die Brücke gesperrt.", "die-tageszeitung"),
    ("[Der taz zufolge] ist die Brücke gesperrt.", "die-tageszeitung"),
    ("[Reuters zufolge] ist die Brücke gesperrt.", "reuters"),
    ("Die Brücke ist gesperrt, [wie der Tagesspiegel berichtet].", "der-tagesspiegel"),
    ("[Wie die Zeit berichtete], ist die Brücke gesperrt.", "die-zeit"),
    ("[Der Spiegel berichtete], dass die Brücke gesperrt sei.", "der-spiegel"),
    ("Die Brücke sei gesperrt, [berichtet der Spiegel].", "der-spiegel"),
    ("[Nach einem Bericht der taz] ist die Brücke gesperrt.", "die-tageszeitung"),
    ("[Einem Bericht der New York Times zufolge] ist die Brücke gesperrt.", "the-new-york-times"),
    ("Die Polizei sprach [unter Berufung auf Correctiv] von einer Sperrung.", "correctiv"),
    ("„Die Brücke bleibt zu“, [sagte Elba Prado der taz].", "die-tageszeitung"),
    ("„Die Brücke bleibt zu“, [sagte er der FAZ].", "frankfurter-allgemeine-zeitung"),
    ("[Elba Prado sagte gegenüber Correctiv], die Brücke bleibe zu.", "correctiv"),
    ("Das sagte sie [im Interview mit der taz].", "die-tageszeitung"),
    ("[Elba Prado schreibt in der taz], die Brücke bleibe zu.", "die-tageszeitung"),
    ("Das steht [in einem Gastbeitrag für die taz].", "die-tageszeitung"),
    ("Ein Kenner, [zitiert vom Tagesspiegel], bestreitet das.", "der-tagesspiegel"),
    ("[Recherchen von Correctiv] zeigen es.", "correctiv"),
    ("Das zeigt [eine Studie von Greenpeace].", "greenpeace"),
    ("[Die Nachrichtenagentur dpa] meldete die Sperrung.", "deutsche-presse-agentur"),
    ("Die Sperrung meldete zuerst [das Magazin Titanic].", "titanic"),
    ("Quelle: [Tagesspiegel]", "der-tagesspiegel"),
    ("Die Brücke ist zu ([via Correctiv]).", "correctiv"),
    ("„Die Brücke bleibt zu“, [twitterte Elba Prado].", "twitter"),
    ("[Elba Prado schrieb auf Facebook], die Brücke bleibe zu.", "facebook"),
    ("Die Brücke bleibe zu, [so Elba Prado in der taz].", "die-tageszeitung"),
    ("[Der taz liegt] das Schreiben vor.", "die-tageszeitung"),
    ("Das geht aus [der taz vorliegenden] Papieren hervor.", "die-tageszeitung"),
    ("Die Brücke ist zu (taz, [3. Mai 2021]).", "die-tageszeitung"),
    ("[In den Worten von Elba Prado] ist „die Brücke zu“.", ""),
]
PORTUGUESE = [
    ("A ponte fechou, [segundo o Estadão].", "o-estado-de-s-paulo"),
    ("[Segundo Elba Prado], “a ponte fechou ontem”.", ""),
    ("[De acordo com a Agência Brasil], a ponte fechou.", "agencia-brasil"),
    ("A ponte fechou, [conforme noticiou a Folha].", "folha-de-s-paulo"),
    ("A [Agência Brasil informou] que a ponte fechou.", "agencia-brasil"),
    ("A ponte fechou, [informou a Agência Brasil].", "agencia-brasil"),
    ("A ponte fechou, [noticiou o Estadão].", "o-estado-de-s-paulo"),
    ("[A Folha revelou] o fechamento da ponte.", "folha-de-s-paulo"),
    ("[Publicou o Estadão] (3 de maio de 2021) que a ponte fechou.", "o-estado-de-s-paulo"),
    ("A prefeita [disse ao Estadão] que a ponte fechou.", "o-estado-de-s-paulo"),
    ("A prefeita [afirmou à Folha] que a ponte fechou.", "folha-de-s-paulo"),
    ("[Elba Prado disse ao jornal Valor Econômico] que a ponte fechou.", "valor-economico"),
    ("Disse isso [em entrevista ao Estadão].", "o-estado-de-s-paulo"),
    ("Disse isso [em declarações à Lusa].", "lusa"),
    ("[Elba Prado escreveu na Folha] que a ponte fechou.", "folha-de-s-paulo"),
    ("Ela diz isso [em artigo publicado na Folha].", "folha-de-s-paulo"),
    ("Um perito [citado pela Agência Brasil] nega.", "agencia-brasil"),
    ("A polícia, [citando a Lusa], falou da ponte.", "lusa"),
    ("A ponte fechou, [como mostrou o Estadão].", "o-estado-de-s-paulo"),
    ("[Reportagem da Folha] mostrou a ponte fechada.", "folha-de-s-paulo"),
    ("[Segundo levantamento do Instituto das Pontes], a ponte fechou.", "instituto-das-pontes"),
    ("Há [um relatório do Greenpeace] sobre a ponte.", "greenpeace"),
    ("Saiu em [estudo publicado na revista The Lancet].", "the-lancet"),
    ("A ponte fechou, disse [o jornal Valor Econômico].", "valor-economico"),
    ("[A agência Lusa] confirmou o fechamento.", "lusa"),
    ("A ponte fechou ([via Agência Brasil]).", "agencia-brasil"),
    ("A ponte fechou. ([Com informações da Agência Brasil])", "agencia-brasil"),
    ("Fonte: [Agência Brasil]", "agencia-brasil"),
    ("“A ponte fechou”, [tuitou Elba Prado].", "twitter"),
    ("Ela escreveu isso [em seu perfil no Twitter].", "twitter"),
    ("[Apurou a Folha] que a ponte fechou.", "folha-de-s-paulo"),
    ("A ponte fechou (Estadão, [3 de maio de 2021]).", "o-estado-de-s-paulo"),
    ("“A ponte fechou ontem”, [nas palavras de Elba Prado].", ""),
]
ITALIAN = [
    ("Il ponte è chiuso, [secondo il Corriere della Sera].", "corriere-della-sera"),
    ("Il ponte è chiuso, [come riporta La Stampa].", "la-stampa"),
    ("Il ponte è chiuso, [riferisce l’ANSA].", "ansa"),
    ("La sindaca [ha detto alla Stampa] che il ponte è chiuso.", "la-stampa"),
    ("«Il ponte è chiuso», [si legge sul Corriere della Sera].", "corriere-della-sera"),
]
DUTCH = [
    ("De brug is dicht, [volgens de Volkskrant].", "de-volkskrant"),
    ("De brug is dicht, [zo meldt de Volkskrant].", "de-volkskrant"),
    ("De brug is dicht, [aldus Trouw].", "trouw"),
    ("De burgemeester [zegt tegen de Volkskrant] dat de brug dicht is.", "de-volkskrant"),
    ("Dat blijkt [uit onderzoek van Follow the Money].", "follow-the-money"),
]
LANGUAGES = {"es": SPANISH, "fr": FRENCH, "de": GERMAN, "pt": PORTUGUESE, "it": ITALIAN, "nl": DUTCH}
ROWS = [(language, text, outlet) for language, rows in LANGUAGES.items() for text, outlet in rows]

# Where nothing is cited: the same words about something else.
NONE = [
    ("es", "Trabaja en La Tercera desde mayo y cruza el puente cada día."),
    ("es", "El puente está en manos del pueblo, según dicen."),
    ("fr", "Elle travaille au Monde depuis mai et passe le pont chaque jour."),
    ("fr", "Le pont a fermé, selon les riverains."),
    ("de", "Sie arbeitet seit Mai bei der taz und fährt täglich über die Brücke."),
    ("de", "Die Brücke ist das Bild einer Zeit, die vergangen ist."),
    ("pt", "Ela trabalha no Estadão desde maio e cruza a ponte todo dia."),
    ("pt", "A ponte fechou, segundo os moradores."),
    ("it", "Lavora alla Stampa da maggio e passa il ponte ogni giorno."),
    ("nl", "Ze werkt sinds mei bij de Volkskrant en fietst elke dag over de brug."),
]


def _cited(language: str, text: str) -> tuple[str, tuple[Citation, ...]]:
    plain = re.sub(r"[\[\]]", "", text)
    passage = Passage("paragraph", Span(0, len(plain)))
    article = Article("example", "-", plain, (passage,), language=language)
    return plain, detect(article, default_registry()).citations


@pytest.mark.parametrize(("language", "text", "outlet"), ROWS, ids=str)
def test_source_is_found_at_its_words(language: str, text: str, outlet: str) -> None:
    words = Span(text.index("["), text.index("]") - 1)
    _, citations = _cited(language, text)
    assert outlet in {c.outlet.id if c.outlet else "" for c in citations if c.span.overlaps(words)}


@pytest.mark.parametrize(("language", "text"), NONE, ids=str)
def test_nothing_is_cited_by_a_mere_mention(language: str, text: str) -> None:
    assert _cited(language, text)[1] == ()
