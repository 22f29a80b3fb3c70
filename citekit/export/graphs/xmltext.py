"""Text in XML: nothing read can end an attribute or an element."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def escape(text: str) -> str:
    """`text` for an attribute in double quotes or for an element; it is read back as it was.

    White space is written as references, since a parser makes plain spaces of it in attributes. What XML 1.0
    cannot hold at all (control characters, lone surrogates) becomes U+FFFD.

    >>> escape('"a" & ]]>')
    '&quot;a&quot; &amp; ]]&gt;'
    """
    if _SPECIAL.search(text) is None:
        return text
    text = _IMPOSSIBLE.sub("\ufffd", text)
    return _SPECIAL.sub(lambda found: _ESCAPES[found.group()], text)
