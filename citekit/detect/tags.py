"""The words of a sentence and a letter for each: what `patterns` are matched against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from citekit.detect import patterns as letter
from citekit.detect.known import Known, organisation
from citekit.detect.phrases import Phrases
from citekit.model import Outlet, Span

_TOKEN = re.compile(r"@\w+|#\w+|\w+(?:[-'’.&/]\w+)*\.?|[,;:()]|[–—-]+|['’]|\S")
_POSSESSIVE = re.compile(r"['’]s?$")
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "abu",
        "ter",
        "ten",
        "of-",
        "y",
        "e",
    ]
)
_SMALL = frozenset(
    [
        "of",
        "for",
        "on",
        "and",
        "the",
        "de",
        "la",
        "del",
        "y",
        "e",
        "des",
        "du",
        "et",
        "da",
        "do",
        "für",
        "der",
        "und",
    ]
)
_LOOSE = frozenset(["and", "on", "the", "y", "et", "und", "e"])
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.$|[A-ZÀ-Þ]$")
_MAX_NAME = 7


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as tokens: `tags[i]` is the letter of `spans[i]`; `outlets` are the candidates at a token."""

    span: Span
    tags: str
    spans: tuple[Span, ...]
    outlets: Mapping[int, tuple[Outlet, ...]]
    depth: int = 0


def tag(
    text: str,
    span: Span,
    known: Sequence[Known],
    phrases: Phrases,
    depth: int = 0,
    sites: Mapping[str, Outlet] = MappingProxyType({}),
) -> Tagged:
    """The sentence at `span`, tagged.

    `known` are what stands in it, in order and without overlap; `sites` are outlets that no registry knows, by the
    label of their domain, so that "The Rain Watch" is known by a link to therainwatch.org.
    """
    tokens = _tokens(text, span, known)
    tags: list[str] = []
    spans: list[Span] = []
    outlets: dict[int, tuple[Outlet, ...]] = {}
    index, count = 0, len(tokens)
    while index < count:
        item = tokens[index]
        if isinstance(item, Known):
            if item.letter == letter.OUTLET:
                outlets[len(tags)] = item.outlets
            tags.append(item.letter)
            spans.append(item.span)
            index += 1
            continue
        start, end, word = item
        first = not tags or tags[-1] in ".:" or tags[-1] == letter.QUOTE
        if not word[0].isupper() or _reads_as_word(tokens, index, word, first, phrases):
            width, found = _phrase(tokens, index, word, phrases)
            if width:
                tags.append(found)
                spans.append(Span(start, _end(tokens[index + width - 1])))
                index += width
                continue
        if word[0].isupper():
            width, kind, skip = _name(
                tokens, index, first, phrases, bool(tags) and _after_office(tags, phrases)
            )
            if (
                tags
                and kind in (letter.PERSON, letter.CAPITAL)
                and tags[-1] in phrases.tags.get("OUTLETNOUN", ())
            ):
                width, kind, skip = _body(tokens, index, width + skip, phrases), letter.OUTLET, 0
            for _ in range(skip):
                tags.append(letter.CAPITAL)
                spans.append(Span(start, _end(tokens[index])))
                index += 1
                start = _start(tokens[index]) if index < count else end
            site = (
                _site(tokens, index, width, sites)
                if sites and kind in (letter.PERSON, letter.CAPITAL)
                else None
            )
            if site is not None:
                kind = letter.OUTLET
                outlets[len(tags)] = (site,)
            elif kind == letter.OUTLET:
                name = text[start : _end(tokens[index + width - 1])]
                outlets[len(tags)] = (organisation(name),)
            tags.append(kind)
            spans.append(Span(start, _end(tokens[index + width - 1])))
            index += width
            continue
        tags.append(_plain(word))
        spans.append(Span(start, end))
        index += 1
    _called_outlets(text, tags, spans, outlets, phrases)
    return Tagged(span, "".join(tags), tuple(spans), outlets, depth)


