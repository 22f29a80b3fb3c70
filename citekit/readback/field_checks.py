"""What can be wrong with the value of one field: an address, a date, TeX that will not compile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from citekit.text.dates import parse_edtf

_ADDRESSES = frozenset({"url", "verba"})
_VERBATIM = frozenset({"url", "verba", "verbb", "verbc", "doi", "eprint", "file", "keywords", "groups"})
_DATES = frozenset({"date", "urldate", "origdate", "eventdate"})
_MONTHS = re.compile(
    r"[1-9]|0[1-9]|1[0-2]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?", re.IGNORECASE
)
_YEAR = re.compile(r"\D{0,12}\d{4}(?:--?\d{2,4})?\D{0,12}|n\.\s?d\.|forthcoming|in press", re.I)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_VERB = re.compile(r"\\(?:url|path|nolinkurl)\s*\{[^{}]*\}|\\href\s*\{[^{}]*\}")
_MATH = re.compile(r"(?<!\\)\$[^$]*(?<!\\)\$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BARE = re.compile(r"(?<!\\)[&#_^]|(?<!\\)%")

_NAMES = {"&": "\\&", "#": "\\#", "_": "\\_", "^": "\\textasciicircum{}", "%": "\\%"}


def check(name: str, value: str, dialect: str) -> Iterator[tuple[str, str]]:
    """The rules that a field's value breaks, each with what to say of it.

    >>> list(check("url", "https://a.example/x\\\\_y", "biblatex"))
    [('url', 'TeX escapes in an address: \\\\_')]
    """
    if name in _ADDRESSES:
        yield from (("url", message) for message in _address(value))
    elif name == "doi" and not _DOI.fullmatch(value):
        yield "doi", f"no DOI: {_shown(value)}"
    elif name in _DATES and dialect != "bibtex":
        yield from _date(value.removeprefix("c. ") if dialect == "zotero" else value)
    elif name == "year" and not _YEAR.fullmatch(value.strip("{} ")):
        yield "date", f"no year: {_shown(value)}"
    elif name == "month" and dialect == "bibtex" and not _MONTHS.fullmatch(value.strip("{} ")):
        yield "date", f"no month: {_shown(value)}"
    if name not in _VERBATIM:
        yield from (("tex", message) for message in _tex(value))


def _date(value: str) -> Iterator[tuple[str, str]]:
    try:
        parse_edtf(value)
    except ValueError:
        yield "date", f"no EDTF date: {_shown(value)}"


def _address(value: str) -> Iterator[str]:
    if escapes := re.findall(r"\\[_&%#~{}]", value):
        yield f"TeX escapes in an address: {' '.join(dict.fromkeys(escapes))}"
        return
    if re.search(r"\s", value.strip()):
        yield "a space in an address"
        return
    try:
        parts = urlsplit(value.strip())
        host = parts.hostname or ""
    except ValueError:
        yield f"no address: {_shown(value)}"
        return
    if parts.scheme.lower() not in ("http", "https", "ftp"):
        yield f"not http or https: {_shown(value)}"
    elif "." not in host.strip(".") and host != "localhost" and ":" not in host:
        yield f"no host: {_shown(value)}"
    elif re.match(r"/*https?:?/", parts.path) and not _archived(host):
        yield f"an address within an address: {_shown(value)}"
    elif re.search(r"[{}\\<>\"]", value):
        yield f"characters that no address has: {_shown(value)}"
    elif value.rstrip().endswith((",", ";")) or (value.endswith(")") and "(" not in value):
        yield f"ends in punctuation: {_shown(value)}"


def _tex(value: str) -> Iterator[str]:
    depth = 0
    for place, character in enumerate(value):
        if character in "{}" and (place == 0 or value[place - 1] != "\\"):
            depth += 1 if character == "{" else -1
            if depth < 0:
                break
    if depth:
        yield "braces do not balance"
    plain = _VERB.sub("", value)
    if len(re.findall(r"(?<!\\)\$", plain)) % 2:
        yield "a single $: write \\$"
    plain = _MATH.sub("", plain)
    for character in dict.fromkeys(_BARE.findall(plain)):
        yield f"a bare {character}: write {_NAMES[character]}"
    if plain.endswith("\\") and not plain.endswith("\\\\"):
        yield "a backslash at the end"
    if _CONTROL.search(value):
        yield "a control character"


def _archived(host: str) -> bool:
    return host.endswith(("archive.org", "archive.today", "archive.ph", "archive.is"))


def _shown(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= 60 else f"{value[:59]}…"
