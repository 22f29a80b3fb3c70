"""Text on its way through a formatter that knows no escaping: guarded before, escaped for its target after.

Citation processors join, recase and punctuate text, and pass markup in it through. So each character that
means something in HTML or Markdown travels as one of Unicode's private use area, and becomes itself again,
escaped for where it is written, when the formatter is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_BASE = 0xE000
_MARKUP = "<>&*_`[]\\#|~"
_MEANINGFUL = _MARKUP + "{}$%^"
_GUARDS = str.maketrans({character: chr(_BASE + ord(character)) for character in _MEANINGFUL})
_GUARDED = re.compile(f"[{re.escape(_MEANINGFUL)}]")
_PRIVATE = re.compile("[\ue000-\ue0ff]")
_TAG = re.compile(r"<(/?)([a-z]+)[^<>]*>")
_ENTITY = re.compile(r"&(?:#\d+|[a-z]+);")

_MARKDOWN = {"i": "*", "em": "*", "b": "**", "strong": "**"}

TITLE_BEGINS, TITLE_ENDS = "\ue0f0", "\ue0f1"
"""Marks around a title, by which it is found again in what a formatter made of it."""


def guard(text: str) -> str:
    """The text with all that could be markup replaced.

    >>> plain(guard("a <b> & c"))
    'a <b> & c'
    """
    if not text.isascii():
        text = _PRIVATE.sub("\ufffd", text)
    return text.translate(_GUARDS) if _GUARDED.search(text) else text


def html(formatted: str) -> str:
    """HTML of formatted HTML: its own tags stay, all text of others is escaped.

    >>> html(f"<i>{guard('<script>')}</i> & co.")
    '<i>&lt;script&gt;</i> &amp; co.'
    """
    kept = _ENTITY.sub(lambda match: unescape(match[0]).replace("&", guard("&")), formatted)
    return _released(kept.replace("&", "&amp;"), escape)


def plain(formatted: str) -> str:
    """Plain text of formatted HTML."""
    return _released(unescape(_TAG.sub("", formatted)), str)


def markdown(formatted: str) -> str:
    """Markdown of formatted HTML: italics and bold stay, and no text is taken for markup.

    >>> markdown(f"<i>{guard('A_B*')}</i>")
    '*A\\\\_B\\\\**'
    """
    marked = _TAG.sub(lambda match: _MARKDOWN.get(match[2], ""), formatted)
    return _released(
        unescape(marked), lambda character: f"\\{character}" if character in _MARKUP else character
    )


def _released(text: str, write: Callable[[str], str]) -> str:
    def release(match: re.Match[str]) -> str:
        character = match[0]
        return "" if character in (TITLE_BEGINS, TITLE_ENDS) else write(chr(ord(character) - _BASE))

    return _PRIVATE.sub(release, text)