def _called_outlets(
    text: str, tags: list[str], spans: list[Span], outlets: dict[int, tuple[Outlet, ...]], phrases: Phrases
) -> None:
    """Make outlets of names that the text itself calls one: "the Daily Rain newspaper"."""
    nouns = phrases.tags.get("OUTLETKIND", frozenset())
    for index in range(len(tags) - 1):
        if tags[index] == letter.PERSON and tags[index + 1] in nouns:
            tags[index] = letter.OUTLET
            outlets[index] = (organisation(spans[index].of(text)),)


def _site(
    tokens: Sequence[_Word | Known], index: int, width: int, sites: Mapping[str, Outlet]
) -> Outlet | None:
    """The outlet whose domain is spelled like the name from `index` on."""
    words = [token[2] for token in tokens[index : index + width] if isinstance(token, tuple)]
    return sites.get(re.sub(r"[^a-z0-9]", "", "".join(words).lower()))


_Word = tuple[int, int, str]


def _tokens(text: str, span: Span, known: Sequence[Known]) -> list[_Word | Known]:
    tokens: list[_Word | Known] = []
    position = span.start
    for item in known:
        if item.span.start < position:
            continue
        _words(text, position, item.span.start, tokens)
        tokens.append(item)
        position = item.span.end
    _words(text, position, span.end, tokens)
    return tokens


