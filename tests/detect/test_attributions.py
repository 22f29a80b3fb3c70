"""Sources that sentences name: the ways of English, each with a sentence and what it must yield."""

from __future__ import annotations

import pytest

from citekit.model import Person
from tests.detect.rows import asked, document, laid_beside, unmarked

# The outlet is the subject.
SUBJECT = [
    ("[Human Rights Watch said] in a report last month that it was late.", "human-rights-watch"),
    ("In its latest survey, [the Pew Research Center found] that most like ferries.", "pew-research-center"),
    (
        "[The Larkhaven Harbour Board said] in a statement that “{the ferry was} in order”.",
        "larkhaven-harbour-board",
    ),
    ("[Reuters reported] that the Larkhaven ferry had not been inspected for six years.", "reuters"),
    ("[The Washington Post has reported] that the mayor knew.", "the-washington-post"),
    ("[The Canary reported] on the harbour plans this week.", "the-canary"),
    ("[Reuters first reported] the mayor’s resignation.", "reuters"),
    ("[ProPublica revealed] that the dam had failed two tests.", "propublica"),
    ("[The Intercept disclosed] a second memo on the dam.", "the-intercept"),
    ("[The Miami Herald broke] the story of the missing pumps.", "miami-herald"),
    ("[Al Jazeera published] an investigation on the ferry company.", "al-jazeera"),
    ("[The New York Times published] an editorial supporting the closure.", "the-new-york-times"),
    ("[The Canary wrote] that the plan was far advanced.", "the-canary"),
    ("[WSWS writes]: “{The ferry workers} have had enough of promises.”", "wsws"),
    ("The [BBC noted] that no one had asked the crew.", "bbc"),
    (
        "[The Washington Post quoted] Ada Moor as saying “{the hull was paper} by then”.",
        "the-washington-post",
    ),
    ("[Axios described] the deal as “{a handshake with a lawyer} in the room”.", "axios"),
    ("[The Grayzone claimed] that the letter was forged.", "the-grayzone"),
    ("[CNN confirmed] that two of the pumps were sold.", "cnn"),
    ("[ProPublica found] that the inspector had never been aboard.", "propublica"),
    ("[Reuters estimated] that the repair would cost 40 million.", "reuters"),
    ("[CBS News has learned] that the captain was off duty.", "cbs-news"),
    ("[The Washington Post’s headline] read: “{Nobody checked} the ferry for years”.", "the-washington-post"),
    ("[Human Rights Watch documented] forty such cases.", "human-rights-watch"),
    ("[The Chicago Tribune editorialized] that the port should be sold.", "chicago-tribune"),
    ("[Politico acknowledged] that its count had been off by two.", "politico"),
    (
        "[Reuters] and [The Washington Post] reported that the mayor would go.",
        "reuters",
        "the-washington-post",
    ),
    ("[Reuters reports] the ferry will be scrapped.", "reuters"),
    ("[The Washington Post ran] a story headlined “The Ferry Nobody Checked”.", "the-washington-post"),
    ("As [Bloomberg pointed out], the bonds fall due in May.", "bloomberg-news"),
    ("[The Financial Times said] that the company had two weeks left.", "financial-times"),
    ("[The Financial Times warned] that the port was overstretched.", "financial-times"),
]

# A person who writes for the outlet.
PERSON = [
    ("[In a piece for Jacobin, Mara Quill] argues that ferries are public goods.", "jacobin by Quill"),
    ("[Reuters’ Mara Quill and Bo Lind report] that it was late.", "reuters by Quill, Lind"),
    ("[The Washington Post’s Mara Quill wrote] that the ferry was doomed.", "the-washington-post by Quill"),
    (
        "As [The Canary’s Mara Quill wrote] about it, “{it was signed} before we were asked.”",
        "the-canary by Quill",
    ),
    ("[Mara Quill of the Boston Globe said] the pumps were old.", "the-boston-globe by Quill"),
    ("[Ines Carrow writes at WSWS]: “{The vote was} never counted in full.”", "wsws by Carrow"),
    (
        "[Ines Carrow, writing in The Washington Post], argues that the vote was void.",
        "the-washington-post by Carrow",
    ),
    (
        "[Ines Carrow wrote in The Washington Post] on Tuesday that the vote was void.",
        "the-washington-post by Carrow",
    ),
    ("[Ines Carrow reported for Reuters] that the vote was void.", "reuters by Carrow"),
    ("[Ines Carrow, a senior correspondent at Reuters], said the vote was void.", "reuters by Carrow"),
    (
        "[Washington Post columnist Ines Carrow wrote] that the vote was void.",
        "the-washington-post by Carrow",
    ),
    (
        "“{The vote was void} from the start,” [wrote Ines Carrow in The Washington Post].",
        "the-washington-post by Carrow",
    ),
    (
        "“The vote,” [Ines Carrow wrote in The Washington Post], “{was void from} the very start.”",
        "the-washington-post by Carrow",
    ),
    (
        "[Over at The Washington Post, Ines Carrow] asks what the vote was for.",
        "the-washington-post by Carrow",
    ),
    ("[Ines Carrow at Reuters says] the vote was void.", "reuters by Carrow"),
    ("In The Washington Post, [Ines Carrow] writes that the vote was void.", "the-washington-post by Carrow"),
    ("In his [New York Times column], Tomas Veld called the vote void.", "the-new-york-times by Veld"),
    (
        "“{The vote was void} from the start,” [writes The Washington Post’s Ines Carrow].",
        "the-washington-post by Carrow",
    ),
    (
        "[Writing in The Washington Post, Ines Carrow] argued that the vote was void.",
        "the-washington-post by Carrow",
    ),
    (
        "[In an op-ed in The New York Times, Ines Carrow] called the vote void.",
        "the-new-york-times by Carrow",
    ),
    (
        "[Ines Carrow’s article in The Washington Post] is the best on the vote.",
        "the-washington-post by Carrow",
    ),
]

