"""The words of a sentence and a letter for each: what `patterns` are matched against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from citekit.detect import patterns as letter
from citekit.detect import vocabulary as word
from citekit.detect.known import organisation
from citekit.detect.line import Line
from citekit.detect.name_runs import NameRun, body_width, name_run
from citekit.detect.name_words import nominative
from citekit.detect.named_by_context import (
    heads_name,
    is_called_so,
    is_in_issue,
    is_issuer,
    may_be_told,
    name_by_context,
)
from citekit.detect.phrases import Phrases
from citekit.detect.spans import Spans
from citekit.detect.tokens import Tokens
from citekit.detect.vocabulary import Facts, compound, unlisted
from citekit.model import Outlet
from citekit.text.casing import squeezed

_NAMES = frozenset({letter.PERSON, letter.CAPITAL})
_FEWEST_CAPITALS, _LONGEST_GLOSS = 2, 12
_OF_OUTLET = 4  # tokens after a name in which the outlet stands whose work it is: "de la agencia EFE"
_GLOSS = 8  # tokens of a bracket with a short form: "(WRO, by its initials)"
_OPENING = frozenset((".", ":", "(", letter.QUOTE))
"""After what a capital may only be that of a sentence."""


class Words(NamedTuple):
    """The words of a sentence: `tags[i]` is the letter of `spans[i]`; `outlets` are the candidates at a
    token.
    """

    tags: str
    spans: Spans
    outlets: Mapping[int, tuple[Outlet, ...]]


def tag(
    text: str,
    found: Tokens,
    facts: Sequence[Facts],
    phrases: Phrases,
    sites: Mapping[str, Outlet],
    families: frozenset[str] | None,
) -> Words:
    """The words of a sentence, tagged; `facts` are those of its tokens, with one behind the last.

    `sites` are outlets that no registry knows, by the label of their domain, so that "The Rain Watch" is
    known by a link to therainwatch.org; `families` are names of people whom the article names in full, None
    where a capital by itself tells a name.
    """
    sentence = _Sentence(text, found, facts, phrases, sites, families)
    line, letters = sentence.line, [each.letter for each in facts]
    at, size = 0, len(found)
    for index, fact in enumerate(facts):
        if fact.letter or index < at:
            continue
        if fact.seconds is not None and facts[index + 1].plain not in fact.seconds:
            letters[index] = fact.single
            continue
        line.tags += letters[at:index]
        line.starts += found.starts[at:index]
        line.ends += found.ends[at:index]
        at = sentence.read(index) if index < size else size
    name_by_context(line, text, phrases)
    return Words("".join(line.tags), Spans(line.starts, line.ends), line.outlets)


class _Sentence:
    """A sentence whose words are read one by one: those whose letter depends on the words beside them."""

    __slots__ = ("_facts", "_families", "_found", "_phrases", "_sites", "_text", "line")

    def __init__(
        self,
        text: str,
        found: Tokens,
        facts: Sequence[Facts],
        phrases: Phrases,
        sites: Mapping[str, Outlet],
        families: frozenset[str] | None,
    ) -> None:
        self.line = Line()
        self._text = text
        self._found = found
        self._facts = facts
        self._phrases = phrases
        self._sites = sites
        self._families = families

    def read(self, index: int) -> int:
        """Tag the token at `index`, and give the index of the one after it, or after the phrase or name that
        it begins.
        """
        found, line = self._found, self.line
        text, traits = found.texts[index], self._facts[index].traits
        if not text:
            known = found.known[index]
            if known.letter == letter.OUTLET:
                line.outlets[len(line.tags)] = known.outlets
            return self._add(known.letter, index)
        if text == "(" and line.outlets and line.tags[-1] == letter.OUTLET:
            after = self._after_gloss(index)
            if after > index:
                return after
        if traits & word.BODY_NOUN:
            width = body_width(found.texts, self._facts, index, 1)
            if width > 1:
                line.outlets[len(line.tags)] = (organisation(self._words(index, width)),)
                return self._add(letter.OUTLET, index, width)
        capitalised = traits & word.CAPITALISED
        opens = bool(capitalised) and (not line.tags or line.tags[-1] in _OPENING)
        if not capitalised or self._reads_as_word(index, opens=opens):
            width, tag_ = self._phrase(index)
            if width:
                return self._add(tag_, index, width)
        return self._add_name(index, opens=opens) if capitalised else self._add(unlisted(text), index)

    def _add(self, tag_: str, index: int, width: int = 1) -> int:
        """Put tokens as one in the line, and give the index of the token after them."""
        end = index + width
        self.line.add(tag_, self._found.starts[index], self._found.ends[end - 1])
        return end

    def _words(self, index: int, width: int) -> str:
        return self._text[self._found.starts[index] : self._found.ends[index + width - 1]]

    def _after_gloss(self, index: int) -> int:
        """The token after the bracket at `index` that only gives the short form of the name before it."""
        text, found = self._text, self._found
        if index + 2 >= len(found):
            return index
        short = self._words(index + 1, 1)
        if sum(c.isupper() for c in short) < _FEWEST_CAPITALS or " " in short or len(short) > _LONGEST_GLOSS:
            return index
        for at in range(index + 2, min(len(found), index + _GLOSS)):
            if text[found.starts[at]] == ")":
                return at + 1
        return index

    def _reads_as_word(self, index: int, *, opens: bool) -> bool:
        """Whether a capitalised token is an ordinary word: it opens the sentence, or it is never a name."""
        traits = self._facts[index].traits
        if traits & word.ARTICLE_OR_NOUN:
            return not heads_name(self._found.texts, self._facts, index, self._phrases)
        if traits & (word.COMPOUND | word.DATE) or (traits & word.DATE_OR_VERB and self._by_number(index)):
            return True
        if not opens or not traits & word.LISTED:
            return False
        return bool(traits & word.FUNCTION) or not self._facts[index + 1].traits & word.CAPITALISED

    def _by_number(self, index: int) -> bool:
        """Whether a number stands beside a token: "May 3", "3 May" are no name."""
        texts = self._found.texts
        return texts[index + 1][:1].isdigit() or (index > 0 and texts[index - 1][:1].isdigit())

    def _phrase(self, index: int) -> tuple[int, str]:
        """The width of the longest known phrase that begins at a token, and its letter; 0 for none."""
        phrases, facts, first = self._phrases, self._facts, self._facts[index].plain
        longest = phrases.longest.get(first)
        if longest is None:
            tag_ = compound(first, phrases)
            return (1, tag_) if tag_ else (0, "")
        if longest > 1 and facts[index + 1].plain in phrases.seconds[first]:
            words = [first]
            for each in facts[index + 1 : index + longest]:
                if not each.plain:
                    break
                words.append(each.plain)
            for width in range(len(words), 1, -1):
                tag_ = phrases.letters.get(" ".join(words[:width]).replace(" 's", "'s"), "")
                if tag_:
                    return width, tag_
        tag_ = phrases.letters.get(first, "")
        return (1, tag_) if tag_ else (0, "")

    def _add_name(self, index: int, *, opens: bool) -> int:
        """Tag the name that begins at a token, and give the index of the token after it."""
        line, phrases, texts, facts = self.line, self._phrases, self._found.texts, self._facts
        office = line.tags[-2:-1] == [letter.CAPITAL] and line.tags[-1] == phrases.letters.get("of")
        run = name_run(texts, facts, index, opens=opens, after_office=office, families=self._families)
        kind: str | None = None
        if run.letter in _NAMES and may_be_told(line, phrases):
            run, kind = self._told(run, index)
        for at in range(index, index + run.skip):
            self._add(letter.CAPITAL, at)
        start = index + run.skip
        outlet = None
        if run.letter == letter.OUTLET:
            name = self._words(start, run.width)
            if start and texts[start - 1].lower() in phrases.listed("GENITIVE"):
                name = nominative(name, phrases.listed("ORGHEAD"))
            outlet = organisation(name)
            outlet = replace(outlet, kind=kind) if kind else outlet
        elif self._sites:
            site = self._sites.get(squeezed("".join(texts[start : start + run.width])))
            outlet = replace(site, name=self._words(start, run.width)) if site is not None else None
        if outlet is not None:
            line.outlets[len(line.tags)] = (outlet,)
        return self._add(letter.OUTLET if outlet is not None else run.letter, start, run.width)

    def _told(self, run: NameRun, index: int) -> tuple[NameRun, str | None]:
        """The run as a body's name, and its kind, where the words before it say that it is one: "the
        newspaper Rain Today", "a survey by Rainwatch", "a paper in Rain Letters and Reviews".
        """
        line, phrases, found = self.line, self._phrases, self._found
        words = self._words(index + run.skip, run.width)
        end = index + run.skip + run.width
        rest = found.texts[end : min(end + _OF_OUTLET, len(found))]
        if is_called_so(line, self._text, phrases) or is_issuer(line, words, rest, phrases):
            kind = "broadcaster" if {*line.tags[-2:]} & phrases.tagged("MEDIUM") else None
        elif run.letter == letter.PERSON and run.width > 1 and is_in_issue(line, words.split()[0], phrases):
            kind = "journal"
        else:
            return run, None
        width = body_width(found.texts, self._facts, index, run.width + run.skip)
        return NameRun(width, letter.OUTLET), kind