def _words(text: str, start: int, end: int, into: list[_Word | Known]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word, first, last = match.group(), match.start(), match.end()
        if word in "*_":
            continue  # emphasis in Markdown and in text that keeps it
        if word in "'’" and into and _end(into[-1]) == first:
            into.append((first, last, "'s"))
            continue
        if (
            word in ("s", "S")
            and into
            and isinstance(into[-1], tuple)
            and into[-1][2] == "'s"
            and _end(into[-1]) == first
        ):
            into[-1] = (into[-1][0], last, "'s")
            continue
        possessive = _POSSESSIVE.search(word) if len(word) > 2 else None
        if possessive:
            cut = first + possessive.start()
            into.append((first, cut, word[: possessive.start()]))
            into.append((cut, last, "'s"))
            continue
        if word[-1] == "." and len(word) > 1 and not _abbreviated(word) and last >= end - 1:
            into.append((first, last - 1, word[:-1]))
            into.append((last - 1, last, "."))
            continue
        into.append((first, last, word))


def _abbreviated(word: str) -> bool:
    return "." in word[:-1] or (len(word) <= 3 and word[0].isupper())


def _start(token: _Word | Known) -> int:
    return token.span.start if isinstance(token, Known) else token[0]


def _end(token: _Word | Known) -> int:
    return token.span.end if isinstance(token, Known) else token[1]


def _phrase(tokens: Sequence[_Word | Known], index: int, word: str, phrases: Phrases) -> tuple[int, str]:
    """How many tokens from `index` on make a known word or phrase, the longest first, and its letter; 0 for none."""
    lower = _plain_lower(word)
    longest = phrases.longest.get(lower, 0)
    if longest > 1:
        words = [lower]
        for token in tokens[index + 1 : index + longest]:
            if isinstance(token, Known):
                break
            words.append(_plain_lower(token[2]))
        for width in range(len(words), 1, -1):
            found = phrases.letters.get(" ".join(words[:width]).replace(" 's", "'s"))
            if found is not None:
                return width, found
    found = phrases.letters.get(lower) if longest else None
    return (1, found) if found is not None else (0, "")


def _plain_lower(word: str) -> str:
    """A word in lower case, without the stop of an abbreviation."""
    lower = word.lower()
    return lower[:-1] if lower[-1] == "." and len(lower) > 2 else lower


def _reads_as_word(
    tokens: Sequence[_Word | Known], index: int, word: str, first: bool, phrases: Phrases
) -> bool:
    """Whether a capitalised token is an ordinary word: it opens the sentence, or it is never a name."""
    lower = _plain_lower(word)
    if lower in phrases.words.get("ARTICLE", ()):
        return True
    if lower in phrases.words.get("DATEWORD", ()) and lower not in ("may", "march"):
        return True
    if not first or lower not in phrases.longest:
        return False
    if lower in phrases.words.get("FUNCTION", ()):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return not (isinstance(after, tuple) and after[2][0].isupper())


def _after_office(tags: Sequence[str], phrases: Phrases) -> bool:
    """Whether "Minister of" or the like stands just before."""
    return len(tags) > 1 and tags[-2] == letter.CAPITAL and tags[-1] == phrases.letters.get("of")


def _name(
    tokens: Sequence[_Word | Known], index: int, first: bool, phrases: Phrases, after_office: bool
) -> tuple[int, str, int]:
    """(tokens of the name, its letter, tokens before it that are no part of it) of a capitalised run."""
    honorifics = phrases.words.get("HONORIFIC", frozenset())
    heads = phrases.words.get("ORGHEAD", frozenset())
    never = phrases.words.get("NEVERNAME", frozenset())
    run: list[str] = []
    at = index
    while at < len(tokens) and len(run) < _MAX_NAME:
        token = tokens[at]
        if isinstance(token, Known):
            break
        word = token[2]
        if word[0].isupper():
            if run and word.lower() in never and word.lower() not in heads:
                break
            run.append(word)
        elif not (run and word.lower() in _PARTICLES and _capital(tokens, at + 1)):
            break
        else:
            run.append(word)
        at += 1
    body = [i for i, word in enumerate(run) if word.lower() in heads]
    if body and not (len(run) == 1 and first):
        return _body(tokens, index, len(run), phrases), letter.OUTLET, 0
    skip = 0
    while skip < len(run) - 1 and (run[skip].lower().rstrip(".") in honorifics or run[skip].lower() in never):
        skip += 1
    if skip == 0 and after_office and len(run) > 2:
        skip = 1
    name = run[skip:]
    if len(name) == 1:
        word = name[0]
        if (
            word.lower().rstrip(".") in honorifics
            or word.lower() in never
            or (word.isupper() and len(word) > 1)
        ):
            return 1, letter.CAPITAL, skip
        plain = re.split("['’]", word.lower())[0]
        if first and not skip and plain in phrases.words.get("OPENER", ()):
            return 1, letter.CAPITAL, 0
    if all(w.isupper() and len(w) > 2 for w in name):
        return len(name), letter.CAPITAL, skip
    return len(name), letter.PERSON, skip


def _body(tokens: Sequence[_Word | Known], index: int, width: int, phrases: Phrases) -> int:
    """How far the name of a body reaches: over "of", "for", "and" and further capitals."""
    at = index + width
    while at < len(tokens):
        step = at
        while step < len(tokens) and step < at + 2 and _small(tokens[step]):
            step += 1
        if step == at or not _capital(tokens, step) or step >= index + 12:
            break
        joint = tokens[at]
        heads = any(_is_head(tokens[j], phrases) for j in range(step, min(step + 2, len(tokens))))
        if isinstance(joint, tuple) and joint[2].lower() in _LOOSE and not heads:
            break
        at = step
        while _capital(tokens, at) and at < index + 12:
            at += 1
    return at - index


def _is_head(token: _Word | Known, phrases: Phrases) -> bool:
    return isinstance(token, tuple) and token[2].lower() in phrases.words.get("ORGHEAD", ())


def _small(token: _Word | Known) -> bool:
    return isinstance(token, tuple) and token[2].lower() in _SMALL


def _capital(tokens: Sequence[_Word | Known], index: int) -> bool:
    token = tokens[index] if index < len(tokens) else None
    return isinstance(token, tuple) and token[2][0].isupper()


def _plain(word: str) -> str:
    if word == "'s":
        return letter.POSSESSIVE
    if word in letter.PUNCTUATION:
        return word
    if word[0] in "–—-":
        return letter.DASH
    if word[0] == "@":
        return letter.HANDLE
    if word[0].isdigit():
        return letter.NUMBER
    return letter.WORD if word[0].isalpha() else letter.OTHER
