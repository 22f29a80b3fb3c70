"""A .bib file as entries with their lines, through bibtexparser; what it cannot parse is said, with why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ParsingFailedBlock
from bibtexparser.model import Entry as ParsedEntry


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is written, without its outer braces or quotation marks, on line `line` (from 1)."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry of a .bib file: type and field names in lower case, the key as it is."""

    type: str
    key: str
    fields: tuple[Field, ...]
    line: int

    def get(self, *names: str) -> str | None:
        """The value of the first of these fields that is there and not empty."""
        values = {field.name: field.value for field in self.fields}
        for name in names:
            if values.get(name):
                return values[name]
        return None


@dataclass(frozen=True, slots=True)
class Fault:
    """What of a .bib file could not be taken as it stands, and the entry where there is one all the same."""

    line: int
    message: str
    entry: BibEntry | None = None


def parse(text: str) -> tuple[tuple[BibEntry, ...], tuple[Fault, ...]]:
    """The entries of a .bib file in order, and what is wrong in it.

    A second entry of a key is a fault, as is a field given twice: of both the first counts, as in BibTeX.

    >>> entries, faults = parse("@misc{a, title={A}}\\n@misc{b, title={B\\n")
    >>> [entry.key for entry in entries], [fault.line for fault in faults]
    (['a'], [2])
    """
    found: list[BibEntry] = []
    faults: list[Fault] = []
    for block in parse_string(_one_kind_of_line(text)).blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, ParsedEntry):
            found.append(_entry(block))
        elif isinstance(block, DuplicateFieldKeyBlock):
            whole = block.ignore_error_block
            entry = _entry(whole, bare=_bare) if isinstance(whole, ParsedEntry) else None
            names = ", ".join(sorted(block.duplicate_keys))
            faults.append(Fault(line, f"field given twice: {names}", entry))
            found += [entry] if entry else []
        elif isinstance(block, DuplicateBlockKeyBlock):
            faults.append(Fault(line, f"key used twice: {block.key}"))
        elif isinstance(block, ParsingFailedBlock):
            faults.append(Fault(line, " ".join(str(block.error).split()) or "not understood"))
    return tuple(found), tuple(faults)


def _entry(block: ParsedEntry, bare: Callable[[str], str] = str) -> BibEntry:
    fields: dict[str, Field] = {}
    for field in block.fields:
        name = field.key.lower()
        fields.setdefault(name, Field(name, bare(str(field.value)), (field.start_line or 0) + 1))
    line = (block.start_line or 0) + 1
    return BibEntry(block.entry_type.lower(), block.key, tuple(fields.values()), line)


def _bare(value: str) -> str:
    """The value without the outer marks that bibtexparser leaves on entries that it faults."""
    value = value.strip()
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        return value[1:-1]
    if not (value.startswith("{") and value.endswith("}")):
        return value
    depth = 0
    for place, character in enumerate(value):
        depth += (character == "{") - (character == "}")
        if depth == 0 and place < len(value) - 1:
            return value
    return value[1:-1]


def _one_kind_of_line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