# People who spoke to an outlet: the last word is the speaker's family name, who is no author.
SPOKEN = [
    ("A spokesperson [told CNN] that the pumps had been sold.", "cnn", ""),
    ("[Asked by Reuters] about the pumps, Tomas Veld laughed.", "reuters", ""),
    ("Tomas Veld was [quoted by Reuters] as saying “{the pumps were} long gone”.", "reuters", ""),
    ("[Tomas Veld told Reuters] that the pumps had been sold.", "reuters", "Veld"),
    ("The pumps had been sold, [Tomas Veld told Reuters].", "reuters", "Veld"),
    (
        "“{The pumps} were sold long ago,” [Tomas Veld told The Washington Post].",
        "the-washington-post",
        "Veld",
    ),
    ("In an [interview with Al Jazeera], Tomas Veld said the pumps had been sold.", "al-jazeera", "Veld"),
    ("Tomas Veld said in an [interview with CNN] that the pumps had been sold.", "cnn", "Veld"),
    ("[Speaking to Reuters], Tomas Veld said the pumps had been sold.", "reuters", "Veld"),
    ("Tomas Veld [said on CNN] that the pumps had been sold.", "cnn", "Veld"),
    ("[On CNN], Tomas Veld said the pumps had been sold.", "cnn", "Veld"),
    ("Tomas Veld said in remarks [carried by Al Jazeera] that the pumps were gone.", "al-jazeera", "Veld"),
]

# Passive forms, and works named by their kind.
PASSIVE = [
    ("The study was [published in The Lancet] in May 2019.", "the-lancet"),
    ("An op-ed [published on Tuesday in The New York Times] called it void.", "the-new-york-times"),
    ("[The video aired by CNN] shows the ferry in flames.", "cnn"),
    ("Documents [obtained by the Miami Herald] show it.", "miami-herald"),
    ("[A Pew Research Center poll] found that most like ferries.", "pew-research-center"),
    ("[A new study in Nature] finds that ferries fail slowly.", "nature"),
    ("The pumps had been sold, as [reported by Reuters].", "reuters"),
    ("The sale has already been [reported on by Morning Star].", "morning-star-uk"),
    ("The sale was first [reported by The Washington Post].", "the-washington-post"),
    ("The list was [published] on Monday by The Washington Post.", "the-washington-post"),
    ("A 2018 [Amnesty International report] found that the pumps were sold.", "amnesty-international"),
    ("[Amnesty International’s annual report] warned of the sale.", "amnesty-international"),
    ("The sale is described in letters [obtained by Reuters].", "reuters"),
    ("The letters were [leaked by WikiLeaks].", "wikileaks"),
    ("The figure was [cited by The Washington Post].", "the-washington-post"),
    ("The letter was [published on The Washington Post]’s website.", "the-washington-post"),
    ("A [New York Times investigation] found that the pumps were sold.", "the-new-york-times"),
    ("The study, [published in The Lancet], followed 300 ferry workers.", "the-lancet"),
    ("[According to a Reuters report], the pumps were sold.", "reuters"),
    ("The closure, prematurely [celebrated by the New York Times], was undone.", "the-new-york-times"),
    ("A [report by Amnesty International] found that the pumps were sold.", "amnesty-international"),
    ("An [article in The Washington Post] says the pumps were sold.", "the-washington-post"),
    ("A [Washington Post article] titled “Pumps Without Owners” tells the rest.", "the-washington-post"),
    ("[According to a report in the Daily Express], the pumps were sold.", "daily-express"),
    ("Cables [published by WikiLeaks] show the sale.", "wikileaks"),
]

