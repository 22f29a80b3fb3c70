"""Markdown's marks in words that were cut out of a text."""

from __future__ import annotations

import re

_TARGET = re.compile(r"\]\([^()\s]{0,400}\)?")


def unlinked(words: str) -> str:
    """Words without the marks and targets of Markdown's links, whole ones and halves.

    >>> unlinked("[an essay](http://a.org/x) by Ann Lee"), unlinked("says [Ann Lee")
    ('an essay by Ann Lee', 'says Ann Lee')
    >>> unlinked("Ann Lee](http://a.org"), unlinked("[sic]")
    ('Ann Lee', '[sic]')
    """
    if "](" in words or ("[" in words and "]" not in words):
        return _TARGET.sub("", words).replace("[", "")
    return words
