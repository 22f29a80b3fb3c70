"""`python -m citekit.outlets.format [--check] [FILE...]`: sort and normalise outlets' files, then say what is
wrong.

Without files, it works on the bundled data (`make outlets`), where each record goes to its country's file and
the table of ambiguous names is sorted too. With `--check` nothing is written; a file that would change is a
fault.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from citekit.errors import CitekitError
from citekit.outlets.layers import from_file
from citekit.outlets.names import folded
from citekit.outlets.records import Record, write
from citekit.outlets.schema import FIELDS, MANY, problems
from citekit.output import write as write_file

AMBIGUOUS = "outlet_ambiguity.rec"
AMBIGUITY_FIELDS = ("surface", "why", "outlet", "default", "in", "sure", "never", "cue")


def normal(record: Record, order: Sequence[str] = FIELDS) -> Record:
    """A record with its fields in order, its text in Unicode's composed form, and no value twice.

    >>> normal(Record({"name": ("A  b",), "id": ("a",), "alias": ("AB", "AB")})).fields
    {'id': ('a',), 'name': ('A b',), 'alias': ('AB',)}
    """
    rest = [name for name in record.fields if name not in order]
    fields: dict[str, tuple[str, ...]] = {}
    for name in (*order, *rest):
        values = tuple(unicodedata.normalize("NFC", " ".join(value.split())) for value in record.all(name))
        if name == "alias":
            values = tuple(value for value in values if value not in fields.get("name", ()))
        if values:
            fields[name] = tuple(dict.fromkeys(values)) if name in MANY or order is not FIELDS else values
    return Record(fields, record.file, record.line, record.comments)


def normal_text(records: Iterable[Record]) -> str:
    """The text of outlets' records: each in normal form, sorted by id."""
    return write(sorted((normal(each) for each in records), key=lambda each: each.one("id") or ""))


def in_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """A folder's files with the text that each should have, new files included; no text for those to go."""
    records: dict[str, list[Record]] = defaultdict(list)
    old = sorted(folder.glob("*.rec"))
    for path in old:
        for record in from_file(path):
            records[(record.one("country") or "int").lower()].append(record)
    for name in sorted(records):
        yield folder / f"{name}.rec", normal_text(records[name])
    for path in old:
        if path.stem not in records:
            yield path, ""
    table = folder.parent / AMBIGUOUS
    if table.exists():
        yield table, _ambiguity(table)


def _ambiguity(path: Path) -> str:
    head, _, _ = path.read_text("utf-8").partition("\n\n")
    records = [normal(each, AMBIGUITY_FIELDS) for each in from_file(path)]
    plain = [Record(each.fields, each.file, each.line) for each in records]
    return f"{head}\n\n" + write(sorted(plain, key=lambda each: folded(each.one("surface") or "")))


def main(arguments: Sequence[str]) -> int:
    """Format and check; gives the number of faults. Raises `DataError` where a file cannot be read."""
    check = "--check" in arguments
    paths = [Path(each) for each in arguments if each != "--check"]
    wanted: dict[Path, str] = {}
    for path in paths or [Path(str(files("citekit").joinpath("data/outlets")))]:
        wanted |= dict(in_folder(path)) if path.is_dir() else {path: normal_text(from_file(path))}
    faults = 0
    for path, text in wanted.items():
        if (path.read_text("utf-8") if path.exists() else "") == text:
            continue
        print(f"{path}: {'is not in normal form' if check else 'formatted'}")
        faults += check
        if not check:
            write_file(path, text) if text else path.unlink()
    outlets = [path for path in wanted if path.name != AMBIGUOUS and path.exists()]
    for problem in problems([record for path in outlets for record in from_file(path)]):
        print(problem)
        faults += 1
    return faults


if __name__ == "__main__":
    try:
        sys.exit(min(main(sys.argv[1:]), 1))
    except CitekitError as error:
        sys.exit(f"citekit.outlets.format: {error}")
