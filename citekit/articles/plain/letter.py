"""The headers of a letter that was pasted with its text: "From: Ada Moor <ada@orn.example>"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from citekit.articles.line_words import words
from citekit.model import Author
from citekit.text.names import split_byline

_HEADER = re.compile(r"^[ >*]*(?P<key>[^\W\d_]{1,10})[ *]?:[ *]+(?P<value>\S[^\n]{0,300})$")
_ADDRESS = re.compile(r"<[^<>]*>|\[mailto:[^\[\]]*\]")


class Letter(NamedTuple):
    """A letter's subject and who sent it."""

    subject: str | None = None
    authors: tuple[Author, ...] = ()


def letter(lines: Iterable[str]) -> Letter:
    """What the headers among the lines over a text say; nothing if there are not two of them.

    >>> letter(["From: Ada Moor <ada@orn.example>", "Subject: The pumps"]).subject
    'The pumps'
    """
    found = {match["key"].lower(): match["value"].strip() for line in lines if (match := _HEADER.match(line))}
    known = [key for key in found if key in (*words("subject"), *words("sender"), *words("headers"))]
    if len(known) < 2:
        return Letter()
    subject = next((found[key] for key in known if key in words("subject")), None)
    sender = next((found[key] for key in known if key in words("sender")), "")
    return Letter(subject, split_byline(_ADDRESS.sub("", sender).strip(' "')))