# Prepositions and adverbs.
ADVERBIAL = [
    ("[According to Reuters], the pumps were sold.", "reuters"),
    ("The pumps were sold, [according to Amnesty International].", "amnesty-international"),
    ("The pumps were sold, [according to PumpFacts].", "pumpfacts"),
    ("The pumps were sold, [according to Pumpfacts.com], a data firm.", "pumpfacts-com"),
    ("The pumps were sold, [according to a report from PumpFacts].", "pumpfacts"),
    ("The pumps were sold, [according to Ada Moor of the New York Times].", "the-new-york-times by Moor"),
    ("The pumps were sold, [according to NPR’s Ada Moor].", "npr by Moor"),
    ("[Per Axios], the pumps were sold.", "axios"),
    ("As [The Washington Post put it], “{the pumps walked} away by night.”", "the-washington-post"),
    ("As [The Washington Post noted], the pumps were sold.", "the-washington-post"),
    ("As this [Moon of Alabama article] shows, the pumps were sold.", "moon-of-alabama"),
    ("The pumps were sold ([h/t The Canary]).", "the-canary"),
    ("[Data from NASA] show that the sea rose by a hand.", "nasa"),
    ("In the words of [The Washington Post], “{the pumps walked} away by night.”", "the-washington-post"),
    ("To quote [The Washington Post], “{the pumps walked} away by night.”", "the-washington-post"),
    ("From [The Washington Post]: “{The pumps walked} away by night.”", "the-washington-post"),
]


# What names no source.
NOTHING = [
    "The mayor’s office did not respond to Reuters.",
    "Reuters could not reach the mayor.",
    "The New York Times Company is based in the city.",
    "She read the Washington Post on the deck.",
    "Bo Lind, a reporter for Reuters, was on board.",
    "The owner sued CNN last year.",
    "Tomas Veld, formerly of The Washington Post, has opened a bakery.",
    "Tomas Veld is a contributor to The Washington Post.",
    "Ines Carrow is the editor of WSWS and lives in Larkhaven.",
    "Outlets such as The Washington Post, CNN and Reuters have offices there.",
    "Share this on Facebook and follow us on Twitter.",
    "Please support The Canary.",
    "The Washington Post was founded in a mill town.",
    "He worked for Reuters for ten years before he bought the ferry.",
    "The corporate media, from CNN to Fox News, love a ferry.",
    "Officials said the pumps were gone.",
    "The pumps are reportedly gone.",
    "Time will tell whether the nation can hold the hill.",
    "The independent inspector came at dawn.",
    "She bought a slate of ferries and a mirror.",
    "Tomas Veld walked to the harbour and smiled.",
]


@pytest.mark.parametrize("row", [*SUBJECT, *PERSON, *PASSIVE, *ADVERBIAL], ids=lambda row: row[0])
def test_sources_named_in_a_sentence(row: tuple[str, ...]) -> None:
    found, wanted = document(unmarked(row[0])), asked("attribution", *row)
    assert laid_beside(found, wanted) == wanted


@pytest.mark.parametrize(("text", "source", "speaker"), SPOKEN, ids=str)
def test_who_speaks_to_an_outlet_is_no_author(text: str, source: str, speaker: str) -> None:
    found, wanted = document(unmarked(text)), asked("attribution", text, source)
    assert laid_beside(found, wanted) == wanted
    speakers = [s.family for c in found.citations for s in c.speakers if isinstance(s, Person)]
    assert speakers == [speaker] * bool(speaker)


STATED = [
    ("“{People are} cautious,” [said Pump Works President Ada Moor].", "Ada Moor"),
    ("“{It changes} everything,” [explains Team Leader Dan McBerth].", "Dan McBerth"),
    ("“{It was} late,” [said Deputy Harbour Director Ada Moor].", "Ada Moor"),
    ("“{It was} late,” [said Martin Luther King Jr.].", "Martin Luther King Jr."),
]


@pytest.mark.parametrize(("text", "speaker"), STATED, ids=str)
def test_an_office_is_no_part_of_a_name(text: str, speaker: str) -> None:
    found = document(unmarked(text)).citations
    assert [(c.type, author.name) for c in found for author in c.authors] == [("statement", speaker)]


def test_recommended_outlets_are_mentions() -> None:
    text = (
        "Examples include The Grayzone on China, Consortium News on Syria, and Popular Resistance on Chile."
    )
    found = [(c.form, c.outlet.id) for c in document(text).citations if c.outlet]
    assert found == [("mention", id) for id in ("the-grayzone", "consortium-news", "popular-resistance")]


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_source_yields_nothing(text: str) -> None:
    found = document(text)
    assert laid_beside(found, []) == []
