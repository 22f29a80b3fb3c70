"""Names that do not say by themselves which outlet they mean, or that they mean an outlet at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from citekit.errors import DataError
from citekit.outlets.names import folded
from citekit.outlets.records import Record

Why = Literal["word", "phrase", "name", "place", "acronym", "shared", "person", "everyday"]
"""Also a common word, a common phrase, a name that people or firms bear, a place, other things' initials; or
several outlets share it. Two are not looked for in text at all: the author's full name, which text means as a
person, and an everyday word, which begins too many sentences ("People said")."""

UNSEARCHED = frozenset(("person", "everyday"))


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """What is known of a name that needs its context.

    `outlets` are the ids that share it, the likeliest first. `default` is meant where no context says
    otherwise; `by_country` is what it means to an outlet of that country. `sure` are spellings that mean the
    outlet all the same ("FAIR"), `never` phrases that contain the name and mean something else ("Canary
    Islands"). `cue` says what decides.
    """

    surface: str
    why: tuple[Why, ...]
    cue: str
    outlets: tuple[str, ...] = ()
    default: str | None = None
    by_country: Mapping[str, str] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()

    @property
    def needs_context(self) -> bool:
        """Whether the bare name is not enough to say that this outlet is meant."""
        return bool(set(self.why) - {"shared"}) or ("shared" in self.why and self.default is None)


def read(records: Iterable[Record]) -> dict[str, Ambiguity]:
    """The table by folded name. Raises `DataError` for an unknown reason or a line of the wrong shape."""
    found: dict[str, Ambiguity] = {}
    for record in records:
        where = f"{record.file}:{record.line}"
        surface = record.one("surface")
        if surface is None:
            raise DataError(f"{where}: no `surface`")
        why: list[Why] = []
        for word in record.all("why"):
            if word not in get_args(Why):
                raise DataError(f"{where}: `why` is one of {', '.join(get_args(Why))}, not {word!r}")
            why.append(word)  # type: ignore[arg-type]  # just checked against the Literal's own values
        pairs = [line.partition(" ") for line in record.all("in")]
        found[folded(surface)] = Ambiguity(
            surface=surface,
            why=tuple(why),
            cue=record.one("cue") or "",
            outlets=record.all("outlet"),
            default=record.one("default"),
            by_country={country: outlet for country, _, outlet in pairs},
            sure=frozenset(record.all("sure")),
            never=record.all("never"),
        )
    return found
