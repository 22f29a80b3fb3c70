"""Citekeys by a pattern, in the formula language of Better BibTeX: `auth.lower + shorttitle(3,3) + year`.

Parts are joined by `+`; of parts separated by `|` (or `;`) the first that is not empty counts; brackets
group.
A part is a literal in quotation marks, or a function with what is done to its value after dots. The common
functions and filters are here, and of citekit's own `outlet` and `word`: its default is
`(auth.lower | outlet.lower | 'anon') + (year | 'nd') + word.lower`.

Source: Better BibTeX's documentation of citation keys. Nothing is evaluated but what stands in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citekit.model import Work
from citekit.resolve.key_filters import FILTERS
from citekit.resolve.key_functions import FUNCTIONS

Argument = str | int
Key = Callable[[Work], str]

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[A-Za-z][A-Za-z_]*)|(?P<number>\d+)|(?P<text>'[^']*'|\"[^\"]*\")|(?P<mark>[-+|;.,()=<>!]))"
)
_UNSAFE = re.compile(r"[\s\"@',\\#{}~%^$&_()\[\]<>=/;|`*]+")
_DEEP = 20
_LONG = 1000


class FormulaError(ValueError):
    """A formula that cannot be read; the text says where, and what is known."""


def formula(text: str) -> Key:
    """The function that makes a work's key by a formula; `FormulaError` if it cannot be read.

    >>> from citekit.model import PartialDate, Person
    >>> lobo = Work("", "book", "The Coup in Bolivia", (Person("Lobo", "Andrea"),), PartialDate(2019))
    >>> formula("auth.lower + shorttitle(3,3) + year")(lobo), formula("auth(2) + '-' + year")(lobo)
    ('loboCoupBolivia2019', 'Lo-2019')
    """
    if len(text) > _LONG:
        raise FormulaError(f"a formula of more than {_LONG} characters")
    reader = _Reader(text)
    made = reader.alternatives(0)
    if reader.peek():
        raise FormulaError(f"{reader.where()}: not expected here: {reader.peek()}")
    return lambda work: _UNSAFE.sub("", made(work)) or "anon"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: int


class _Reader:
    """A reader of formulas by recursive descent, no deeper than `_DEEP`."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.place = 0

    def peek(self) -> str:
        """The text of the next token, empty at the end."""
        return self.tokens[self.place].text if self.place < len(self.tokens) else ""

    def where(self) -> str:
        """Where the next token stands, for a message."""
        if self.place < len(self.tokens):
            return f"character {self.tokens[self.place].place + 1}"
        return "at the end"

    def take(self) -> _Token:
        """The next token, passed over."""
        if self.place >= len(self.tokens):
            raise FormulaError("ends too soon")
        self.place += 1
        return self.tokens[self.place - 1]

    def expect(self, mark: str) -> None:
        """Pass over this mark, which must stand here."""
        if self.peek() != mark:
            raise FormulaError(f"{self.where()}: {mark} expected")
        self.take()

    def alternatives(self, depth: int) -> Key:
        """Sequences separated by `|` or `;`: the first that gives something."""
        if depth > _DEEP:
            raise FormulaError("nested too deep")
        found = [self.sequence(depth)]
        while self.peek() in ("|", ";"):
            self.take()
            found.append(self.sequence(depth))
        return lambda work: next(filter(None, (each(work) for each in found)), "")

    def sequence(self, depth: int) -> Key:
        """Parts joined by `+`."""
        parts = [self.part(depth)]
        while self.peek() == "+":
            self.take()
            parts.append(self.part(depth))
        return lambda work: "".join(each(work) for each in parts)

    def part(self, depth: int) -> Key:
        """A literal, a group or a function, with its filters."""
        token = self.take()
        made: Key
        if token.text == "(":
            made = self.alternatives(depth + 1)
            self.expect(")")
        elif token.kind == "text":
            literal = token.text[1:-1]
            made = lambda work: literal  # noqa: E731
        elif token.kind == "name":
            function = _known(FUNCTIONS, token, "function")
            made = _called(function, self.arguments(), token)
        else:
            raise FormulaError(f"character {token.place + 1}: not expected here: {token.text}")
        while self.peek() == ".":
            self.take()
            name = self.take()
            made = _filtered(made, _known(FILTERS, name, "filter"), self.arguments(), name)
        return made

    def arguments(self) -> Sequence[Argument]:
        """What stands in brackets after a name; an argument's own name (`n=3`) is passed over."""
        found: list[Argument] = []
        if self.peek() != "(":
            return found
        self.take()
        while self.peek() != ")":
            token = self.take()
            if token.kind == "name" and self.peek() == "=":
                self.take()
                token = self.take()
            if token.kind == "number":
                found.append(int(token.text[:6]))
            elif token.kind == "text":
                found.append(token.text[1:-1])
            elif token.text in "<>=!":
                found.append(token.text + (self.take().text if self.peek() == "=" else ""))
            else:
                raise FormulaError(f"character {token.place + 1}: no argument: {token.text}")
            if self.peek() == ",":
                self.take()
        self.expect(")")
        return found


def _tokens(text: str) -> Sequence[_Token]:
    found = []
    place = 0
    text = text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise FormulaError(f"character {place + 1}: not understood: {text[place : place + 10].strip()}")
        found.append(_Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        place = match.end()
    return found


def _known(table: dict[str, Callable[..., str]], name: _Token, what: str) -> Callable[..., str]:
    try:
        return table[name.text.lower()]
    except KeyError:
        known = ", ".join(sorted(table))
        raise FormulaError(
            f"character {name.place + 1}: no {what} called {name.text!r}; known: {known}"
        ) from None


def _called(function: Callable[..., str], arguments: Sequence[Argument], name: _Token) -> Key:
    _tried(name, lambda: function(Work("", "document"), *arguments))
    return lambda work: function(work, *arguments)


def _filtered(made: Key, step: Callable[..., str], arguments: Sequence[Argument], name: _Token) -> Key:
    _tried(name, lambda: step("", *arguments))
    return lambda work: step(made(work), *arguments)


def _tried(name: _Token, call: Callable[[], str]) -> None:
    """Call once for its arguments' sake, so that a wrong formula is said before any work is read."""
    try:
        call()
    except (TypeError, ValueError) as error:
        raise FormulaError(f"character {name.place + 1}: {name.text}: wrong arguments ({error})") from error
